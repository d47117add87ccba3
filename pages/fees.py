"""Phí, lệ phí: annex II, its transactions and amounts, and the shares paid online."""

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.banner import render_banner
from ttpv.ui.charts import render_fee_bars
from ttpv.ui.guards import require_selection, stop_page
from ttpv.ui.html import render_note, render_title
from ttpv.ui.source import write_source
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.tables import render_fees
from ttpv.views.data_tables import table_of_fees
from ttpv.views.fees import build_fees

selection = require_selection()
figures, reference = selection.figures(), selection.reference
view = build_fees(figures)

render_banner(selection)
render_title(texts.FEES[0])
if not view.is_known:
    st.info(texts.NO_FEES)
    stop_page()
render_note(view.summary)
options = [texts.TRANSACTIONS, texts.AMOUNTS]
warn_of_unknown(texts.FEES_MEASURE, "theo", options, options[0])
choice = st.segmented_control(
    texts.FEES_MEASURE,
    options,
    default=texts.TRANSACTIONS,
    required=True,
    key="theo",
    bind="query-params",
)
render_fee_bars(view, amounts=choice == texts.AMOUNTS, source=write_source(selection))
render_title(texts.FEES_TABLE, level=2)
render_fees(view, selection)
offer_table(lambda: table_of_fees(figures, reference), "phi-le-phi", selection.period)
render_note(texts.FEES_SHARE_NOTE)
