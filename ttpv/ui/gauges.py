"""The gauges: one block of inline SVG, so that a change of the filter repaints texts and arcs only.

A semicircle 0–100, the target as a tick with its value, status as colour + shape + word.
"""

import math
from collections.abc import Iterable, Mapping

from ttpv.ui.html import render_html, text
from ttpv.ui.sparkline import draw_sparkline
from ttpv.views.beside import TO_DATE, BesideView
from ttpv.views.formatting import format_percent
from ttpv.views.rates import SMALL, RateView

_RADIUS = 80
_CENTRE = (110, 104)
_LOWEST = 8.0
"""Percent of the scale from its ends within which a target's label stands below its tick."""

# Shapes drawn as SVG, so that every font shows the same ones.
SHAPES = {
    "met": '<circle cx="6" cy="6" r="5"/>',
    "near": '<path d="M6 .8 11.5 11H.5z"/>',
    "missed": '<rect x="1" y="1" width="10" height="10"/>',
    "no_target": '<circle cx="6" cy="6" r="4.2" fill="none" stroke-width="1.6"/>',
    "not_applicable": '<path d="M1 5h10v2H1z"/>',
    "unavailable": '<path d="M1 5h10v2H1z"/>',
}


def draw_shape(status: str) -> str:
    """The status's mark in its colour; decoration, the word stands beside it."""
    return (
        f'<svg class="mark {status}" viewBox="0 0 12 12" aria-hidden="true">{SHAPES[status]}</svg>'
    )


def _point(percent: float, radius: float) -> tuple[float, float]:
    angle = math.pi * (1 - percent / 100)
    x = _CENTRE[0] + radius * math.cos(angle)
    return round(x, 2), round(_CENTRE[1] - radius * math.sin(angle), 2)


def _arc(low: float, high: float) -> str:
    (x0, y0), (x1, y1) = _point(low, _RADIUS), _point(high, _RADIUS)
    return f"M{x0} {y0}A{_RADIUS} {_RADIUS} 0 0 1 {x1} {y1}"


_TRACK = _arc(0, 100)


def _draw_tick(rate: RateView) -> str:
    if rate.tick is None:
        return ""
    (x0, y0), (x1, y1) = _point(rate.tick, 66), _point(rate.tick, 94)
    label_x, label_y = _point(rate.tick, 101)
    anchor = "end" if rate.tick < 40 else "start" if rate.tick > 60 else "middle"
    shift = 5 if anchor != "middle" else 0
    if not _LOWEST <= rate.tick <= 100 - _LOWEST:  # beside the arc's foot is no room: below it
        label_x, label_y = _point(rate.tick, 94)
        anchor, shift = ("start" if rate.tick < _LOWEST else "end"), 14
    return (
        f'<path class="tick" d="M{x0} {y0}L{x1} {y1}"/>'
        f'<text class="tick-label" x="{label_x}" y="{label_y + shift}" text-anchor="{anchor}">'
        f"{text(format_percent(rate.target))}</text>"
    )


def draw_gauge(rate: RateView, below: Iterable[str] = (), beside: BesideView | None = None) -> str:
    """One gauge as markup. `below` are further lines (place, shortfall) under it, `beside` what it
    is held against."""
    now = rate.position or 0.0
    value_arc = ""
    if rate.position is not None:
        value_arc = (
            f'<path class="value {rate.status}" d="{_TRACK}" pathLength="100" '
            f'stroke-dasharray="{now:.2f} 100"/>'
        )
    elif rate.band is not None:
        low, high = rate.band
        low, high = min(low, 99.0), max(high, min(low, 99.0) + 1)
        value_arc = f'<path class="band" d="{_arc(low, high)}"/>'
    shown = (
        f'<text class="figure" x="110" y="98">{text(rate.sign)}{text(rate.value)}'
        '<tspan class="unit" dx="3">%</tspan></text>'
        if rate.value
        else f'<text class="words" x="110" y="98">{text(rate.words)}</text>'
    )
    lines = [rate.note, *below]
    note = "".join(f'<div class="line">{text(line)}</div>' for line in lines if line)
    reason = f'<div class="reason">{text(rate.reason)}</div>' if rate.reason else ""
    gap = f'<span class="gap">{text(rate.marked_gap)}</span>' if rate.gap else ""
    if rate.small:
        gap += f'<span class="gap">({SMALL})</span>'
    meter = (
        f'aria-valuemin="0" aria-valuemax="100" aria-valuenow="{now:.1f}" role="meter"'
        if rate.position is not None
        else 'role="img"'
    )
    return (
        f'<div class="gauge" data-rate="{rate.id}" data-status="{rate.status}">'
        f'<div class="name">{text(rate.name)}</div>'
        f'<svg viewBox="0 -8 220 130" {meter} aria-label="{text(rate.spoken)}">'
        f'<path class="track" d="{_TRACK}"/>{value_arc}{_draw_tick(rate)}{shown}</svg>'
        f'<div class="status">{draw_shape(rate.status)}<b>{text(rate.status_word)}</b>{gap}</div>'
        f"{note}{reason}{_draw_beside(beside) if beside else ''}</div>"
    )


def _draw_beside(beside: BesideView) -> str:
    """The like periods so far as a line, differences, and what is lacking, small and neutral."""
    deltas = "".join(
        f'<div title="{text(delta.title)}"><dt>{text(delta.label)}</dt>'
        f"<dd>{text(delta.points)}</dd></div>"
        for delta in beside.deltas
    )
    if beside.to_date:
        deltas += f"<div><dt>{text(TO_DATE)}</dt><dd>{text(beside.to_date)}</dd></div>"
    short = "".join(
        f'<div class="line" title="{text(sentence)}">{text(words)}</div>'
        for words, sentence in (beside.distance, beside.run_rate)
        if words
    )
    spark = draw_sparkline(beside.spark) if beside.spark else ""
    numbers = f'<dl class="deltas">{deltas}</dl>' if deltas else ""
    return f'<div class="beside">{spark}{numbers}{short}</div>' if spark or numbers or short else ""


def render_gauges(
    rates: Iterable[RateView], beside: Mapping[str, BesideView] | None = None
) -> None:
    """The gauges side by side; on a narrow screen one under another."""
    found = beside or {}
    gauges = "".join(draw_gauge(rate, beside=found.get(rate.id)) for rate in rates)
    render_html(f'<div class="ttpv gauges">{gauges}</div>')
