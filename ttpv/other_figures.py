"""Read side of the other figures: what was entered → the figures of any period.

Each figure is answered for itself: an entry of exactly the period wins; else entries that tile it
add up (a year's figures from its months'), and one counted from an earlier day, such as "từ
15/8/2023 đến nay", is the last one inside the period. The index 766 is the last one inside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ttpv.core.periods import Period
from ttpv.core.tiling import Piece, Tiler
from ttpv.reference import Entered, IndexEntry, OtherDefinitions, PeriodEntry, Reference

ReasonCode = Literal["not_entered", "left_blank", "days_missing", "not_exact", "contradictory"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as reports print it: "hơn 359"; `value` None where it is not known.

    One counted from another day than the period's first says `since` which, `until` which.
    """

    value: int | None
    qualifier: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Index766:
    """The index on `day`: `groups` holds all of them, None where one was left blank. Points and
    band follow from the groups and the points where these alone were entered."""

    points: Decimal | None
    groups: Mapping[str, Decimal | None]
    band: str
    rank: str
    day: date


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a figure is not known: nothing was entered in the period, it was left blank, `missing`
    days lack, it would be reckoned from figures that are not exact, or from such that contradict
    each other: less in seven months than in the first six of them."""

    code: ReasonCode
    missing: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherFigures:
    """The figures of a period, by their ids in other.toml; `reasons` has an id for each that is not
    known, and "index" where there is no index."""

    period: Period
    quantities: Mapping[str, Quantity]
    index: Index766 | None
    reasons: Mapping[str, Reason]

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known of the period."""
        values = [quantity.value for quantity in self.quantities.values()]
        return self.index is not None or any(value is not None for value in values)


def find_other_figures(reference: Reference, period: Period) -> OtherFigures:
    """What is known of `period`, in the order of other.toml."""
    definitions, entries = reference.others, reference.other_entries
    found = {
        figure.id: _find(figure.id, entries.periods, period, definitions)
        for figure in definitions.entered
    }
    for figure in definitions.figures:
        if figure.rest_of is not None:
            parts = [found[part.id] for part in definitions.parts_of(figure.rest_of)]
            found[figure.id] = _subtract(found[figure.rest_of], parts)
    quantities = {
        figure.id: answer if isinstance(answer := found[figure.id], Quantity) else Quantity(None)
        for figure in definitions.figures
    }
    reasons = {name: answer for name, answer in found.items() if isinstance(answer, Reason)}
    index = _find_index(entries.indexes, period, definitions)
    if index is None:
        reasons["index"] = Reason("not_entered")
    return OtherFigures(period, quantities, index, reasons)


def _find(
    figure: str, entries: Sequence[PeriodEntry], period: Period, definitions: OtherDefinitions
) -> Quantity | Reason:
    held = {entry.period: entry.figures[figure] for entry in entries if figure in entry.figures}
    if period in held:
        return _as_quantity(held[period], period)
    flows = {known: entered for known, entered in held.items() if entered.since is None}
    tiler = Tiler(flows)
    if pieces := tiler.tile(period):
        return _add(pieces, flows, definitions)
    counted = [known for known in held if held[known].since and _ends_in(known.last, period)]
    if counted:
        last = max(counted, key=lambda known: (known.last, known.start))
        return _as_quantity(held[last], last)
    missing = tuple(tiler.missing(period))
    if missing and missing != (period,):
        return Reason("days_missing", missing)
    entered = any(period.contains(entry.period) for entry in entries)
    return Reason("left_blank" if entered else "not_entered")


def _ends_in(day: date, period: Period) -> bool:
    return period.start <= day <= period.last


def _as_quantity(entered: Entered, period: Period) -> Quantity:
    until = period.last if entered.since else None
    return Quantity(entered.value, entered.qualifier, entered.since, until)


def _add(
    pieces: Sequence[Piece], flows: Mapping[Period, Entered], definitions: OtherDefinitions
) -> Quantity | Reason:
    """The sum over the pieces. What is left of a figure "hơn 110" without another is not known; nor
    is what is left of one that is smaller than its part."""
    derived = [source for piece in pieces if piece.less for source in piece.sources]
    if any(flows[source].qualifier for source in derived):
        return Reason("not_exact")
    values = [
        flows[piece.whole].value - (flows[piece.less].value if piece.less else 0)
        for piece in pieces
    ]
    if any(value < 0 for value in values):
        return Reason("contradictory")
    qualifiers = [flows[piece.whole].qualifier for piece in pieces]
    return Quantity(sum(values), _join_qualifiers(qualifiers, definitions))


def _join_qualifiers(qualifiers: Sequence[str], definitions: OtherDefinitions) -> str:
    """ "hơn 110" and 90 are "hơn 200"; with "gần 50" they are "khoảng 250"."""
    words = list(dict.fromkeys(filter(None, qualifiers)))
    sides = {definitions.side_of(word) for word in words}
    if not words:
        return ""
    return words[0] if len(sides) == 1 else definitions.about


def _subtract(whole: Quantity | Reason, parts: Sequence[Quantity | Reason]) -> Quantity | Reason:
    """What is left of the whole; not known unless all are, exactly, and within it."""
    if isinstance(whole, Reason):
        return whole
    known = [part for part in parts if isinstance(part, Quantity)]
    for part in parts:
        if isinstance(part, Reason):
            return part
    if any(quantity.qualifier for quantity in (whole, *known)):
        return Reason("not_exact")
    left = (whole.value or 0) - sum(part.value or 0 for part in known)
    return Quantity(left) if left >= 0 else Reason("contradictory")


def _find_index(
    entries: Sequence[IndexEntry], period: Period, definitions: OtherDefinitions
) -> Index766 | None:
    inside = [entry for entry in entries if _ends_in(entry.day, period)]
    if not inside:
        return None
    return open_index(max(inside, key=lambda entry: entry.day), definitions)


def open_index(entry: IndexEntry, definitions: OtherDefinitions) -> Index766:
    """One entry of the index, with what follows from it."""
    groups = {group.id: entry.groups.get(group.id) for group in definitions.index.groups}
    points = entry.points if entry.points is not None else _sum(groups.values())
    band = entry.band or (definitions.index.band_of(points) if points is not None else "")
    return Index766(points, groups, band, entry.rank, entry.day)


def _sum(points: Iterable[Decimal | None]) -> Decimal | None:
    """None where one is."""
    known = list(points)
    return None if None in known else sum((p for p in known if p is not None), Decimal())
