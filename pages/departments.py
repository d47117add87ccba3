"""Sở, ban, ngành: departments × rates against their targets."""

from ttpv.ui import texts
from ttpv.ui.banner import render_banner
from ttpv.ui.data import load_comparison
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_title
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.tables import render_departments
from ttpv.views.data_tables import table_of_departments
from ttpv.views.departments import build_departments

selection = require_selection()
comparison = load_comparison(
    selection.snapshot.id, selection.period, selection.departments, selection.structure
)
figures, reference = selection.figures(), selection.reference
view = build_departments(figures, reference, comparison)

render_banner(selection)
render_title(texts.DEPARTMENTS[0])
render_departments(view, selection)
offer_table(
    lambda: table_of_departments(figures, reference, comparison), "co-quan", selection.period
)
