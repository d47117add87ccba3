"""Tổng quan: the five gauges and what they are held against, what needs attention, the counts, and
who lies farthest below each target."""

from ttpv.ui.attention import render_attention
from ttpv.ui.banner import render_banner
from ttpv.ui.beside import render_sentences
from ttpv.ui.data import load_compared
from ttpv.ui.gauges import render_gauges
from ttpv.ui.guards import require_selection
from ttpv.ui.overview import render_counts, render_headline, render_laggards
from ttpv.ui.table_downloads import offer_table
from ttpv.views.data_tables import table_of_laggards
from ttpv.views.overview import build_overview

selection = require_selection()
compared = load_compared(
    selection.snapshot.id, selection.period, selection.departments, selection.structure
)
figures = selection.figures()
view = build_overview(figures, selection.reference, compared.changes.by_measure)

render_banner(selection)
render_headline(view)
render_gauges(view.gauges, compared.beside)
render_attention(compared.attention, selection)
render_counts(view.counts, compared.changes.label)
render_sentences(compared)
render_laggards(view.laggards, selection)
if view.laggards:
    offer_table(
        lambda: table_of_laggards(view.laggards, figures), "duoi-chi-tieu", selection.period
    )
