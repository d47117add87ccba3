"""The sheet of rates: the centre's line of each and every department's, and what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ttpv.core.decimals import round_half_up
from ttpv.reports.workbook.book import (
    LINE_HEIGHT,
    Book,
    Value,
    set_page,
    write_notes,
    write_text,
    write_value,
)
from ttpv.views.data_table import Number
from ttpv.views.formatting import count_gap_places
from ttpv.views.rate_lines import RateLine
from ttpv.views.rates import SMALL
from ttpv.views.words import BASIS_WORDS

NAME = "Tỷ lệ"
_HEAD = 5
# No header of a form: the import must not take this sheet for one (test_workbook_import.py).
_COLUMNS = (
    ("Tỷ lệ", 32),
    ("Phạm vi", 42),
    ("Tử số", 13),
    ("Mẫu số", 13),
    ("Giá trị (%)", 15),
    ("Cơ sở", 26),
    ("Mức phải đạt (%)", 12),
    ("Chênh lệch (điểm %)", 14),
    ("Kết quả", 20),
    ("Thấp nhất có thể (%)", 12),
    ("Cao nhất có thể (%)", 12),
    ("Lý do, ghi chú", 60),
)
_SCOPE, _NUMERATOR, _DENOMINATOR, _RATE, _TARGET = 1, 2, 3, 4, 6


@dataclass(frozen=True, slots=True)
class RatesSheet:
    """`rates` are the lines of each rate, the total first; `mark` as in an annex."""

    heading: str
    period: str
    rates: Sequence[Sequence[RateLine]]
    mark: str
    notes: Sequence[str]


def write_rates(book: Book, rates: RatesSheet) -> None:
    sheet = book.add_sheet(NAME)
    widths = [width for _, width in _COLUMNS]
    write_text(sheet, 0, 0, rates.heading, book.style("plain"))
    write_text(sheet, 1, 0, "Tử số, mẫu số và cơ sở của các tỷ lệ", book.style("title"))
    write_text(sheet, 2, 0, rates.period, book.style("plain"))
    write_text(sheet, 4, 0, rates.mark, book.style("warning"))
    for column, (head, _) in enumerate(_COLUMNS):
        write_text(sheet, _HEAD, column, head, book.style("head"))
    sheet.set_row(_HEAD, 3 * LINE_HEIGHT)
    row = _HEAD + 1
    for lines in rates.rates:
        for at, line in enumerate(lines, row):
            parts = sum_parts(lines, row) if line.is_total else {}
            _write_line(book, sheet, at, line, parts)
        row += len(lines)
    if row > _HEAD + 1:
        sheet.autofilter(_HEAD, 0, row - 1, len(_COLUMNS) - 1)
    write_notes(book, sheet, row + 1, rates.notes, widths)
    set_page(sheet, _HEAD, _HEAD + 1, 2, widths, rates.mark)


def sum_parts(lines: Sequence[RateLine], row: int) -> dict[int, str]:
    """The total's numerator and denominator as sums of the departments' below it, where they are
    the sums. `row` is the total's."""
    total, *others = lines
    formulas = {}
    for column, name in ((_NUMERATOR, "numerator"), (_DENOMINATOR, "denominator")):
        counts = [getattr(line, name) or 0 for line in others]  # none where there is no case
        if others and getattr(total, name) == sum(counts):
            formulas[column] = f"=SUM({xl_range(row + 1, column, row + len(others), column)})"
    return formulas


def _write_line(
    book: Book, sheet: Worksheet, row: int, line: RateLine, parts: dict[int, str]
) -> None:
    bold = line.is_total
    low, high = line.interval or (None, None)
    values: list[tuple[Value, str | None]] = [
        (line.numerator, parts.get(_NUMERATOR)),
        (line.denominator, parts.get(_DENOMINATOR)),
        _rate(row, line),
        (BASIS_WORDS[line.basis], None),
        (_target(line.target), None),
        _gap(row, line),
        (line.view.status_word, None),
        (_bound(low), None),
        (_bound(high), None),
    ]
    write_text(sheet, row, 0, line.rate.name, book.style("text", bold=bold))
    write_text(sheet, row, _SCOPE, line.name, book.style("text", bold=bold))
    for column, (value, formula) in enumerate(values, _NUMERATOR):
        if isinstance(value, str) and column != _RATE:
            write_text(sheet, row, column, value, book.style("text", bold=bold))
        else:
            write_value(book, sheet, row, column, value, formula, bold=bold)
    note = " ".join(filter(None, (line.view.reason, f"({SMALL}.)" if line.view.small else "")))
    write_text(sheet, row, len(_COLUMNS) - 1, note, book.style("text", bold=bold))


def _rate(row: int, line: RateLine) -> tuple[Value, str | None]:
    """The rate as the pages show it; by a formula where its parts are known. An estimate is a
    number here, since its basis stands beside it."""
    if line.value is None:
        return line.view.cell, None
    if line.basis != "computed":
        return Number(line.value, line.places), None
    return (
        Number(round_half_up(line.value, line.places), line.places),
        f"=ROUND(100*{_cell(row, _NUMERATOR)}/{_cell(row, _DENOMINATOR)},{line.places})",
    )


def _gap(row: int, line: RateLine) -> tuple[Value, str | None]:
    """The exact value's distance to the target, rounded as the pages show it."""
    if line.gap is None:
        return None, None
    places = count_gap_places(line.gap)
    shown = Number(round_half_up(line.gap, places), places)
    if line.basis != "computed":
        return shown, None
    parts = f"{_cell(row, _NUMERATOR)}/{_cell(row, _DENOMINATOR)}"
    return shown, f"=ROUND(100*{parts}-{_cell(row, _TARGET)},{places})"


def _target(target: Decimal | None) -> Value:
    if target is None:
        return None
    exponent = target.normalize().as_tuple().exponent
    return Number(target, max(0, -exponent) if isinstance(exponent, int) else 0)


def _bound(end: Decimal | None) -> Value:
    return None if end is None else Number(round_half_up(end, 1))


def _cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))
