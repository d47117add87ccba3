"""Báo cáo: a report of the period to take away, what it looks like, and those taken so far; the
letterhead and templates for who may change them."""

import streamlit as st

from ttpv.ui.banner import render_banner
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_title
from ttpv.ui.report_downloads import render_downloads
from ttpv.ui.report_settings import render_settings
from ttpv.ui.reports import (
    choose_report,
    find_refusal,
    render_gaps,
    render_others,
    render_preview,
)
from ttpv.ui.taken_reports import render_taken
from ttpv.ui.texts.reports import PAGE

selection = require_selection()

render_banner(selection)
render_title(PAGE[0])
wish = choose_report(selection)
refusal = find_refusal(wish)
left, right = st.columns([2, 3], gap="large")
with left:
    if not refusal:
        render_downloads(wish)
        render_gaps(wish)
    render_others(wish)
with right:
    if refusal:
        st.info(refusal)
    else:
        render_preview(wish)
render_taken()
render_settings(selection.snapshot)
