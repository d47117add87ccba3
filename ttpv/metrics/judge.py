"""A rate against its target: met, near, missed, or why it cannot be judged."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ttpv.metrics import reasons
from ttpv.metrics.compute import MetricValue

Status = Literal["met", "near", "missed", "no_target", "not_applicable", "unavailable"]


@dataclass(frozen=True, slots=True)
class RateFigure:
    """A judged rate. `target` in percent, `gap` in percentage points (negative: below)."""

    rate: str
    metric: MetricValue
    target: Decimal | None
    gap: Decimal | None
    status: Status


def judge_rate(
    rate: str, metric: MetricValue, target: Decimal | None, tolerance: Decimal
) -> RateFigure:
    """Judges on the exact value where there is one, on the published one elsewhere, unrounded.

    An estimate is judged only where its whole interval lies on one side of the target. `tolerance`
    is how far below the target still counts as near, in percentage points.
    """
    value = metric.value
    if value is None:
        status: Status = "not_applicable" if metric.basis == "not_applicable" else "unavailable"
        return RateFigure(rate, metric, target, None, status)
    if target is None:
        return RateFigure(rate, metric, None, None, "no_target")
    gap = value - target
    if metric.basis == "estimated" and metric.interval is not None:
        low, high = metric.interval
        if low < target <= high:
            metric = replace(metric, reason=f"{metric.reason} {reasons.NOT_JUDGED}")
            return RateFigure(rate, metric, target, gap, "unavailable")
    if gap >= 0:
        return RateFigure(rate, metric, target, gap, "met")
    return RateFigure(rate, metric, target, gap, "near" if gap >= -tolerance else "missed")
