"""Cần chú ý: the ranked findings, each with its figure and the way to the view that shows it."""

from ttpv.ui import texts
from ttpv.ui.filters import Selection
from ttpv.ui.html import text
from ttpv.ui.links import link_finding, render_opening
from ttpv.views.attention import AttentionItem, AttentionView
from ttpv.views.formatting import name_period


def render_attention(view: AttentionView, selection: Selection) -> None:
    """The first few, and all of them for who asks."""
    heading = f"<h2>{text(texts.ATTENTION_LIST)}</h2>"
    if not view.first:
        render_opening(f'{heading}<p class="note">{text(view.empty)}</p>', key="attention")
        return
    rest = ""
    if view.rest:
        more = text(texts.ATTENTION_ALL.format(count=len(view.first) + len(view.rest)))
        rest = (
            f"<details><summary>{more}</summary>"
            f'<ol class="findings" start="{len(view.first) + 1}">{_draw(view.rest, selection)}</ol>'
            "</details>"
        )
    first = f'<ol class="findings">{_draw(view.first, selection)}</ol>'
    render_opening(f'<section class="attention">{heading}{first}{rest}</section>', key="attention")


def _draw(items: tuple[AttentionItem, ...], selection: Selection) -> str:
    return "".join(_draw_item(item, selection) for item in items)


def _draw_item(item: AttentionItem, selection: Selection) -> str:
    """Who, what kind, and the sentence; when only where it is not the page's own period."""
    finding = item.finding
    here = finding.period == name_period(selection.period)
    heads = [finding.title] if here else [finding.title, finding.period]
    return (
        f'<li data-rule="{finding.rule}"><b class="figure">{text(finding.figure)}</b>'
        f'<span class="what"><b>{text(finding.name)}</b> · {text(" · ".join(heads))}'
        f"<small>{text(finding.words)}</small></span>"
        f"{link_finding(item, texts.SEE[item.destination], selection)}</li>"
    )
