"""What moved the centre's rate between any two periods of one state (compare/decompose.py)."""

from collections import Counter
from datetime import date

from ttpv.compare import Movement, NoMovement, decompose_change
from ttpv.comparisons import Side, group_alike
from ttpv.core.periods import Period
from ttpv.monitor import Structure, Timeline, answer_period, find_heir, group_departments
from ttpv.reference import Reference


def compute_movement(
    timeline: Timeline,
    rate: str,
    before: Period,
    after: Period,
    *,
    structure: Structure = "now",
    today: date | None = None,
) -> Movement | NoMovement:
    """The effects of all departments, in the structure of `after` ("then") or of `today` ("now").

    In either a merger between the two periods moves nothing: whoever merged is on the line of its
    successor in both. Raises PeriodNotCovered.
    """
    then, now = (answer_period(timeline, period) for period in (before, after))
    day = today if today and structure == "now" else after.last
    groups = group_departments(timeline.reference, now.everyone, structure, day)
    lines = frozenset(group.department.id for group in groups)
    alike = group_alike(then, lines, None if structure == "then" else structure, day)
    sides = (Side(then, alike, is_whole=True), Side(now, groups, is_whole=True))
    return decompose_change(*(side.parts(rate) for side in sides))


def is_joined_today(reference: Reference, movement: Movement, today: date) -> bool:
    """Whether somebody who has dossiers in one of the periods only stands on one line with another
    in the structure of `today`: then a merger moved the figures, and not who did what."""
    register = reference.department_by_id
    heirs = {
        c.department: find_heir(reference, register[c.department], today).id
        for c in movement.contributions
        if c.department in register
    }
    lines = Counter(heirs.values())
    return any(
        c.comes_or_goes and lines[heirs.get(c.department, "")] > 1 for c in movement.contributions
    )
