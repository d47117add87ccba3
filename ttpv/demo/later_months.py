"""2024 and 2025: every department's months, each stock opened with what the one before left.

The mergers of 01/03/2025 are those of departments.toml (`states.reorganise`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ttpv.core.periods import Period, add_months
from ttpv.demo.figures import Counts, Month, complete
from ttpv.demo.patterns import jitter, make_chance, season, share_of
from ttpv.demo.profiles import EID_SHARE, profile_of
from ttpv.demo.states import State, reorganise
from ttpv.reference import Reference

FIRST, MONTHS = date(2024, 1, 1), 24
_RATES = ("online_submission", "online_payment", "eid", "digitisation", "e_result")
_GROWTH = 0.006
_SPEED = 0.06


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a month brings a department: dossiers received, and the shares that hold in it."""

    received: int
    shares: Mapping[str, float]


def later_periods() -> list[Period]:
    """24 calendar months from January 2024."""
    starts = [add_months(FIRST, month) for month in range(MONTHS + 1)]
    return [Period(a, b) for a, b in pairwise(starts)]


def look_ahead(department: str, state: State, period: Period, seed: int) -> tuple[State, Outlook]:
    """The month's dossiers and shares, and the state that they leave (its stock as it was)."""
    chance = make_chance(seed, period, department)
    profile = profile_of(department)
    volume = state.volume * (1 + _GROWTH)
    received = int(volume * season(period, profile.peaks) * jitter(chance, 0.06) + 0.5)
    trend = {**state.shares}
    for rate in _RATES:
        now = state.shares[rate]
        goal = profile.goals.get(rate, now + (1 - now) * 0.3)
        trend[rate] = now + (goal - now) * _SPEED
        slide = profile.slides.get(rate)
        if slide and period.start >= slide[0]:
            trend[rate] = now - slide[1]
    shown = {name: min(1.0, share * jitter(chance, 0.015)) for name, share in trend.items()}
    return replace(state, volume=volume, shares=trend), Outlook(received, shown)


def make_months(
    states: Mapping[str, State], periods: Sequence[Period], reference: Reference, seed: int
) -> Iterator[tuple[Period, Month, dict[str, State]]]:
    """Each period with its counts, and the states at its end."""
    for period in periods:
        states = reorganise(states, period, reference)
        month: Month = {}
        after: dict[str, State] = {}
        for department, state in states.items():
            moved, outlook = look_ahead(department, state, period, seed)
            month[department] = _count(department, moved, outlook, period, seed)
            after[department] = replace(
                moved,
                stock=month[department]["pending"],
                overdue=month[department]["pending_overdue"],
            )
        states = after
        yield period, month, after


def _count(department: str, state: State, outlook: Outlook, period: Period, seed: int) -> Counts:
    chance = make_chance(seed, "counts", period, department)
    profile, shares, received = profile_of(department), outlook.shares, outlook.received
    wish = received * state.backlog * jitter(chance, 0.15)
    stock = min(state.stock + received, int(0.7 * state.stock + 0.3 * wish + 0.5))
    resolved = state.stock + received - stock
    late = share_of(state.overdue, 0.6) + share_of(resolved, profile.late * jitter(chance, 0.5))
    late = min(resolved, late)
    overdue = share_of(stock, profile.overdue * jitter(chance, 0.3))
    fees = share_of(received, shares["fees"])
    paid = share_of(fees, shares["online_payment"])
    eid = share_of(received, EID_SHARE)
    results = share_of(resolved, 0.97)
    return complete(
        {
            "received_new": received,
            "received_online": share_of(received, shares["online_submission"]),
            "carried_over": state.stock,
            "resolved_on_time": resolved - late,
            "resolved_late": late,
            "pending_in_time": stock - overdue,
            "pending_overdue": overdue,
            "fee_dossiers": fees,
            "paid_online": paid,
            "eid_applicable": eid,
            "eid_checked": share_of(eid, shares["eid"]),
            "digitised": share_of(received, shares["digitisation"]),
            "result_dossiers": results,
            "e_results": share_of(results, shares["e_result"]),
            "online_transactions": paid,
            "online_amount": int(paid * state.prices["online"] * jitter(chance, 0.1)),
            "direct_transactions": fees - paid,
            "direct_amount": int((fees - paid) * state.prices["direct"] * jitter(chance, 0.1)),
        }
    )
