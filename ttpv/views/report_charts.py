"""The charts of a report as texts and positions; each says itself in a sentence, too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ttpv.monitor import Figures
from ttpv.reference import Rate, Reference
from ttpv.trends import Trend
from ttpv.views.departments import build_departments
from ttpv.views.formatting import (
    format_count,
    format_percent,
    format_period,
    lower_first,
    name_period,
)
from ttpv.views.overview import build_overview
from ttpv.views.rates import RateView
from ttpv.views.slots import name_slot, name_tick
from ttpv.views.trends import LineView, PointView, build_line, find_scale, write_value

MOST_BARS = 40
"""Bars that a picture on a page of Word holds; of more departments the lowest are drawn."""
SHOWN_SLOTS = 13
"""A month, and the year up to it: the same month stands at both ends."""
_SAID_AT_ENDS = 3


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar from 0: `shown` is "66,2 %", or why there is none."""

    name: str
    shown: str
    status: str
    status_word: str
    position: float | None
    band: tuple[float, float] | None
    tick: float | None
    target: str


@dataclass(frozen=True, slots=True)
class BarsView:
    """Bars under one another. `tick` and `target` are of a target that all share."""

    title: str
    alt: str
    bars: tuple[BarView, ...]
    tick: float | None = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class PanelView:
    """One rate over the slots. `shown` is its last value."""

    name: str
    shown: str
    points: tuple[PointView, ...]
    targets: tuple[float | None, ...]
    scale: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PanelsView:
    """Small charts on one axis of slots; `note` says which slots have no figures."""

    title: str
    alt: str
    ticks: tuple[str, ...]
    panels: tuple[PanelView, ...]
    note: str


def build_targets_chart(figures: Figures, reference: Reference) -> BarsView:
    """The selection's rates against their targets."""
    overview = build_overview(figures, reference)
    period = lower_first(_name_period(figures))
    said = "; ".join(_say_rate(rate) for rate in overview.gauges)
    title = f"{overview.headline}, {period}"
    return BarsView(
        title=title,
        alt=f"Biểu đồ thanh các tỷ lệ so với chỉ tiêu, {period}: {said}. {overview.headline}.",
        bars=tuple(_build_bar(rate.name, rate) for rate in overview.gauges),
    )


def build_departments_chart(figures: Figures, rate: Rate, reference: Reference) -> BarsView:
    """One rate of all departments, the highest first; who is not ranked stands last."""
    table = build_departments(figures, reference)
    place = figures.rates.index(rate)
    pairs = [(row.name, row.rates[place]) for row in table.rows]
    pairs.sort(key=lambda pair: (pair[1].sort_key is None, -(pair[1].sort_key or 0)))
    ranked = [pair for pair in pairs if pair[1].sort_key is not None]
    drawn = pairs if len(pairs) <= MOST_BARS else ranked[-MOST_BARS:]
    total, period = figures.total.rates[rate.id], lower_first(_name_period(figures))
    whole = build_overview(figures, reference).gauges[place]
    many = f"{MOST_BARS} đơn vị thấp nhất trong {format_count(len(pairs))} đơn vị, "
    which = "" if drawn is pairs else many
    met = f"{table.met[place]} đơn vị đạt chỉ tiêu, " if total.target is not None else ""
    title = f"{rate.name} của từng đơn vị: {which}{met}{period}"
    return BarsView(
        title=title,
        alt=f"Biểu đồ thanh {lower_first(title)}. {_say_ends(drawn)}",
        bars=tuple(_build_bar(name, view) for name, view in drawn),
        tick=whole.tick,
        target=whole.target,
    )


def build_trend_chart(
    trend: Trend, rates: Sequence[Rate], at: int, reference: Reference
) -> PanelsView:
    """The chosen selection's rates in slot `at` of the trend and the twelve before it."""
    first = max(0, at + 1 - SHOWN_SLOTS)
    slots, kind = trend.slots[first : at + 1], trend.step.kind
    names = [lower_first(name_slot(slot.period, kind)) for slot in slots]
    panels = []
    for rate in rates:
        line = build_line(trend, trend.chosen, rate, reference, "")
        panels.append(_build_panel(rate, line, first, at))
    missing = [name for name, slot in zip(names, slots, strict=True) if not slot.is_answered]
    span = f"từ {names[0]} đến {names[-1]}"
    said = "; ".join(_say_panel(panel, names) for panel in panels)
    note = f"Chưa đủ số liệu: {', '.join(missing)}." if missing else ""
    return PanelsView(
        title=f"Các tỷ lệ {span}",
        alt=" ".join(filter(None, (f"Biểu đồ đường các tỷ lệ {span}: {said}.", note))),
        ticks=tuple(name_tick(slot.period, kind) for slot in slots),
        panels=tuple(panels),
        note=note,
    )


def _name_period(figures: Figures) -> str:
    named, dates = name_period(figures.period), format_period(figures.period)
    return f"Kỳ {dates}" if named == dates else named


def _build_bar(name: str, rate: RateView) -> BarView:
    has_figure = bool(rate.value) or rate.band is not None
    return BarView(
        name=name,
        shown=write_value(rate) if has_figure else "",
        status=rate.status,
        status_word=rate.status_word,
        position=rate.position,
        band=rate.band,
        tick=rate.tick,
        target=rate.target,
    )


def _say_rate(rate: RateView) -> str:
    value = f" {write_value(rate)}" if rate.value or rate.band else ""
    target = f"chỉ tiêu {format_percent(rate.target)}, " if rate.target else ""
    return f"{rate.name}{value} ({target}{rate.status_word.lower()})"


def _say_ends(pairs: Sequence[tuple[str, RateView]]) -> str:
    """Every department where they are few, else the highest and the lowest ones."""
    known = [pair for pair in pairs if pair[1].value]
    if len(known) > 2 * _SAID_AT_ENDS + 20:
        high = _list_values(known[:_SAID_AT_ENDS])
        return f"Cao nhất: {high}; thấp nhất: {_list_values(known[-_SAID_AT_ENDS:])}."
    others = [f"{name} {rate.status_word.lower()}" for name, rate in pairs if not rate.value]
    return f"{', '.join(filter(None, (_list_values(known), *others)))}."


def _list_values(pairs: Iterable[tuple[str, RateView]]) -> str:
    return ", ".join(f"{name} {write_value(rate)}" for name, rate in pairs)


def _build_panel(rate: Rate, line: LineView, first: int, at: int) -> PanelView:
    points, targets = line.points[first : at + 1], line.targets[first : at + 1]
    cut = LineView(line.name, line.is_centre, points, targets, line.target_texts[first : at + 1])
    return PanelView(rate.name, points[-1].text, points, targets, find_scale([cut]))


def _say_panel(panel: PanelView, names: Sequence[str]) -> str:
    known = [(p.text, n) for p, n in zip(panel.points, names, strict=True) if p.y is not None]
    if not known:
        return f"{panel.name} chưa có số liệu"
    (first, since), (last, until) = known[0], known[-1]
    if since == until:
        return f"{panel.name} {last} ({until})"
    return f"{panel.name} từ {first} ({since}) đến {last} ({until})"
