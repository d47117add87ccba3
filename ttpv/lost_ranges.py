"""Which ranges would no longer be answered once forms are withdrawn or an earlier state is back.

A month that goes takes with it the quarter, the half and the year that it is a part of; nobody sees
that from the month's own figures. Only dates and fields are looked at, no figure is read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ttpv.core.periods import Period
from ttpv.monitor import ChoiceKind, Timeline, offer_periods, timeline_without_figures
from ttpv.reference import Reference
from ttpv.store import Entry


@dataclass(frozen=True, slots=True)
class LostRange:
    """A period that people can choose now. `fields` are the measures and rates that it would no
    longer have; `whole`: all that it has."""

    period: Period
    kind: ChoiceKind
    fields: tuple[str, ...]
    whole: bool


def find_lost_ranges(
    before: Sequence[Entry], after: Sequence[Entry], reference: Reference
) -> tuple[LostRange, ...]:
    """What `after` does not answer of what `before` offers, as the sidebar lists it."""
    was, will = (timeline_without_figures(entries, reference) for entries in (before, after))
    found = []
    for period, kind in offer_periods(was).kind_of.items():
        answered = tuple(_find_answered(was, period))
        kept = frozenset(_find_answered(will, period))
        lost = tuple(field for field in answered if field not in kept)
        if lost:
            found.append(LostRange(period, kind, lost, lost == answered))
    return tuple(found)


def _find_answered(timeline: Timeline, period: Period) -> Iterable[str]:
    for family in timeline.families:
        pieces = timeline.tile_family(period, family) or ()
        sources = [timeline.holders[source] for piece in pieces for source in piece.sources]
        yield from (field for field in family if any(field in held for held in sources))
    for rate in timeline.reference.rates_on(period.last):
        if timeline.tile_rate(period, rate) is not None:
            yield rate.id
