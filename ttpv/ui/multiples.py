"""All departments of one rate, each on a small chart of the same scale."""

import streamlit as st

from ttpv.ui.html import render_note, text
from ttpv.ui.links import link_department, render_opening
from ttpv.ui.texts import trends as texts
from ttpv.ui.trend_data import load_multiples, load_trend
from ttpv.ui.trend_tables import render_table
from ttpv.ui.trends import Shown, draw_card
from ttpv.views.data_tables import table_of_multiples
from ttpv.views.slots import name_slot
from ttpv.views.trend_cards import CardView, GroupView
from ttpv.views.trend_tables import table_of_departments

ALL_KEY = "tat-ca"


def render_multiples(shown: Shown) -> None:
    rate, trend = shown.rate, shown.trend
    view = load_multiples(
        shown.selection.snapshot.id, trend.step, rate.id, trend.structure, shown.today, shown.at
    )
    place, below = st.container(), st.container()
    show_all = view.is_long and below.toggle(
        texts.TREND_MULTIPLES_ALL.format(count=len(view.cards)), key=ALL_KEY, bind="query-params"
    )
    groups = "".join(_draw_group(group, shown) for group in view.groups(show_all=show_all))
    with place:
        render_opening(
            f'<h2>{text(view.title)}</h2><p class="note">{text(view.note)}</p>{groups}',
            key="trend-departments",
        )
    render_note(shown.source)
    names = [name_slot(slot.period, trend.step.kind) for slot in trend.slots]
    everyone = load_trend(
        shown.selection.snapshot.id,
        trend.step,
        (rate.id,),
        (rate.denominator,),
        "all",
        trend.structure,
        shown.today,
    )
    render_table(
        lambda: table_of_departments(view, names),
        lambda: table_of_multiples(everyone, rate, [card.id for card in view.cards]),
        f"xu-huong-don-vi_{shown.name_series()}",
        "departments",
    )


def _draw_group(group: GroupView, shown: Shown) -> str:
    heading = f"<h3>{text(group.heading)}</h3>" if group.heading else ""
    cards = "".join(f'<div class="card">{_draw(card, shown)}</div>' for card in group.cards)
    return f'{heading}<div class="cards">{cards}</div>'


def _draw(card: CardView, shown: Shown) -> str:
    """The name opens the department's page where it exists in the sidebar's period."""
    department = shown.selection.reference.department_by_id.get(card.id)
    if department is None or not department.exists_on(shown.selection.period.last):
        return draw_card(card)
    return draw_card(card, link_department(card.id, card.name, shown.selection))
