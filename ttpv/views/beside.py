"""What stands small under a gauge: differences, the like periods so far, what lacks, what it takes.

All of it is secondary and neutral: only the target colours a figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ttpv.compare import Movement
from ttpv.comparisons import Beside, Comparison, Delta, Other, Required
from ttpv.core.periods import Period, add_months
from ttpv.reference import Rate
from ttpv.views.counts import MAIN_COUNTS
from ttpv.views.distance import DistanceView, build_distance
from ttpv.views.formatting import (
    POINTS,
    format_change,
    format_period,
    format_points,
    format_rate,
    name_period,
)
from ttpv.views.movement import build_movement
from ttpv.views.run_rate import RunRateView, build_run_rate
from ttpv.views.sparkline import SparkView, build_sparkline
from ttpv.views.words import CENTRE, CHOSEN

_PREVIOUS = {
    "month": "tháng trước",
    "quarter": "quý trước",
    "half": "6 tháng trước",
    "nine_months": "9 tháng trước",
    "year": "năm trước",
    "other": "kỳ trước",
}
_SAME_DAYS = {1: "cùng kỳ tháng trước", 3: "cùng kỳ quý trước", 12: "cùng kỳ năm trước"}
YEAR_BEFORE = "cùng kỳ năm trước"
TO_DATE = "từ đầu năm"
_UNCHANGED = "không đổi"


@dataclass(frozen=True, slots=True)
class DeltaView:
    """`label` "tháng trước", `points` "+1,2 điểm %", `number` "+1,2"; `title` says the dates
    and the value then."""

    label: str
    points: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class BesideView:
    """Of one rate. Empty texts where nothing is known.

    `to_date` "64,1 %", the year so far; `distance` and `run_rate` are few words with the whole
    sentence as their title; `sentences` say everything, for those who open them.
    """

    rate: str
    name: str
    deltas: tuple[DeltaView, ...]
    to_date: str
    spark: SparkView | None
    distance: tuple[str, str]
    run_rate: tuple[str, str]
    sentences: tuple[str, ...]


def build_beside(comparison: Comparison) -> dict[str, BesideView]:
    """By rate, in the report's order."""
    names = {id_: department.name for id_, department in comparison.departments.items()}
    return {
        rate: _build(comparison, comparison.reference.rates[rate], names)
        for rate in comparison.base.rates
    }


def _build(comparison: Comparison, rate: Rate, names: Mapping[str, str]) -> BesideView:
    distance = _build_distance(comparison, rate, names)
    run = _build_run_rate(rate, comparison.required.get(rate.id))
    sentences = (
        _write_movement(comparison, rate, names),
        distance.own,
        distance.sum,
        run.sentence if run.short else "",
    )
    return BesideView(
        rate=rate.id,
        name=rate.name,
        deltas=build_deltas(comparison, rate.id),
        to_date=_write_to_date(comparison, rate.id),
        spark=build_sparkline(rate, comparison.series),
        distance=(distance.short, f"{distance.own} {distance.sum}".strip()),
        run_rate=(run.short, run.sentence),
        sentences=tuple(sentence for sentence in sentences if sentence),
    )


def _build_distance(comparison: Comparison, rate: Rate, names: Mapping[str, str]) -> DistanceView:
    """Nothing where it cannot be known; of one department alone there is no sum."""
    distance, figure = comparison.distances[rate.id], comparison.base.rates[rate.id]
    if distance.own.lacking is None:
        return DistanceView("", "", "", {})
    groups = comparison.base.groups
    alone = len(groups) == 1
    if alone:
        distance = replace(distance, leading=(), total=0)
    who = CENTRE if comparison.base.is_whole else CHOSEN
    view = build_distance(
        rate, distance, figure.target, names, groups[0].department.name if alone else who
    )
    return replace(view, sum="" if alone or distance.total is None else view.sum)


def _write_movement(comparison: Comparison, rate: Rate, names: Mapping[str, str]) -> str:
    movement = comparison.movements.get(rate.id)
    if not isinstance(movement, Movement) or len(comparison.base.groups) == 1:
        return ""
    return build_movement(rate, movement, names).sentence


