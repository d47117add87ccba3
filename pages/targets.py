"""Chỉ tiêu: the register of targets; adding, ending, importing, undoing for those who may."""

from ttpv.ui import texts
from ttpv.ui.filters import shown_state
from ttpv.ui.guards import guard_page
from ttpv.ui.html import render_note, render_title
from ttpv.ui.target_editing import render_editing
from ttpv.ui.targets import render_register
from ttpv.ui.texts import targets as words

guard_page()
render_title(texts.TARGETS_PAGE[0])
render_note(words.TARGETS_NOTE)
state = shown_state()
render_register(state)
render_editing(state)
