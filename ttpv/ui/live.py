"""Open browsers follow what is published, by themselves."""

import streamlit as st

from ttpv.ui.data import open_store

SECONDS = 2


def follow_publications(shown: str | None) -> None:
    """Looks every two seconds (a folder listing, 0,1 ms) whether `shown` is still current."""

    @st.fragment(run_every=SECONDS)
    def look() -> None:
        current = open_store().current()
        if (current.id if current else None) != shown:
            st.rerun()

    look()