def build_deltas(
    comparison: Comparison, rate: str, department: str | None = None
) -> tuple[DeltaView, ...]:
    """Against the previous like period and a year before, as far as both sides are known."""
    views = []
    for beside, label in compared(comparison).items():
        other, delta = comparison.other(beside), comparison.delta(rate, beside, department)
        if other is None or other.side is None or delta is None:
            continue
        rates = other.side.rates if department is None else other.side.line_rates[department]
        sign = "≈ " if rates[rate].metric.basis == "estimated" else ""
        then = f"{sign}{format_rate(rates[rate].metric.value)} %"
        title = f"{_name_with_dates(other.period)}: {then}"
        points = write_delta(delta)
        number = points.removesuffix(POINTS) if delta.points else "0"
        views.append(DeltaView(label, points, number, title))
    return tuple(views)


def write_delta(delta: Delta) -> str:
    """ "+1,2 điểm %", "≈ +1,2 điểm %", "không đổi"."""
    if not delta.points:
        return _UNCHANGED
    return f"{'≈ ' if delta.estimated else ''}{format_points(delta.points)}"


def compared(comparison: Comparison) -> dict[Beside, str]:
    """What a period is held against, and what that is called; once where both are one."""
    previous, before = comparison.previous, comparison.year_before
    found: dict[Beside, str] = {}
    if previous is not None and (before is None or previous.period != before.period):
        found["previous"] = name_previous(comparison.period, previous.period)
    if before is not None:
        found["year_before"] = YEAR_BEFORE
    return found


def name_previous(period: Period, previous: Period) -> str:
    """ "tháng trước"; of a month so far the same days of the one before: "cùng kỳ tháng trước"."""
    if previous.stop == period.start:
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
                    measure: format_change(change) if change else _UNCHANGED
                    for measure, change in changes.items()
                    if change is not None
                },
            )
    return ChangesView("", {})


def write_gaps(comparison: Comparison, published: Sequence[Period]) -> tuple[str, ...]:
    """Why a comparison is not shown; nothing of periods before the first that was published."""
    first = min(published).start
    sentences = []
    for beside, label in compared(comparison).items():
        other = comparison.other(beside)
        if other is None or other.side is not None or other.period.stop <= first:
            continue
        dates, why = format_period(other.period), _why(other, comparison)
        sentences.append(f"Không so được với {label} ({dates}): {why}.")
    return tuple(sentences)


def _why(other: Other, comparison: Comparison) -> str:
    if other.absent:
        known = comparison.departments
        who = ", ".join(known[id_].name for id_ in other.absent)
        return f"khi đó chưa có {who}"
    if not other.missing:
        return "các kỳ đã công bố chồng lên nhau"
    days = ", ".join(format_period(period) for period in other.missing)
    return f"chưa có số liệu {days}"


def _name_with_dates(period: Period) -> str:
    name = name_period(period)
    dates = format_period(period)
    return name if name == dates else f"{name} ({dates})"


def _write_to_date(comparison: Comparison, rate: str) -> str:
    """Of a period that is itself the year to date nothing more is said."""
    other = comparison.year_to_date
    if other is None or other.side is None or other.period == comparison.period:
        return ""
    figure = other.side.rates.get(rate)
    if figure is None or figure.metric.value is None:
        return ""
    sign = "≈ " if figure.metric.basis == "estimated" else ""
    return f"{sign}{format_rate(figure.metric.value, figure.target)} %"


def _build_run_rate(rate: Rate, required: Required | None) -> RunRateView:
    if required is None:
        return RunRateView("", "")
    view = build_run_rate(rate, required.run, required.target)
    if required.of_year_end or not view.short:
        return view
    note = "Chưa có chỉ tiêu cho ngày cuối năm nên tính theo chỉ tiêu của kỳ này."
    return RunRateView(view.short, f"{view.sentence} {note}")
