"""Lines of a trend out of the answers: the centre's, a department's, several together's."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.monitor import PeriodCells, Timeline
from ttpv.reference import Department
from ttpv.trends.model import Series, Slot


class LineReader:
    """Lines out of the answers, slot by slot."""

    def __init__(
        self,
        timeline: Timeline,
        slots: Sequence[Slot],
        answers: Sequence[PeriodCells | None],
        rates: Sequence[str],
        measures: Collection[str],
    ) -> None:
        self._reference = timeline.reference
        self._slots = slots
        self._answers = answers
        self._rates = tuple(rates)
        self._measures = frozenset(measures)
        self._present = [frozenset(d.id for d in a.everyone) if a else frozenset() for a in answers]

    def read_centre(self) -> Series:
        everybody = [tuple(d.id for d in a.everyone) if a else () for a in self._answers]
        return self._read(everybody, [None] * len(self._slots), None)

    def read_line(self, members: Sequence[str], department: Department) -> Series:
        """Of these ids together, in each slot of those who report there."""
        there = [tuple(m for m in members if m in present) for present in self._present]
        return self._read(there, self._find_parts([members]), department)

    def read_together(self, groups: Sequence[Sequence[str]]) -> Series:
        """Of all these groups; nothing in a slot in which one of them has nobody: that would be
        another selection under the same name."""
        members = tuple(member for group in groups for member in group)
        there = [
            tuple(m for m in members if m in present)
            if all(not present.isdisjoint(group) for group in groups)
            else ()
            for present in self._present
        ]
        return self._read(there, self._find_parts(groups), None)

    def _find_parts(self, groups: Sequence[Sequence[str]]) -> list[Period | None]:
        """For each slot the days in which one of the groups was there, if not all of it."""
        return [
            next((part for group in groups if (part := answer.within(group))), None)
            if answer
            else None
            for answer in self._answers
        ]

    def _read(
        self,
        members: Sequence[tuple[str, ...]],
        parts: Sequence[Period | None],
        department: Department | None,
    ) -> Series:
        scope = department.id if department else None
        rates: list[Mapping[str, RateFigure]] = []
        counts: list[Mapping[str, int | None]] = []
        slots = zip(self._answers, members, self._present, parts, strict=True)
        for answer, ids, present, part in slots:
            if answer is None or not ids or part:
                rates.append({})
                counts.append({})
                continue
            # Whoever reports is the centre: then its own published rates hold.
            whole = scope is None and len(ids) == len(present)
            rates.append(
                answer.centre_rates(self._rates)
                if whole
                else answer.rates_of(ids, scope, self._rates)
            )
            counts.append(answer.counts_of(ids, self._measures) if self._measures else {})
        return Series(
            department=department,
            rates={rate: tuple(found.get(rate) for found in rates) for rate in self._rates},
            targets={rate: self._targets(rate, scope) for rate in self._rates},
            counts={name: tuple(found.get(name) for found in counts) for name in self._measures},
            parts=tuple(parts),
        )

    def _targets(self, rate: str, scope: str | None) -> tuple[Decimal | None, ...]:
        days = (slot.period.last for slot in self._slots)
        targets = (self._reference.target_on(rate, day, scope) for day in days)
        return tuple(target.value if target else None for target in targets)
