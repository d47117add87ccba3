"""Lịch sử công bố: every published state, by whom and from which file; the way back to one."""

from ttpv.ui import texts
from ttpv.ui.guards import guard_page
from ttpv.ui.history import render_restoring
from ttpv.ui.html import render_title
from ttpv.ui.lists import render_history

guard_page()
render_title(texts.HISTORY_PAGE[0])
render_restoring()
render_history()
