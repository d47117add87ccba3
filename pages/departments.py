"""Sở, ban, ngành: departments × rates against their targets."""

from ttpv.ui import texts
from ttpv.ui.banner import render_banner
from ttpv.ui.data import load_comparison
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_title
from ttpv.ui.tables import render_departments
from ttpv.views.departments import build_departments

selection = require_selection()
comparison = load_comparison(
    selection.snapshot.id, selection.period, selection.departments, selection.structure
)
view = build_departments(selection.figures(), selection.reference, comparison)

render_banner(selection)
render_title(texts.DEPARTMENTS[0])
render_departments(view, selection)
