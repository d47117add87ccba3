"""Nhập dữ liệu: upload, preview, issues by cell, difference, publish; the last publications."""

from ttpv.ui import texts
from ttpv.ui.banner import render_banner
from ttpv.ui.filters import Selection, current_selection
from ttpv.ui.guards import guard_page
from ttpv.ui.html import render_title
from ttpv.ui.importing import render_import
from ttpv.ui.lists import render_history

guard_page()
selection = current_selection()
if isinstance(selection, Selection):
    render_banner(selection)
render_title(texts.IMPORT[0])
render_import()
render_history(latest=5)
