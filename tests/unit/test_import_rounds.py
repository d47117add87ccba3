"""Rounds of importing: refusals leave no trace, and what was shown is what is published."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.conftest import EXAMPLE, TODAY, EditExample
from tests.dress import ANNEX_1, ANNEX_2, Style, dress, dressed, saved
from ttpv.core.periods import parse_period
from ttpv.imports import FilePreview, Preview, Upload, missing_file, preview_files, publish_files
from ttpv.publishing import NotAllowed, Outcome, Publisher
from ttpv.reference import Reference
from ttpv.store import Store

CLERK = Publisher("văn thư", may_publish=True)
ONE, TWO = "Phụ lục I", "Phụ lục II"
SQL = "SELECT * FROM read_parquet($files, union_by_name = true)"


def preview(reference: Reference, *uploads: tuple[str, bytes], **options):
    files = [Upload(name, content) for name, content in uploads]
    return preview_files(files, reference, today=TODAY, **options)


def publish(store: Store, reference: Reference, *uploads: tuple[str, bytes], **options) -> Outcome:
    return publish_files(preview(reference, *uploads, store=store), store, CLERK, **options)


def read(path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, by what is in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


BAD_FILES = [
    b"",
    b"\x89PNG\r\n\x1a\n",
    EXAMPLE.read_bytes()[:9000],
    saved(Workbook()),
    dressed(ANNEX_1, style=Style(period=None)),
    dressed(ANNEX_1, style=Style(period="Từ ngày 31/02/2023 đến ngày 25/12/2023")),
    dressed(ANNEX_1, style=Style(period="Từ ngày 01/01/2024 đến ngày 31/01/2024")),
    bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
]


@pytest.mark.parametrize("content", BAD_FILES)
@pytest.mark.parametrize("beside_a_good_one", [False, True])
def test_a_refused_file_leaves_the_store_as_it_was(
    content: bytes, beside_a_good_one: bool, example_store: Store, reference: Reference
):
    before = contents(example_store.folder)
    uploads = [("hong.xlsx", content)]
    if beside_a_good_one:
        good = dressed(ANNEX_2, style=Style(period="Từ ngày 01/12/2023 đến ngày 31/12/2023"))
        uploads.insert(0, ("tot.xlsx", good))
    outcome = publish(example_store, reference, *uploads)
    assert outcome.status == "rejected"
    assert outcome.snapshot == example_store.current()
    assert outcome.files[-1].issues
    assert [file.is_valid for file in outcome.files] == [True, False][-len(uploads) :]
    assert contents(example_store.folder) == before


def test_whatever_refuses_leaves_the_store_as_it_was(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    before = contents(example_store.folder)
    warned = read(edit_example("sua.xlsx", {(ONE, "E32"): 1}))
    assert publish(example_store, reference, warned, strict=True).status == "rejected"
    for snapshot in ("000009", ""):
        stale = replace(preview(reference, warned, store=example_store), snapshot=snapshot)
        assert publish_files(stale, example_store, CLERK).status == "needs_confirmation"
    visitor = Publisher("khách", may_publish=False)
    with pytest.raises(NotAllowed, match="không có quyền"):
        publish_files(preview(reference, warned), example_store, visitor)
    assert publish_files(Preview(()), example_store, CLERK).status == "rejected"
    lost = Preview((missing_file("x.xlsx"),), snapshot="000001")
    assert publish_files(lost, example_store, CLERK).status == "rejected"
    assert publish(example_store, reference, read(EXAMPLE)).status == "unchanged"
    assert contents(example_store.folder) == before


def test_previews_of_anything_write_nothing(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
):
    """Neither in the store nor where temporary files would go."""
    for name in ("TMPDIR", "TTPV_DATA_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for content in (*BAD_FILES, EXAMPLE.read_bytes()):
        preview(reference, ("x.xlsx", content))
    assert list(tmp_path.iterdir()) == []


def test_two_files_are_one_state(store: Store, reference: Reference):
    outcome = publish(store, reference, ("1.xlsx", dressed(ANNEX_1)), ("2.xlsx", dressed(ANNEX_2)))
    assert (outcome.status, outcome.snapshot.id) == ("published", "000001")
    assert {e.form: e.source.file for e in outcome.snapshot.entries} == {
        "annex-1": "1.xlsx",
        "annex-2": "2.xlsx",
    }


def test_the_fees_are_compared_across_two_files(
    store: Store, reference: Reference, edit_example: EditExample
):
    """Giáo dục và Đào tạo: a rate of 12,5 in annex I, no transaction in annex II."""
    first = read(edit_example("1.xlsx", {(ONE, "N17"): 12.5}, drop_sheets=(TWO,)))
    second = read(edit_example("2.xlsx", drop_sheets=(ONE,)))
    outcome = publish(store, reference, second, first)
    assert [[i.code for i in file.issues] for file in outcome.files] == [[], ["fees_contradict"]]
    kept = {entry.form: [i.code for i in entry.issues] for entry in outcome.snapshot.entries}
    assert kept == {"annex-1": ["fees_contradict"], "annex-2": []}


@pytest.mark.parametrize("names", [("1.xlsx", "2.xlsx"), ("1.xlsx", "1.xlsx")])
def test_the_same_form_in_two_files_is_refused(names, store: Store, reference: Reference):
    """Even the same file twice, even under one name: which one counts is not ours to say."""
    outcome = publish(store, reference, *((name, dressed(ANNEX_2)) for name in names))
    assert outcome.status == "rejected"
    (issue,) = outcome.files[-1].issues
    assert issue.code == "form_twice"
    assert "01/01/2023 – 25/12/2023" in issue.message
    assert not store.folder.exists()


def test_the_same_form_on_two_sheets_is_refused(store: Store, reference: Reference):
    book = Workbook()
    for sheet in (book.active, book.create_sheet("Bản sao")):
        dress(sheet, ANNEX_2, Style())
    outcome = publish(store, reference, ("x.xlsx", saved(book)))
    assert outcome.status == "rejected"
    assert [(i.code, i.sheet) for i in outcome.files[0].issues] == [("form_twice", "Bản sao")]


def test_two_periods_of_a_form_are_two_entries(store: Store, reference: Reference):
    months = ["01/11/2023 đến ngày 30/11/2023", "01/12/2023 đến ngày 31/12/2023"]
    uploads = [
        (f"{month[3:5]}.xlsx", dressed(ANNEX_2, style=Style(period=f"Từ ngày {month}")))
        for month in months
    ]
    outcome = publish(store, reference, *uploads)
    assert outcome.snapshot.periods == (parse_period("2023-11"), parse_period("2023-12"))


def test_a_corrected_file_replaces_its_form_alone(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    before = example_store.current()
    outcome = publish(example_store, reference, read(edit_example("sua.xlsx", {(ONE, "E32"): 1})))
    assert [(change.form, change.change) for change in outcome.snapshot.changes] == [
        ("annex-1", "replaced")
    ]
    assert outcome.snapshot.entries[1] == before.entries[1]
    assert [snapshot.id for snapshot in example_store.history()] == ["000002", "000001"]
    old = example_store.query(SQL + " WHERE department IS NULL", before.entries[:1])
    new = example_store.query(SQL + " WHERE department IS NULL", outcome.snapshot.entries[:1])
    assert [rows[0]["received_online"] for rows in (old, new)] == [63_629, 1]


def test_the_file_s_look_is_no_change(example_store: Store, reference: Reference):
    """The same figures from another file, in another dress: nothing to publish."""
    style = Style(counts="dots", rates="comma", numbering="brackets", top=20, left=3)
    content = dressed(ANNEX_1, ANNEX_2, style=style)
    assert publish(example_store, reference, ("khac.xlsx", content)).status == "unchanged"


def test_what_was_shown_is_what_is_published(
    store: Store, reference: Reference, edit_example: EditExample
):
    """The file may change on disk between the two."""
    path = edit_example("1.xlsx")
    shown = preview(reference, read(path))
    book = load_workbook(path)
    book[ONE]["E32"] = 1
    book.save(path)
    outcome = publish_files(shown, store, CLERK)
    rows = store.query(SQL + " WHERE department IS NULL", outcome.snapshot.entries[:1])
    assert rows[0]["received_online"] == 63_629


def test_accepted_warnings_are_kept_with_the_figures(
    store: Store, reference: Reference, edit_example: EditExample
):
    outcome = publish(store, reference, read(edit_example("sua.xlsx", {(ONE, "E32"): 1})))
    kept = Store(store.folder).current().entries[0].issues
    assert kept == outcome.files[0].issues
    assert {issue.code for issue in kept} == {"total_differs", "rate_differs"}


def test_a_name_that_looks_like_a_path_is_only_a_name(store: Store, reference: Reference):
    name = "../../../etc/<b>x</b>\x00.xlsx"
    outcome = publish(store, reference, (name, dressed(ANNEX_2)))
    assert outcome.status == "published"
    assert outcome.snapshot.entries[0].source.file == name.replace("\x00", "\ufffd")  # printable
    places = {"FORMAT", "manifests", "references", "sources", "tables"}
    assert {path.name for path in store.folder.iterdir()} == places
    (kept,) = (store.folder / "sources").iterdir()
    assert kept.name == outcome.snapshot.entries[0].source.sha256


def test_a_file_that_is_not_there(reference: Reference):
    file: FilePreview = missing_file("/x/y.xlsx")
    assert not file.is_valid
    assert [(issue.code, issue.file) for issue in file.issues] == [("file_missing", "/x/y.xlsx")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")
