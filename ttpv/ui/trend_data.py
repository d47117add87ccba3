"""Series of a state, for all sessions: cached by the state, the choices, and nothing else."""

from datetime import date
from typing import Literal

from ttpv.compare import Movement, NoMovement
from ttpv.core.periods import Period
from ttpv.monitor import Structure
from ttpv.movements import compute_movement
from ttpv.trends import Step, Trend, compute_trend, offer_steps
from ttpv.ui.data import StateKey, cached_by_state, load_timeline
from ttpv.ui.texts import trends as texts
from ttpv.views.trend_cards import MultiplesView, build_multiples

Chosen = tuple[str, ...] | Literal["all"]


@cached_by_state(16)
def load_steps(state: StateKey) -> tuple[Step, ...]:
    """The steps of time by which a state can be read as a series."""
    return offer_steps(load_timeline(state))


@cached_by_state(64, show_spinner=texts.TREND_LOADING)
def load_trend(
    state: StateKey,
    step: Step,
    rates: tuple[str, ...],
    measures: tuple[str, ...],
    chosen: Chosen,
    structure: Structure,
    today: date,
) -> Trend:
    """Series of a state: the centre, the chosen departments, or all of them."""
    return compute_trend(
        load_timeline(state),
        step,
        rates=rates,
        measures=measures,
        chosen=chosen,
        structure=structure,
        today=today,
    )


@cached_by_state(32, show_spinner=texts.TREND_LOADING)
def load_multiples(
    state: StateKey, step: Step, rate: str, structure: Structure, today: date, at: int
) -> MultiplesView:
    """All departments of one rate, ranked by slot `at`: of 135 communes worth keeping."""
    timeline = load_timeline(state)
    known = timeline.reference.rates[rate]
    trend = load_trend(state, step, (rate,), (known.denominator,), "all", structure, today)
    return build_multiples(trend, known, at, timeline.reference)


@cached_by_state(256)
def load_movement(
    state: StateKey, rate: str, before: Period, after: Period, structure: Structure, today: date
) -> Movement | NoMovement:
    """What moved the centre's rate between two periods that the state answers."""
    timeline = load_timeline(state)
    return compute_movement(timeline, rate, before, after, structure=structure, today=today)
