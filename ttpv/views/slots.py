"""The places of a series: what they are called, and which of them are compared."""

from decimal import Decimal

from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.trends import StepKind, Trend
from ttpv.views.formatting import UNCHANGED, format_period, format_points, name_period

_MONTHS_OF_YEAR: dict[StepKind, int] = {"month": 12, "quarter": 4, "year": 1}
_STEP_WORDS: dict[StepKind, str] = {"month": "Tháng", "quarter": "Quý", "year": "Năm"}
_QUARTERS = ("I", "II", "III", "IV")


def name_tick(period: Period, kind: StepKind) -> str:
    """A place on the axis: "12/2025", "IV/2025", "2025"; irregular months are named after the month
    in which they close."""
    last = period.last
    if kind == "year":
        return str(last.year)
    if kind == "quarter":
        return f"{_QUARTERS[(last.month - 1) // 3]}/{last.year}"
    return f"{last:%m/%Y}"


def name_slot(period: Period, kind: StepKind) -> str:
    """ "Tháng 12/2025"; with its dates where it is no calendar month, quarter or year."""
    named = name_period(period)
    if named != format_period(period):
        return named
    return f"{_STEP_WORDS[kind]} {name_tick(period, kind)} ({named})"


def find_compared(trend: Trend, at: int) -> tuple[int, ...]:
    """The slots that slot `at` is compared with: the one before, and the same a year before."""
    places = dict.fromkeys((at - 1, at - _MONTHS_OF_YEAR[trend.step.kind]))
    return tuple(place for place in places if place >= 0 and trend.slots[place].is_answered)


def compare_values(before: RateFigure | None, after: RateFigure | None) -> Decimal | None:
    """The difference in percentage points; None where one is unknown or only estimated."""
    if before is None or after is None:
        return None
    old, new = before.metric, after.metric
    if old.value is None or new.value is None or "estimated" in (old.basis, new.basis):
        return None
    return new.value - old.value


def write_change(change: Decimal) -> str:
    """ "tăng 1,2 điểm %", "giảm …", "không đổi"."""
    if not change:
        return UNCHANGED
    return f"{'tăng' if change > 0 else 'giảm'} {format_points(abs(change))[1:]}"
