"""Imports against what is published: checks of the state, learned names, kept files, lost races."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.conftest import EXAMPLE, TODAY, EditExample
from tests.dossier_lists import csv_bytes, make_records, rows_of
from tests.dress import ANNEX_1, ANNEX_2, Style, dress, dressed, saved
from ttpv.core.periods import Period
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import Store

CLERK = Publisher("văn thư", may_publish=True)
ONE, TWO = "Phụ lục I", "Phụ lục II"
DECEMBER = Period.inclusive(date(2023, 12, 1), date(2023, 12, 31))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def look(store: Store | None, reference: Reference, *contents: bytes, **options) -> Preview:
    uploads = [Upload(f"{n}.xlsx", content) for n, content in enumerate(contents, 1)]
    return preview_files(uploads, reference, store=store, today=TODAY, **options)


def publish(store: Store, reference: Reference, *contents: bytes, **options) -> str:
    return publish_files(look(store, reference, *contents, **options), store, CLERK).status


def codes(preview: Preview) -> list[list[str]]:
    return [[issue.code for issue in file.issues] for file in preview.files]


def annex_2(*names: str, period: str = "Từ ngày 01/12/2023 đến ngày 31/12/2023") -> bytes:
    book = Workbook()
    rows = [[str(n), name, *["1"] * 4] for n, name in enumerate(names, 1)]
    rows.append(["", "Tổng cộng", *[str(len(names))] * 4])
    dress(book.active, ANNEX_2, Style(period=period), rows=rows)
    return saved(book)


# Fees against the published annex


def test_annex_2_after_annex_1(store: Store, reference: Reference, edit_example: EditExample):
    """Giáo dục và Đào tạo: a rate of 12,5 is published, now annex II knows of no transaction."""
    first = edit_example("1.xlsx", {(ONE, "N17"): 12.5}, drop_sheets=(TWO,)).read_bytes()
    second = edit_example("2.xlsx", drop_sheets=(ONE,)).read_bytes()
    publish(store, reference, first)
    (issue,) = look(store, reference, second).issues
    assert (issue.code, issue.sheet, f"{issue.column}{issue.row}", issue.value) == (
        "fees_contradict",
        TWO,
        "C15",
        "0",
    )
    assert "tỷ lệ thanh toán trực tuyến 12,5" in issue.message


def test_annex_1_after_annex_2(store: Store, reference: Reference, edit_example: EditExample):
    first = edit_example("1.xlsx", {(ONE, "N17"): 12.5}, drop_sheets=(TWO,)).read_bytes()
    publish(store, reference, edit_example("2.xlsx", drop_sheets=(ONE,)).read_bytes())
    (issue,) = look(store, reference, first).issues
    assert (issue.code, issue.sheet, f"{issue.column}{issue.row}") == (
        "fees_contradict",
        ONE,
        "N17",
    )


def test_an_annex_that_comes_again_is_held_against_the_new_one(
    store: Store, reference: Reference, edit_example: EditExample
):
    """What is replaced no longer counts."""
    publish(store, reference, edit_example("a.xlsx", {(ONE, "N17"): 12.5}).read_bytes())
    assert look(store, reference, EXAMPLE.read_bytes()).issues == ()


# Other periods


def test_a_replacement_is_not_held_against_what_it_replaces(example_store, reference: Reference):
    preview = look(example_store, reference, EXAMPLE.read_bytes())
    assert preview.issues == ()
    assert preview.snapshot == "000001"


def test_warnings_against_the_past_are_kept_with_the_figures(store: Store, reference: Reference):
    november = dressed(ANNEX_2, style=Style(period="Từ ngày 01/01/2023 đến ngày 30/11/2023"))
    publish(store, reference, november)
    overlapping = dressed(ANNEX_2, style=Style(period="Từ ngày 15/11/2023 đến ngày 14/12/2023"))
    preview = look(store, reference, overlapping)
    assert codes(preview) == [["period_overlaps"]]
    assert preview.is_valid
    publish_files(preview, store, CLERK)
    kept = store.current().entries[1].issues
    assert [issue.code for issue in kept] == ["period_overlaps"]


def test_a_finding_stands_with_its_own_form(store: Store, reference: Reference):
    before = Style(period="Từ ngày 01/01/2022 đến ngày 31/12/2022")
    publish(store, reference, dressed(ANNEX_1, ANNEX_2, style=before))
    preview = look(store, reference, EXAMPLE.read_bytes())
    by_form = {d.table.form: {i.code for i in d.issues} for d in preview.drafts}
    assert by_form == {"annex-1": {"stock_differs"}, "annex-2": set()}


def test_a_damaged_neighbour_keeps_nobody_out(store: Store, reference: Reference):
    publish(store, reference, annex_2("Sở Y tế", period="Từ ngày 01/11/2023 đến ngày 30/11/2023"))
    for file in (store.folder / "tables").iterdir():
        file.unlink()
    preview = look(store, reference, annex_2("Sở Y tế"))
    assert "published_unreadable" in codes(preview)[0]
    assert "Phụ lục II" in preview.issues[-1].message
    assert "01/11/2023 – 30/11/2023" in preview.issues[-1].message
    assert publish_files(preview, store, CLERK).status == "published"


def test_a_lost_table_is_made_good_without_a_word(example_store: Store, reference: Reference):
    for file in (example_store.folder / "tables").iterdir():
        file.unlink()
    preview = look(example_store, reference, EXAMPLE.read_bytes())
    assert preview.issues == ()
    assert publish_files(preview, example_store, CLERK).status == "unchanged"
    assert example_store.read_table(example_store.current().entries[0]).rows


# The state that was seen


def test_a_preview_holds_for_the_state_that_it_was_made_against(store: Store, reference: Reference):
    """The checks said nothing of what another person published since: so nothing is published."""
    december = look(store, reference, dressed(ANNEX_2))
    publish(store, reference, dressed(ANNEX_1))
    outcome = publish_files(december, store, CLERK)
    assert (outcome.status, outcome.snapshot.id) == ("needs_confirmation", "000001")
    assert publish(store, reference, dressed(ANNEX_2)) == "published"


def test_a_preview_without_a_store_cannot_go_past_the_checks(example_store, reference: Reference):
    blind = look(None, reference, dressed(ANNEX_2))
    assert publish_files(blind, example_store, CLERK).status == "needs_confirmation"


# Kept files


def test_a_draft_carries_the_file_itself(reference: Reference):
    content = EXAMPLE.read_bytes()
    preview = look(None, reference, content)
    assert [draft.content for draft in preview.drafts] == [content, content]
    assert all(draft.source.kept for draft in preview.drafts)


# Names


def test_an_unknown_name_is_asked_once(reference: Reference):
    both = [annex_2("Sở Y tế", "S. GTVT"), annex_2("s.  gtvt", "Sở Y tế", "Sở Lạ")]
    preview = look(None, reference, *both)
    assert not preview.is_valid
    assert [(name.name, name.place.file) for name in preview.unknown_names] == [
        ("S. GTVT", "1.xlsx"),
        ("Sở Lạ", "2.xlsx"),
    ]
    assert preview.unknown_names[0].suggestions[0].id == "so-giao-thong-van-tai"
    assert [len(file.unknown_names) for file in preview.files] == [1, 2]


def said(preview: Preview) -> list[tuple[str, str]]:
    return [(taught.name, taught.department) for taught in preview.aliases]


def learned(store: Store) -> list[tuple[str, str, str]]:
    return [(a.name, a.department, a.added_by) for a in store.current().aliases]


def test_an_answer_is_published_and_remembered(store: Store, reference: Reference):
    answers = [("S. GTVT", "so-giao-thong-van-tai")]
    content = annex_2("Sở Y tế", "S. GTVT")
    preview = look(store, reference, content, aliases=answers)
    assert preview.is_valid
    assert said(preview) == answers
    assert preview.unknown_names == ()
    assert publish_files(preview, store, CLERK).status == "published"
    assert learned(store) == [("S. GTVT", "so-giao-thong-van-tai", "văn thư")]
    again = look(store, reference, content)  # nobody is asked again
    assert again.is_valid
    assert again.aliases == ()
    assert publish_files(again, store, CLERK).status == "unchanged"


def test_only_answers_that_were_needed_are_remembered(store: Store, reference: Reference):
    answers = [
        ("s gtvt", "so-giao-thong-van-tai"),
        ("Sở Y tế", "so-tu-phap"),  # registered, and not as Sở Tư pháp
        ("Sở khác", "so-noi-vu"),  # of a file that is no longer there
    ]
    preview = look(store, reference, annex_2("Sở Y tế", "S. GTVT"), aliases=answers)
    assert said(preview) == [("s gtvt", "so-giao-thong-van-tai")]
    rows = preview.drafts[0].table.rows
    assert [row.department for row in rows] == ["so-y-te", "so-giao-thong-van-tai"]


def test_an_answer_overrules_what_was_learned(store: Store, reference: Reference):
    content = annex_2("Sở Lạ")
    publish(store, reference, content, aliases=[("Sở Lạ", "so-noi-vu")])
    preview = look(store, reference, content, aliases=[("Sở Lạ", "so-ngoai-vu")])
    assert preview.drafts[0].table.rows[0].department == "so-ngoai-vu"
    assert said(preview) == [("Sở Lạ", "so-ngoai-vu")]
    publish_files(preview, store, CLERK)
    assert look(store, reference, content).drafts[0].table.rows[0].department == "so-ngoai-vu"


def test_a_refused_file_teaches_nothing(store: Store, reference: Reference):
    content = annex_2("Sở Lạ", "Sở Lạ hơn")
    assert publish(store, reference, content, aliases=[("Sở Lạ", "so-noi-vu")]) == "rejected"
    assert store.current() is None


def test_an_answer_names_a_department(reference: Reference):
    with pytest.raises(ValueError, match="so-khong-co"):
        look(None, reference, annex_2("Sở Lạ"), aliases=[("Sở Lạ", "so-khong-co")])


def test_a_name_is_asked_once_for_each_side_of_a_merger(store: Store, reference: Reference):
    """Sở Tài chính is one department until 28/02/2025 and another from 01/03/2025 on."""
    before = annex_2("Ngành TC", period="Từ ngày 01/01/2025 đến ngày 31/01/2025")
    after = annex_2("Ngành TC", period="Từ ngày 01/03/2025 đến ngày 31/03/2025")
    options = {"today": date(2025, 5, 1), "store": store}
    answers = []
    for id_ in ("so-tai-chinh", "so-tai-chinh-2025"):
        uploads = [Upload("trước.xlsx", before), Upload("sau.xlsx", after)]
        preview = preview_files(uploads, reference, aliases=answers, **options)
        (unknown,) = preview.unknown_names
        assert id_ in {d.id for d in reference.departments_on(unknown.period.last)}
        answers.append((unknown.name, id_))
    preview = preview_files(uploads, reference, aliases=answers, **options)
    assert publish_files(preview, store, CLERK).status == "published"
    assert [id_ for _, id_, _ in learned(store)] == ["so-tai-chinh", "so-tai-chinh-2025"]
    again = preview_files(uploads, reference, **options)
    assert (again.is_valid, again.aliases) == (True, ())


def test_an_unknown_name_of_a_list_is_asked_and_remembered(store: Store, reference: Reference):
    """Written in two ways in 40 rows: one question, one answer, and the list is read with it."""
    names = itertools.cycle(["Sở Y  tế tỉnh", "SỞ Y TẾ TỈNH"])
    records = [r | {"department": next(names)} for r in make_records(40)]
    listed = Upload("ds.csv", csv_bytes(rows_of(records)))
    options = {"store": store, "today": TODAY, "period": DECEMBER}
    (unknown,) = preview_files([listed], reference, **options).unknown_names
    assert (unknown.name, unknown.place.row) == ("Sở Y  tế tỉnh", 2)
    assert unknown.suggestions[0].id == "so-y-te"
    preview = preview_files([listed], reference, aliases=[(unknown.name, "so-y-te")], **options)
    assert publish_files(preview, store, CLERK).status == "published"
    assert learned(store) == [("Sở Y tế tỉnh", "so-y-te", "văn thư")]
    assert preview_files([listed], reference, **options).aliases == ()
