"""Chi tiết đơn vị: one department, its place among all, what it lacks to its targets and what it is
held against, and its dossiers where the period has a list of them."""

from ttpv.ui.banner import render_banner
from ttpv.ui.beside import render_sentences
from ttpv.ui.data import load_comparison, open_reference
from ttpv.ui.department import choose_department, render_department
from ttpv.ui.drilldown import render_drilldown
from ttpv.ui.guards import require_selection
from ttpv.views.beside import build_beside, build_changes, write_gaps
from ttpv.views.department import build_department

selection = require_selection()
everyone = selection.all_figures()

render_banner(selection)
department = choose_department(selection, everyone)
comparison = load_comparison(selection.snapshot.id, selection.period, (department,))
beside, changes = build_beside(comparison), build_changes(comparison)
view = build_department(everyone, department, open_reference(), changes.by_measure)
render_department(view, beside, changes.label)
render_sentences(beside.values(), write_gaps(comparison, selection.snapshot.periods))
render_drilldown(everyone, department)
