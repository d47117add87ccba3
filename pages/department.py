"""Chi tiết đơn vị: one department, its place among all, what it lacks to its targets,
and its dossiers where the period has a list of them."""

from ttpv.ui.banner import render_banner
from ttpv.ui.department import choose_department, render_department
from ttpv.ui.drilldown import render_drilldown
from ttpv.ui.guards import require_selection
from ttpv.views.department import build_department

selection = require_selection()
everyone = selection.all_figures()

render_banner(selection)
department = choose_department(selection, everyone)
render_department(build_department(everyone, department, selection.reference))
render_drilldown(everyone, department)
