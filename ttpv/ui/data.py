"""What all sessions share: the store, the reference data, and figures by snapshot and filters.

Cache keys are ids and filters, never tables; with a state's id goes its seal, since another state
may have the number once somebody put a backup in the store's place. Figures are frozen, so sessions
share the object itself (cache_resource) instead of copies of it.
"""

from datetime import date

import streamlit as st

from ttpv.comparisons import Comparison, compare_period
from ttpv.core.periods import Period
from ttpv.dossier_lists import ProcedureGroup, read_procedures
from ttpv.monitor import (
    Figures,
    LineCache,
    PeriodCells,
    Timeline,
    answer_period,
    open_timeline,
)
from ttpv.reference import Reference, read_reference
from ttpv.store import Store, store_folder
from ttpv.views.compared import ComparedView, build_compared

EntryKey = tuple[date, date, str]


@st.cache_resource(show_spinner=False)
def open_reference() -> Reference:
    return read_reference()


@st.cache_resource(show_spinner=False)
def _open_store(folder: str) -> Store:
    return Store(store_folder())


def open_store() -> Store:
    return _open_store(str(store_folder()))


def _seal(snapshot: str) -> str:
    """What tells the state from any other of its number; format 1 had no seals."""
    state = open_store().open_snapshot(snapshot)
    return state.seal or state.published_at.isoformat()


@st.cache_resource(show_spinner=False)
def _lines(folder: str) -> LineCache:
    return LineCache()


@st.cache_resource(show_spinner=False, max_entries=16)
def _open_timeline(folder: str, snapshot: str, seal: str) -> Timeline:
    store = open_store()
    return open_timeline(store, open_reference(), store.open_snapshot(snapshot), _lines(folder))


def load_timeline(snapshot: str) -> Timeline:
    """One state over time; what is read of it is shared by all sessions."""
    return _open_timeline(str(store_folder()), snapshot, _seal(snapshot))


@st.cache_resource(show_spinner=False, max_entries=512)
def _answer_period(folder: str, snapshot: str, seal: str, period: Period) -> PeriodCells:
    return answer_period(_open_timeline(folder, snapshot, seal), period)


@st.cache_resource(show_spinner=False, max_entries=512)
def _load_figures(
    folder: str, snapshot: str, seal: str, period: Period, departments: tuple[str, ...]
) -> Figures:
    return _answer_period(folder, snapshot, seal, period).figures(frozenset(departments))


@st.cache_resource(show_spinner=False, max_entries=128)
def _load_comparison(
    folder: str, snapshot: str, seal: str, period: Period, departments: tuple[str, ...]
) -> Comparison:
    timeline = _open_timeline(folder, snapshot, seal)
    return compare_period(timeline, period, frozenset(departments))


def load_comparison(snapshot: str, period: Period, departments: tuple[str, ...] = ()) -> Comparison:
    """A selection beside the periods that it may be held against."""
    folder = str(store_folder())
    return _load_comparison(folder, snapshot, _seal(snapshot), period, departments)


@st.cache_resource(show_spinner=False, max_entries=128)
def _load_compared(
    folder: str, snapshot: str, seal: str, period: Period, departments: tuple[str, ...]
) -> ComparedView:
    comparison = _load_comparison(folder, snapshot, seal, period, departments)
    return build_compared(comparison, open_store().open_snapshot(snapshot).periods)


def load_compared(snapshot: str, period: Period, departments: tuple[str, ...] = ()) -> ComparedView:
    """What pages show of that comparison."""
    folder = str(store_folder())
    return _load_compared(folder, snapshot, _seal(snapshot), period, departments)


@st.cache_resource(show_spinner=False, max_entries=256)
def _load_procedures(
    folder: str, snapshot: str, seal: str, key: EntryKey, department: str
) -> tuple[ProcedureGroup, ...]:
    store = open_store()
    entry = next(e for e in store.open_snapshot(snapshot).entries if e.key == key)
    return read_procedures(store, entry, department)


def load_procedures(snapshot: str, key: EntryKey, department: str) -> tuple[ProcedureGroup, ...]:
    """A department's counts by procedure out of one published dossier list."""
    return _load_procedures(str(store_folder()), snapshot, _seal(snapshot), key, department)


def load_figures(snapshot: str, period: Period, departments: tuple[str, ...] = ()) -> Figures:
    """The figures of a selection in a snapshot; a snapshot never changes, so neither do they."""
    return _load_figures(str(store_folder()), snapshot, _seal(snapshot), period, departments)
