"""Differences between two periods, where both sides are known."""

from dataclasses import dataclass
from decimal import Decimal

from ttpv.metrics import RateFigure


@dataclass(frozen=True, slots=True)
class Delta:
    """`points`: percentage points, now − then; `estimated` where one of the two is an estimate."""

    points: Decimal
    estimated: bool


def compute_delta(now: RateFigure | None, then: RateFigure | None) -> Delta | None:
    """None where one of them has no value, or the rate was not in force.

    A published rate and a computed one are the same rate in two ways and may be compared.
    """
    if now is None or then is None or now.metric.value is None or then.metric.value is None:
        return None
    estimated = "estimated" in (now.metric.basis, then.metric.basis)
    return Delta(now.metric.value - then.metric.value, estimated)


def compute_change(now: int | None, then: int | None) -> int | None:
    """Of a count; None where one of them is missing."""
    return None if now is None or then is None else now - then
