"""The same list as a workbook, read by a process of its own; and files that mean harm."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.dossier_lists import Title, make_records, rows_of, write_xlsx
from tests.unit.readers.dossiers.conftest import ReadList
from tests.unit.readers.dossiers.test_delimited import figures
from ttpv.readers.dossiers import find_dossier_list
from ttpv.readers.dossiers.row_reader import to_text
from ttpv.reference import Reference

COUNT = 60


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book_of(rows: list[list[str]], *, at: tuple[int, int] = (1, 1)) -> Workbook:
    book = Workbook()
    fill(book.active, rows, at)
    return book


def fill(sheet: Worksheet, rows: list[list[str]], at: tuple[int, int] = (1, 1)) -> None:
    for number, row in enumerate(rows, at[0]):
        for column, value in enumerate(row, at[1]):
            sheet.cell(number, column).value = value or None


@pytest.mark.parametrize(("title", "dates"), [(None, "text"), (Title(), "excel")])
def test_a_workbook_gives_the_counts_of_the_csv(
    tmp_path: Path, read_list: ReadList, title: Title | None, dates: str
):
    plain = read_list(rows_of(make_records(COUNT)))
    path = write_xlsx(tmp_path / "a.bin", rows_of(make_records(COUNT)), title=title, dates=dates)
    for source in (path, path.read_bytes()):
        read = read_list(source)
        assert read.rows == COUNT
        assert figures(read.table) == figures(plain.table)
        assert read.states == plain.states


def test_a_list_somewhere_on_the_second_sheet(read_list: ReadList, reference: Reference):
    """Shared texts, rows and columns left blank above and before: cells are named as Excel does."""
    rows = list(rows_of(make_records(5)))
    rows[3][13] = "?"
    book = Workbook()
    book.active["A1"] = "Bìa"
    fill(book.create_sheet("Hồ sơ"), rows, (3, 2))
    content = saved(book)
    header = find_dossier_list(content, "a", reference)
    assert header is not None
    assert (header.row, header.columns["code"]) == (3, 2)
    (issue,) = (i for i in read_list(content).issues if i.is_error)
    assert (issue.sheet, issue.row, issue.column) == ("Hồ sơ", 6, "O")


def test_two_lists_in_one_file_are_refused(read_list: ReadList):
    book = book_of(list(rows_of(make_records(3))))
    fill(book.create_sheet(), list(rows_of(make_records(4))))
    (issue,) = read_list(saved(book)).issues
    assert issue.code == "dossier_two_lists"


def test_a_hidden_sheet_is_read_and_said(read_list: ReadList):
    book = book_of(list(rows_of(make_records(3))))
    book.create_sheet("Khác")
    book.active.sheet_state = "hidden"
    read = read_list(saved(book))
    assert "sheet_hidden" in {issue.code for issue in read.issues}
    assert read.table is not None


def test_real_dates_among_texts_are_refused(read_list: ReadList, tmp_path: Path):
    """Excel took 05/12 for the 12th of May and left 25/12 alone."""
    texts = list(rows_of(make_records(6)))
    book = book_of(texts)
    book.active["K5"].value = datetime(2023, 5, 12)
    issues = read_list(saved(book)).issues
    assert ("dossier_dates_mixed", 5, "K") in {(i.code, i.row, i.column) for i in issues}


def test_a_cell_far_away_is_refused_and_nobody_dies_of_it(read_list: ReadList, tmp_path: Path):
    """calamine asks for 550 GB and ends its process: the row reader's."""
    path = write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(3)))
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    (issue,) = read_list(edit_sheet(path, lambda xml: xml.replace(b"</sheetData>", far))).issues
    assert issue.code == "dossier_reader_ended"


def edit_sheet(
    path: Path, edit: Callable[[bytes], bytes], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", compression) as new:
        for name in old.namelist():
            xml = old.read(name)
            new.writestr(name, edit(xml) if "sheet1" in name else xml)
    return out.getvalue()


def test_a_truncated_workbook(read_list: ReadList, reference: Reference, tmp_path: Path):
    content = write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(500))).read_bytes()
    for part in (content[: len(content) // 2], content[:100]):
        (issue,) = read_list(part).issues
        assert issue.code == "dossier_reader_ended"
        assert find_dossier_list(part, "a", reference) is None


@pytest.mark.parametrize("damage", [b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<", b"\xff\xfe"])
def test_damaged_xml_holds_no_list(damage: bytes, reference: Reference, tmp_path: Path):
    path = write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(3)))
    assert find_dossier_list(edit_sheet(path, lambda xml: damage + xml), "a", reference) is None


def test_only_what_can_be_unpacked_in_steps_is_looked_into(reference: Reference, tmp_path: Path):
    path = write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(3)))
    for compression, is_found in ((zipfile.ZIP_STORED, True), (zipfile.ZIP_BZIP2, False)):
        content = edit_sheet(path, bytes, compression)
        assert (find_dossier_list(content, "a", reference) is not None) == is_found


def test_cells_that_are_no_texts():
    assert to_text(50_000.0) == "50000"
    assert to_text(30.009) == "#30.009"  # a decimal number is no count, whatever it looks like
    assert to_text(True) == "1"
    assert to_text("") == ""
    assert to_text(time(1, 2)) == "#"
    assert to_text(date(2023, 12, 5)) == "2023-12-05E"
