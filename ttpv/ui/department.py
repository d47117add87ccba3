"""Blocks of a department's page."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from ttpv.monitor import Figures
from ttpv.ui import texts
from ttpv.ui.address import quote_asked, seed_choice, write_choice
from ttpv.ui.data import open_reference
from ttpv.ui.filters import Selection
from ttpv.ui.gauges import draw_gauge
from ttpv.ui.html import render_html, render_warning, text
from ttpv.ui.links import DEPARTMENT_KEY
from ttpv.ui.overview import draw_counts, render_counts
from ttpv.views.compared import ComparedView
from ttpv.views.counts import CountView
from ttpv.views.department import DepartmentView
from ttpv.views.formatting import NONE
from ttpv.views.names import short_names


def choose_department(
    selection: Selection, everyone: Figures, preferred: Iterable[str] = ()
) -> str:
    """The department to show, among those that the sidebar has left; kept in the address. As long
    as nobody has chosen, the first of `preferred` ids."""
    known = short_names(everyone)
    chosen = selection.departments
    ids = {name: id_ for name, id_ in known.items() if not chosen or id_ in chosen}
    asked = st.query_params.get(DEPARTMENT_KEY)
    named = next((name for name, id_ in ids.items() if id_ == asked), None)
    if named and DEPARTMENT_KEY not in st.session_state:
        st.session_state[DEPARTMENT_KEY] = asked = named
    if asked and asked not in ids and DEPARTMENT_KEY not in st.session_state:
        missing = (
            texts.LINK_DEPARTMENT_EXCLUDED if asked in known else texts.LINK_DEPARTMENT_UNKNOWN
        )
        render_warning(missing.format(name=quote_asked(asked)))
    by_id = {id_: name for name, id_ in ids.items()}
    first = next((by_id[id_] for id_ in preferred if id_ in by_id), None)
    seed_choice(DEPARTMENT_KEY, ids, first or _first(ids, everyone))
    name = st.selectbox(
        texts.CHOOSE_DEPARTMENT,
        list(ids),
        format_func=lambda name: open_reference().department_by_id[ids[name]].name,
        key=DEPARTMENT_KEY,
        width=420,
    )
    write_choice(DEPARTMENT_KEY, name)
    return ids[name]


def _first(ids: dict[str, str], everyone: Figures) -> str:
    """The first department that has figures; where none has, the first."""
    known = {
        line.department.id for line in everyone.departments if line.department and line.has_data
    }
    return next((name for name, id_ in ids.items() if id_ in known), next(iter(ids)))


def render_department(view: DepartmentView, compared: ComparedView) -> None:
    """Gauges with place, shortfall and what they are held against, then counts and fees."""
    gauges = "".join(
        draw_gauge(
            standing.rate,
            below=(standing.place, standing.shortfall),
            beside=replace(compared.beside[standing.rate.id], distance=("", "")),
        )
        for standing in view.standings
    )
    missing = "" if view.has_data else f'<p class="note">{text(texts.NO_DEPARTMENT_DATA)}</p>'
    render_html(
        f'<div class="ttpv headline"><h1>{text(view.name)}</h1>{missing}</div>'
        f'<div class="ttpv gauges">{gauges}</div>'
    )
    fees = (
        _pair("Giao dịch trực tuyến", view.fees.online_transactions, view.fees.online_amount),
        _pair("Giao dịch trực tiếp", view.fees.direct_transactions, view.fees.direct_amount),
        CountView("Tỷ trọng giao dịch trực tuyến", view.fees.transaction_share),
        CountView("Tỷ trọng tiền trực tuyến", view.fees.amount_share),
    )
    render_counts(view.counts, compared.changes.label)
    render_html(
        f'<div class="ttpv"><h2>{text(texts.DEPARTMENT_FEES)}</h2>{draw_counts(fees)}</div>'
    )


def _pair(label: str, transactions: str, amount: str) -> CountView:
    """Transactions with their amount; what is not known is one dash, not two."""
    return CountView(label, transactions, "" if amount == NONE else amount)
