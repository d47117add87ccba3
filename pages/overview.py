"""Tổng quan: the five gauges, the counts, and who lies farthest below each target."""

from ttpv.ui.banner import render_banner
from ttpv.ui.gauges import render_gauges
from ttpv.ui.guards import require_selection
from ttpv.ui.overview import render_counts, render_headline, render_laggards
from ttpv.views.overview import build_overview

selection = require_selection()
view = build_overview(selection.figures(), selection.reference)

render_banner(selection)
render_headline(view)
render_gauges(view.gauges)
render_counts(view.counts)
render_laggards(view.laggards, selection)
