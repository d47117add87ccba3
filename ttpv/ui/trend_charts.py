"""The trend's charts, with Plotly. Lines break where figures are missing; x is the slot's place, so
that no library names months for us.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from ttpv.ui import texts
from ttpv.ui.charts import render_figure
from ttpv.views.backlog import BacklogView, BarsView
from ttpv.views.trends import LineView, PointView, RateTrendView
from ttpv.views.waterfall import WaterfallView

ACCENT, MUTED, DARK = "#2B76C4", "#9AA5B1", "#5B6B7C"
# Told apart by colour-blind people, and none of them the colour of a state.
_LINES = ("#2B76C4", "#8C5FBF", "#A8762C", "#3F8F8B", "#C2577E", "#6B7A2F")
_TARGET = "#7A828C"
_GAP = "rgba(128, 136, 148, .13)"
_MOST_TICKS, _HALF_TICKS = 12, 6
Coordinates = tuple[list[float | None], list[float | None]]


def render_rate_trend(view: RateTrendView, source: str) -> None:
    """All lines of one rate, their targets, the gaps left open and shaded."""
    figure = go.Figure()
    for gap in view.gaps:
        figure.add_vrect(x0=gap - 0.5, x1=gap + 0.5, fillcolor=_GAP, line_width=0, layer="below")
    common = view.lines[0].targets
    _add_target(figure, common, texts.TREND_TARGET, _TARGET)
    for index, line in enumerate(view.lines):
        colour = _LINES[index] if index < len(_LINES) else MUTED
        if line.targets != common:
            _add_target(
                figure,
                tuple(
                    own if own != all_ else None
                    for own, all_ in zip(line.targets, common, strict=True)
                ),
                texts.TREND_TARGET_OF.format(name=line.name),
                colour,
            )
        _add_line(figure, line, colour)
    low, high = view.scale
    figure.update_yaxes(range=(low, high + (high - low) * 0.02), ticksuffix=" %")
    _set_slots(figure, view.ticks)
    figure.update_layout(
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0},
        showlegend=True,
    )
    spoken = f"{view.title}. {view.summary} {_speak(view.lines, view.names)}"
    render_figure(figure, view.title, spoken, source, 350, "rate-trend", view.summary)


def _speak(lines: Sequence[LineView], names: Sequence[str]) -> str:
    return " ".join(
        f"{line.name}: "
        + ", ".join(f"{n} {p.text}" for n, p in zip(names, line.points, strict=True))
        + "."
        for line in lines
    )


def _add_target(figure: Any, targets: Sequence[float | None], name: str, colour: str) -> None:
    """Flat over each slot, a step where it changes, open where none is in force."""
    xs = [place for index in range(len(targets)) for place in (index - 0.5, index + 0.5)]
    ys = [target for target in targets for _ in range(2)]
    if all(y is None for y in ys):
        return
    figure.add_scatter(
        x=xs,
        y=ys,
        mode="lines",
        name=escape(name),
        line={"color": colour, "width": 1.6, "dash": "dash"},
        hoverinfo="skip",
        connectgaps=False,
    )


def _add_line(figure: Any, line: LineView, colour: str) -> None:
    width = 3 if line.is_centre else 2
    group = {"name": escape(line.name), "legendgroup": line.name}
    for estimated in (False, True):
        xs, ys = _stretches(line.points, estimated=estimated)
        style = {"color": colour, "width": width, "dash": "dot" if estimated else "solid"}
        figure.add_scatter(
            x=xs, y=ys, mode="lines", line=style, hoverinfo="skip", showlegend=False, **group
        )
    xs, ys = _ranges(line.points)
    figure.add_scatter(
        x=xs,
        y=ys,
        mode="lines",
        line={"color": colour, "width": 1},
        hoverinfo="skip",
        showlegend=False,
        **group,
    )
    _add_points(figure, line, colour, group)


def _add_points(figure: Any, line: LineView, colour: str, group: dict[str, str]) -> None:
    """The dots carry the hover; a range carries it on a small bar in its middle."""
    places = [i for i, point in enumerate(line.points) if _height(point) is not None]
    kinds = [line.points[i].kind for i in places]
    symbols = {"known": "circle", "estimate": "circle-open", "range": "line-ew-open"}
    figure.add_scatter(
        x=places,
        y=[_height(line.points[i]) for i in places],
        mode="markers",
        marker={
            "color": colour,
            "size": 8 if len(line.points) <= 3 * _MOST_TICKS else 5,
            "symbol": [symbols[kind] for kind in kinds],
            "line": {"color": colour, "width": 1.5},
        },
        customdata=["<br>".join(map(escape, line.points[i].hover)) for i in places],
        hovertemplate="%{customdata}<extra></extra>",
        **group,
    )


def _height(point: PointView) -> float | None:
    if point.kind == "range" and point.band:
        return sum(point.band) / 2
    return point.y


def _stretches(points: Sequence[PointView], *, estimated: bool) -> Coordinates:
    """Between neighbours that both have a value; `estimated`: those that touch an estimate."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for index, (a, b) in enumerate(pairwise(points)):
        if a.y is None or b.y is None or ("estimate" in (a.kind, b.kind)) != estimated:
            continue
        xs += [index, index + 1, None]
        ys += [a.y, b.y, None]
    return xs, ys


def _ranges(points: Sequence[PointView]) -> Coordinates:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for index, point in enumerate(points):
        if point.kind == "range" and point.band:
            xs += [index, index, None]
            ys += [*point.band, None]
    return xs, ys


