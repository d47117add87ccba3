"""The dates that a comparison needs beside a period, before anybody knows what is published."""

from collections.abc import Iterator
from dataclasses import dataclass

from ttpv.compare import LikePeriods, find_like_periods
from ttpv.core.periods import Period, add_months
from ttpv.monitor import Timeline, find_opening_days

SERIES = 13
"""Like periods in a row, the wanted one included: of months a year and the same month before."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The dates beside `period`; what no period is like is None.

    `series` are like periods in a row, oldest first, `period` the last. `year` is the whole year of
    which the year to date is the beginning, `rest_before` what was left of the year before then.
    """

    period: Period
    like: LikePeriods
    series: tuple[Period, ...]
    year: Period | None
    rest_before: Period | None

    @property
    def all(self) -> tuple[Period, ...]:
        like = self.like
        beside = (like.previous, like.year_before, like.year_to_date, like.year_to_date_before)
        known = (p for p in (*beside, self.rest_before) if p is not None)
        return tuple(dict.fromkeys((*self.series, *known)))


def find_wanted(timeline: Timeline, period: Period, count: int = SERIES) -> Wanted:
    """`count` periods in a row at most, none from before anything was published."""
    published = sorted(timeline.holders)
    opening = find_opening_days(published)
    month_start = period.start.day if period.start.day in opening else 1
    like = find_like_periods(period, month_start)
    first = published[0].start if published else period.start
    row = [period]
    for earlier in _walk_back(period, month_start):
        if len(row) == count or earlier.stop <= first:
            break
        row.append(earlier)
    to_date, before = like.year_to_date, like.year_to_date_before
    year = Period(to_date.start, add_months(to_date.start, 12)) if to_date else None
    rest_before = None
    if to_date and before and before.stop < to_date.start:
        rest_before = Period(before.stop, to_date.start)
    return Wanted(period, like, tuple(reversed(row)), year, rest_before)


def _walk_back(period: Period, month_start: int) -> Iterator[Period]:
    """The like period before, the one before that, and so on."""
    earlier = find_like_periods(period, month_start).previous
    while earlier is not None:
        yield earlier
        earlier = find_like_periods(earlier, month_start).previous
