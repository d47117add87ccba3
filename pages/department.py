"""Chi tiết đơn vị: one department, its place among all, what it lacks to its targets and what it is
held against, and its dossiers where the period has a list of them."""

from ttpv.ui.banner import render_banner
from ttpv.ui.beside import render_sentences
from ttpv.ui.data import load_compared
from ttpv.ui.department import choose_department, render_department
from ttpv.ui.drilldown import render_drilldown
from ttpv.ui.guards import require_selection
from ttpv.views.department import build_department

selection = require_selection()
everyone = selection.all_figures()

render_banner(selection)
department = choose_department(selection, everyone)
compared = load_compared(
    selection.snapshot.id, selection.period, (department,), selection.structure
)
view = build_department(everyone, department, selection.reference, compared.changes.by_measure)
render_department(view, compared)
render_sentences(compared)
render_drilldown(everyone, department)
