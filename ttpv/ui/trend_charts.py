"""The trend's charts, with Plotly. Lines break where figures are missing; x is the slot's place, so
that no library names months for us.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from ttpv.ui.charts import MUTED, render_figure
from ttpv.ui.texts import trends as texts
from ttpv.views.trends import LineView, PointView, RateTrendView

# Told apart by colour-blind people, and none of them the colour of a state.
_LINES = ("#2B76C4", "#8C5FBF", "#A8762C", "#3F8F8B", "#C2577E", "#6B7A2F")
_TARGET = "#7A828C"
_GAP = "rgba(128, 136, 148, .13)"
_MOST_TICKS = 12
Coordinates = tuple[list[float | None], list[float | None]]


def render_rate_trend(view: RateTrendView, source: str) -> None:
    """All lines of one rate, their targets, the gaps left open and shaded."""
    figure = go.Figure()
    low, high = view.scale
    for gap in view.gaps:
        left, right = gap.at - 0.5, gap.at + 0.5
        figure.add_vrect(x0=left, x1=right, fillcolor=_GAP, line_width=0, layer="below")
    _add_crosses(figure, [(gap.at, gap.hover) for gap in view.gaps], low, _TARGET)
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
        silent = [(i, p.hover) for i, p in enumerate(line.points) if p.kind == "none" and p.hover]
        _add_crosses(figure, silent, low, colour)
    figure.update_yaxes(range=(low, high + (high - low) * 0.02), ticksuffix=" %")
    set_slots(figure, view.ticks)
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


def _add_crosses(
    figure: Any, places: Sequence[tuple[int, Sequence[str]]], y: float, colour: str
) -> None:
    """On the axis, where there is no value: the hover says why."""
    if not places:
        return
    figure.add_scatter(
        x=[at for at, _ in places],
        y=[y] * len(places),
        mode="markers",
        marker={"symbol": "x-thin", "size": 7, "line": {"color": colour, "width": 1.6}},
        customdata=["<br>".join(map(escape, hover)) for _, hover in places],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
        cliponaxis=False,
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


def set_slots(figure: Any, ticks: Sequence[str], most: int = _MOST_TICKS) -> None:
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
        autotickangles=[0, -60, -90],
    )
    figure.update_yaxes(fixedrange=True)
