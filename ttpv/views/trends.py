"""Figures over time as charts draw them: texts, and positions in percent for the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.reference import Rate, Reference
from ttpv.trends import Series, Slot, StepKind, Trend
from ttpv.views.formatting import (
    NONE,
    format_period,
    format_target,
    lower_first,
)
from ttpv.views.rates import RateView, build_rate
from ttpv.views.series_names import name_departments, name_series, write_whose
from ttpv.views.slots import (
    compare_values,
    find_compared,
    name_slot,
    name_tick,
    write_change,
)
from ttpv.views.trend_notes import build_notes

PointKind = Literal["known", "estimate", "range", "none"]
_AIR = 5  # percentage points above and below what is drawn
_TEN = 10


@dataclass(frozen=True, slots=True)
class PointView:
    """One slot of a line. `y` and `band` in percent; `hover` are whole lines of text.

    known: a dot; estimate: a hollow one; range: only the interval is known; none: nothing, and no
    line is drawn through it. Where there is nothing though the slot is answered, `hover` says why.
    """

    kind: PointKind
    y: float | None
    band: tuple[float, float] | None
    text: str
    parts: str
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a chart; `targets` in percent, None where none is in force."""

    name: str
    is_centre: bool
    points: tuple[PointView, ...]
    targets: tuple[float | None, ...]
    target_texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """A slot that is not answered: its place, and which days are missing."""

    at: int
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RateTrendView:
    """One rate over time. `at` is the slot that title and summary speak of; `scale` the range of
    the axis in percent."""

    title: str
    summary: str
    ticks: tuple[str, ...]
    names: tuple[str, ...]
    at: int
    lines: tuple[LineView, ...]
    gaps: tuple[GapView, ...]
    scale: tuple[float, float]
    notes: tuple[str, ...]


def build_rate_trend(trend: Trend, rate: Rate, at: int, reference: Reference) -> RateTrendView:
    """The chart of one rate: the chosen together, the centre, and each chosen department.

    `at` is a slot of the trend, answered or not.
    """
    names = name_departments(s.department for s in trend.departments if s.department)
    lines = [
        build_line(trend, series, rate, reference, name_series(trend, series, names))
        for series in find_lines(trend)
    ]
    whose = name_series(trend, trend.chosen, names)
    subject = build_line(trend, trend.chosen, rate, reference, whose)
    return RateTrendView(
        title=_write_title(trend, rate, at, subject),
        summary=write_changes(trend, rate, at),
        ticks=tuple(name_tick(slot.period, trend.step.kind) for slot in trend.slots),
        names=tuple(name_slot(slot.period, trend.step.kind) for slot in trend.slots),
        at=at,
        lines=tuple(lines),
        gaps=tuple(
            GapView(i, (name_slot(slot.period, trend.step.kind), write_lacking(slot)))
            for i, slot in enumerate(trend.slots)
            if not slot.is_answered
        ),
        scale=find_scale(lines),
        notes=build_notes(trend, rate, write_whose(whose)),
    )


def find_lines(trend: Trend) -> list[Series]:
    """Centre first; the chosen together where they are several and not the centre."""
    several = len(trend.departments) > 1 and trend.chosen is not trend.centre
    return [trend.centre, *([trend.chosen] if several else []), *trend.departments]


def build_line(
    trend: Trend, series: Series, rate: Rate, reference: Reference, name: str
) -> LineView:
    """One rate of one series under this name."""
    slots = zip(trend.slots, series.rates[rate.id], series.parts, strict=True)
    targets = series.targets[rate.id]
    return LineView(
        name=name,
        is_centre=series is trend.centre,
        points=tuple(
            _build_point(slot, figure, part, rate, name, reference, trend.step.kind)
            for slot, figure, part in slots
        ),
        targets=tuple(None if target is None else float(target) for target in targets),
        target_texts=tuple(NONE if t is None else f"{format_target(t)} %" for t in targets),
    )


