"""The first line of every page: came we through app.py, and is there anything to show?"""

from typing import NoReturn

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from ttpv.monitor import PeriodNotCovered
from ttpv.ui import texts
from ttpv.ui.filters import Selection, current_selection
from ttpv.ui.live import follow_publications
from ttpv.ui.not_covered import render_not_covered

_ROUTED = "_routed"


def mark_routed() -> None:
    """app.py says that this session went through it."""
    st.session_state[_ROUTED] = True


def guard_page() -> None:
    """Sends a visitor whom Streamlit let in past app.py through it.

    Until st.navigation has run once in a process, Streamlit takes pages/ for its own pages and
    runs a file there by itself: without filters, title and guard (serve.py turns that off; this
    holds under plain `streamlit run` too).
    """
    if _ROUTED not in st.session_state:
        PagesManager.uses_pages_directory = False
        st.rerun()


def require_selection() -> Selection:
    """The sidebar's choice; where nothing is published yet, says what to do and stops the page."""
    guard_page()
    selection = current_selection()
    if selection is None:
        st.title(texts.NO_DATA_TITLE)
        st.info(texts.NO_DATA)
        stop_page()
    if isinstance(selection, PeriodNotCovered):
        render_not_covered(selection)
        stop_page()
    return selection


def stop_page() -> NoReturn:
    """Ends the page here. It ends app.py too, so whoever looks at this page follows from here."""
    follow_publications()
    st.stop()
