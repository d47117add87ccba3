"""Pages as they were reported: every page shows an earlier published state on request.

Last year's report can be read to the digit after later corrections; the command line has
`show --as-of`.
"""

import streamlit as st

from ttpv.registers import keeps_reference
from ttpv.store import Manifest, StoreError
from ttpv.ui import texts
from ttpv.ui.address import quote_asked, seed_choice, write_choice
from ttpv.ui.data import open_store
from ttpv.ui.html import render_warning
from ttpv.views.formatting import format_moment
from ttpv.views.history import name_snapshot
from ttpv.views.words import NO_REFERENCE

SNAPSHOT_KEY = "lan"


def choose_snapshot(current: Manifest | None) -> Manifest | None:
    """The state that the sidebar asks for; the current one where it asks for none."""
    if current is None:
        return None
    earlier = [f"{number:06d}" for number in reversed(open_store().numbers())][1:]
    _warn_of_unknown([current.id, *earlier])
    if not earlier:
        return current
    labels = _labels()
    seed_choice(SNAPSHOT_KEY, earlier)
    chosen = st.sidebar.selectbox(
        texts.SNAPSHOT,
        earlier,
        index=None,
        format_func=lambda id_: labels.get(id_, id_),
        key=SNAPSHOT_KEY,
        placeholder=texts.SNAPSHOT_NOW,
        help=texts.SNAPSHOT_HELP,
    )
    write_choice(SNAPSHOT_KEY, chosen)
    if chosen is None or chosen not in earlier:
        return current
    try:
        state = open_store().open_snapshot(chosen)
    except StoreError as error:  # damaged, or pruned this moment
        render_warning(texts.SNAPSHOT_LOST.format(reason=error))
        return current
    moment = format_moment(state.published_at)
    said = texts.AS_REPORTED.format(snapshot=state.id, moment=moment)
    if not keeps_reference(state):
        said += f" {NO_REFERENCE.format(snapshot=state.id)}"
    render_warning(said)
    return state


def _labels() -> dict[str, str]:
    """When and by whom each state was published; bare numbers where one of them is damaged."""
    try:
        return {state.id: name_snapshot(state) for state in open_store().history()}
    except (StoreError, OSError):
        return {}


def _warn_of_unknown(known: list[str]) -> None:
    """What a link names but is not there is not chosen; today's figures must not pass for it."""
    asked = st.query_params.get(SNAPSHOT_KEY)
    if asked and asked not in known:
        render_warning(texts.LINK_SNAPSHOT_UNKNOWN.format(snapshot=quote_asked(asked)))
