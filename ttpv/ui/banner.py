"""The line above every page: period, scope, source, when published, how the checks went."""

from ttpv.ui import texts
from ttpv.ui.data import open_store
from ttpv.ui.filters import Selection
from ttpv.ui.gauges import draw_shape
from ttpv.ui.html import render_html, text
from ttpv.views.banner import build_banner
from ttpv.views.words import SIMULATED, SIMULATED_NOTE


def render_simulated() -> None:
    """Above every page of a store whose figures are invented."""
    if open_store().is_simulated:
        render_html(
            f'<div class="ttpv simulated" role="note"><strong>{text(SIMULATED)}:</strong> '
            f"{text(SIMULATED_NOTE)}</div>"
        )


def render_banner(selection: Selection) -> None:
    view = build_banner(selection.figures(), selection.reference)
    facts = (
        (texts.BANNER_PERIOD, view.period),
        (texts.BANNER_SCOPE, view.scope),
        (texts.BANNER_SOURCE, view.source),
        (texts.BANNER_PUBLISHED, view.published),
    )
    cells = "".join(
        f"<span><small>{text(name)}</small> {text(value)}</span>" for name, value in facts
    )
    if view.warnings:
        count = texts.CHECKS_WARNED.format(count=len(view.warnings))
        items = "".join(f"<li>{text(warning)}</li>" for warning in view.warnings)
        checks = (
            f"<details><summary>{draw_shape('near')} {text(count)}</summary>"
            f"<ul>{items}</ul></details>"
        )
    else:
        checks = f'<span class="checks">{draw_shape("met")} {text(texts.CHECKS_PASSED)}</span>'
    notes = "".join(f'<p class="note">{text(note)}</p>' for note in view.notes)
    render_html(f'<div class="ttpv banner">{cells}{checks}</div><div class="ttpv">{notes}</div>')
