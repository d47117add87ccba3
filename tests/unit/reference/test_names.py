"""Whose name is it? Asked among those who exist on the period's last day; never guessed."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.reference import Department, DepartmentNames, Reference, read_reference

IN_2023 = date(2023, 12, 25)
BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)


def find(reference: Reference, name: str, day: date = IN_2023) -> str | None:
    found = DepartmentNames(reference.departments_on(day)).find(name)
    return found.id if found else None


@pytest.mark.parametrize(
    ("name", "department"),
    [
        ("BQL Khu kinh tế tỉnh", "ban-quan-ly-khu-kinh-te"),
        ("Ban Quản lý khu kinh tế", "ban-quan-ly-khu-kinh-te"),
        ("Sở Lao Động -TBXH", "so-lao-dong-tbxh"),
        ("Sở LĐTBXH", "so-lao-dong-tbxh"),
        ("Sở Lao động - Thương binh và Xã hội", "so-lao-dong-tbxh"),
        ("SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI", "so-lao-dong-tbxh"),
        ("Sở Nông nghiệp và PTNT", "so-nong-nghiep-va-ptnt"),
        ("Sở GD&ĐT", "so-giao-duc-va-dao-tao"),
        ("Sở  Y\u00a0tế ", "so-y-te"),
        ("sở y tế", "so-y-te"),
        ("So Y te", "so-y-te"),
        ("Y tế", "so-y-te"),
        ("so-y-te", "so-y-te"),
        (unicodedata.normalize("NFD", "Sở Tư pháp"), "so-tu-phap"),
        (unicodedata.normalize("NFC", "Sở Tư pháp"), "so-tu-phap"),
    ],
)
def test_a_name_as_people_write_it(reference: Reference, name: str, department: str):
    assert find(reference, name) == department


@pytest.mark.parametrize("name", ["", " ", "-", "Sở", "Sở Y", "Sở Y tế Bình Định", "Tổng số", "Σ"])
def test_nothing_else_is_guessed(reference: Reference, name: str):
    assert find(reference, name) is None


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Sở Tài chính", "so-tai-chinh", "so-tai-chinh-2025"),
        ("Sở Xây dựng", "so-xay-dung", "so-xay-dung-2025"),
        ("Sở Nội vụ", "so-noi-vu", "so-noi-vu-2025"),
        ("Sở KHCN", "so-khoa-hoc-va-cong-nghe", "so-khoa-hoc-va-cong-nghe-2025"),
        ("Sở Kế hoạch và Đầu tư", "so-ke-hoach-va-dau-tu", None),
        ("Sở Dân tộc và Tôn giáo", None, "so-dan-toc-va-ton-giao"),
        ("Sở Nông nghiệp và Môi trường", None, "so-nong-nghiep-va-moi-truong"),
        ("Sở Y tế", "so-y-te", "so-y-te"),
    ],
)
def test_the_merger_of_2025(reference: Reference, name: str, before: str | None, after: str | None):
    assert find(reference, name, BEFORE) == before
    assert find(reference, name, AFTER) == after


def test_every_one_that_ended_has_successors_that_begin_the_next_day(reference: Reference):
    ended = [d for d in reference.departments if d.last]
    assert len(ended) == 12
    for department in ended:
        assert department.last == BEFORE
        successors = [reference.department_by_id[id_] for id_ in department.successors]
        assert successors
        assert all(successor.first == AFTER for successor in successors)


def test_18_before_and_13_after(reference: Reference):
    assert len(reference.departments_on(IN_2023)) == 18
    assert len(reference.departments_on(BEFORE)) == 18
    assert len(reference.departments_on(AFTER)) == 13


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Sở Y tê", "so-y-te"),
        ("Sở Y tếế", "so-y-te"),
        ("Sở Cong Thuơg", "so-cong-thuong"),
        ("Sở Nông nghiệp", "so-nong-nghiep-va-ptnt"),
        ("so-yte", "so-y-te"),
    ],
)
def test_a_near_name_is_suggested(reference: Reference, name: str, first: str):
    names = DepartmentNames(reference.departments_on(IN_2023))
    assert names.suggest(name)[0].id == first


def test_suggestions_are_few_and_each_once(reference: Reference):
    names = DepartmentNames(reference.departments_on(IN_2023))
    suggested = names.suggest("Sở Lao động TBXH và")
    assert 1 <= len(suggested) <= 3
    assert len(set(suggested)) == len(suggested)
    assert len(names.suggest("Sở", count=1)) <= 1


@pytest.mark.parametrize("name", ["", "xyzzy", "12.345"])
def test_nothing_near_suggests_nothing(reference: Reference, name: str):
    assert DepartmentNames(reference.departments_on(IN_2023)).suggest(name) == []


def test_suggestions_are_of_those_who_exist(reference: Reference):
    names = DepartmentNames(reference.departments_on(AFTER))
    assert {d.id for d in names.suggest("Sở Tài chíh")} <= {
        d.id for d in reference.departments_on(AFTER)
    }


def test_two_of_one_name_are_refused():
    twins = [
        Department(id="a", name="Sở Một", short="Một", aliases=("S1",)),
        Department(id="b", name="Sở Hai", short="Hai", aliases=("s – 1", "sở  một")),
    ]
    with pytest.raises(ValueError, match="'sở  một' names both a and b"):
        DepartmentNames(twins)


def test_one_may_have_a_name_twice():
    DepartmentNames([Department(id="a", name="Sở Một", short="sở một", aliases=("SỞ MỘT",))])


_REFERENCE = read_reference()
_EXISTING = _REFERENCE.departments_on(IN_2023)


@given(
    st.sampled_from([(d, n) for d in _EXISTING for n in (d.name, d.short, *d.aliases)]),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([" ", "  ", "\u00a0", " \u200b", "\n"]),
)
def test_any_dress_of_any_name_finds_its_department(named, case, form, space):
    department, name = named
    dressed = unicodedata.normalize(form, case(name)).replace(" ", space)
    assert find(_REFERENCE, dressed) == department.id


# Names that people have taught


def learn(reference: Reference, *learned: tuple[str, str], day: date = IN_2023) -> DepartmentNames:
    return DepartmentNames(reference.departments_on(day), learned)


def test_a_learned_name_is_found_however_it_is_dressed(reference: Reference):
    names = learn(reference, ("Sở Sức khỏe", "so-y-te"))
    assert names.find("SỞ  SỨC - KHỎE").id == "so-y-te"
    assert names.find("so suc khoe").id == "so-y-te"
    assert find(reference, "Sở Sức khỏe") is None
    assert names.suggest("Sở Sức khoe tỉnh")[0].id == "so-y-te"


def test_a_learned_name_counts_while_its_department_exists(reference: Reference):
    learned = (("Sở KHCNN", "so-khoa-hoc-va-cong-nghe"),)
    assert learn(reference, *learned, day=BEFORE).find("Sở KHCNN").id == learned[0][1]
    assert learn(reference, *learned, day=AFTER).find("Sở KHCNN") is None


def test_one_name_may_be_learned_for_both_sides_of_a_merger(reference: Reference):
    learned = (
        ("Sở KHCNN", "so-khoa-hoc-va-cong-nghe"),
        ("sở khcnn", "so-khoa-hoc-va-cong-nghe-2025"),
    )
    for order in (learned, learned[::-1]):
        for day, department in ((BEFORE, learned[0][1]), (AFTER, learned[1][1])):
            assert learn(reference, *order, day=day).find("Sở KHCNN").id == department


def test_a_registered_name_wins_over_a_learned_one(reference: Reference):
    names = learn(reference, ("Sở  y tế", "so-tu-phap"), ("SYT", "so-tu-phap"))
    assert names.find("Sở Y tế").id == "so-y-te"
    assert names.find("SYT").id == "so-y-te"


def test_the_latest_of_two_answers_counts(reference: Reference):
    names = learn(reference, ("Sở X", "so-tu-phap"), ("sở x", "so-y-te"))
    assert names.find("Sở X").id == "so-y-te"


@pytest.mark.parametrize(("name", "department"), [("Sở X", "so-khong-co"), (" - ", "so-y-te")])
def test_what_names_nobody_is_passed_over(reference: Reference, name: str, department: str):
    assert learn(reference, (name, department)).find(name) is None
