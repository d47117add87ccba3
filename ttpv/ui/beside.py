"""What is compared on a page: the comparison of the sidebar's choice, and its sentences."""

from collections.abc import Iterable, Sequence

from ttpv.comparisons import Comparison
from ttpv.ui import texts
from ttpv.ui.data import load_comparison
from ttpv.ui.filters import Selection
from ttpv.ui.html import render_html, text
from ttpv.views.beside import BesideView


def compare_selection(selection: Selection) -> Comparison:
    """The chosen departments beside the periods that they may be held against."""
    return load_comparison(selection.snapshot.id, selection.period, selection.departments)


def render_sentences(views: Iterable[BesideView], gaps: Sequence[str]) -> None:
    """Everything under the gauges in whole sentences, for who opens it."""
    blocks = "".join(
        f"<dt>{text(view.name)}</dt>{''.join(f'<dd>{text(s)}</dd>' for s in view.sentences)}"
        for view in views
        if view.sentences
    )
    notes = "".join(f'<p class="note">{text(gap)}</p>' for gap in gaps)
    if blocks or notes:
        render_html(
            f'<details class="ttpv sentences"><summary>{text(texts.SENTENCES)}</summary>'
            f"<dl>{blocks}</dl>{notes}</details>"
        )