def _build_point(
    slot: Slot,
    figure: RateFigure | None,
    part: Period | None,
    rate: Rate,
    who: str,
    reference: Reference,
    kind: StepKind,
) -> PointView:
    if figure is None:
        if part is None:
            return PointView("none", None, None, NONE, "", ())
        why = f"Chỉ hoạt động {format_period(part)}, không đủ kỳ"
        return PointView(
            "none", None, None, NONE, "", (f"{who}, {name_slot(slot.period, kind)}", why)
        )
    view = build_rate(rate, figure, reference.measures[rate.denominator])
    point: PointKind = "estimate" if figure.metric.basis == "estimated" else "known"
    if view.position is None:
        point = "range" if view.band else "none"
    return PointView(
        kind=point,
        y=view.position,
        band=view.band,
        text=write_value(view),
        parts=view.note if figure.metric.numerator is not None else "",
        hover=(f"{who}, {name_slot(slot.period, kind)}", *_describe(view)),
    )


def write_value(view: RateView) -> str:
    """ "66,2 %", "≈ 46,4 %", "98,0–99,9 %", "–"."""
    if view.value:
        return f"{view.sign}{view.value} %"
    return f"{view.words} %" if view.band else view.words


def _describe(view: RateView) -> tuple[str, ...]:
    value = write_value(view) if view.value or view.band else ""
    against = f"Chỉ tiêu {view.target} %" if view.target else ""
    gap = ": ".join(part for part in (against, view.marked_gap) if part)
    lines = (f"{value} – {view.status_word}" if value else view.status_word, view.note, gap)
    return tuple(line for line in (*lines, view.reason) if line)


def write_lacking(slot: Slot) -> str:
    """Why a slot has no figures, with the days that are missing."""
    days = ", ".join(format_period(days) for days in slot.missing)
    return f"Chưa đủ số liệu: thiếu {days}" if days else "Chưa đủ số liệu"


def find_scale(lines: Sequence[LineView]) -> tuple[float, float]:
    """Tens around all that is drawn, within 0–100."""
    drawn = [y for line in lines for point in line.points for y in (point.y, *(point.band or ()))]
    drawn += [target for line in lines for target in line.targets]
    known = [y for y in drawn if y is not None]
    if not known:
        return 0, 100
    low = max(0, (min(known) - _AIR) // _TEN * _TEN)
    high = min(100, -(-(max(known) + _AIR) // _TEN) * _TEN)
    return low, high


def _write_title(trend: Trend, rate: Rate, at: int, subject: LineView) -> str:
    name, point = name_slot(trend.slots[at].period, trend.step.kind), subject.points[at]
    whose = "" if trend.chosen is trend.centre else f" của {write_whose(subject.name)}"
    none = "không đủ kỳ" if trend.chosen.parts[at] else "chưa có số liệu"
    said = {"none": none, "range": f"trong khoảng {point.text}"}
    return f"{rate.name}{whose}: {said.get(point.kind, point.text)} ({lower_first(name)})"


def write_changes(trend: Trend, rate: Rate, at: int) -> str:
    """ "Tăng 1,2 điểm % so với tháng 11/2025; giảm …. Chỉ tiêu 70 %: Đạt."; unlike bases are not
    compared, because their difference would be that of the methods."""
    figures = trend.chosen.rates[rate.id]
    said = []
    for earlier in find_compared(trend, at):
        change = compare_values(figures[earlier], figures[at])
        if change is not None:
            than = lower_first(name_slot(trend.slots[earlier].period, trend.step.kind))
            said.append(f"{write_change(change)} so với {than}")
    changes = "; ".join(said)
    sentences = [f"{changes[0].upper()}{changes[1:]}."] if changes else []
    figure = figures[at]
    if figure is not None:
        view = build_rate(rate, figure)
        against = f"Chỉ tiêu {view.target} %: {view.status_word.lower()}" if view.target else ""
        sentences.append(f"{against or view.status_word}.")
    return " ".join(sentences)
