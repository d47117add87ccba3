"""Reporting periods: two dates, written inclusive for people, half-open in code.

A period is whatever an export says it is (months close on the 14th, the 20th or the last day),
so nothing here assumes calendar months; only `parse_period` knows the calendar's short forms.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["month", "quarter", "half", "nine_months", "year", "other"]

KINDS: dict[int, Kind] = {1: "month", 3: "quarter", 6: "half", 9: "nine_months", 12: "year"}
_DAY = timedelta(days=1)
# `date` ends with 9999; a year is left for what is reckoned from a period.
_LAST_YEAR = 9998


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `start` up to, not including, `stop`. Raises ValueError when there are none."""

    start: date
    stop: date

    def __post_init__(self) -> None:
        if self.start >= self.stop:
            raise ValueError(f"period without days: {self.start}..{self.stop - _DAY}")

    @classmethod
    def inclusive(cls, first: date, last: date) -> "Period":
        """The period from the day `first` through the day `last`."""
        return cls(first, last + _DAY)

    @property
    def last(self) -> date:
        """The last day in the period: the one on which targets and rates must be in force."""
        return self.stop - _DAY

    @property
    def days(self) -> int:
        return (self.stop - self.start).days

    @property
    def kind(self) -> Kind:
        """month, quarter… when the dates span whole months from any start day; else other."""
        for months, kind in KINDS.items():
            if add_months(self.start, months) == self.stop:
                return kind
        return "other"

    def contains(self, other: "Period") -> bool:
        return self.start <= other.start and other.stop <= self.stop

    @property
    def dates(self) -> str:
        """01/01/2023 – 25/12/2023, as sentences for people say it."""
        return f"{self.start:%d/%m/%Y} – {self.last:%d/%m/%Y}"

    def __str__(self) -> str:
        return f"{self.start.isoformat()}..{self.last.isoformat()}"


def add_months(day: date, months: int) -> date:
    """The same day `months` later; the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class YearToDate:
    """A wish that only the store can turn into dates: the year's start to the latest end."""

    year: int


_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
_SHORT = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])|(9M)|(YTD)))?")


def parse_period(text: str) -> Period | YearToDate:
    """`A..B` (inclusive), `2023`, `2023-12`, `2023-Q4`, `2023-H2`, `2023-9M` or `2023-YTD`.

    Raises ValueError on anything else, on an impossible date and on a reversed range.
    """
    text = text.strip()
    if found := _RANGE.fullmatch(text):
        first, last = (date.fromisoformat(part) for part in found.groups())
        if first > last:
            raise ValueError(f"period ends before it starts: {text}")
        if last.year > _LAST_YEAR:
            raise ValueError(f"not a year: {text!r}")
        return Period.inclusive(first, last)
    found = _SHORT.fullmatch(text)
    if found is None:
        raise ValueError(f"not a period: {text!r}")
    year = int(found[1])
    if not 1 <= year <= _LAST_YEAR:
        raise ValueError(f"not a year: {text!r}")
    if found[6]:
        return YearToDate(year)
    if found[2]:
        first_month, months = int(found[2]), 1
    elif found[3]:
        first_month, months = int(found[3]) * 3 - 2, 3
    elif found[4]:
        first_month, months = int(found[4]) * 6 - 5, 6
    else:
        first_month, months = 1, 9 if found[5] else 12
    start = date(year, first_month, 1)
    return Period(start, add_months(start, months))
