"""The waterfall of what moved a rate, with Plotly."""

from html import escape

import plotly.graph_objects as go

from ttpv.ui.charts import ACCENT, DARK, MUTED, render_figure
from ttpv.ui.texts import trends as texts
from ttpv.views.waterfall import WaterfallView


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
        text=[bar.mark for bar in effects],
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
        range=(low - air, high + air),
        ticksuffix=" %",
        title_text=texts.MOVEMENT_AXIS,
        fixedrange=True,
        zeroline=False,
        nticks=5,
    )
    figure.update_layout(showlegend=False, bargap=0.3)
    spoken = "; ".join(f"{bar.label}: {bar.text}" for bar in view.bars)
    height = 60 + 28 * len(view.bars)
    render_figure(figure, view.title, spoken, source, height, "movement", sentence, top=8)


def _edges(base: float, size: float, kind: str) -> tuple[float, ...]:
    return (size,) if kind == "rate" else (base, base + size)
