"""Charts that one explores, with Plotly; imported only by the pages that draw one.

Neutral colours: only a target colours a figure. Each chart has a title that says what is to be
seen, a text for those who do not see it, a source line, and its table below it.
"""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from ttpv.ui.html import render_html, text
from ttpv.views.fees import FeesView

ACCENT = "#2B76C4"
MUTED = "#9AA5B1"
DARK = "#5B6B7C"


def render_fee_bars(view: FeesView, *, amounts: bool, source: str) -> None:
    """Online and counter side by side on one bar a department, the largest on top."""
    rows = [
        (row, row.online_dong, row.direct_dong, row.online_amount, row.direct_amount)
        if amounts
        else (row, row.online, row.direct, row.online_transactions, row.direct_transactions)
        for row in view.rows
    ]
    rows = [entry for entry in rows if entry[1] is not None and entry[2] is not None]
    rows.sort(key=lambda entry: (entry[1] or 0) + (entry[2] or 0))
    names = [entry[0].short for entry in rows]
    figure = go.Figure()
    for label, value, shown, colour in (
        ("Trực tuyến", 1, 3, ACCENT),
        ("Trực tiếp", 2, 4, MUTED),
    ):
        figure.add_bar(
            y=names,
            x=[entry[value] for entry in rows],
            customdata=[entry[shown] for entry in rows],
            name=label,
            orientation="h",
            marker_color=colour,
            hovertemplate=f"%{{y}}, {label.lower()}: %{{customdata}}<extra></extra>",
        )
    unit = "đồng" if amounts else "giao dịch"
    share = view.total.amount_share if amounts else view.total.transaction_share
    what = "số tiền phí, lệ phí" if amounts else "số giao dịch"
    figure.update_layout(
        barmode="stack",
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
    )
    figure.update_xaxes(title_text=unit, rangemode="tozero", tickformat=",d")
    title = f"{share} {what} được thực hiện trực tuyến"
    if not share.endswith(" %"):
        title = f"Chưa có {what} để so sánh"
    render_figure(
        figure, title, f"{title}. {view.summary}", source, 110 + 26 * len(rows), "fee-bars"
    )


def render_figure(
    figure: Any,
    title: str,
    spoken: str,
    source: str,
    height: int,
    key: str,
    note: str = "",
    top: int = 32,
) -> None:
    """A chart with its title above it, what it says for those who do not see it, and its source.

    `top` is the room above the axes, for a legend.
    """
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": top, "b": 8},
        separators=",.",
        font={"size": 13},
        hovermode="closest",
        hoverlabel={"align": "left"},
    )
    figure.update_yaxes(automargin=True)
    below = f"<p>{text(note)}</p>" if note else ""
    render_html(
        f'<div class="ttpv"><h2>{text(title)}</h2>{below}<p class="sr">{text(spoken)}</p></div>'
    )
    st.plotly_chart(figure, key=key, config={"displayModeBar": False, "responsive": True})
    render_html(f'<div class="ttpv"><p class="note">{text(source)}</p></div>')
