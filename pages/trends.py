"""Xu hướng: each rate over time against its targets, what moved it, the departments beside one
another, and the dossiers that wait."""

from ttpv.ui import texts
from ttpv.ui.backlog import render_backlog
from ttpv.ui.banner import render_banner
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_title
from ttpv.ui.movement import render_movement
from ttpv.ui.multiples import render_multiples
from ttpv.ui.trends import choose_trend, render_rate, render_rate_cards

selection = require_selection()

render_banner(selection)
render_title(texts.TRENDS[0])
shown = choose_trend(selection)
render_rate_cards(shown)
render_rate(shown)
render_movement(shown)
render_multiples(shown)
render_backlog(shown)
