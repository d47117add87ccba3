"""Which slots a step has, which of them are answered, and the lines through them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Literal

from ttpv.core.periods import Period, add_months
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
from ttpv.reference import Reference
from ttpv.trends.lines import LineReader
from ttpv.trends.model import Slot, Step, StepKind, Trend

_MONTHS: dict[StepKind, int] = {"month": 1, "quarter": 3, "year": 12}


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
    reader = LineReader(timeline, slots, answers, rates, measures)
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
