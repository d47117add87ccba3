"""What moved the centre's rate between two periods of one state (compare/decompose.py)."""

from collections.abc import Mapping
from datetime import date

from ttpv.compare import Movement, NoMovement, Parts, decompose_change
from ttpv.core.periods import Period
from ttpv.metrics import MetricValue
from ttpv.monitor import PeriodCells, Structure, Timeline, answer_period, group_departments


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
    day = today or after.last
    old, new = (
        _read_parts(answer_period(timeline, period), rate, structure, day)
        for period in (before, after)
    )
    return decompose_change(old, new)


def _read_parts(
    answer: PeriodCells, rate: str, structure: Structure, today: date
) -> Mapping[str, Parts]:
    groups = group_departments(answer.reference, answer.everyone, structure, today)
    parts = {}
    for group in groups:
        figure = answer.rates_of(group.members, group.department.id, (rate,)).get(rate)
        parts[group.department.id] = _parts_of(figure.metric) if figure else Parts(None, None)
    return parts


def _parts_of(metric: MetricValue) -> Parts:
    """Of a rate without a case there are no dossiers; others are known only where computed."""
    if metric.basis == "not_applicable":
        return Parts(0, 0)
    return Parts(metric.numerator, metric.denominator)
