"""What a page says of its comparison in whole sentences."""

from ttpv.ui import texts
from ttpv.ui.html import render_html, text
from ttpv.views.compared import ComparedView


def render_sentences(view: ComparedView) -> None:
    """Everything under the gauges in whole sentences, for who opens it."""
    blocks = "".join(
        f"<dt>{text(rate.name)}</dt>{''.join(f'<dd>{text(s)}</dd>' for s in rate.sentences)}"
        for rate in view.beside.values()
        if rate.sentences
    )
    notes = "".join(f'<p class="note">{text(gap)}</p>' for gap in view.gaps)
    if blocks or notes:
        render_html(
            f'<details class="ttpv sentences"><summary>{text(texts.SENTENCES)}</summary>'
            f"<dl>{blocks}</dl>{notes}</details>"
        )
