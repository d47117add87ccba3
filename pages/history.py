"""Lịch sử công bố: every published state, who, from which file; restoring, withdrawing."""

from ttpv.ui import texts
from ttpv.ui.guards import guard_page
from ttpv.ui.history import render_changing
from ttpv.ui.html import render_title
from ttpv.ui.lists import render_history

guard_page()
render_title(texts.HISTORY_PAGE[0])
render_changing()
render_history()
