"""Opening a page from anywhere: by a click without a reload, or as a plain link that carries every
choice, so that it also opens in a new tab what it would open here.
"""

from urllib.parse import parse_qs, urlencode

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.clickable import render_clickable
from ttpv.ui.data import open_reference
from ttpv.ui.filters import DEPARTMENTS_KEY, Selection, current_selection, wish_departments
from ttpv.ui.html import text
from ttpv.views.attention import AttentionItem

DEPARTMENT_KEY = "mo"
RATE_KEY = "ty-le"

_FILES = {
    "trend": ("xu-huong", "pages/trends.py"),
    "dossiers": (texts.DOSSIERS[1], "pages/dossiers.py"),
    "fees": (texts.FEES[1], "pages/fees.py"),
    "department": (texts.DEPARTMENT[1], "pages/department.py"),
}
_FILE_OF = dict(_FILES.values())


def link_department(department: str, shown: str, selection: Selection) -> str:
    """An <a> that opens the department's page; also in a new tab, with the period chosen here."""
    query = selection.link() | {DEPARTMENT_KEY: _name(department, selection)}
    address = f"{texts.DEPARTMENT[1]}?{urlencode(query, doseq=True)}"
    return _anchor(address, department, shown)


def link_finding(item: AttentionItem, shown: str, selection: Selection) -> str:
    """An <a> to the view that shows a finding, with the choices made here."""
    finding = item.finding
    if item.destination == "department" and finding.department is not None:
        return link_department(finding.department, shown, selection)
    page = _FILES[item.destination][0]
    own: dict[str, str] = {}
    choices = selection.link()
    if selection.departments:
        choices[DEPARTMENTS_KEY] = [_name(id_, selection) for id_ in selection.departments]
    if item.destination == "trend" and finding.rate is not None:
        own = {RATE_KEY: selection.reference.rates[finding.rate].short}
        if finding.department is not None:  # whose trend it is: the sidebar's choice from then on
            own[DEPARTMENTS_KEY] = _name(finding.department, selection)
    address = f"{page}?{urlencode(choices | own, doseq=True)}"
    return _anchor(address, f"{page}?{urlencode(own)}", shown)


def _anchor(address: str, opened: str, shown: str) -> str:
    return f'<a href="{text(address)}" data-open="{text(opened)}">{text(shown)}</a>'


def _name(department: str, selection: Selection) -> str:
    """What the department's page calls it."""
    return selection.names.get(department) or selection.reference.department_by_id[department].short


def render_opening(markup: str, key: str) -> None:
    """Draws markup whose `data-open` elements open a department's page, or another of ours.

    What the browser sends is looked up, never obeyed. The sidebar's choices stay by themselves, and
    Streamlit refuses whoever says or clears them; so a query is given, if an empty one.
    """
    opened = render_clickable(markup, key) or ""
    selection = current_selection()
    chosen = selection if isinstance(selection, Selection) else None
    # Written again by the next page, but a link that is copied before that lacked it.
    state = chosen.link_state() if chosen else {}
    department = open_reference().department_by_id.get(opened)
    if department is not None:
        names = chosen.names if chosen else {}
        query = {DEPARTMENT_KEY: names.get(department.id, department.short)}
        st.switch_page("pages/department.py", query_params=state | query)
    page, _, said = opened.partition("?")
    if page in _FILE_OF:
        asked = parse_qs(said)
        if asked.get(DEPARTMENTS_KEY):
            wish_departments(asked[DEPARTMENTS_KEY])
        rate = asked.get(RATE_KEY)
        own = {RATE_KEY: rate[0]} if rate else {}
        st.switch_page(_FILE_OF[page], query_params=state | own)
