"""Tổng quan: the five gauges and what they are held against, what needs attention, the counts, and
who lies farthest below each target."""

from ttpv.ui.attention import render_attention
from ttpv.ui.banner import render_banner
from ttpv.ui.beside import compare_selection, render_sentences
from ttpv.ui.data import open_reference
from ttpv.ui.gauges import render_gauges
from ttpv.ui.guards import require_selection
from ttpv.ui.overview import render_counts, render_headline, render_laggards
from ttpv.views.attention import build_attention
from ttpv.views.beside import build_beside, build_changes, write_gaps
from ttpv.views.overview import build_overview

selection = require_selection()
comparison = compare_selection(selection)
beside = build_beside(comparison)
changes = build_changes(comparison)
view = build_overview(selection.figures(), open_reference(), changes.by_measure)

render_banner(selection)
render_headline(view)
render_gauges(view.gauges, beside)
render_attention(build_attention(comparison), selection)
render_counts(view.counts, changes.label)
render_sentences(beside.values(), write_gaps(comparison, selection.snapshot.periods))
render_laggards(view.laggards, selection)
