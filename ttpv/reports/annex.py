"""Annexes I and II as a workbook, one sheet each, ready for the import.

Written from the layouts by which they are read (data/reference/layouts), so the numbering row and
the header's words are those that the import knows.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.reference import Column, Reference

Figures = Mapping[str, Mapping[str, Figure]]
"""Department id → field → figure."""

_HEADER_ROW = 5
_WIDTHS = {"ordinal": 6, "department": 38, "figure": 15}
_LINE = Side(style="thin", color="999999")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


@dataclass(frozen=True, slots=True)
class Annex:
    """What one sheet holds: a row for each department of `rows`, and the Σ row."""

    layout: str
    rows: Figures
    total: Mapping[str, Figure]


def build_annexes(reference: Reference, period: Period, annexes: Sequence[Annex]) -> bytes:
    """An .xlsx of the annexes. A column that no row has a figure for is left out."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for annex in annexes:
        layout = reference.layouts[annex.layout]
        short, _, title = layout.name.partition(" – ")
        sheet = book.create_sheet(short)
        sheet["A1"] = reference.centre.name
        sheet["A2"], sheet["A2"].font = f"{short}. {title}", Font(bold=True, size=14)
        sheet["A3"] = f"(Từ ngày {period.start:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y})"
        columns = [column for column in layout.columns if _is_held(column, annex)]
        top = _write_header(sheet, columns)
        names = {d.id: d.name for d in reference.departments}
        for ordinal, (department, figures) in enumerate(annex.rows.items(), 1):
            _write_row(sheet, top + ordinal, columns, ordinal, names[department], figures)
        last = top + len(annex.rows) + 1
        _write_row(sheet, last, columns, layout.total_labels[0], "Tổng số", annex.total)
        sheet.freeze_panes = f"C{top + 1}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _is_held(column: Column, annex: Annex) -> bool:
    return column.field is None or any(column.field in row for row in annex.rows.values())


def _write_header(sheet: Worksheet, columns: Sequence[Column]) -> int:
    """Header texts from top to bottom, and the numbering row below; gives the latter's row."""
    depth = max(len(column.header[0]) for column in columns)
    numbering = _HEADER_ROW + depth
    for place, column in enumerate(columns, 1):
        texts = column.header[0]
        for offset, text in enumerate(texts):
            cell = sheet.cell(_HEADER_ROW + offset, place, text[:1].upper() + text[1:])
            cell.font, cell.alignment, cell.border = Font(bold=True), _CENTRED, _BORDER
        if len(texts) < depth:
            sheet.merge_cells(
                start_row=numbering - 1 - depth + len(texts),
                end_row=numbering - 1,
                start_column=place,
                end_column=place,
            )
        number = f"{column.number}={column.formula}" if column.formula else column.number
        cell = sheet.cell(numbering, place, number)
        cell.font, cell.alignment, cell.border = Font(italic=True), _CENTRED, _BORDER
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column.role]
    return numbering


def _write_row(
    sheet: Worksheet,
    row: int,
    columns: Sequence[Column],
    ordinal: int | str,
    name: str,
    figures: Mapping[str, Figure],
) -> None:
    for place, column in enumerate(columns, 1):
        value: Figure | str = name if column.role == "department" else ordinal
        if column.field:
            value = figures.get(column.field)
        cell = sheet.cell(row, place, value)
        cell.border = _BORDER
        if column.field:
            cell.number_format = "#,##0" if isinstance(value, int) else "0.0"
