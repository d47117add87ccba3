"""The figures of 2023, equal to the digit, out of every office container, and what each hides."""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.containers import docx, ods, xlsb, zipped
from tests.dress import ANNEX_1, ANNEX_2, Style, dressed, expected, figures, saved
from tests.golden.make_files import FILES, annexes, hide
from tests.unit.readers.test_dresses import DRESSES, YEAR
from ttpv.core.messages import MESSAGES
from ttpv.readers import ExportRead, read_export
from ttpv.readers.sheets import read_sheets
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
WRITERS: dict[str, Callable[[Workbook], bytes]] = {"xlsb": xlsb, "ods": ods, "docx": docx}
BY_LIBREOFFICE = ["annexes.xls", "annexes.ods", "fractions.xls", "fractions.ods"]
ERRORS = ["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NULL!"]


def read(content: bytes, reference: Reference) -> ExportRead:
    return read_export(content, "xuat.xlsx", reference, today=TODAY)


def check_annexes(found: ExportRead, reference: Reference) -> None:
    assert [table.form for table in found.tables] == ["annex-1", "annex-2"]
    for table, annex in zip(found.tables, (ANNEX_1, ANNEX_2), strict=True):
        assert table.period == YEAR
        assert figures(table) == expected(annex, reference)


@pytest.mark.parametrize("style", DRESSES.values(), ids=DRESSES.keys())
@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
def test_every_dress_in_every_container(write, style: Style, reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_1, ANNEX_2, style=style)))
    found = read(write(book), reference)
    assert {issue.code for issue in found.issues} <= {"number_stray"}
    check_annexes(found, reference)


@pytest.mark.parametrize("name", BY_LIBREOFFICE)
def test_what_an_office_program_wrote(name: str, reference: Reference):
    found = read((FILES / name).read_bytes(), reference)
    assert not found.issues
    check_annexes(found, reference)


# What is hidden


def hidden_annexes() -> Workbook:
    book = annexes(Style())
    hide(book.worksheets[0])
    return book


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        (lambda: saved(hidden_annexes()), True),
        (lambda: xlsb(hidden_annexes()), True),
        (lambda: ods(hidden_annexes()), True),
        (lambda: docx(hidden_annexes()), False),  # Word hides no columns
        (lambda: (FILES / "hidden.xls").read_bytes(), True),
        (lambda: (FILES / "hidden.ods").read_bytes(), True),
    ],
    ids=["xlsx", "xlsb", "ods", "docx", "xls by LibreOffice", "ods by LibreOffice"],
)
def test_hidden_rows_and_columns_are_counted_and_said(content, columns, reference: Reference):
    found = read(content(), reference)
    check_annexes(found, reference)
    rows, *rest = found.issues
    assert rows.code == "rows_hidden"
    assert "3 dòng đang ẩn (" in rows.message
    if columns:
        assert "(16–17, 20)" in rows.message
        assert [(i.code, i.column) for i in rest] == [("columns_hidden", "N")]
        assert "2 cột đang ẩn (N–O)" in rest[0].message
    else:
        assert not rest


def test_what_is_hidden_beside_the_figures_is_not_said(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2)))
    book.active.row_dimensions[9].hidden = True  # the header
    book.active.row_dimensions[400].hidden = True
    book.active.column_dimensions["X"].hidden = True
    for write in (saved, xlsb, ods):
        assert not read(write(book), reference).issues


@pytest.mark.parametrize("write", [saved, xlsb, ods])
def test_a_hidden_sheet_is_said(write, reference: Reference):
    book = annexes(Style())
    book.worksheets[1].sheet_state = "hidden"
    found = read(write(book), reference)
    check_annexes(found, reference)
    assert [(i.code, i.sheet) for i in found.issues] == [("sheet_hidden", "Phụ lục II")]


# Cells


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
def test_an_error_is_an_error(write, reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2)))
    for row, error in enumerate(ERRORS, 12):
        book.active.cell(row, 3).value = error
    issues = read(write(book), reference).issues
    assert [(i.code, i.value) for i in issues] == [("cell_error", error) for error in ERRORS]


