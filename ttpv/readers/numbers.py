"""Cells → figures, by the kind of the column, never by a guess from the single cell.

A count has no decimals, so every separator in it groups thousands: 30.816 and 30,816 are thirty
thousand eight hundred and sixteen. Zeros behind another separator than the grouping one say nothing
and are let go: 30.816,00. A rate lies in 0–100, so its separator is a decimal one: 66,2 and 66.25%.
Blank and "-" are no figure; 0 is one; #DIV/0! is an error.
"""

import math
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ttpv.core.decimals import decimal_from_cell, round_half_up
from ttpv.core.no_rate import says_no_rate
from ttpv.core.tables import Figure
from ttpv.readers.sheet import SheetCell

# Above the dossiers and đồng of any province, below what sums of BIGINT can hold.
MAX_COUNT = 10**15
RATE_PLACES = 12

_GROUPED = re.compile(
    r"([1-9][0-9]{0,2}(?:([.,' ])[0-9]{3}(?:\2[0-9]{3})*)?|[0-9]{1,16})(?(2)(?:(?!\2)[.,]0{1,2})?)"
)
_RATE = re.compile(r"(-?)([0-9]{1,15})(?:[.,]([0-9]{1,15}))?\s?(%?)")
# A percent sign that is quoted, escaped, padding or filling is only printed: 66.2 with 0.0"%".
_LITERAL = re.compile(r'"[^"]*"|[\\_*].')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
# 1200 above 300 in one cell, or far apart, are two numbers and not 1.200.300.
_PARTED = re.compile(r"\s*[\n\r\t\v\f]\s*|\s{2,}")
_DASHES = frozenset("-–—−")
_TEXT_OR_BLANK = frozenset({"figure_missing", "count_not_number"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A figure, or None; `problem` is the code of the issue that the cell deserves, if any."""

    figure: Figure
    problem: str | None = None


def parse_count(cell: SheetCell) -> Parsed:
    """A count or an amount: a whole number ≥ 0."""
    common = _parse_common(cell, "count_not_number")
    if common is not None:
        return common
    if isinstance(cell.value, (int, float)):
        if _percent_signs(cell.value, cell.number_format):
            return Parsed(None, "count_not_number")  # 5 is shown as 500%: which is meant?
        return _count_from_number(cell.value)
    negative = cell.text[:1] in _DASHES
    text = cell.text[1:].strip() if negative else cell.text
    found = _GROUPED.fullmatch(text)
    if found is None:
        return Parsed(None, "count_not_number")
    if negative:
        return Parsed(None, "count_negative")
    return _count_from_number(int(re.sub(r"[^0-9]", "", found[1])))


def _count_from_number(number: int | float) -> Parsed:
    if number < 0:
        return Parsed(None, "count_negative")
    if number != int(number):
        return Parsed(None, "count_decimal")
    if number > MAX_COUNT:
        return Parsed(None, "count_too_large")
    return Parsed(int(number))


def parse_rate(cell: SheetCell) -> Parsed:
    """A rate in percent, 0–100, with at most 12 decimals; a percent format multiplies by 100."""
    common = _parse_common(cell, "rate_not_number")
    if common is not None:
        return common
    if isinstance(cell.value, (int, float)):
        value = decimal_from_cell(cell.value)
        value *= 100 ** _percent_signs(cell.value, cell.number_format)
    else:
        found = _RATE.fullmatch(cell.text)
        if found is None:
            words = says_no_rate(cell.text)
            return Parsed(None, "rate_in_words" if words else "rate_not_number")
        value = Decimal(f"{found[1]}{found[2]}.{found[3] or 0}")
    if not 0 <= value <= 100:
        return Parsed(None, "rate_out_of_range")
    return Parsed(round_half_up(value, RATE_PLACES))


def _percent_signs(number: int | float, number_format: str) -> int:
    """How often the format shows `number` a hundredfold: that of the section it falls in, as Excel
    chooses it (positive;negative;zero, or by conditions)."""
    sections = _LITERAL.sub("", number_format).split(";")[:3]
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _COMPARE[condition[1]](number, float(condition[2])):
                return section.count("%")
        return 0
    place = 1 if number < 0 else 2 if number == 0 else 0
    return sections[place if place < len(sections) else 0].count("%")


def _parse_common(cell: SheetCell, not_number: str) -> Parsed | None:
    """What is the same for every figure; None when the cell holds a number or a text to read."""
    if cell.is_uncalculated:
        return Parsed(None, "cell_formula")
    if cell.is_blank:
        return Parsed(None, "figure_missing")
    if cell.is_error:
        return Parsed(None, "cell_error")
    if cell.text in _DASHES:
        return Parsed(None, "cell_dash")
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return None
    if isinstance(cell.value, str) and not _PARTED.search(cell.value.strip()):
        return None
    return Parsed(None, not_number)


def is_percentage(cell: SheetCell) -> bool:
    """Whether the cell shows a percentage: "66,2 %", or a number in a percent format."""
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return _percent_signs(cell.value, cell.number_format) > 0
    found = _RATE.fullmatch(cell.text)
    return found is not None and bool(found[4])


def is_figure(cell: SheetCell) -> bool:
    """Whether the cell holds a number in any reading, or what should be one (an error, a formula
    without result, "-"): what tells a data row from a header or a signature."""
    return not parse_rate(cell).problem or parse_count(cell).problem not in _TEXT_OR_BLANK


def is_dash(cell: SheetCell) -> bool:
    """Whether the cell says "-": no figure, but the place of one."""
    return parse_count(cell).problem == "cell_dash"
