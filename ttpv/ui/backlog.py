"""Dossiers over time: the stock at each period's end, received against resolved."""

import streamlit as st

from ttpv.ui.backlog_charts import render_flows, render_stocks
from ttpv.ui.html import render_note, render_title
from ttpv.ui.texts import trends as texts
from ttpv.ui.trend_tables import render_table
from ttpv.ui.trends import Shown
from ttpv.views.backlog import build_backlog
from ttpv.views.data_tables import table_of_backlog as data_of_backlog
from ttpv.views.trend_tables import table_of_backlog


def render_backlog(shown: Shown) -> None:
    view = build_backlog(shown.trend, shown.at)
    render_title(texts.BACKLOG.format(whose=view.whose), level=2)
    if not view.is_known:
        render_note(texts.BACKLOG_NONE)
        return
    left, right = st.columns(2)
    with left:
        render_stocks(view, shown.source)
    with right:
        render_flows(view, shown.source)
    reference = shown.selection.reference
    render_table(
        lambda: table_of_backlog(view),
        lambda: data_of_backlog(shown.trend, reference),
        f"ton-va-giai-quyet_{shown.name_days()}",
        "backlog",
    )
