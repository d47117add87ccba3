"""What moved the centre's rate between any two periods of one state (compare/decompose.py)."""

from datetime import date

from ttpv.compare import Movement, NoMovement, decompose_change
from ttpv.comparisons import Side
from ttpv.core.periods import Period
from ttpv.monitor import Structure, Timeline, answer_period, group_departments


def compute_movement(
    timeline: Timeline,
    rate: str,
    before: Period,
    after: Period,
    *,
    structure: Structure = "now",
    today: date | None = None,
) -> Movement | NoMovement:
    """The effects of all departments, in the structure of then or of `today`.

    In today's structure a merger moves nothing; as of then those who merged leave and their
    successor comes, all of it share effect. Raises PeriodNotCovered.
    """
    parts = []
    for period in (before, after):
        answer = answer_period(timeline, period)
        groups = group_departments(
            timeline.reference, answer.everyone, structure, today or after.last
        )
        parts.append(Side(answer, groups, is_whole=True).parts(rate))
    return decompose_change(*parts)
