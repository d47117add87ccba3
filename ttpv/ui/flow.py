"""The dossiers' way through a period as bars under each other, each figure at its bar."""

from ttpv.ui.html import render_html, text
from ttpv.views.dossiers import DossiersView, FlowStep

_INSIDE = 55.0
"""Percent of the track from which on a bar is wide enough to hold its figure."""


def render_flow(view: DossiersView, source: str) -> None:
    """Opening stock + received → resolved → in progress; a line leads from where one step ends to
    where the next begins. Markup, so that it is there with the page and fits any width."""
    rows = "".join(_draw_step(step, last=step is view.steps[-1]) for step in view.steps)
    render_html(
        f'<div class="ttpv"><h2>{text(view.title)}</h2><ol class="flow">{rows}</ol>'
        f'<p class="note">{text(source)}</p></div>'
    )


def _draw_step(step: FlowStep, *, last: bool) -> str:
    width = step.stop - step.start
    inside = width >= _INSIDE
    figure = f'<b class="{"inside" if inside else "beside"}">{text(step.signed)}</b>'
    bar = (
        f'<i class="{step.kind}" style="left:{step.start:.2f}%;width:{width:.2f}%">'
        f"{figure if inside else ''}</i>"
    )
    side = "right" if step.stop > 100 - _ROOM else "left"
    at = 100 - step.start if side == "right" else step.stop
    outside = "" if inside else f'<span style="{side}:{at:.2f}%">{figure}</span>'
    line = "" if last else f'<u style="left:{step.level:.2f}%"></u>'
    return f'<li><span>{text(step.label)}</span><div class="track">{bar}{outside}{line}</div></li>'


_ROOM = 14.0
"""Percent of the track that a figure beside its bar needs."""
