"""What all sessions share: the store, the reference data, and figures by snapshot and filters.

Cache keys are ids and filters, never tables; with a state's id goes its seal, since another state
may have the number once somebody put a backup in the store's place. Figures are frozen, so sessions
share the object itself (cache_resource) instead of copies of it.
"""

from datetime import date
from typing import Literal

import streamlit as st

from ttpv.compare import Movement, NoMovement
from ttpv.comparisons import Comparison, compare_period
from ttpv.core.periods import Period
from ttpv.dossier_lists import ProcedureGroup, read_procedures
from ttpv.monitor import (
    Figures,
    LineCache,
    PeriodCells,
    Structure,
    Timeline,
    answer_period,
    open_timeline,
)
from ttpv.movements import compute_movement
from ttpv.reference import Reference, read_reference
from ttpv.store import Store, store_folder
from ttpv.trends import Step, Trend, compute_trend, offer_steps
from ttpv.ui import texts
from ttpv.views.trend_cards import MultiplesView, build_multiples

EntryKey = tuple[date, date, str]
Chosen = tuple[str, ...] | Literal["all"]


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


@st.cache_resource(show_spinner=False, max_entries=16)
def _load_steps(folder: str, snapshot: str, seal: str) -> tuple[Step, ...]:
    return offer_steps(_open_timeline(folder, snapshot, seal))


def load_steps(snapshot: str) -> tuple[Step, ...]:
    """The steps of time by which a state can be read as a series."""
    return _load_steps(str(store_folder()), snapshot, _seal(snapshot))


@st.cache_resource(show_spinner=texts.TREND_LOADING, max_entries=64)
def _load_trend(
    folder: str,
    snapshot: str,
    seal: str,
    step: Step,
    rates: tuple[str, ...],
    measures: tuple[str, ...],
    chosen: Chosen,
    structure: Structure,
) -> Trend:
    timeline = _open_timeline(folder, snapshot, seal)
    return compute_trend(
        timeline, step, rates=rates, measures=measures, chosen=chosen, structure=structure
    )


def load_trend(
    snapshot: str,
    step: Step,
    rates: tuple[str, ...],
    measures: tuple[str, ...],
    chosen: Chosen,
    structure: Structure,
) -> Trend:
    """Series of a state: the centre, the chosen departments, or all of them."""
    folder, seal = str(store_folder()), _seal(snapshot)
    return _load_trend(folder, snapshot, seal, step, rates, measures, chosen, structure)


@st.cache_resource(show_spinner=texts.TREND_LOADING, max_entries=32)
def _load_multiples(
    folder: str, snapshot: str, seal: str, step: Step, rate: str, structure: Structure, at: int
) -> MultiplesView:
    reference = open_reference()
    known = reference.rates[rate]
    trend = _load_trend(
        folder, snapshot, seal, step, (rate,), (known.denominator,), "all", structure
    )
    return build_multiples(trend, known, at, reference)


def load_multiples(
    snapshot: str, step: Step, rate: str, structure: Structure, at: int
) -> MultiplesView:
    """All departments of one rate, ranked by slot `at`: of 135 communes worth keeping."""
    folder, seal = str(store_folder()), _seal(snapshot)
    return _load_multiples(folder, snapshot, seal, step, rate, structure, at)


@st.cache_resource(show_spinner=False, max_entries=256)
def _load_movement(
    folder: str,
    snapshot: str,
    seal: str,
    rate: str,
    before: Period,
    after: Period,
    structure: Structure,
    today: date,
) -> Movement | NoMovement:
    timeline = _open_timeline(folder, snapshot, seal)
    return compute_movement(timeline, rate, before, after, structure=structure, today=today)


def load_movement(
    snapshot: str, rate: str, before: Period, after: Period, structure: Structure, today: date
) -> Movement | NoMovement:
    """What moved the centre's rate between two periods that the state answers."""
    folder, seal = str(store_folder()), _seal(snapshot)
    return _load_movement(folder, snapshot, seal, rate, before, after, structure, today)
