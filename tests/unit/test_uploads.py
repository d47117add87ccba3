"""A dossier list is imported like an export: counts, extras, no copy of it, no applicants."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.containers import ods
from tests.dossier_lists import PERSONAL, csv_bytes, make_records, rows_of, write_xlsx
from ttpv.core.periods import Period
from ttpv.dossier_lists import find_list, read_dossiers, read_procedures, sum_fields
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.monitor import read_figures
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import Store

TODAY = date(2024, 1, 2)
DECEMBER = Period(date(2023, 12, 1), date(2024, 1, 1))
PUBLISHER = Publisher("tests", may_publish=True)


def preview(store: Store, reference: Reference, content: bytes | Path, **said: bool) -> Preview:
    upload = Upload("ds.csv", content)
    return preview_files(
        [upload], reference, store=store, today=TODAY, period=DECEMBER, overrules=True, **said
    )


@pytest.fixture
def listed() -> bytes:
    return csv_bytes(rows_of(make_records(3_000)))


def test_a_list_is_published_and_read_down_to_the_dossier(
    tmp_path: Path, reference: Reference, listed: bytes
):
    store = Store(tmp_path / "store")
    found = preview(store, reference, listed)
    assert [file.forms for file in found.files] == [("dossiers",)]
    assert found.is_valid, found.issues
    outcome = publish_files(found, store, PUBLISHER)
    assert outcome.snapshot is not None
    entry = find_list(outcome.snapshot.entries)
    assert entry is not None
    assert not entry.source.kept
    figures = read_figures(store, reference, outcome.snapshot, DECEMBER)
    for line in figures.departments:
        assert line.department is not None
        procedures = read_procedures(store, entry, line.department.id)
        fields = sum_fields(procedures)
        for measure in ("received_new", "resolved_late", "pending_overdue", "suspended"):
            assert sum(f.counts[measure] or 0 for f in fields) == line.counts[measure]
        late = read_dossiers(store, entry, line.department.id, "resolved_late")
        assert len(late) == line.counts["resolved_late"]
        assert all(d.returned and d.due and d.returned > d.due for d in late)
        for field in fields:
            narrowed = read_dossiers(store, entry, line.department.id, "suspended", field=field.key)
            assert len(narrowed) == field.counts["suspended"]


def test_no_applicant_reaches_the_store(tmp_path: Path, reference: Reference):
    records = list(make_records(500))
    planted = {column: f"DẤU VẾT {n} {column}" for n, column in enumerate(PERSONAL)}
    records = [{**record, **planted} for record in records]
    store = Store(tmp_path / "store")
    found = preview(store, reference, csv_bytes(rows_of(records)))
    publish_files(found, store, PUBLISHER)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 6
    for path in files:
        content = path.read_bytes()
        for encoding in ("utf-8", "utf-16-le"):
            assert "DẤU VẾT".encode(encoding) not in content
            assert "DẤU VẾT" not in "".join(issue.message for issue in found.issues)


def test_a_workbook_and_a_file_on_disk_give_the_same(
    tmp_path: Path, reference: Reference, listed: bytes
):
    store = Store(tmp_path / "store")
    on_disk = tmp_path / "ds.csv"
    on_disk.write_bytes(listed)
    book = write_xlsx(tmp_path / "ds.xlsx", rows_of(make_records(3_000)))
    tables = [
        preview(store, reference, content).drafts[0].table
        for content in (listed, on_disk, book.read_bytes())
    ]
    assert tables[0].rows
    for table in tables[1:]:
        assert [(r.department, r.figures) for r in table.rows] == [
            (r.department, r.figures) for r in tables[0].rows
        ]


def test_a_department_without_a_dossier_has_none_only_where_the_list_is_whole(
    tmp_path: Path, reference: Reference
):
    records = [r for r in make_records(500) if r["department"] == "Sở Y tế"]
    content = csv_bytes(rows_of(records))
    store = Store(tmp_path / "store")
    part = preview(store, reference, content)
    assert [row.department for row in part.drafts[0].table.rows] == ["so-y-te"]
    assert "department_missing" in [issue.code for issue in part.issues]
    whole = preview(store, reference, content, is_complete=True)
    assert len(whole.drafts[0].table.rows) == 18
    assert "department_missing" not in [issue.code for issue in whole.issues]
    others = [r for r in whole.drafts[0].table.rows if r.department != "so-y-te"]
    assert {figure for row in others for figure in row.figures.values()} == {0}


def test_looking_without_publishing_leaves_nothing_but_staged_files(
    tmp_path: Path, reference: Reference, listed: bytes
):
    store = Store(tmp_path / "store")
    found = preview(store, reference, listed)
    assert all(path.is_relative_to(store.staging()) for path in found.staged)
    assert len(found.staged) == 3
    assert store.current() is None


def test_a_list_that_is_no_xlsx_may_be_larger_than_any_form(tmp_path: Path, reference: Reference):
    """Of .xls, .xlsb and .ods the forms are tried first, and those have 30 MB at most."""
    book = Workbook()
    for row in rows_of(make_records(20)):
        book.active.append([text or None for text in row])
    content = io.BytesIO(ods(book))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Thumbnails/thumbnail.png", bytes(31_000_000))
    found = preview(Store(tmp_path / "store"), reference, content.getvalue())
    assert [file.forms for file in found.files] == [("dossiers",)]
    assert found.is_valid, found.issues


def test_a_huge_file_that_is_no_list_is_not_read(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(300_000_000)

    def fail(_: Upload) -> bytes:
        raise AssertionError("300 MB would be read into memory")

    monkeypatch.setattr(Upload, "read", fail)
    found = preview(Store(tmp_path / "store"), reference, path)
    assert [issue.code for issue in found.issues] == ["file_too_large"]
