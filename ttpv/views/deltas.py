"""Differences to other periods in words: against what, by how much, and why one is not shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ttpv.comparisons import Beside, Comparison, Delta, Other
from ttpv.core.periods import Period, add_months
from ttpv.reference import Department
from ttpv.views.counts import MAIN_COUNTS
from ttpv.views.formatting import (
    POINTS,
    UNCHANGED,
    format_change,
    format_period,
    format_points,
    name_period,
)
from ttpv.views.rates import write_metric

_PREVIOUS = {
    "month": "tháng trước",
    "quarter": "quý trước",
    "half": "6 tháng trước",
    "nine_months": "9 tháng trước",
    "year": "năm trước",
    "other": "kỳ trước",
}
YEAR_BEFORE = "cùng kỳ năm trước"
_SAME_DAYS = {
    1: "cùng kỳ tháng trước",
    3: "cùng kỳ quý trước",
    6: "cùng kỳ 6 tháng đầu năm",  # of the second half so far
    12: YEAR_BEFORE,
}
_ROLLING = {"quarter": "3 tháng trước", "half": "6 tháng trước", "year": "12 tháng trước"}
_MONTHS = {"quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class DeltaView:
    """`label` "tháng trước", `points` "+1,2 điểm %", `number` "+1,2"; `title` says the dates
    and the value then."""

    label: str
    points: str
    number: str
    title: str


def build_deltas(
    comparison: Comparison, rate: str, department: str | None = None
) -> tuple[DeltaView, ...]:
    """Against the previous like period and a year before, as far as both sides are known."""
    views = []
    for beside, label in compared(comparison).items():
        other, delta = comparison.other(beside), comparison.delta(rate, beside, department)
        if other is None or other.side is None or delta is None:
            continue
        rates = other.side.comparable(department)
        title = f"{_name_with_dates(other.period)}: {write_metric(rates[rate].metric)}"
        points = write_delta(delta)
        views.append(DeltaView(label, points, points.removesuffix(POINTS), title))
    return tuple(views)


def write_delta(delta: Delta) -> str:
    """ "+1,2 điểm %", "≈ +1,2 điểm %", "không đổi"."""
    return f"{'≈ ' if delta.estimated else ''}{format_points(delta.points)}"


def compared(comparison: Comparison) -> dict[Beside, str]:
    """What a period is held against, and what that is called; once where both are one."""
    previous, before = comparison.previous, comparison.year_before
    found: dict[Beside, str] = {}
    if previous is not None:
        found["previous"] = name_previous(comparison.period, previous.period)
    if before is not None and (previous is None or previous.period != before.period):
        found["year_before"] = YEAR_BEFORE
    return found


def name_previous(period: Period, previous: Period) -> str:
    """ "tháng trước"; of a month so far the same days of the one before: "cùng kỳ tháng trước"."""
    if previous.stop == period.start:
        months = _MONTHS.get(period.kind)
        if months and period.last.month % months:  # three months that are no quarter
            return _ROLLING[period.kind]
        return _PREVIOUS[period.kind]
    for months, words in _SAME_DAYS.items():
        if add_months(previous.start, months) == period.start:
            return words
    return _PREVIOUS["other"]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What the main counts changed by ("+266"), by measure, and since when ("tháng trước")."""

    label: str
    by_measure: Mapping[str, str]


def build_changes(comparison: Comparison) -> ChangesView:
    """Against the first that anything is known of: the previous like period, or a year before."""
    for beside, label in compared(comparison).items():
        changes = {measure: comparison.change(measure, beside) for measure in MAIN_COUNTS}
        if any(change is not None for change in changes.values()):
            return ChangesView(
                label,
                {
                    measure: format_change(change) if change else UNCHANGED
                    for measure, change in changes.items()
                    if change is not None
                },
            )
    return ChangesView("", {})


def write_gaps(comparison: Comparison, published: Sequence[Period]) -> tuple[str, ...]:
    """Why a comparison is not shown; nothing of periods before the first that was published."""
    if comparison.base.partial:
        who = _name(comparison.base.partial)
        return (f"Không so với kỳ nào: {who} chỉ hoạt động trong một phần của kỳ này.",)
    first = min(published).start
    sentences = []
    for beside, label in compared(comparison).items():
        other = comparison.other(beside)
        if other is None or other.period.stop <= first:
            continue
        if why := _why(other, comparison):
            sentences.append(f"Không so được với {label} ({format_period(other.period)}): {why}.")
    return tuple(sentences)


def _name(departments: Iterable[Department]) -> str:
    return ", ".join(department.name for department in departments)


def _why(other: Other, comparison: Comparison) -> str:
    """Empty where it is compared."""
    if other.side is not None:
        who = _name(other.side.partial)
        return f"khi đó {who} chỉ hoạt động trong một phần của kỳ" if who else ""
    if other.absent:
        who = _name(comparison.departments[id_] for id_ in other.absent)
        return f"khi đó chưa có {who}"
    if not other.missing:
        return "các kỳ đã công bố chồng lên nhau"
    days = ", ".join(format_period(period) for period in other.missing)
    return f"chưa có số liệu {days}"


def _name_with_dates(period: Period) -> str:
    name = name_period(period)
    dates = format_period(period)
    return name if name == dates else f"{name} ({dates})"
