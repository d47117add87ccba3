"""Open browsers follow what is published, by themselves."""

from contextvars import ContextVar

import streamlit as st

from ttpv.ui.data import open_store

SECONDS = 2

_looked_at: ContextVar[str | None] = ContextVar("looked_at", default=None)


def look_at(snapshot: str | None) -> None:
    """app.py says which state was the current one when this run began."""
    _looked_at.set(snapshot)


def seen_state() -> str | None:
    """The state that was current when this run began; None in an empty store."""
    return _looked_at.get()


def follow_publications() -> None:
    """Looks every two seconds (a folder listing, 0,1 ms) whether that is still the current one."""
    seen = seen_state()

    @st.fragment(run_every=SECONDS)
    def look() -> None:
        current = open_store().current()
        if (current.id if current else None) != seen:
            st.rerun()

    look()
