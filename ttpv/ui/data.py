"""What all sessions share: the store, the reference data, and figures by snapshot and filters.

Cache keys are ids and filters, never tables (`cached_by_state`). Figures are frozen, so sessions
share the object itself (cache_resource) instead of copies of it.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

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
P = ParamSpec("P")
R = TypeVar("R")


class StateKey(NamedTuple):
    """What is cached of a state goes by. With its id goes its seal, since another state may have
    the number once somebody put a backup in the store's place; `basis` is what it is computed with.
    """

    folder: str
    id: str
    seal: str
    basis: Basis


class _Choice(NamedTuple):
    """The sidebar's choices, and the day that today's structure hangs on."""

    period: Period
    departments: tuple[str, ...]
    structure: Structure
    today: date


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


def _seal(snapshot: str) -> str:
    """What tells the state from any other of its number; format 1 had no seals."""
    state = open_store().open_snapshot(snapshot)
    return state.seal or state.published_at.isoformat()


def state_key(snapshot: str) -> StateKey:
    """For those who cache what they compute of a state."""
    store = open_store()
    basis = choose_basis(store, store.open_snapshot(snapshot))
    return StateKey(str(store_folder()), snapshot, _seal(snapshot), basis)


Of = StateKey | str
"""A state: its id, or for who computes for a state already, its key."""


def cached_by_state(
    max_entries: int, *, show_spinner: bool | str = False
) -> Callable[[Callable[Concatenate[StateKey, P], R]], Callable[Concatenate[Of, P], R]]:
    """For what follows of a state and of the other arguments alone: computed once for all sessions.

    What is computed may call others with its own key, so that all of it is of one basis.
    """

    def decorate(compute: Callable[Concatenate[StateKey, P], R]) -> Callable[Concatenate[Of, P], R]:
        cached = st.cache_resource(show_spinner=show_spinner, max_entries=max_entries)(compute)

        @wraps(compute)
        def load(state: Of, /, *args: P.args, **kwargs: P.kwargs) -> R:
            key = state_key(state) if isinstance(state, str) else state
            return cached(key, *args, **kwargs)

        return load

    return decorate


@st.cache_resource(show_spinner=False)
def _lines(folder: str, fields: tuple[str, ...]) -> LineCache:
    """Shared by all states whose reference data know the same measures and rates: only those are
    read."""
    return LineCache()


@cached_by_state(16)
def load_timeline(state: StateKey) -> Timeline:
    """One state over time; what is read of it is shared by all sessions."""
    store = open_store()
    reference = _read_reference(state.folder, state.basis)
    lines = _lines(state.folder, (*reference.measures, *reference.rates))
    return open_timeline(store, reference, store.open_snapshot(state.id), lines)


@cached_by_state(16)
def load_choices(state: StateKey) -> Choices:
    """The periods that a state answers."""
    return offer_periods(load_timeline(state))


@cached_by_state(512)
def load_answer(state: StateKey, period: Period) -> PeriodCells:
    """How a state answers a period. Raises PeriodNotCovered."""
    return answer_period(load_timeline(state), period)


@cached_by_state(512)
def load_disagreements(state: StateKey, period: Period) -> tuple[Disagreement, ...]:
    """Where two ways to the figures of a period differ."""
    return find_disagreements(load_answer(state, period))


@cached_by_state(256)
def load_procedures(state: StateKey, key: EntryKey, department: str) -> tuple[ProcedureGroup, ...]:
    """A department's counts by procedure out of one published dossier list."""
    store = open_store()
    entry = next(e for e in store.open_snapshot(state.id).entries if e.key == key)
    return read_procedures(store, entry, department)


@cached_by_state(512)
def _compute_figures(state: StateKey, choice: _Choice) -> Figures:
    answer, chosen = load_answer(state, choice.period), frozenset(choice.departments)
    return answer.figures(chosen, structure=choice.structure, today=choice.today)


@cached_by_state(128)
def _compare(state: StateKey, choice: _Choice) -> Comparison:
    timeline, chosen = load_timeline(state), frozenset(choice.departments)
    if choice.structure == "now":
        return compare_period(timeline, choice.period, chosen, structure="now", today=choice.today)
    return compare_period(timeline, choice.period, chosen)


@cached_by_state(128)
def _build_compared(state: StateKey, choice: _Choice) -> ComparedView:
    return build_compared(_compare(state, choice), open_store().open_snapshot(state.id).periods)


def _choose(period: Period, departments: tuple[str, ...], structure: Structure) -> _Choice:
    """`today` is the same day for whom it does not matter."""
    today = date_of_today() if structure == "now" else date.max
    return _Choice(period, departments, structure, today)


def load_figures(
    snapshot: str,
    period: Period,
    departments: tuple[str, ...] = (),
    structure: Structure = "then",
) -> Figures:
    """The figures of a selection in a snapshot; neither it nor a basis changes, so nor do they.

    Raises PeriodNotCovered.
    """
    return _compute_figures(snapshot, _choose(period, departments, structure))


def load_comparison(
    snapshot: str,
    period: Period,
    departments: tuple[str, ...] = (),
    structure: Structure = "then",
) -> Comparison:
    """A selection beside the periods that it may be held against: "then" in the structure of the
    period itself, "now" in today's. Raises PeriodNotCovered."""
    return _compare(snapshot, _choose(period, departments, structure))


def load_compared(
    snapshot: str,
    period: Period,
    departments: tuple[str, ...] = (),
    structure: Structure = "then",
) -> ComparedView:
    """What pages show of that comparison."""
    return _build_compared(snapshot, _choose(period, departments, structure))
