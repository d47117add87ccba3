"""Blocks of the overview: headline, counts, who lies farthest below."""

from collections.abc import Iterable

from ttpv.ui import texts
from ttpv.ui.filters import Selection
from ttpv.ui.gauges import draw_shape
from ttpv.ui.html import render_html, text
from ttpv.ui.links import link_department, render_opening
from ttpv.views.counts import CountView
from ttpv.views.overview import LaggardsView, OverviewView


def render_headline(view: OverviewView) -> None:
    render_html(
        f'<div class="ttpv headline"><h1>{text(view.headline)}</h1>'
        f"<p>{text(view.details)}</p></div>"
    )


def draw_counts(counts: Iterable[CountView]) -> str:
    """Counts in a row, each with what it means below it."""
    cells = "".join(
        f'<div class="count"><dt>{text(count.label)}</dt><dd>{text(count.value)}</dd>'
        f"<span>{text(count.note)}{_draw_change(count)}</span></div>"
        for count in counts
    )
    return f'<dl class="counts">{cells}</dl>'


def _draw_change(count: CountView) -> str:
    return f'<small class="change">{text(count.change)}</small>' if count.change else ""


def render_counts(counts: Iterable[CountView], since: str = "") -> None:
    """`since` says what the small changes are held against ("tháng trước")."""
    note = f" <small>{text(texts.COUNTS_SINCE.format(since=since))}</small>" if since else ""
    render_html(f'<div class="ttpv"><h2>{text(texts.COUNTS)}{note}</h2>{draw_counts(counts)}</div>')


def render_laggards(groups: Iterable[LaggardsView], selection: Selection) -> None:
    """Per rate the departments farthest below its target, each opening its page."""
    cards = "".join(_draw_group(group, selection) for group in groups)
    if cards:
        heading = f"<h2>{text(texts.FARTHEST)}</h2>"
        render_opening(f'{heading}<div class="laggards">{cards}</div>', key="laggards")


def _draw_group(group: LaggardsView, selection: Selection) -> str:
    met = texts.MET_OF.format(met=group.met, judged=group.judged) if group.judged else ""
    note = "; ".join(part for part in (met, group.note) if part)
    rows = "".join(
        f"<li>{draw_shape(row.rate.status)}"
        f"{link_department(row.department, row.name, selection)}"
        f"<b>{text(row.rate.sign)}{text(row.rate.value)} %</b>"
        f"<small>{text(' · '.join(filter(None, (row.rate.marked_gap, row.shortfall))))}</small>"
        "</li>"
        for row in group.laggards
    )
    body = f"<ul>{rows}</ul>" if rows else f"<p>{text(group.empty)}</p>"
    return f'<div class="group"><h3>{text(group.rate)}</h3><p>{text(note)}</p>{body}</div>'
