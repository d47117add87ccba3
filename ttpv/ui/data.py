"""What all sessions share: the store, the reference data, and figures by snapshot and filters.

Cache keys are ids and filters, never tables; with a state's id goes its seal, since another state
may have the number once somebody put a backup in the store's place. Figures are frozen, so sessions
share the object itself (cache_resource) instead of copies of it.
"""

from datetime import date, datetime

import streamlit as st

from ttpv.comparisons import Comparison, compare_period
from ttpv.core.periods import Period
from ttpv.dossier_lists import ProcedureGroup, read_procedures
from ttpv.monitor import (
    Choices,
    Disagreement,
    Figures,
    LineCache,
    PeriodCells,
    Structure,
    Timeline,
    answer_period,
    find_disagreements,
    offer_periods,
    open_timeline,
)
from ttpv.reference import Reference
from ttpv.register_history import RegisterChanges, read_register_changes
from ttpv.registers import Basis, choose_basis, read_basis
from ttpv.store import Manifest, Store, store_folder
from ttpv.views.compared import ComparedView, build_compared

EntryKey = tuple[date, date, str]
StateKey = tuple[str, str, str, Basis]
"""What is cached of a state goes by: folder, id, seal, and the basis that it is computed with."""


def date_of_today() -> date:
    """The day on the clock of this machine."""
    return datetime.now().astimezone().date()


@st.cache_resource(show_spinner=False)
def _open_store(folder: str) -> Store:
    return Store(store_folder())


def open_store() -> Store:
    return _open_store(str(store_folder()))


@st.cache_resource(show_spinner=False, max_entries=64)
def _read_reference(folder: str, basis: Basis) -> Reference:
    return read_basis(open_store(), basis)


def open_reference(state: Manifest | None = None) -> Reference:
    """The reference data that `state` is computed with; without one, those of the current state."""
    store = open_store()
    basis = choose_basis(store, state or store.current())
    return _read_reference(str(store_folder()), basis)


@st.cache_resource(show_spinner=False, max_entries=512)
def _load_register_changes(folder: str, snapshot: str, seal: str) -> RegisterChanges:
    store = open_store()
    return read_register_changes(store, store.open_snapshot(snapshot))


def load_register_changes(state: Manifest) -> RegisterChanges:
    """What a state did to registers; as `read_register_changes`."""
    return _load_register_changes(str(store_folder()), state.id, _seal(state.id))


def _basis(snapshot: str) -> Basis:
    store = open_store()
    return choose_basis(store, store.open_snapshot(snapshot))


def _seal(snapshot: str) -> str:
    """What tells the state from any other of its number; format 1 had no seals."""
    state = open_store().open_snapshot(snapshot)
    return state.seal or state.published_at.isoformat()


def state_key(snapshot: str) -> StateKey:
    """For those who cache what they compute of a state."""
    return str(store_folder()), snapshot, _seal(snapshot), _basis(snapshot)


@st.cache_resource(show_spinner=False)
def _lines(folder: str, fields: tuple[str, ...]) -> LineCache:
    """Shared by all states whose reference data know the same measures and rates: only those are
    read."""
    return LineCache()


@st.cache_resource(show_spinner=False, max_entries=16)
def _open_timeline(folder: str, snapshot: str, seal: str, basis: Basis) -> Timeline:
    store = open_store()
    reference = _read_reference(folder, basis)
    lines = _lines(folder, (*reference.measures, *reference.rates))
    return open_timeline(store, reference, store.open_snapshot(snapshot), lines)


def load_timeline(snapshot: str) -> Timeline:
    """One state over time; what is read of it is shared by all sessions."""
    return _open_timeline(str(store_folder()), snapshot, _seal(snapshot), _basis(snapshot))


@st.cache_resource(show_spinner=False, max_entries=16)
def _load_choices(folder: str, snapshot: str, seal: str, basis: Basis) -> Choices:
    return offer_periods(_open_timeline(folder, snapshot, seal, basis))