def _set_slots(figure: Any, ticks: Sequence[str], most: int = _MOST_TICKS) -> None:
    """At most so many names, evenly, the last slot always among them."""
    every = -(-len(ticks) // most)
    shown = [i for i in range(len(ticks)) if (len(ticks) - 1 - i) % every == 0]
    figure.update_xaxes(
        tickvals=shown,
        ticktext=[ticks[i] for i in shown],
        range=(-0.6, len(ticks) - 0.4),
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        autotickangles=[0, 60, 90],
    )
    figure.update_yaxes(fixedrange=True)


def render_waterfall(view: WaterfallView, sentence: str, source: str) -> None:
    """From the old to the new rate. Effects are bars; the rates are marks, for the axis does not
    begin at 0, and bars cut off there would lie about their size."""
    effects = [bar for bar in view.bars if bar.kind != "rate"]
    rates = [bar for bar in view.bars if bar.kind == "rate"]
    levels = [edge for bar in view.bars for edge in _edges(bar.base, bar.size, bar.kind)]
    low, high = min(levels), max(levels)
    air = (high - low or 1) * 0.25
    figure = go.Figure()
    figure.add_bar(
        y=[escape(bar.label) for bar in effects],
        x=[bar.size for bar in effects],
        base=[bar.base for bar in effects],
        orientation="h",
        marker_color=[ACCENT if bar.kind == "up" else MUTED for bar in effects],
        text=[bar.text for bar in effects],
        textposition="outside",
        cliponaxis=False,
        customdata=[
            escape(f"{bar.text}: {bar.hover}" if bar.hover else bar.text) for bar in effects
        ],
        hovertemplate="%{y}<br>%{customdata}<extra></extra>",
    )
    figure.add_scatter(
        y=[escape(bar.label) for bar in rates],
        x=[bar.size for bar in rates],
        mode="markers+text",
        marker={"symbol": "diamond", "size": 13, "color": DARK},
        text=[f"<b>{escape(bar.text)}</b>" for bar in rates],
        textposition="middle right",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=[escape(bar.label) for bar in reversed(view.bars)],
        fixedrange=True,
    )
    figure.update_xaxes(
        range=(low - air, high + air), ticksuffix=" %", fixedrange=True, zeroline=False
    )
    figure.update_layout(showlegend=False, bargap=0.3)
    spoken = "; ".join(f"{bar.label}: {bar.text}" for bar in view.bars)
    height = 60 + 28 * len(view.bars)
    render_figure(figure, view.title, spoken, source, height, "movement", sentence, top=8)


def _edges(base: float, size: float, kind: str) -> tuple[float, ...]:
    return (size,) if kind == "rate" else (base, base + size)


def render_stocks(view: BacklogView, source: str) -> None:
    """Two panels, for the overdue are few beside the others and would not be seen on one."""
    in_time, overdue = view.stocks
    figure = go.Figure()
    _add_bars(figure, in_time, view.names, MUTED, "y")
    _add_bars(figure, overdue, view.names, DARK, "y2")
    _set_slots(figure, view.ticks, _HALF_TICKS)
    figure.update_layout(
        yaxis={"domain": [0.45, 1], "title": {"text": "trong hạn"}},
        yaxis2={"domain": [0, 0.34], "title": {"text": "quá hạn"}, "fixedrange": True},
        xaxis={"anchor": "y2"},
        showlegend=False,
    )
    figure.update_yaxes(rangemode="tozero", tickformat=",d")
    _render_counts(figure, view.stock_title, view.stocks, view.names, source, "stocks")


def render_flows(view: BacklogView, source: str) -> None:
    figure = go.Figure()
    for bars, colour in zip(view.flows, (ACCENT, DARK), strict=True):
        figure.add_scatter(
            x=list(range(len(view.names))),
            y=list(bars.values),
            mode="lines+markers",
            name=bars.label,
            line={"color": colour, "width": 2},
            connectgaps=False,
            customdata=_hovers(bars, view.names),
            hovertemplate="%{customdata}<extra></extra>",
        )
    _set_slots(figure, view.ticks, _HALF_TICKS)
    figure.update_yaxes(rangemode="tozero", tickformat=",d", title_text="hồ sơ")
    figure.update_layout(legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0})
    _render_counts(figure, view.flow_title, view.flows, view.names, source, "flows")


def _add_bars(figure: Any, bars: BarsView, names: Sequence[str], colour: str, axis: str) -> None:
    figure.add_bar(
        x=list(range(len(names))),
        y=list(bars.values),
        name=bars.label,
        marker_color=colour,
        yaxis=axis,
        customdata=_hovers(bars, names),
        hovertemplate="%{customdata}<extra></extra>",
    )


def _hovers(bars: BarsView, names: Sequence[str]) -> list[str]:
    pairs = zip(names, bars.texts, strict=True)
    return [f"{escape(name)}<br>{bars.label}: {shown} hồ sơ" for name, shown in pairs]


def _render_counts(
    figure: Any,
    title: str,
    bars: Sequence[BarsView],
    names: Sequence[str],
    source: str,
    key: str,
) -> None:
    spoken = " ".join(
        f"{view.label}: " + ", ".join(f"{n} {t}" for n, t in zip(names, view.texts, strict=True))
        for view in bars
    )
    render_figure(figure, title, f"{title}. {spoken}", source, 340, key)
