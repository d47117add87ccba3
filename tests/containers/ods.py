"""Writes .ods with odfpy."""

import io
from collections.abc import Iterator, Mapping

from odf import number as odf_number
from odf import table as odf_table
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style as OdfStyle
from odf.style import TableProperties
from odf.text import P
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.containers.sheets import ERRORS, extent, hidden_columns, hidden_rows, is_percent


def ods(book: Workbook) -> bytes:
    """The workbook as .ods; blanks between and behind are repeated cells and rows."""
    document = OpenDocumentSpreadsheet()
    percent = odf_number.PercentageStyle(name="N11")
    percent.addElement(odf_number.Number(decimalplaces="1"))
    percent.addElement(odf_number.Text(text="%"))
    document.automaticstyles.addElement(percent)
    for name, display in (("shown", "true"), ("gone", "false")):
        style = OdfStyle(name=name, family="table")
        style.addElement(TableProperties(display=display))
        document.automaticstyles.addElement(style)
    for sheet in book.worksheets:
        style = "shown" if sheet.sheet_state == "visible" else "gone"
        table = odf_table.Table(name=sheet.title, stylename=style)
        for element in (*_ods_columns(sheet), *_ods_rows(sheet)):
            table.addElement(element)
        document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _ods_columns(sheet: Worksheet) -> Iterator[object]:
    hidden = hidden_columns(sheet)
    for column in range(1, extent(sheet)[1] + 1):
        yield odf_table.TableColumn(visibility="collapse" if column in hidden else "visible")
    yield odf_table.TableColumn(numbercolumnsrepeated=str(16_384 - extent(sheet)[1]))


def _ods_rows(sheet: Worksheet) -> Iterator[object]:
    rows, columns = extent(sheet)
    spans = {(a.min_row, a.min_col): a.size for a in sheet.merged_cells.ranges}
    covered = {c for a in sheet.merged_cells.ranges for c in a.cells} - spans.keys()
    for row in range(1, rows + 1):
        line = odf_table.TableRow(
            visibility="filter" if row in hidden_rows(sheet) else "visible",
        )
        for column in range(1, columns + 1):
            if (row, column) in covered:
                line.addElement(odf_table.CoveredTableCell())
            else:
                size = spans.get((row, column), {"rows": 1, "columns": 1})
                line.addElement(_ods_cell(sheet._cells.get((row, column)), size))
        line.addElement(odf_table.TableCell(numbercolumnsrepeated=str(16_384 - columns)))
        yield line
    last = odf_table.TableRow(numberrowsrepeated=str(1_048_576 - rows))
    last.addElement(odf_table.TableCell(numbercolumnsrepeated="16384"))
    yield last


def _ods_cell(cell: Cell | None, size: Mapping[str, int]) -> object:
    options = {}
    if size["rows"] * size["columns"] > 1:
        options = {
            "numberrowsspanned": str(size["rows"]),
            "numbercolumnsspanned": str(size["columns"]),
        }
    if cell is None or cell.value is None:
        return odf_table.TableCell(**options)
    value = cell.value
    if value in ERRORS:
        options |= {"valuetype": "float", "value": "0", "formula": "of:=1/0"}
    elif isinstance(value, (int, float)):
        kind = "percentage" if is_percent(cell) else "float"
        options |= {"valuetype": kind, "value": repr(value)}
    else:
        options |= {"valuetype": "string"}
    element = odf_table.TableCell(**options)
    for line in str(value).split("\n"):
        element.addElement(P(text=line))
    return element
