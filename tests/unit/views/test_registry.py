"""The registry as the page shows it: who exists when, who came from whom, what each is called."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from ttpv.reference import Department, Reference
from ttpv.store import Alias
from ttpv.views.registry import (
    RegistryRow,
    build_learned,
    build_registry,
    describe_lesson,
)

MAY = date(2023, 5, 2)
MOMENT = datetime(2023, 5, 2, 3, 4, tzinfo=UTC)
LAST, FIRST = date(2025, 2, 28), date(2025, 3, 1)


def alias(name: str, department: str) -> Alias:
    return Alias(name=name, department=department, added_at=MOMENT, added_by="an")


def rows(reference: Reference, day: date, wanted: str = "", *aliases: Alias) -> list[RegistryRow]:
    groups = build_registry(reference, aliases, day, wanted)
    return [row for group in groups for row in group.rows]


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        (LAST, ["Tồn tại vào ngày 28/02/2025: 18", "Thành lập sau ngày 28/02/2025: 7"]),
        (FIRST, ["Tồn tại vào ngày 01/03/2025: 13", "Đã chấm dứt trước ngày 01/03/2025: 12"]),
    ],
)
def test_everybody_stands_in_one_group(reference: Reference, day: date, titles: list[str]):
    """18 − 12 + 7 = 13."""
    groups = build_registry(reference, (), day)
    assert [group.title for group in groups] == [f"{title} đơn vị" for title in titles]
    ids = [row.id for group in groups for row in group.rows]
    assert sorted(ids) == sorted(reference.department_by_id)


def test_a_merger_is_told_on_both_sides(reference: Reference):
    found = {row.id: row for row in rows(reference, FIRST)}
    after, before = found["so-tai-chinh-2025"], found["so-tai-chinh"]
    assert (after.existence, before.existence) == ("từ 01/03/2025", "đến 28/02/2025")
    assert after.before == "Sở Kế hoạch và Đầu tư; Sở Tài chính (đến 28/02/2025)"
    assert before.after == "Sở Tài chính (từ 01/03/2025)"
    assert (before.before, after.after, found["so-y-te"].existence) == ("", "", "mọi kỳ")
    assert not any(row.is_split for row in found.values())


def test_a_split_is_marked_as_one(reference: Reference):
    """One into two: of its figures neither of them has all."""
    departments = (
        Department(id="a", name="Sở A", short="A", last=LAST, successors=("b", "c")),
        Department(id="b", name="Sở B", short="B", first=FIRST),
        Department(id="c", name="Sở C", short="C", first=FIRST),
    )
    split = msgspec.structs.replace(reference, departments=departments)
    found = {row.id: row for row in rows(split, MAY)}
    assert [found[id_].is_split for id_ in "abc"] == [True, False, False]
    assert found["a"].after == "Sở B; Sở C"
    assert found["b"].before == "một phần của Sở A"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("y te", ["so-y-te"]),
        ("sở gd&đt", ["so-giao-duc-va-dao-tao"]),
        ("KHOA HỌC", ["so-khoa-hoc-va-cong-nghe", "so-khoa-hoc-va-cong-nghe-2025"]),
        ("tuyến huyện", ["so-y-te"]),  # learned
        ("không ai", []),
    ],
)
def test_any_name_finds(reference: Reference, wanted: str, found: list[str]):
    learned = alias("Y tế tuyến huyện", "so-y-te")
    assert [row.id for row in rows(reference, MAY, wanted, learned)] == found


def test_a_learned_name_says_who_and_when(reference: Reference):
    (row,) = rows(reference, MAY, "so-y-te", alias("Ngành Y", "so-y-te"))
    (learned,) = row.learned
    assert learned.startswith("Ngành Y (an thêm lúc ")
    assert learned.endswith("02/05/2023)")
    assert row.aliases == "SYT"


def test_learned_names_that_can_be_taken_back(reference: Reference):
    """Of a department that has left the register, too: by its id."""
    later = msgspec.structs.replace(alias("Ngành Y", "so-y-te"), added_at=datetime.now(UTC))
    found = build_learned([alias("Ngành X", "gone"), later], reference)
    assert [(name.name, name.department) for name in found] == [
        ("Ngành Y", "so-y-te"),
        ("Ngành X", "gone"),
    ]
    assert found[1].label.startswith("“Ngành X” – gone, an thêm lúc ")
    assert "không còn là tên gọi của Sở Y tế" in found[0].warning


@pytest.mark.parametrize(
    ("name", "department", "sentence", "is_possible"),
    [
        ("Ngành Y", "so-y-te", "Từ nay, “Ngành Y” trong tệp nhập là Sở Y tế.", True),
        ("ngành  TC", "so-noi-vu", "không còn là Sở Tài chính (đến 28/02/2025).", True),
        ("Ngành TC", "so-tai-chinh-2025", "là Sở Tài chính (từ 01/03/2025).", True),
        ("Ngành TC", "so-tai-chinh", "đã được thêm cho Sở Tài chính (đến 28/02/2025)", False),
        ("sở y tế", "so-tu-phap", "là tên của Sở Y tế trong danh mục, nên không", False),
        ("SYT", "so-y-te", "đã là tên của Sở Y tế trong danh mục", False),
        ("Sở Tài chính", "so-noi-vu", "tên của Sở Tài chính (đến 28/02/2025)", False),
        (" - ", "so-y-te", "Hãy ghi tên gọi bằng chữ", False),
    ],
)
def test_what_teaching_would_do_is_said_before(
    reference: Reference, name: str, department: str, sentence: str, is_possible: bool
):
    aliases = [alias("Ngành TC", "so-tai-chinh")]
    found = reference.department_by_id[department]
    lesson = describe_lesson(name, found, aliases, reference)
    assert sentence in lesson.sentence
    assert lesson.is_possible == is_possible
