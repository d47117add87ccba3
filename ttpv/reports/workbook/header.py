"""A form's header as the report prints it, and below it the numbering row by which it is read."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from ttpv.reference import Column
from ttpv.reports.workbook.book import LINE_HEIGHT, Book, measure_height, write_area, write_text


def write_header(
    book: Book,
    sheet: Worksheet,
    first: int,
    columns: Sequence[Column],
    widths: Sequence[int],
) -> int:
    """From row `first` on; gives the row below the numbering row. A column's last
    text goes down to the bottom, equal ones above it are one cell."""
    heads = [column.heads for column in columns]
    depth = max(map(len, heads))
    bottom, style = first + depth - 1, book.style("head")
    height = LINE_HEIGHT
    for place, (column, texts) in enumerate(zip(columns, heads, strict=True)):
        for level, text in enumerate(texts):
            top, left = first + level, place
            if level == len(texts) - 1:
                area = (top, left, bottom, left)
                lines = measure_height(text, widths[place], bold=True)
                height = max(height, lines - (bottom - top) * LINE_HEIGHT)
            elif place and heads[place - 1][: level + 1] == texts[: level + 1]:
                continue
            else:
                area = (top, left, top, left + _count_equal(heads[left:], level) - 1)
            write_area(sheet, area, text, style)
        style_below = book.style("number_row")
        if column.formula:
            numbered = f"{column.number}={column.formula}"
            write_text(sheet, bottom + 1, place, numbered, style_below)
        else:
            sheet.write_number(bottom + 1, place, column.number, style_below)
    sheet.set_row(bottom, height)
    return bottom + 2


def _count_equal(heads: Sequence[tuple[str, ...]], level: int) -> int:
    """How many of the first columns stand under the same texts down to `level`."""
    own = heads[0][: level + 1]
    return next((n for n, texts in enumerate(heads) if texts[: level + 1] != own), len(heads))
