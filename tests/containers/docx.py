"""Writes reports as .docx: paragraphs and tables in WordprocessingML, packed by python-docx."""

import io
from collections.abc import Iterable
from decimal import Decimal

from docx import Document
from docx.oxml import parse_xml
from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.containers.sheets import extent, hidden_rows, is_percent

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(book: Workbook) -> bytes:
    """The workbook as a report: what stands around a table becomes paragraphs, figures are
    written as one prints them."""
    parts: list[str] = []
    for sheet in book.worksheets:
        rows, columns = extent(sheet)
        width = {r: sum(c.value is not None for c in sheet[r]) for r in range(1, rows + 1)}
        table = [row for row, cells in width.items() if cells > 2] or [*width]
        parts += (paragraph(_words(sheet, row)) for row in range(1, table[0]))
        parts.append(_docx_table(sheet, range(table[0], table[-1] + 1), columns))
        parts += (paragraph(_words(sheet, row)) for row in range(table[-1] + 1, rows + 1))
    return document(*parts)


def document(*parts: str) -> bytes:
    """A .docx of paragraphs and tables in WordprocessingML (prefix w)."""
    file = Document()
    body = file.element.body
    for child in parse_xml(f'<w:body xmlns:w="{W}">{"".join(parts)}</w:body>'):
        body[-1].addprevious(child)  # before the section's properties
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{_escaped(words)}</w:t></w:r></w:p>"


def table(rows: Iterable[str], columns: int, width: int = 800) -> str:
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def table_row(cells: Iterable[str], properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table_cell(words: str, span: int = 1, merge: str = "", inside: str = "") -> str:
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    properties = f'<w:tcPr><w:gridSpan w:val="{span}"/>{down}</w:tcPr>'
    return f"<w:tc>{properties}{inside}{paragraph(words)}</w:tc>"


def _escaped(words: str) -> str:
    holder = etree.Element("t")
    holder.text = words
    return etree.tostring(holder, encoding="unicode")[3:-4] if words else ""


def _words(sheet: Worksheet, row: int) -> str:
    return " ".join(printed(cell) for cell in sheet[row] if cell.value is not None)


def printed(cell: Cell) -> str:
    """A cell as one reads it on a Vietnamese machine."""
    value = cell.value
    if is_percent(cell):
        return f"{Decimal(repr(value)) * 100:.1f}%".replace(".", ",")
    if cell.number_format == "#,##0" and isinstance(value, (int, float)):
        return f"{value:,.0f}".replace(",", ".")
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _docx_table(sheet: Worksheet, rows: range, columns: int) -> str:
    areas = {cell: area for area in sheet.merged_cells.ranges for cell in area.cells}
    lines = []
    for row in rows:
        cells, column = [], 1
        while column <= columns:
            area = areas.get((row, column))
            span = area.size["columns"] if area else 1
            down = area is not None and area.size["rows"] > 1
            merge = ("restart" if row == area.min_row else "continue") if area and down else ""
            cell = sheet._cells.get((row, column))
            words = printed(cell) if cell is not None and cell.value is not None else ""
            cells.append(table_cell(words, span, merge))
            column += span
        gone = "<w:hidden/>" if row in hidden_rows(sheet) else ""
        lines.append(table_row(cells, gone))
    return table(lines, columns)
