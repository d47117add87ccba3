"""The periods that a state answers, as people choose them: months, quarters, years, as published.

Months close when the exports say so: on the last day, on the 14th (Decree 09/2019) or the 20th; a
quarter is three such months. Only what can be answered is offered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from ttpv.core.periods import Period, add_months
from ttpv.monitor.timeline import Timeline

ChoiceKind = Literal["month", "quarter", "half", "nine_months", "year", "to_date", "published"]

_MONTHS: dict[ChoiceKind, tuple[tuple[int, int], ...]] = {
    "month": tuple((first, 1) for first in range(1, 13)),
    "quarter": ((1, 3), (4, 3), (7, 3), (10, 3)),
    "half": ((1, 6), (7, 6)),
    "nine_months": ((1, 9),),
    "year": ((1, 12),),
}
"""Of each kind: first reporting month, number of months."""


@dataclass(frozen=True)
class Choices:
    """The periods of each kind that can be answered, latest first; kinds without any are absent."""

    by_kind: dict[ChoiceKind, tuple[Period, ...]]

    @cached_property
    def kind_of(self) -> dict[Period, ChoiceKind]:
        """The kind under which a period is chosen: the first that offers it."""
        kinds: dict[Period, ChoiceKind] = {}
        for kind, periods in self.by_kind.items():
            for period in periods:
                kinds.setdefault(period, kind)
        return kinds


def offer_periods(timeline: Timeline) -> Choices:
    """What the sidebar offers, and `show` names. `to_date` runs from a year's start to each month's
    end that it reaches, the latest first."""
    published = sorted(timeline.holders)
    found: dict[ChoiceKind, dict[Period, None]] = {}
    for opening in find_opening_days(published):
        for year in _years(published):
            for kind, spans in _MONTHS.items():
                for first, months in spans:
                    period = reporting_months(year, first, months, opening)
                    if timeline.can_answer(period):
                        found.setdefault(kind, {})[period] = None
            for period in _to_date(year, opening, published, timeline):
                found.setdefault("to_date", {})[period] = None
    if published:
        found["published"] = dict.fromkeys(published)
    order: tuple[ChoiceKind, ...] = (*_MONTHS, "to_date", "published")
    return Choices(
        {
            kind: tuple(sorted(found[kind], key=lambda p: (p.stop, p.start), reverse=True))
            for kind in order
            if kind in found
        }
    )


def reporting_months(year: int, first: int, months: int, opening: int) -> Period:
    """`months` reporting months from month `first` on. Months that open on the 15th are named after
    the month in which they close: month 1 is 15/12–14/01."""
    start = date(year, first, 1)
    if opening > 1:
        start = add_months(start, -1).replace(day=opening)
    return Period(start, add_months(start, months))


def find_opening_days(published: Iterable[Period]) -> list[int]:
    """The days of the month on which published months open; 1 always. Days that not every month has
    open no months."""
    days = {period.start.day for period in published if period.kind == "month"}
    return sorted({1, *(day for day in days if day <= 28)})


def _years(published: list[Period]) -> range:
    if not published:
        return range(0)
    return range(published[0].start.year, max(p.last for p in published).year + 2)


def _to_date(
    year: int, opening: int, published: list[Period], timeline: Timeline
) -> Iterator[Period]:
    """From the year's start to every published end within it."""
    whole = reporting_months(year, 1, 12, opening)
    for stop in sorted({period.stop for period in published}):
        if whole.start < stop <= whole.stop:
            period = Period(whole.start, stop)
            if timeline.can_answer(period):
                yield period
