"""Series of a state, for all sessions: cached by the state, the choices, and nothing else."""

from datetime import date
from typing import Literal

import streamlit as st

from ttpv.compare import Movement, NoMovement
from ttpv.core.periods import Period
from ttpv.monitor import Structure
from ttpv.movements import compute_movement
from ttpv.trends import Step, Trend, compute_trend, offer_steps
from ttpv.ui import texts
from ttpv.ui.data import StateKey, load_timeline, state_key
from ttpv.views.trend_cards import MultiplesView, build_multiples

Chosen = tuple[str, ...] | Literal["all"]


@st.cache_resource(show_spinner=False, max_entries=16)
def _load_steps(state: StateKey) -> tuple[Step, ...]:
    return offer_steps(load_timeline(state[1]))


def load_steps(snapshot: str) -> tuple[Step, ...]:
    """The steps of time by which a state can be read as a series."""
    return _load_steps(state_key(snapshot))


@st.cache_resource(show_spinner=texts.TREND_LOADING, max_entries=64)
def _load_trend(
    state: StateKey,
    step: Step,
    rates: tuple[str, ...],
    measures: tuple[str, ...],
    chosen: Chosen,
    structure: Structure,
    today: date,
) -> Trend:
    return compute_trend(
        load_timeline(state[1]),
        step,
        rates=rates,
        measures=measures,
        chosen=chosen,
        structure=structure,
        today=today,
    )


def load_trend(
    snapshot: str,
    step: Step,
    rates: tuple[str, ...],
    measures: tuple[str, ...],
    chosen: Chosen,
    structure: Structure,
    today: date,
) -> Trend:
    """Series of a state: the centre, the chosen departments, or all of them."""
    return _load_trend(state_key(snapshot), step, rates, measures, chosen, structure, today)


@st.cache_resource(show_spinner=texts.TREND_LOADING, max_entries=32)
def _load_multiples(
    state: StateKey, step: Step, rate: str, structure: Structure, today: date, at: int
) -> MultiplesView:
    timeline = load_timeline(state[1])
    known = timeline.reference.rates[rate]
    trend = _load_trend(state, step, (rate,), (known.denominator,), "all", structure, today)
    return build_multiples(trend, known, at, timeline.reference)


def load_multiples(
    snapshot: str, step: Step, rate: str, structure: Structure, today: date, at: int
) -> MultiplesView:
    """All departments of one rate, ranked by slot `at`: of 135 communes worth keeping."""
    return _load_multiples(state_key(snapshot), step, rate, structure, today, at)


@st.cache_resource(show_spinner=False, max_entries=256)
def _load_movement(
    state: StateKey, rate: str, before: Period, after: Period, structure: Structure, today: date
) -> Movement | NoMovement:
    timeline = load_timeline(state[1])
    return compute_movement(timeline, rate, before, after, structure=structure, today=today)


def load_movement(
    snapshot: str, rate: str, before: Period, after: Period, structure: Structure, today: date
) -> Movement | NoMovement:
    """What moved the centre's rate between two periods that the state answers."""
    return _load_movement(state_key(snapshot), rate, before, after, structure, today)
