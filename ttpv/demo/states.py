"""What a department is between two months, from the end of 2023 on, and across the mergers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ttpv.core.periods import Period
from ttpv.demo.figures import Month, sum_counts
from ttpv.reference import Department, Reference

_DEFAULT_PRICE = 60_000
_LATEST = 4
_LONGEST_BACKLOG = 0.5


@dataclass(frozen=True, slots=True)
class State:
    """A department between two months.

    `volume` is an average month's dossiers; `shares` those of the five rates and of the dossiers
    that owe a fee ("fees"), 0–1; `prices` đồng a transaction; `backlog` the stock in months' work.
    """

    volume: float
    shares: Mapping[str, float]
    prices: Mapping[str, float]
    backlog: float
    stock: int = 0
    overdue: int = 0


_NEWCOMER = State(
    volume=45,
    shares={
        "online_submission": 0.6,
        "online_payment": 0.0,
        "eid": 0.95,
        "digitisation": 0.8,
        "e_result": 0.9,
        "fees": 0.4,
    },
    prices={"online": _DEFAULT_PRICE, "direct": _DEFAULT_PRICE},
    backlog=0.3,
)


def begin(year: Sequence[Month], rest: Month) -> dict[str, State]:
    """The states at the end of 2023: `year` are its months, `rest` the days after the annexes'.

    Volume and prices are the year's, shares those of its last months.
    """
    states = {}
    for department, last in rest.items():
        whole = sum_counts(month[department] for month in year)
        late = sum_counts(month[department] for month in year[-_LATEST:])
        volume = whole["received_new"] / 12
        online, direct = whole["online_transactions"], whole["direct_transactions"]
        states[department] = State(
            volume=volume,
            shares={
                "online_submission": late["received_online"] / late["received_new"],
                "online_payment": late["paid_online"] / max(1, late["fee_dossiers"]),
                "eid": late["eid_checked"] / max(1, late["eid_applicable"]),
                "digitisation": late["digitised"] / late["received_new"],
                "e_result": late["e_results"] / max(1, late["result_dossiers"]),
                "fees": whole["fee_dossiers"] / whole["received_new"],
            },
            prices={
                "online": whole["online_amount"] / online if online else _DEFAULT_PRICE,
                "direct": whole["direct_amount"] / direct if direct else _DEFAULT_PRICE,
            },
            backlog=min(_LONGEST_BACKLOG, last["pending"] / volume),
            stock=last["pending"],
        )
    return states


def reorganise(
    states: Mapping[str, State], period: Period, reference: Reference
) -> dict[str, State]:
    """The states of those that exist in `period`: successors take over, the new begin at nought."""
    return {
        department.id: states.get(department.id) or _take_over(department, states, reference)
        for department in reference.departments_on(period.last)
    }


def _take_over(department: Department, states: Mapping[str, State], reference: Reference) -> State:
    before = [
        states[d.id]
        for d in reference.departments
        if department.id in d.successors and d.id in states
    ]
    if not before:
        return _NEWCOMER
    volume = math.fsum(state.volume for state in before)

    def mean(values: Sequence[float]) -> float:
        # fsum: what sum() makes of floats changed with Python 3.12.
        return math.fsum(v * s.volume for v, s in zip(values, before, strict=True)) / volume

    return State(
        volume=volume,
        shares={name: mean([s.shares[name] for s in before]) for name in before[0].shares},
        prices={name: mean([s.prices[name] for s in before]) for name in before[0].prices},
        backlog=mean([s.backlog for s in before]),
        stock=sum(s.stock for s in before),
        overdue=sum(s.overdue for s in before),
    )
