"""Choices in the address that not only their own widget makes.

Streamlit can bind a widget to the address, but then only a click in that widget writes it: a choice
made for it (a row that was clicked) stayed out of the link. These are read and written here.
"""

from collections.abc import Collection

import streamlit as st

from ttpv.core.text import printable
from ttpv.ui import texts
from ttpv.ui.html import render_warning

_LONGEST = 60


def quote_asked(asked: str) -> str:
    """What a link names, to be said in a sentence: no marks that turn it around, and no novel."""
    shown = printable(asked)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def warn_of_unknown(label: str, key: str, options: Collection[str], shown: str) -> None:
    """Before the widget stands. Streamlit drops what a link names and nobody has; that another view
    is shown than was meant must be said."""
    asked = st.query_params.get(key)
    if asked and asked not in options and key not in st.session_state:
        sentence = texts.LINK_CHOICE_UNKNOWN.format(
            label=label.lower(), name=quote_asked(asked), shown=shown
        )
        render_warning(sentence)


def seed_choice(key: str, options: Collection[str], default: str | None = None) -> None:
    """Before the widget stands: what was chosen, else what the address names, else `default`."""
    state = st.session_state
    if state.get(key) in options:
        return
    asked = None if key in state else st.query_params.get(key)
    state[key] = asked if asked in options else default


def write_choice(key: str, value: str | None) -> None:
    """After it: the address says what is chosen, and nothing where nothing is."""
    if value is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != value:
        st.query_params[key] = value
