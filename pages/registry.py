"""Danh bạ đơn vị: the departments as they were and are, and the names that people taught."""

from ttpv.ui import texts
from ttpv.ui.data import open_store
from ttpv.ui.filters import current_selection
from ttpv.ui.guards import guard_page
from ttpv.ui.html import render_title
from ttpv.ui.registry import render_registry, render_teaching

guard_page()
selection = current_selection()
state = selection.snapshot if selection else open_store().current()
render_title(texts.REGISTRY[0])
render_teaching(state)
render_registry(state)
