"""All departments of one rate, each on a small chart of the same scale."""

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.data import load_trend, open_reference
from ttpv.ui.html import render_note, text
from ttpv.ui.links import link_department, render_opening
from ttpv.ui.trend_tables import render_table
from ttpv.ui.trends import Shown, draw_card
from ttpv.views.trend_cards import CardView, GroupView, build_multiples
from ttpv.views.trend_tables import table_of_departments
from ttpv.views.trends import name_slot

ALL_KEY = "tat-ca"


def render_multiples(shown: Shown) -> None:
    rate, trend = shown.rate, shown.trend
    everybody = load_trend(
        shown.selection.snapshot.id,
        trend.step,
        (rate.id,),
        (rate.denominator,),
        "all",
        trend.structure,
    )
    reference = open_reference()
    show_all = bool(st.session_state.get(ALL_KEY, st.query_params.get(ALL_KEY) == "true"))
    view = build_multiples(everybody, rate, shown.at, reference, show_all=show_all)
    groups = "".join(_draw_group(group, shown) for group in view.groups)
    render_opening(
        f'<h2>{text(view.title)}</h2><p class="note">{text(view.note)}</p>{groups}',
        key="trend-departments",
    )
    if view.hidden or show_all:
        st.toggle(
            texts.TREND_MULTIPLES_ALL.format(count=view.total), key=ALL_KEY, bind="query-params"
        )
    render_note(shown.source)
    whole = build_multiples(everybody, rate, shown.at, reference, show_all=True)
    names = [name_slot(slot.period, trend.step.kind) for slot in trend.slots]
    render_table(
        table_of_departments(whole, names), f"xu-huong_don-vi_{rate.id}.csv", "departments"
    )


def _draw_group(group: GroupView, shown: Shown) -> str:
    heading = f"<h3>{text(group.heading)}</h3>" if group.heading else ""
    cards = "".join(f'<div class="card">{_draw(card, shown)}</div>' for card in group.cards)
    return f'{heading}<div class="cards">{cards}</div>'


def _draw(card: CardView, shown: Shown) -> str:
    """The name opens the department's page where it exists in the sidebar's period."""
    department = open_reference().department_by_id.get(card.id)
    if department is None or not department.exists_on(shown.selection.period.last):
        return draw_card(card)
    return draw_card(card, link_department(card.id, card.name, shown.selection))
