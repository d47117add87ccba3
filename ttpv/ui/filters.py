"""The sidebar that every page shares: period and departments, kept across pages and in the link.

A link must open the same view for whoever gets it, so the period always stands in the address,
the default one too: to Streamlit the default is "none", and what we fill in is a choice.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ttpv.core.periods import Period
from ttpv.monitor import Figures, default_period
from ttpv.reference import Reference
from ttpv.store import Manifest
from ttpv.ui import texts
from ttpv.ui.data import load_figures, open_reference
from ttpv.ui.html import render_note, render_warning
from ttpv.views.formatting import name_period

PERIOD_KEY = "ky"
DEPARTMENTS_KEY = "don-vi"
_FILLED_IN = "_period_filled_in"
_UNKNOWN = "_period_unknown"


@dataclass(frozen=True)
class Selection:
    """What the sidebar says: which snapshot is shown, and of it which period and departments."""

    snapshot: Manifest
    period: Period
    departments: tuple[str, ...]

    @cached_property
    def reference(self) -> Reference:
        """The reference data that the snapshot is computed with."""
        return open_reference(self.snapshot)

    def figures(self) -> Figures:
        """The figures of the chosen departments (none chosen: all)."""
        return load_figures(self.snapshot.id, self.period, self.departments)

    def all_figures(self) -> Figures:
        """The figures of all departments in the chosen period."""
        return load_figures(self.snapshot.id, self.period)


_selection: ContextVar[Selection | None] = ContextVar("selection", default=None)


def current_selection() -> Selection | None:
    """What `render_filters` found in this run; None before, or in an empty store."""
    return _selection.get()


def render_filters(snapshot: Manifest | None, place: DeltaGenerator) -> None:
    """Draws the choices at their place in the sidebar, and remembers them for this run's page."""
    _selection.set(None)
    if snapshot is None or not snapshot.periods:
        return
    periods = {name_period(period): period for period in reversed(snapshot.periods)}
    _fill_in_period(snapshot, list(periods))
    with place:
        label = st.selectbox(
            texts.PERIOD,
            list(periods),
            index=None,
            key=PERIOD_KEY,
            bind="query-params",
            help=texts.PERIOD_HELP,
            placeholder=name_period(default_period(snapshot)),
        )
        period = periods.get(label or "", default_period(snapshot))
        existing = open_reference(snapshot).departments_on(period.last)
        ids = {department.short: department.id for department in existing}
        _warn_of_unknown(list(ids))
        chosen = st.multiselect(
            texts.SCOPE,
            list(ids),
            key=DEPARTMENTS_KEY,
            bind="query-params",
            placeholder=texts.SCOPE_ALL,
            help=texts.SCOPE_HELP,
            select_all=False,
        )
        newest = default_period(snapshot)
        if period.stop < newest.stop:  # a link or a reload stays where it was: say that it is old
            render_note(texts.NEWER_PERIOD.format(period=name_period(newest)))
    _selection.set(Selection(snapshot, period, tuple(ids[name] for name in chosen)))


def _fill_in_period(snapshot: Manifest, labels: list[str]) -> None:
    """Chooses the latest period where nobody has chosen, and again when a later one comes."""
    state, newest = st.session_state, name_period(default_period(snapshot))
    asked = st.query_params.get(PERIOD_KEY)
    if _FILLED_IN not in state and asked is not None and asked not in labels:
        # Streamlit strikes out what it does not know, and with it what we write in the same run.
        st.query_params[PERIOD_KEY] = state[_FILLED_IN] = newest
        state[_UNKNOWN] = asked
        st.rerun()
    if unknown := state.pop(_UNKNOWN, ""):
        render_warning(texts.LINK_PERIOD_UNKNOWN.format(period=unknown))
    if _FILLED_IN not in state and asked in labels:
        state[_FILLED_IN] = ""
        return
    chosen = state.get(PERIOD_KEY)
    if chosen is None or (chosen == state.get(_FILLED_IN) and chosen != newest):
        if _FILLED_IN not in state:  # not bound yet: from the next run on Streamlit writes it
            st.query_params[PERIOD_KEY] = newest
        state[PERIOD_KEY] = newest
        state[_FILLED_IN] = newest


def _warn_of_unknown(labels: list[str]) -> None:
    """Streamlit drops what a link names but nobody has; a narrower or wider view must be said."""
    unknown = [name for name in st.query_params.get_all(DEPARTMENTS_KEY) if name not in labels]
    if unknown:
        listed = ", ".join(f"“{name}”" for name in unknown)
        render_warning(texts.LINK_DEPARTMENTS_UNKNOWN.format(names=listed))