@pytest.mark.parametrize("name", ["quirks.xls", "quirks.ods"])
def test_what_formats_tell_differently(name: str):
    """tests/golden/make_files.py says what was written."""
    sheets, issues = read_sheets((FILES / name).read_bytes(), name)
    assert not issues
    first, second = sheets
    assert [first.cell(3, column).text for column in range(1, 5)] == ["#DIV/0!", "#N/A", "2", "chữ"]
    assert first.cell(3, 1).is_error
    assert first.cell(3, 2).is_error
    assert first.cell(4, 1).text.startswith("2023-12-25")
    assert isinstance(first.cell(4, 1).value, date)
    assert (first.cell(4, 2).value, first.cell(4, 2).number_format[-1]) == (0.662, "%")
    assert first.cell(4, 3).value == 66.2
    assert first.cell(5, 1).text == "Sở Giáo dục và Đào tạo"
    assert first.cell(6, 1).value == 30816
    assert isinstance(first.cell(6, 1).value, int)
    assert first.cell(65536, 256).text == "xa"
    assert first.shown(2, 4).text == "Tiêu đề gộp"
    assert (first.hidden_rows, second.is_hidden) == ({6}, True)


@pytest.mark.parametrize("write", [saved, xlsb, ods])
def test_what_lies_under_a_merged_cell_is_not_on_the_sheet(write):
    book = Workbook()
    book.active["A1"] = "thấy"
    book.active.merge_cells("A1:C2")
    book.active["A4"] = "khác"
    (sheet,), _ = read_sheets(write(book), "x")
    assert {(row, column) for row, cells in sheet.rows.items() for column in cells} == {
        (1, 1),
        (4, 1),
    }
    assert sheet.shown(2, 3).text == "thấy"


# Damage: never a traceback, never nothing


def written() -> dict[str, bytes]:
    book = load_workbook(io.BytesIO(dressed(ANNEX_2)))
    made = {name: write(book) for name, write in WRITERS.items()}
    return {**made, "xlsx": saved(book), "xls": (FILES / "quirks.xls").read_bytes()}


WRITTEN = written()


def check(found: ExportRead) -> None:
    assert found.tables or found.issues
    for issue in found.issues:
        assert issue.code in MESSAGES
        assert issue.message.endswith(".")
        assert "Error" not in issue.message
        assert "BadZip" not in issue.message


@pytest.mark.parametrize("name", WRITTEN)
def test_cut_files_are_damage(name: str, reference: Reference):
    content = WRITTEN[name]
    for tenths in range(1, 10):
        found = read(content[: len(content) * tenths // 10], reference)
        assert [issue.code for issue in found.issues] == ["file_damaged"]


@settings(max_examples=120)
@given(data=st.data())
def test_flipped_bytes(data: st.DataObject, reference: Reference):
    content = bytearray(WRITTEN[data.draw(st.sampled_from(sorted(WRITTEN)))])
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check(read(bytes(content), reference))


@settings(max_examples=120)
@given(data=st.data())
def test_mutilated_members(data: st.DataObject, reference: Reference):
    """Past the checksums: bytes of a part are changed, cut out, doubled; parts are swapped."""
    members = unzipped(WRITTEN[data.draw(st.sampled_from(sorted(WRITERS)))])
    names = sorted(members)
    if data.draw(st.booleans()):
        one, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
        members[one], members[other] = members[other], members[one]
    name = data.draw(st.sampled_from(names))
    part = members[name]
    fillings = st.sampled_from([b"", b"\0", b"\xff\xff\xff\xff", b"<", b'"', b"999999999", b"-1"])
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(part)))
        part = part[:at] + data.draw(fillings) + part[at + data.draw(st.integers(0, 30)) :]
    check(read(zipped({**members, name: part}), reference))


@settings(max_examples=80)
@given(data=st.data())
def test_mutilated_records_of_xls(data: st.DataObject, reference: Reference):
    """Lengths and numbers of records, where a reader can be led astray most."""
    content = bytearray((FILES / "annexes.xls").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(512, len(content) - 4))
        struct.pack_into("<H", content, at, data.draw(st.sampled_from([0, 10, 0x809, 0xFFFF, 252])))
    check(read(bytes(content), reference))


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_golden_files_are_all_used():
    kept = {path.name for path in Path(FILES).iterdir()}
    names = {"annexes", "fractions", "hidden", "quirks"}
    assert kept == {f"{name}.{ending}" for name in names for ending in ("xls", "ods")}