def load_choices(snapshot: str) -> Choices:
    """The periods that a state answers."""
    return _load_choices(str(store_folder()), snapshot, _seal(snapshot), _basis(snapshot))


@st.cache_resource(show_spinner=False, max_entries=512)
def _answer_period(
    folder: str, snapshot: str, seal: str, basis: Basis, period: Period
) -> PeriodCells:
    return answer_period(_open_timeline(folder, snapshot, seal, basis), period)


@st.cache_resource(show_spinner=False, max_entries=512)
def _load_disagreements(
    folder: str, snapshot: str, seal: str, basis: Basis, period: Period
) -> tuple[Disagreement, ...]:
    return find_disagreements(_answer_period(folder, snapshot, seal, basis, period))


def load_disagreements(snapshot: str, period: Period) -> tuple[Disagreement, ...]:
    """Where two ways to the figures of a period differ."""
    seal, basis = _seal(snapshot), _basis(snapshot)
    return _load_disagreements(str(store_folder()), snapshot, seal, basis, period)


@st.cache_resource(show_spinner=False, max_entries=512)
def _load_figures(
    folder: str,
    snapshot: str,
    seal: str,
    basis: Basis,
    period: Period,
    departments: tuple[str, ...],
    structure: Structure,
    today: date,
) -> Figures:
    answer = _answer_period(folder, snapshot, seal, basis, period)
    return answer.figures(frozenset(departments), structure=structure, today=today)


@st.cache_resource(show_spinner=False, max_entries=128)
def _load_comparison(
    folder: str,
    snapshot: str,
    seal: str,
    basis: Basis,
    period: Period,
    departments: tuple[str, ...],
    structure: Structure,
    today: date,
) -> Comparison:
    timeline = _open_timeline(folder, snapshot, seal, basis)
    chosen = frozenset(departments)
    if structure == "now":
        return compare_period(timeline, period, chosen, structure=structure, today=today)
    return compare_period(timeline, period, chosen)


@st.cache_resource(show_spinner=False, max_entries=128)
def _load_compared(
    folder: str,
    snapshot: str,
    seal: str,
    basis: Basis,
    period: Period,
    departments: tuple[str, ...],
    structure: Structure,
    today: date,
) -> ComparedView:
    comparison = _load_comparison(
        folder, snapshot, seal, basis, period, departments, structure, today
    )
    return build_compared(comparison, open_store().open_snapshot(snapshot).periods)


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


def load_answer(snapshot: str, period: Period) -> PeriodCells:
    """How a state answers a period. Raises PeriodNotCovered."""
    return _answer_period(str(store_folder()), snapshot, _seal(snapshot), _basis(snapshot), period)


def load_figures(
    snapshot: str,
    period: Period,
    departments: tuple[str, ...] = (),
    structure: Structure = "then",
) -> Figures:
    """The figures of a selection in a snapshot; neither it nor a basis changes, so
    nor do they.

    Raises PeriodNotCovered.
    """
    return _load_figures(*state_key(snapshot), period, departments, structure, _day(structure))


def load_comparison(
    snapshot: str,
    period: Period,
    departments: tuple[str, ...] = (),
    structure: Structure = "then",
) -> Comparison:
    """A selection beside the periods that it may be held against: "then" in the structure of the
    period itself, "now" in today's. Raises PeriodNotCovered."""
    return _load_comparison(*state_key(snapshot), period, departments, structure, _day(structure))


def load_compared(
    snapshot: str,
    period: Period,
    departments: tuple[str, ...] = (),
    structure: Structure = "then",
) -> ComparedView:
    """What pages show of that comparison."""
    return _load_compared(*state_key(snapshot), period, departments, structure, _day(structure))


def _day(structure: Structure) -> date:
    """What today's structure hangs on; the same day for whom it does not matter."""
    return date_of_today() if structure == "now" else date.max
