"""Opening a department's page from anywhere: by a click without a reload, or as a plain link."""

from urllib.parse import urlencode

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.clickable import render_clickable
from ttpv.ui.data import open_reference
from ttpv.ui.filters import Selection, current_selection
from ttpv.ui.html import text

DEPARTMENT_KEY = "mo"


def link_department(department: str, shown: str, selection: Selection) -> str:
    """An <a> that opens the department's page; also in a new tab, with the period chosen here."""
    query = urlencode(selection.link() | {DEPARTMENT_KEY: _name(department, selection)}, doseq=True)
    address = f"{texts.DEPARTMENT[1]}?{query}"
    return f'<a href="{text(address)}" data-open="{text(department)}">{text(shown)}</a>'


def _name(department: str, selection: Selection) -> str:
    """What the department's page calls it."""
    return selection.names.get(department) or selection.reference.department_by_id[department].short


def render_opening(markup: str, key: str) -> None:
    """Draws markup whose `data-open` elements open a department's page when clicked."""
    opened = render_clickable(markup, key)
    department = open_reference().department_by_id.get(opened or "")
    if department is not None:
        # Said in the address: without, switch_page would clear the sidebar's bound choices,
        # and Streamlit refuses that.
        selection = current_selection()
        names = selection.names if isinstance(selection, Selection) else {}
        query = {DEPARTMENT_KEY: names.get(department.id, department.short)}
        st.switch_page("pages/department.py", query_params=query)
