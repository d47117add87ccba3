"""Which periods a period may be compared with: only those of like kind, and like days.

Method, by what the wanted period is:
- 1, 3, 6 or 12 months, or several years, from any day on (21st to 20th): as many directly before;
- a part of a month, quarter, half or year that begins with it (01–25/12, 01/10–30/11, 01/01–30/09):
  the same days of the month, quarter, half or year before, not the days just before;
- other whole months: as many directly before; anything else: as many days directly before.
A year before is the same months, or the same dates; the month's last day stays the last, so that
01/02–29/02 is held against 01/02–28/02. Where the other month or year has no such days there is no
like period, and none is made up ("a month so far against the same days, else not shown"). Whether
the dates can be answered from what is published is not known here.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ttpv.core.periods import Period, add_months

_YEAR = 12
_PARTS_OF_A_YEAR = (1, 3, 6, _YEAR)
_TWO_YEARS = timedelta(days=2 * 366)
_LAST_COMMON_DAY = 28


@dataclass(frozen=True, slots=True)
class LikePeriods:
    """The dates wanted beside a period; None where no period is like it.

    `previous` is the latest like period that ends before it, `year_before` the same one a year
    earlier, `year_to_date` from the year's start to its last day, `year_to_date_before` the same a
    year earlier. Of a period that is a year to date, `year_to_date` is the period itself.
    """

    previous: Period | None
    year_before: Period | None
    year_to_date: Period | None
    year_to_date_before: Period | None


def find_like_periods(wanted: Period, month_start: int = 1) -> LikePeriods:
    """What `wanted` may be compared with.

    `month_start` is the day on which the centre's months begin: 1, or 15 where they close on the
    14th; then the year begins on the 15th of December before. Raises ValueError where months may
    lack that day (29 and above).
    """
    if not 1 <= month_start <= _LAST_COMMON_DAY:
        raise ValueError(f"not a day that every month has: {month_start}")
    length = wanted.stop - wanted.start
    if wanted.start - date.min < max(length, _TWO_YEARS):  # before it `date` has no days
        return LikePeriods(None, None, None, None)
    year_start = _year_start(wanted.last, month_start)
    to_date = Period(year_start, wanted.stop) if year_start <= wanted.start else None
    return LikePeriods(
        previous=_find_previous(wanted, month_start),
        year_before=_find_year_before(wanted),
        year_to_date=to_date,
        year_to_date_before=_find_year_before(to_date) if to_date else None,
    )


def count_months(period: Period) -> int | None:
    """How many whole months the period spans, from whatever day on; None if not whole ones."""
    first, stop = period.start, period.stop
    months = (stop.year - first.year) * _YEAR + stop.month - first.month
    return months if months > 0 and add_months(first, months) == stop else None


def _find_previous(wanted: Period, month_start: int) -> Period | None:
    months = count_months(wanted)
    if months not in _PARTS_OF_A_YEAR:
        for whole in _PARTS_OF_A_YEAR:
            if _is_begun(wanted, whole, month_start):
                return _shift(wanted, whole)
    if months is not None:
        return _shift_months(wanted, months, months)
    return Period(wanted.start - (wanted.stop - wanted.start), wanted.start)


def _is_begun(wanted: Period, months: int, month_start: int) -> bool:
    """Whether it begins with a month, quarter, half or year (`months` long) and ends within it.

    01/01–25/03 could be a quarter or a year so far; it is read as the year, because reports that
    begin on 01/01 are cumulative ones.
    """
    starts_year = wanted.start == _year_start(wanted.start, month_start)
    if starts_year and 1 < months < _YEAR:
        return False
    since = _months_since(_year_start(wanted.start, month_start), wanted.start)
    begins = wanted.start.day == month_start and since % months == 0
    return begins and wanted.stop < add_months(wanted.start, months)


def _find_year_before(wanted: Period) -> Period | None:
    if wanted.stop > add_months(wanted.start, _YEAR):
        return None  # longer than a year it would overlap itself
    return _shift(wanted, _YEAR)


def _shift_months(wanted: Period, whole: int, months: int) -> Period | None:
    """`whole` months that begin `months` earlier; None where that month lacks the day."""
    start = add_months(wanted.start, -months)
    return Period(start, add_months(start, whole)) if start.day == wanted.start.day else None


def _shift(wanted: Period, months: int) -> Period | None:
    """The same days `months` earlier; None where that month does not have them.

    Whole months stay whole months. Of other days, over whole years a month's last day stays the
    last; within a year it stays the same day: where months begin on the 15th, 15–30/04 is held
    against 15–30/03 and not against 15–31/03.
    """
    whole = count_months(wanted)
    if whole is not None:
        return _shift_months(wanted, whole, months)
    first, last = (add_months(day, -months) for day in (wanted.start, wanted.last))
    if months % _YEAR == 0 and wanted.last.day == _days_of_month(wanted.last):
        last = last.replace(day=_days_of_month(last))
    elif last.day != wanted.last.day:
        return None
    return Period.inclusive(first, last) if first.day == wanted.start.day else None


def _days_of_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _year_start(day: date, month_start: int) -> date:
    """The start of the reporting year that `day` lies in."""
    if month_start == 1:
        return date(day.year, 1, 1)
    begins = date(day.year, 12, month_start)
    return begins if day >= begins else date(day.year - 1, 12, month_start)


def _months_since(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * _YEAR + later.month - earlier.month
