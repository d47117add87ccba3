"""What a publication would change: the rates first, then the figures cell by cell."""

from collections.abc import Iterable, Sequence

from ttpv.difference import PeriodChange, compute_difference
from ttpv.imports import Preview
from ttpv.ui import texts
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.gauges import draw_shape
from ttpv.ui.html import render_html, render_title, text
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.texts import others
from ttpv.ui.texts import tables as words
from ttpv.views.data_tables import table_of_changes, table_of_effects
from ttpv.views.difference import FormDifference, PeriodDifference, RateEffect, build_difference
from ttpv.views.formatting import format_count
from ttpv.views.others import describe_entries_put
from ttpv.views.rates import RateView

# Above a whole form of the centre (19 lines of some 20 figures), so that none is published unseen;
# only a hostile or a far larger file reaches it, and then the command line has the rest.
_MOST_CELLS = 1_000


def render_difference(preview: Preview) -> None:
    """A block a period, for a preview that can be published."""
    changes = compute_difference(preview, open_store(), open_reference())
    if not changes:
        return
    render_title(importing_words.DIFFERENCE, level=2)
    render_changes(changes, after=importing_words.AFTER_PUBLISHING)


def render_other_difference(preview: Preview) -> None:
    """What the preview changes in the other figures; nothing where it has none."""
    if preview.registers and (said := describe_entries_put(preview.others, open_reference())):
        render_title(others.CHANGES, level=2)
        items = "".join(f"<li>{text(sentence)}</li>" for sentence in said)
        render_html(f'<div class="ttpv"><ul data-others="preview">{items}</ul></div>')


def render_changes(changes: Sequence[PeriodChange], *, after: str) -> None:
    """A block a period; `after` heads what will be shown."""
    for period in build_difference(changes, open_reference()):
        forms = "".join(_draw_form(form, after) for form in period.forms)
        drawn = f"{_draw_rates(period, after)}{forms}"
        render_html(f'<div class="ttpv" data-difference>{drawn}</div>')
    reference = open_reference()
    if any(period.rates for period in changes):
        offer_table(
            lambda: table_of_effects(changes, reference),
            "thay-doi-ty-le",
            csv_label=words.EFFECTS_CSV,
        )
    if any(p.displaced or any(form.changes for form in p.forms) for p in changes):
        offer_table(
            lambda: table_of_changes(changes, reference),
            "thay-doi-so-lieu",
            csv_label=words.CHANGES_CSV,
        )


def _draw_heads(heads: Iterable[str], after: str) -> str:
    return "".join(f'<th scope="col">{text(head.format(after=after))}</th>' for head in heads)


def _draw_rates(period: PeriodDifference, after: str) -> str:
    rows = "".join(_draw_effect(effect) for effect in period.rates)
    heads = _draw_heads(importing_words.EFFECT_HEADS, after)
    note = f" {text(period.note)}" if period.note else ""
    title = f"<h3>{text(texts.PERIOD)} {text(period.period)}.{note}</h3>"
    if not rows:
        return title
    return (
        f"{title}"
        f'<div class="scroll"><table class="grid effects"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _draw_effect(effect: RateEffect) -> str:
    before = _draw_rate(effect.before) if effect.before else text(importing_words.NOTHING_PUBLISHED)
    after = _draw_rate(effect.after) if effect.changed else text(importing_words.SAME_RATE)
    kind = ' class="changed"' if effect.changed else ""
    return (
        f'<tr{kind}><th scope="row">{text(effect.after.name)}</th><td>{before}</td>'
        f'<td>{after}</td><td class="number">{text(effect.difference)}</td></tr>'
    )


def _draw_rate(rate: RateView) -> str:
    value = f"{rate.sign}{rate.value} %" if rate.value else rate.words if rate.band else ""
    return (
        f"{draw_shape(rate.status)} <b>{text(value)}</b> {text(rate.status_word)}"
        f"<small>{text(rate.note)}</small>"
    )


def _draw_form(form: FormDifference, after: str) -> str:
    people = [importing_words.ADDED.format(names=", ".join(form.added))] if form.added else []
    people += (
        [importing_words.REMOVED.format(names=", ".join(form.removed))] if form.removed else []
    )
    summary = form.note or importing_words.CELLS_CHANGED.format(
        changed=format_count(len(form.cells)), unchanged=format_count(form.unchanged)
    )
    sentences = " ".join([summary, *people, form.overruled])
    return f"<p><b>{text(form.form)}</b>: {text(sentences)}</p>{_draw_cells(form, after)}"


def _draw_cells(form: FormDifference, after: str) -> str:
    if not form.cells:
        return ""
    heads = _draw_heads(importing_words.CHANGE_HEADS, after)
    rows = "".join(
        f'<tr><th scope="row">{text(cell.department)}</th><td>{text(cell.field)}</td>'
        f'<td class="number">{text(cell.before)}</td><td class="number"><b>{text(cell.after)}</b>'
        f'</td><td class="number">{text(cell.difference)}</td></tr>'
        for cell in form.cells[:_MOST_CELLS]
    )
    rest = len(form.cells) - _MOST_CELLS
    more = (
        f'<p class="note">{text(importing_words.MORE_CELLS.format(count=rest))}</p>'
        if rest > 0
        else ""
    )
    return (
        f'<div class="scroll"><table class="grid changes"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{more}"
    )
