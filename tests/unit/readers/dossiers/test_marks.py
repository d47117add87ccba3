"""What stands in an .xlsx sheet beside its values, and calamine does not tell."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.containers import ods, xlsb
from tests.dossier_lists import make_records, rows_of
from tests.unit.readers.dossiers.conftest import ReadList
from tests.unit.readers.dossiers.test_workbook import book_of, fill, saved

Edit = Callable[[Worksheet], object]


def edited(edit: Edit) -> bytes:
    book = book_of(list(rows_of(make_records(8, seed=3))))
    edit(book.active)
    return saved(book)


def places(read_list: ReadList, content: bytes) -> set[tuple[str, int | None, str | None]]:
    issues = read_list(content).issues
    return {(i.code, i.row, i.column) for i in issues if "dossier" not in i.code or i.is_error}


def put(cell: str, value: str) -> Edit:
    return lambda sheet: setattr(sheet[cell], "value", value)


@pytest.mark.parametrize("value", ["#DIV/0!", "#N/A", "=K4+1"])
@pytest.mark.parametrize("cell", ["M4", "L4", "P4", "T4"])
def test_a_cell_without_a_value_of_its_own_is_no_blank(read_list: ReadList, cell: str, value: str):
    """calamine gives "": an open dossier, one without deadline, without fee, with no flag."""
    expected = {("dossier_cell_error", 4, cell[0])}
    assert places(read_list, edited(put(cell, value))) == expected


@pytest.mark.parametrize("cell", ["G4", "V4", "M30"])
def test_nor_does_it_matter_where_nobody_reads(read_list: ReadList, cell: str):
    """A citizen's name, a note, a sum under the list."""
    assert places(read_list, edited(put(cell, "#DIV/0!"))) == set()


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("L3:L6", {("dossier_cells_merged", 3, "L")}),
        ("G3:G6", set()),  # names
        ("A12:V14", set()),  # a signature below
    ],
)
def test_merged_cells(
    read_list: ReadList, area: str, expected: set[tuple[str, int | None, str | None]]
):
    def merge(sheet: Worksheet) -> None:
        for row in range(4, 7) if area.startswith("L") else ():
            sheet.cell(row, 12).value = None
        sheet.merge_cells(area)

    assert places(read_list, edited(merge)) == expected


def test_what_is_hidden_is_counted_and_said(read_list: ReadList):
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[5].hidden = True
        sheet.row_dimensions[40].hidden = True
        sheet.column_dimensions["K"].hidden = sheet.column_dimensions["G"].hidden = True

    read = read_list(edited(hide))
    assert read.rows == 8
    assert {("rows_hidden", 3, None), ("columns_hidden", 1, "K")} <= {
        (i.code, i.row, i.column) for i in read.issues
    }


def test_elements_with_a_prefix(read_list: ReadList):
    """As .NET's libraries write them."""
    content = edited(put("M4", "#N/A"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if "sheet1" in name:
                xml = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", xml).replace(b"xmlns=", b"xmlns:x=")
            new.writestr(name, xml)
    assert places(read_list, out.getvalue()) == {("dossier_cell_error", 4, "M")}


@pytest.mark.parametrize("first", [True, False])
def test_a_list_that_goes_on_without_a_header_is_not_half_read(read_list: ReadList, first: bool):
    rows = list(rows_of(make_records(20)))
    book = Workbook()
    other = book.create_sheet("Tiếp", 0 if first else None)
    fill(book["Sheet"], rows[:11])
    fill(other, rows[11:])
    (issue,) = read_list(saved(book)).issues
    assert issue.code == "dossier_sheet_headless"


def test_a_summary_beside_the_list_is_no_list(read_list: ReadList):
    book = Workbook()
    book.active.append(["Cơ quan", "Số hồ sơ"])
    book.active.append(["Sở Y tế", "=1/0"])
    fill(book.create_sheet(), list(rows_of(make_records(8))))
    assert read_list(saved(book)).rows == 8


@pytest.mark.parametrize("write", [ods, xlsb])
def test_other_workbooks(read_list: ReadList, write: Callable[[Workbook], bytes]):
    """calamine tells no more of them; the reader of forms does, up to its own limits."""
    book = book_of(list(rows_of(make_records(8, seed=3))))
    sheet = book.active
    sheet["M4"] = "#DIV/0!"
    sheet["G5"] = "#N/A"
    sheet["L7"].value = None
    sheet.merge_cells("L6:L7")
    sheet.row_dimensions[3].hidden = True
    found = places(read_list, write(book))
    assert ("dossier_cell_error", 4, "M") in found
    assert ("dossier_cells_merged", 6, "L") in found
    assert ("rows_hidden", 3, None) in found
    assert "G" not in {column for _, _, column in found}
