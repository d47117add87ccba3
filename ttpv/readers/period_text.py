"""The period that an export prints: "(Từ ngày 01/01/2023 đến ngày 25/12/2023)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openpyxl.utils import get_column_letter

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.periods import Period
from ttpv.core.text import fold

# On folded text: dashes and slashes have become spaces, "tháng" and "năm" may stand between, and of
# "từ 01/01/2023 - 25/12/2023" nothing is left between the dates.
_DATE = r"(?:ngay )?(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4})"
_PERIOD = re.compile(rf"\btu {_DATE} (?:(?:den het|den|toi) )?{_DATE}\b")
# Folding is slow, and nearly no text of a long sheet holds two years.
_LONGEST = 4_000  # a paragraph of a report has a thousand characters, a cell of ours a line
_TWO_YEARS = re.compile(r"\d{4}(?s:.*)\d{4}")


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """A period as a cell prints it; None with the issue where the dates make no sense."""

    row: int
    period: Period | None
    issue: Issue | None = None


def find_periods(texts: Iterator[tuple[int, int, str]], place: Place) -> list[PrintedPeriod]:
    """Every "từ ngày … đến ngày …" among (row, column, text) cells, in order."""
    found = []
    for row, column, text in texts:
        text = text[:_LONGEST]
        if not _TWO_YEARS.search(text):
            continue
        for match in _PERIOD.finditer(fold(text)):
            at = place.at(row, get_column_letter(column))
            numbers = [int(group) for group in match.groups()]
            found.append(_check_period(row, numbers, text, at))
    return found


def _check_period(row: int, numbers: list[int], text: str, place: Place) -> PrintedPeriod:
    day, month, year, last_day, last_month, last_year = numbers
    try:
        first, last = date(year, month, day), date(last_year, last_month, last_day)
        period = Period.inclusive(first, last) if first <= last else None
    except (ValueError, OverflowError):
        return PrintedPeriod(row, None, make_issue("period_impossible", place, text))
    if period is None:
        return PrintedPeriod(row, None, make_issue("period_reversed", place, text))
    return PrintedPeriod(row, period)
