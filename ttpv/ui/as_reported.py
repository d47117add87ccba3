"""Pages as they were reported: every page shows an earlier published state on request.

Last year's report can be read to the digit after later corrections; the command line has
`show --as-of`.
"""

import streamlit as st

from ttpv.store import Manifest
from ttpv.ui import texts
from ttpv.ui.data import open_store
from ttpv.ui.html import render_warning
from ttpv.views.formatting import format_moment

SNAPSHOT_KEY = "lan"


def choose_snapshot(current: Manifest | None) -> Manifest | None:
    """The state that the sidebar asks for; the current one where it asks for none."""
    if current is None:
        return None
    earlier = [f"{number:06d}" for number in reversed(open_store().numbers())][1:]
    if not earlier:
        return current
    chosen = st.sidebar.selectbox(
        texts.SNAPSHOT,
        earlier,
        index=None,
        key=SNAPSHOT_KEY,
        bind="query-params",
        placeholder=texts.SNAPSHOT_NOW,
        help=texts.SNAPSHOT_HELP,
    )
    if chosen is None or chosen not in earlier:
        return current
    state = open_store().open_snapshot(chosen)
    moment = format_moment(state.published_at)
    render_warning(texts.AS_REPORTED.format(snapshot=state.id, moment=moment))
    return state
