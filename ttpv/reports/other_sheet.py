"""The sheet "Số liệu khác": lines to fill in for what no export holds; the import reads it again
(ttpv/readers/other_sheet.py), in the template or in a workbook of its own."""

import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ttpv.core.other_items import DAY_TITLE, SHEET_HEADS, SHEET_NAME, SOURCE_TITLE
from ttpv.core.periods import Period
from ttpv.core.text import format_number
from ttpv.other_items import list_items, name_figure, name_index_line
from ttpv.reference import (
    Entered,
    IndexEntry,
    OtherDefinitions,
    OtherEntry,
    PeriodEntry,
    Reference,
)

_TITLE = "SỐ LIỆU KHÁC CỦA KỲ – PHẢN ÁNH, KIẾN NGHỊ, CHỮ KÝ SỐ, CHỈ SỐ 766"
_HELP = (
    "Không có số liệu: để trống. Số chưa chính xác: ghi như “hơn 110”. Số lũy kế từ một ngày khác: "
    "ghi ngày đó ở cột cuối. Không dùng tờ này thì để trống hoặc xóa tờ."
)
_HEADS = ("STT", SHEET_HEADS["title"], "Đơn vị", SHEET_HEADS["value"], SHEET_HEADS["since"])
_WIDTHS = (6, 52, 22, 18, 18)
_HEADER_ROW = 5
_LINE = Side(style="thin", color="999999")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FILL = PatternFill("solid", fgColor="E8EEF4")
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TEXT_COLUMNS = 3
_FONT = "Calibri"  # else what is bold has another than the rest
_HEIGHT, _TALL = 20, 34


def build_other_workbook(
    reference: Reference, period: Period, entries: Sequence[OtherEntry] = ()
) -> bytes:
    """A workbook of this sheet alone, filled in with the entries of the period and, inside it, of
    the index."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_other_sheet(book, reference, period, entries)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def add_other_sheet(
    book: Workbook, reference: Reference, period: Period, entries: Sequence[OtherEntry] = ()
) -> None:
    """Puts the sheet behind the others."""
    sheet = book.create_sheet(SHEET_NAME)
    sheet["A1"] = reference.centre.name
    sheet["A2"], sheet["A2"].font = _TITLE, Font(name=_FONT, bold=True, size=14)
    sheet["A3"] = f"(Từ ngày {period.start:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y})"
    sheet["A4"], sheet["A4"].font = _HELP, Font(name=_FONT, italic=True)
    sheet["A4"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells("A4:E4")
    sheet.row_dimensions[4].height = _TALL
    _write_row(sheet, _HEADER_ROW, _HEADS, is_head=True)
    lines = _list_lines(reference.others, period, entries)
    for ordinal, (title, unit, value, since) in enumerate(lines, 1):
        _write_row(sheet, _HEADER_ROW + ordinal, (ordinal, title, unit, value, since))
        tall = title == SOURCE_TITLE
        sheet.row_dimensions[_HEADER_ROW + ordinal].height = _TALL if tall else _HEIGHT
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


_Line = tuple[str, str, Any, str]
"""Title, unit, figure, the day it is counted from."""


def _list_lines(
    definitions: OtherDefinitions, period: Period, entries: Sequence[OtherEntry]
) -> Iterator[_Line]:
    own = [e for e in entries if isinstance(e, PeriodEntry) and e.period == period]
    inside = [
        e for e in entries if isinstance(e, IndexEntry) and period.start <= e.day <= period.last
    ]
    figures = list_items(own[0], definitions) if own else {}
    for figure in definitions.entered:
        entered = figures.get(figure.id)
        since = f"{entered.since:%d/%m/%Y}" if entered and entered.since else ""
        yield name_figure(figure.id, definitions), figure.unit, _cell(entered), since
    yield from _list_index(definitions, inside[-1] if inside else None)
    sources = [entry.source for entry in own] + [entry.source for entry in inside[-1:]]
    yield SOURCE_TITLE, "văn bản, hệ thống", next(filter(None, sources), None), ""


def _list_index(definitions: OtherDefinitions, entry: IndexEntry | None) -> Iterator[_Line]:
    said: Mapping[str, Any] = list_items(entry, definitions) if entry else {}
    index = definitions.index
    units = {
        "points": f"điểm (tối đa {format_number(index.maximum)})",
        **{g.id: f"điểm (tối đa {format_number(g.maximum)})" for g in index.groups},
        "band": "để trống thì tự xếp",
        "rank": "ghi bằng chữ",
    }
    yield DAY_TITLE, "để trống: ngày cuối kỳ", f"{entry.day:%d/%m/%Y}" if entry else None, ""
    for name, unit in units.items():
        yield name_index_line(name, definitions), unit, _cell(said.get(name)), ""


def _cell(value: Entered | Decimal | str | None) -> int | Decimal | str | None:
    """Numbers as numbers, so that a clerk can reckon with them; "hơn 1.200" as text."""
    if isinstance(value, Entered):
        if not value.qualifier:
            return value.value
        return f"{value.qualifier} {format_number(value.value)}"
    return value


def _write_row(sheet: Worksheet, row: int, values: Sequence[Any], *, is_head: bool = False) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.border = _BORDER
        if value not in (None, ""):
            cell.value = value
        if isinstance(cell.value, str):
            cell.data_type = "s"  # a source that begins with "=" is text
        if is_head:
            cell.font, cell.fill, cell.alignment = Font(name=_FONT, bold=True), _FILL, _CENTRED
        else:
            side = "right" if column > _TEXT_COLUMNS else None
            cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=side)
            cell.number_format = ("General", "@")[column == len(values)]
