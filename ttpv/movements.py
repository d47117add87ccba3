"""What moved the centre's rate between any two periods of one state (compare/decompose.py)."""

from datetime import date

from ttpv.compare import Movement, NoMovement, decompose_change
from ttpv.comparisons import join_heirs
from ttpv.core.periods import Period
from ttpv.monitor import Structure, Timeline, answer_period


def compute_movement(
    timeline: Timeline,
    rate: str,
    before: Period,
    after: Period,
    *,
    structure: Structure = "now",
    today: date | None = None,
) -> Movement | NoMovement:
    """The effects of all departments, in the structure of the last day of `after` ("then") or of
    `today` ("now"). In either a merger moves nothing. Raises PeriodNotCovered."""
    day = today if today and structure == "now" else after.last
    sides = (join_heirs(answer_period(timeline, period), day) for period in (before, after))
    return decompose_change(*(side.parts(rate) for side in sides))
