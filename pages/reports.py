"""Báo cáo: a report of the period to take away, what it looks like, and those taken so far."""

import streamlit as st

from ttpv.ui.banner import render_banner
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_title
from ttpv.ui.report_downloads import render_downloads
from ttpv.ui.reports import choose_kind, render_gaps, render_preview
from ttpv.ui.taken_reports import render_taken
from ttpv.ui.texts.reports import PAGE

selection = require_selection()

render_banner(selection)
render_title(PAGE[0])
kind = choose_kind()
left, right = st.columns([2, 3], gap="large")
with left:
    render_downloads(kind, selection)
    render_gaps(selection)
with right:
    render_preview(kind, selection)
render_taken()
