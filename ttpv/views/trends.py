"""Figures over time as charts draw them: texts, and positions in percent for the drawing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.reference import Department, Rate, Reference
from ttpv.trends import Series, Slot, StepKind, Trend
from ttpv.views.formatting import (
    NONE,
    format_date,
    format_period,
    format_points,
    format_target,
    name_period,
)
from ttpv.views.rates import RateView, build_rate

CENTRE = "Toàn Trung tâm"
CHOSEN = "Các đơn vị đã chọn"

PointKind = Literal["known", "estimate", "range", "none"]
_MONTHS_OF_YEAR: dict[StepKind, int] = {"month": 12, "quarter": 4, "year": 1}
_STEP_WORDS: dict[StepKind, str] = {"month": "Tháng", "quarter": "Quý", "year": "Năm"}
_QUARTERS = ("I", "II", "III", "IV")
_AIR = 5  # percentage points above and below what is drawn
_TEN = 10


@dataclass(frozen=True, slots=True)
class PointView:
    """One slot of a line. `y` and `band` in percent; `hover` are whole lines of text.

    known: a dot; estimate: a hollow one; range: only the interval is known; none: nothing, and no
    line is drawn through it.
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
class RateTrendView:
    """One rate over time. `at` is the slot that title and summary speak of; `gaps` are the places
    of slots that are not answered; `scale` the range of the axis in percent."""

    title: str
    summary: str
    ticks: tuple[str, ...]
    names: tuple[str, ...]
    at: int
    lines: tuple[LineView, ...]
    gaps: tuple[int, ...]
    scale: tuple[float, float]
    notes: tuple[str, ...]


def build_rate_trend(trend: Trend, rate: Rate, at: int, reference: Reference) -> RateTrendView:
    """The chart of one rate: the chosen together, the centre, and each chosen department.

    `at` is a slot of the trend, answered or not.
    """
    names = name_departments(s.department for s in trend.departments if s.department)
    lines = [
        build_line(trend, series, rate, reference, name_series(trend, series, names))
        for series in _lines(trend)
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
        gaps=tuple(i for i, slot in enumerate(trend.slots) if not slot.is_answered),
        scale=find_scale(lines),
        notes=(*_note_gaps(trend), *_note_structure(trend, reference)),
    )


def _lines(trend: Trend) -> list[Series]:
    """Centre first; the chosen together where they are several and not the centre."""
    several = len(trend.departments) > 1 and trend.chosen is not trend.centre
    return [trend.centre, *([trend.chosen] if several else []), *trend.departments]


def name_series(trend: Trend, series: Series, names: Mapping[str, str]) -> str:
    """`names` by department id."""
    if series.department is not None:
        return names[series.department.id]
    return CENTRE if series is trend.centre else CHOSEN


def name_departments(departments: Iterable[Department]) -> dict[str, str]:
    """Short names by id; who shares one with a predecessor (Tài chính) gets its days with it."""
    everyone = list(departments)
    shared = Counter(department.short for department in everyone)
    return {d.id: d.short if shared[d.short] == 1 else _dated(d) for d in everyone}


def _dated(department: Department) -> str:
    if department.last is not None:
        return f"{department.short} (đến {format_date(department.last)})"
    if department.first is not None:
        return f"{department.short} (từ {format_date(department.first)})"
    return f"{department.short} ({department.id})"


def build_line(
    trend: Trend, series: Series, rate: Rate, reference: Reference, name: str
) -> LineView:
    """One rate of one series under this name."""
    pairs = zip(trend.slots, series.rates[rate.id], strict=True)
    targets = series.targets[rate.id]
    return LineView(
        name=name,
        is_centre=series is trend.centre,
        points=tuple(
            _build_point(slot, figure, rate, name, reference, trend.step.kind)
            for slot, figure in pairs
        ),
        targets=tuple(None if target is None else float(target) for target in targets),
        target_texts=tuple(NONE if t is None else f"{format_target(t)} %" for t in targets),
    )


def _build_point(
    slot: Slot,
    figure: RateFigure | None,
    rate: Rate,
    who: str,
    reference: Reference,
    kind: StepKind,
) -> PointView:
    if figure is None:
        return PointView("none", None, None, NONE, "", ())
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
    gap = ": ".join(part for part in (against, view.gap) if part)
    lines = (f"{value} – {view.status_word}" if value else view.status_word, view.note, gap)
    return tuple(line for line in (*lines, view.reason) if line)


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
    called = lower_first(CHOSEN) if subject.name == CHOSEN else subject.name
    whose = "" if trend.chosen is trend.centre else f" của {called}"
    said = {"none": "chưa có số liệu", "range": f"trong khoảng {point.text}"}
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
        return "không đổi"
    return f"{'tăng' if change > 0 else 'giảm'} {format_points(abs(change))[1:]}"


def lower_first(name: str) -> str:
    return name[0].lower() + name[1:]


def _note_gaps(trend: Trend) -> list[str]:
    gaps = [slot for slot in trend.slots if not slot.is_answered]
    if not gaps:
        return []
    listed = "; ".join(_describe_gap(slot, trend.step.kind) for slot in gaps[:3])
    more = f"; và {len(gaps) - 3} kỳ khác" if len(gaps) > 3 else ""
    return [f"Chỗ đứt của đường là kỳ chưa đủ số liệu: {listed}{more}."]


def _describe_gap(slot: Slot, kind: StepKind) -> str:
    name = lower_first(name_slot(slot.period, kind))
    if slot.missing == (slot.period,) or not slot.missing:
        return name
    days = ", ".join(format_period(days) for days in slot.missing)
    return f"{name} (thiếu {days})"


def _note_structure(trend: Trend, reference: Reference) -> list[str]:
    """Who begins or ends within the series, and whom today's structure cannot place."""
    notes = []
    by_id = {s.department.id: s.department for s in trend.departments if s.department}
    if trend.split:
        names = ", ".join(by_id[department].name for department in trend.split)
        notes.append(
            f"{names} đã tách thành nhiều đơn vị: số liệu trước khi tách đứng riêng một dòng, "
            "không cộng vào đơn vị nào hiện nay."
        )
    if trend.structure == "then":
        first = trend.slots[0].period.start if trend.slots else None
        began = [d for d in by_id.values() if first and d.first and d.first > first]
        if began:
            names = ", ".join(f"{d.name} (từ {d.first:%d/%m/%Y})" for d in began)
            open_ = ", nên các đơn vị đã chọn không có số chung trước ngày đó"
            notes.append(
                f"Đơn vị mới thành lập trong thời gian này: {names}"
                f"{open_ if len(by_id) > 1 else ''}. "
                "Chọn “Theo cơ cấu hiện nay” để cộng cả các đơn vị trước khi hợp nhất."
            )
    return notes
