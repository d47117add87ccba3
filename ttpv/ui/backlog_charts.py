"""Dossiers over time, with Plotly: stocks as bars, flows as lines, gaps left open."""

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from ttpv.ui.charts import ACCENT, DARK, MUTED, render_figure
from ttpv.ui.trend_charts import set_slots
from ttpv.views.backlog import BacklogView, BarsView

# The two lie on each other in most months: told apart by colour and by mark.
_FLOWS = ((ACCENT, "circle"), ("#A8762C", "diamond-open"))
_TICKS = 6
_FEW = 5


def render_stocks(view: BacklogView, source: str) -> None:
    """Two panels, for the overdue are few beside the others and would not be seen on one."""
    in_time, overdue = view.stocks
    figure = go.Figure()
    _add_bars(figure, in_time, view.names, MUTED, "y")
    _add_bars(figure, overdue, view.names, DARK, "y2")
    set_slots(figure, view.ticks, _TICKS)
    figure.update_layout(
        yaxis={"domain": [0.45, 1], "title": {"text": "trong hạn"}},
        yaxis2={"domain": [0, 0.34], "title": {"text": "quá hạn"}, "fixedrange": True},
        xaxis={"anchor": "y2"},
        showlegend=False,
    )
    figure.update_yaxes(rangemode="tozero", tickformat=",d")
    if max((value or 0 for value in overdue.values), default=0) < _FEW:
        figure.update_layout(yaxis2={"dtick": 1})  # else whole numbers stand there twice
    _render_counts(figure, view.stock_title, view.stocks, view.names, source, "stocks")


def render_flows(view: BacklogView, source: str) -> None:
    figure = go.Figure()
    for bars, (colour, symbol) in zip(view.flows, _FLOWS, strict=True):
        figure.add_scatter(
            x=list(range(len(view.names))),
            y=list(bars.values),
            mode="lines+markers",
            name=bars.label,
            line={"color": colour, "width": 2},
            marker={"symbol": symbol, "size": 7},
            connectgaps=False,
            customdata=_hovers(bars, view.names),
            hovertemplate="%{customdata}<extra></extra>",
        )
    set_slots(figure, view.ticks, _TICKS)
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
