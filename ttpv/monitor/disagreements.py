"""Where two ways to one figure differ: an export of exactly the range and the shorter ones that
tile it, or two cumulated exports of which the longer one holds less. Nothing is corrected.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ttpv.core.periods import Period
from ttpv.core.tiling import Piece
from ttpv.metrics import find_bounds, find_exceeding_differences, find_shrunk
from ttpv.monitor.deriving import earlier_cell
from ttpv.monitor.figures import PeriodCells


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures that should be one. `department` None is the centre.

    tiling_differs  `shown` is published for exactly the period, `other` is what `pieces` make
    revised         `shown` is in the export of `pieces[0]`, `other` in the shorter one that starts
                    with it, `pieces[1]`: a flow that shrank, or another opening stock
    exceeds         `shown` is the difference of these two exports, `other`, less, that of what it
                    lies within: the source has revised the earlier days
    """

    kind: Literal["tiling_differs", "revised", "exceeds"]
    department: str | None
    field: str
    shown: int | Decimal
    other: int | Decimal
    pieces: tuple[Period, ...]


def find_disagreements(answer: PeriodCells) -> tuple[Disagreement, ...]:
    """All of them, in the register's order, the centre's last."""
    return (*_against_tilings(answer), *_rates_against_tilings(answer), *_revised(answer))


def _against_tilings(answer: PeriodCells) -> Iterator[Disagreement]:
    departments = [department.id for department in answer.everyone]
    for family, pieces in answer.families.items():
        if not _is_exact(pieces):
            continue
        tiled = answer.timeline.tile_family(answer.period, family, without=answer.period)
        if tiled is None:
            continue
        other = replace(answer, families={family: tiled}, by_rate={})
        for department in departments:
            shown, made = answer.counts_of((department,)), other.counts_of((department,))
            for field in family:
                count, sum_ = shown[field], made[field]
                if count is not None and sum_ is not None and count != sum_:
                    periods = tuple(piece.period for piece in tiled)
                    yield Disagreement("tiling_differs", department, field, count, sum_, periods)


def _rates_against_tilings(answer: PeriodCells) -> Iterator[Disagreement]:
    """Rates that are published for exactly the period, against what the parts of shorter ones
    give; what rounding can have moved is no difference."""
    half_unit = answer.reference.centre.rounding_half_unit
    for rate in answer.reference.rates_on(answer.period.last):
        if not _is_exact(answer.by_rate.get(rate.id, ())):
            continue
        tiled = answer.timeline.tile_rate(answer.period, rate, without=answer.period)
        if tiled is None:
            continue
        other = replace(answer, by_rate={rate.id: tiled})
        for department in (*(d.id for d in answer.everyone), None):
            printed = answer.printed_of(department).get(rate.id)
            members = (department,) if department else tuple(d.id for d in answer.everyone)
            made = other.rates_of(members, department)[rate.id].metric
            if printed is None or made.basis != "computed" or made.value is None:
                continue
            if abs(made.value - printed) > half_unit:
                periods = tuple(piece.period for piece in tiled)
                yield Disagreement(
                    "tiling_differs", department, rate.id, printed, made.value, periods
                )


def _revised(answer: PeriodCells) -> Iterator[Disagreement]:
    measures = answer.reference.measures
    bounds = find_bounds(measures, answer.reference.rates.values())
    derived = {
        piece for pieces in answer.families.values() for piece in pieces if piece.less is not None
    }
    for piece in sorted(derived, key=lambda piece: piece.period):
        assert piece.less is not None
        whole = answer.timeline.cells(Piece(piece.whole))
        less = answer.timeline.cells(Piece(piece.less))
        for department in answer.everyone:
            after = whole.get(department.id)
            if after is None:
                continue
            before = earlier_cell(department.id, after, less, piece, answer.reference)
            for field in find_shrunk(after, before, measures):
                shown, other = after.count(field), before.count(field)
                if shown is not None and other is not None:
                    yield Disagreement(
                        "revised", department.id, field, shown, other, (piece.whole, piece.less)
                    )
            for part, inner, outer in find_exceeding_differences(after, before, measures, bounds):
                yield Disagreement(
                    "exceeds", department.id, part, inner, outer, (piece.whole, piece.less)
                )


def _is_exact(pieces: tuple[Piece, ...]) -> bool:
    return len(pieces) == 1 and pieces[0].less is None
