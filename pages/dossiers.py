"""Hồ sơ: opening stock + received → resolved → in progress."""

from ttpv.ui import texts
from ttpv.ui.banner import render_banner
from ttpv.ui.flow import render_flow
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_note, render_title
from ttpv.ui.source import write_source
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.tables import render_dossiers
from ttpv.views.data_tables import table_of_dossiers
from ttpv.views.dossiers import build_dossiers

selection = require_selection()
figures = selection.figures()
view = build_dossiers(figures)

render_banner(selection)
render_title(texts.DOSSIERS[0])
if view.is_complete:
    render_flow(view, write_source(selection))
else:
    render_note(view.title)
render_title(texts.DOSSIERS_TABLE, level=2)
render_dossiers(view, selection)
offer_table(lambda: table_of_dossiers(figures), "ho-so", selection.period)
