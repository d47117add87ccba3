"""Figures over time: every period of a step between the first and the last that is answered.

A period that cannot be answered stands in the series without figures, with the days that are
missing: a line drawn through it would be invented. Months that open on the 21st are a series of
their own, never mixed with calendar months.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ttpv.core.periods import Period, add_months
from ttpv.metrics import RateFigure
from ttpv.monitor import (
    Group,
    PeriodCells,
    Structure,
    Timeline,
    answer_periods,
    find_heir,
    group_departments,
    is_split,
    offer_periods,
)
from ttpv.reference import Department, Reference

StepKind = Literal["month", "quarter", "year"]

_MONTHS: dict[StepKind, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Step:
    """How long the periods of a series are, and the day of the month on which they open."""

    kind: StepKind
    opening: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a series. `missing` are the days that nothing published covers; empty where it
    is answered, and where what is published overlaps."""

    period: Period
    is_answered: bool
    missing: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One line over all slots; `department` None is the centre, or the chosen ones together.

    A figure is None where the slot is not answered, where the department (or one of the chosen) had
    not come into being or was gone, and where the rate was not in force. So it is where one of them
    existed in a part of the slot only, which `parts` then holds: those days are no quarter.
    `targets` in percent stand in every slot in which one is in force, answered or not.
    """

    department: Department | None
    rates: Mapping[str, tuple[RateFigure | None, ...]]
    targets: Mapping[str, tuple[Decimal | None, ...]]
    counts: Mapping[str, tuple[int | None, ...]]
    parts: tuple[Period | None, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """`chosen` is the selection together: the centre itself where none is chosen, or all are.
    `departments` are the chosen ones, a line each in the register's order. `split` are those among
    them whose work several departments took over, so that today's structure has no one line for it.
    """

    step: Step
    structure: Structure
    slots: tuple[Slot, ...]
    centre: Series
    chosen: Series
    departments: tuple[Series, ...]
    split: tuple[str, ...]

    def find_slot(self, until: date) -> int | None:
        """The last answered slot that ends by `until` (not included), else the last answered."""
        answered = [index for index, slot in enumerate(self.slots) if slot.is_answered]
        ended = [index for index in answered if self.slots[index].period.stop <= until]
        return max(ended or answered, default=None)


def offer_steps(timeline: Timeline) -> tuple[Step, ...]:
    """The steps of which at least two periods are answered, or else one; the shortest first."""
    found: dict[Step, int] = {}
    for kind in _MONTHS:
        for period in offer_periods(timeline).by_kind.get(kind, ()):
            step = Step(kind, period.start.day)
            found[step] = found.get(step, 0) + 1
    steps = sorted(found, key=lambda step: (_MONTHS[step.kind], -found[step], step.opening))
    return tuple(step for step in steps if found[step] > 1) or tuple(steps)


def compute_trend(
    timeline: Timeline,
    step: Step,
    *,
    rates: Sequence[str],
    measures: Sequence[str] = (),
    chosen: Collection[str] | Literal["all"] = (),
    structure: Structure = "now",
    today: date | None = None,
) -> Trend:
    """The series of the centre, of the chosen departments together and of each of them.

    `chosen` are ids; in today's structure the one who goes on with a department's work stands for
    it. `today` says what that structure is; by default the last day of the series. A step without
    any answered period has no slots.
    """
    slots, answers = _answer_slots(timeline, step)
    day = today or (slots[-1].period.last if slots else date.max)
    reference = timeline.reference
    everyone = {d.id: d for answer in answers if answer for d in answer.everyone}
    groups = group_departments(reference, everyone.values(), structure, day)
    shown = groups if chosen == "all" else _choose_groups(reference, groups, chosen, structure, day)
    reader = _Reader(timeline, slots, answers, rates, measures)
    centre = reader.read_centre()
    lines = tuple(reader.read_line(group.members, group.department) for group in shown)
    together = centre
    if lines and not {group.department.id for group in shown} >= {g.department.id for g in groups}:
        groups_of = [group.members for group in shown]
        together = lines[0] if len(lines) == 1 else reader.read_together(groups_of)
    return Trend(
        step=step,
        structure=structure,
        slots=slots,
        centre=centre,
        chosen=together,
        departments=lines,
        split=tuple(g.department.id for g in shown if is_split(g.department)),
    )


def _choose_groups(
    reference: Reference,
    groups: Sequence[Group],
    chosen: Collection[str],
    structure: Structure,
    day: date,
) -> tuple[Group, ...]:
    """Those of the chosen ids; who has reported in none of the slots is a group of nobody, so that
    its line is empty and not the centre's. Raises ValueError on an id that nobody knows."""
    known = {group.department.id: group for group in groups}
    wanted: dict[str, Group] = {}
    for name in chosen:
        department = reference.department_by_id.get(name)
        if department is None and name not in known:
            raise ValueError(f"department not known: {name!r}")
        if department is not None and structure == "now":
            department = find_heir(reference, department, day)
        id_ = department.id if department else name
        wanted[id_] = known.get(id_) or Group(department or known[id_].department, ())
    order = {department.id: at for at, department in enumerate(reference.departments)}
    return tuple(sorted(wanted.values(), key=lambda g: order.get(g.department.id, len(order))))


def _answer_slots(
    timeline: Timeline, step: Step
) -> tuple[tuple[Slot, ...], tuple[PeriodCells | None, ...]]:
    """All that the series is made of is read in one query."""
    periods = tuple(_periods(timeline, step))
    answers = answer_periods(timeline, periods)
    slots = (
        Slot(period, is_answered=True)
        if period in answers
        else Slot(period, is_answered=False, missing=tuple(timeline.missing_days(period)))
        for period in periods
    )
    return tuple(slots), tuple(answers.get(period) for period in periods)


def _periods(timeline: Timeline, step: Step) -> Iterator[Period]:
    """All of the step from the first to the last that can be answered."""
    offered = offer_periods(timeline).by_kind.get(step.kind, ())
    known = [period for period in offered if period.start.day == step.opening]
    if not known:
        return
    first, months = min(known).start, _MONTHS[step.kind]
    last, count = max(known), 0
    while (period := _step_on(first, months, count)) <= last:
        yield period
        count += 1


def _step_on(first: date, months: int, count: int) -> Period:
    return Period(add_months(first, months * count), add_months(first, months * (count + 1)))


class _Reader:
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
