"""A workbook being written: its formats, cells that stay text, and how its sheets print."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ttpv.core.text import printable
from ttpv.views.data_table import Number

_FONT: Mapping[str, object] = MappingProxyType(
    {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
)
_A4 = 9
_LONGEST = 32_767  # characters of a cell
LINE_HEIGHT = 16.5  # points, of one line at this font
_LETTERS_A_WIDTH = 1.1  # of a column's width
_GREY, _FILL = "#999999", "#E8EEF4"

_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 14},
    "warning": {"bold": True, "font_color": "#B3261E"},
    "note": {"italic": True, "font_size": 11, "text_wrap": True, "valign": "top"},
    "head": {"bold": True, "border": 1, "align": "center", "text_wrap": True, "bg_color": _FILL},
    "number_row": {"italic": True, "border": 1, "align": "center"},
    "text": {"border": 1, "text_wrap": True, "indent": 1, "align": "left"},
    "centred": {"border": 1, "align": "center"},
    "words": {"border": 1, "align": "right", "shrink": True, "indent": 1},
    "count": {"border": 1, "num_format": "#,##0", "align": "right", "indent": 1},
    "rate": {"border": 1, "align": "right", "indent": 1},
}


Value = int | Number | str | None
"""What a cell shows; None is a blank one."""


class Book:
    """An .xlsx in memory. `made` is what its properties say, so that equal figures of one state are
    equal files; naive, as Excel has it."""

    def __init__(self, title: str, author: str, made: datetime | None = None) -> None:
        self._out = io.BytesIO()
        # constant_memory stays off: it would write rows once and for all, merged notes included.
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": dict(_FONT),  # XlsxWriter writes into it
        }
        self._book = Workbook(self._out, options)
        self._formats: dict[tuple[str, bool, int], Format] = {}
        self._book.set_properties(
            {
                "title": printable(title),
                "author": printable(author),
                "created": (made or datetime.now(UTC)).replace(tzinfo=None),
            }
        )

    def add_sheet(self, name: str) -> Worksheet:
        return self._book.add_worksheet(name)

    def style(self, look: str, *, bold: bool = False, places: int = 0) -> Format:
        """A cell's look; `places` are the decimals of a rate."""
        key = (look, bold, places)
        if key not in self._formats:
            properties = {**_FONT, **_LOOKS[look]}
            if "border" in properties:
                properties["border_color"] = _GREY
            if look == "rate":
                properties["num_format"] = f"0.{'0' * places}" if places else "0"
            if bold:
                properties["bold"] = True
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]

    def close(self) -> bytes:
        self._book.close()
        return self._out.getvalue()


def write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Always text, whatever it begins with or holds; a blank cell where there is none."""
    if text:
        sheet.write_string(row, column, printable(text)[:_LONGEST], style)
    else:
        sheet.write_blank(row, column, None, style)


def write_area(sheet: Worksheet, area: tuple[int, int, int, int], text: str, style: Format) -> None:
    """A text over (top, left, bottom, right), merged where that is more than a cell."""
    top, left, bottom, right = area
    if (top, left) != (bottom, right):
        sheet.merge_range(top, left, bottom, right, "", style)
    write_text(sheet, top, left, text, style)


def write_value(
    book: Book,
    sheet: Worksheet,
    row: int,
    column: int,
    value: Value,
    formula: str | None = None,
    *,
    bold: bool = False,
) -> None:
    """A figure, by `formula` where one is given (with the figure as its result), or words."""
    if isinstance(value, str):
        write_text(sheet, row, column, value, book.style("words", bold=bold))
        return
    if value is None:
        sheet.write_blank(row, column, None, book.style("count", bold=bold))
        return
    if isinstance(value, Number):
        figure: int | float = float(value.value)
        style = book.style("rate", bold=bold, places=value.places)
    else:
        figure, style = value, book.style("count", bold=bold)
    if formula is None:
        sheet.write_number(row, column, figure, style)
    else:
        sheet.write_formula(row, column, formula, style, figure)


def write_notes(
    book: Book, sheet: Worksheet, row: int, notes: Sequence[str], widths: Sequence[int]
) -> None:
    """Sentences below a table, each over its whole width and as high as it needs."""
    for at, note in enumerate(notes, row):
        shown = printable(note)[:_LONGEST]
        write_area(sheet, (at, 0, at, len(widths) - 1), shown, book.style("note"))
        sheet.set_row(at, measure_height(shown, sum(widths)))


def measure_height(text: str, width: int, *, bold: bool = False) -> float:
    """The height in points of a text that breaks between words in a cell of that width."""
    letters = width * (_LETTERS_A_WIDTH - (0.2 if bold else 0))
    lines, at = 1, 0.0
    for word in text.split():
        if at and at + len(word) > letters:
            lines, at = lines + 1, 0.0
        at += len(word) + 1
    return LINE_HEIGHT * lines


def set_page(
    sheet: Worksheet, head: int, data: int, fixed: int, widths: Sequence[int], mark: str
) -> None:
    """Landscape A4, one page wide. The header, rows `head` to before `data`, stands on each page;
    it and the first `fixed` columns stay in view. `mark` stands above each page, if there is one.
    """
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(data, fixed)
    sheet.repeat_rows(head, data - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_margins(left=0.6, right=0.6, top=0.75, bottom=0.75)
    sheet.set_footer("&C&P/&N")
    if mark:
        sheet.set_header(f"&C{mark.replace('&', '&&')}")
