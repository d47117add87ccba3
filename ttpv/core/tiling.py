"""Which published periods answer a range of days exactly, without gap or overlap.

A piece is a published period, or the rest of one: two exports that start on the same day give the
days between their ends (DOMAIN, "Reporting periods": cumulative exports).
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ttpv.core.periods import Period


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an answer: `period` as published, or the published `whole` without its first days,
    which are published as `less`."""

    period: Period
    less: Period | None = None

    @property
    def whole(self) -> Period:
        """The published period that the piece is, or is the rest of."""
        return Period(self.less.start, self.period.stop) if self.less else self.period

    @property
    def sources(self) -> tuple[Period, ...]:
        """The published periods that it is made of."""
        return (self.whole, self.less) if self.less else (self.period,)


_Cost = tuple[int, int]
"""Derived pieces, then all: what is published is believed before what is reckoned from it."""


class Tiler:
    """Answers ranges from one set of published periods."""

    def __init__(self, published: Iterable[Period]) -> None:
        self.published = frozenset(published)
        self._pieces = sorted(_all_pieces(self.published), key=lambda piece: piece.period)
        self._starts = [piece.period.start for piece in self._pieces]

    def tile(self, wanted: Period, *, without: Period | None = None) -> tuple[Piece, ...] | None:
        """The pieces that cover `wanted` exactly, in order: as few derived ones as can be, then as
        few pieces as can be; None if none do. A published period equal to `wanted` is the answer by
        itself. `without`: a published period that may not take part.
        """
        best: dict[date, tuple[_Cost, tuple[Piece, ...]]] = {wanted.start: ((0, 0), ())}
        first = bisect_left(self._starts, wanted.start)
        last = bisect_left(self._starts, wanted.stop)
        for piece in self._pieces[first:last]:
            before = best.get(piece.period.start)
            if before is None or piece.period.stop > wanted.stop:
                continue
            if without is not None and without in piece.sources:
                continue
            (derived, count), pieces = before
            cost = (derived + (piece.less is not None), count + 1)
            known = best.get(piece.period.stop)
            if known is None or cost < known[0]:
                best[piece.period.stop] = (cost, (*pieces, piece))
        return best[wanted.stop][1] if wanted.stop in best else None

    def missing(self, wanted: Period) -> list[Period]:
        """The days of `wanted` that no piece inside it covers, in order. A longer period cannot be
        cut, so only what lies inside counts. Empty also where pieces overlap and thus do not tile.
        """
        inside = [piece.period for piece in self._pieces if wanted.contains(piece.period)]
        gaps = []
        at = wanted.start
        for period in sorted(inside):
            if period.start > at:
                gaps.append(Period(at, period.start))
            at = max(at, period.stop)
        if at < wanted.stop:
            gaps.append(Period(at, wanted.stop))
        return gaps


def _all_pieces(published: Iterable[Period]) -> list[Piece]:
    """Every published period, and the rest of each beyond each shorter one from the same day."""
    by_start: dict[date, list[Period]] = {}
    for period in sorted(published):
        by_start.setdefault(period.start, []).append(period)
    pieces = []
    for periods in by_start.values():
        for index, whole in enumerate(periods):
            pieces.append(Piece(whole))
            pieces += [Piece(Period(less.stop, whole.stop), less) for less in periods[:index]]
    return pieces
