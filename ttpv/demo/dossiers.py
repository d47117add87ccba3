"""The dossiers of the last three months of 2025, one by one, from receiving to returning.

They begin with the stock that September's figures leave, so that October's list opens where
September closes. A month's list is what was open or happened in it, as it stood at its end.
"""

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from ttpv.core.periods import Period
from ttpv.demo.later_months import Outlook
from ttpv.demo.patterns import apportion, make_chance
from ttpv.demo.procedures import list_procedures
from ttpv.demo.profiles import EID_SHARE, profile_of
from ttpv.demo.states import State

_OPENS, _OPEN_HOURS = time(7, 30), 9
_OWES_RESULT = 0.97
_SUSPENDED = 0.006
_WITHDRAWN = 0.004

Kind = Literal["usual", "suspended", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier's whole life; what of it is known at a day, `exports` writes. A flag is None
    where it does not apply; `fee` 0 owes nothing."""

    department: str
    number: int
    field: str
    procedure: str
    procedure_number: int
    received: datetime
    due: datetime
    returned: datetime
    kind: Kind
    is_online: bool
    fee: int
    is_paid_online: bool
    eid: bool | None
    digitised: bool
    e_result: bool | None

    def is_open_at(self, moment: datetime) -> bool:
        return self.kind == "withdrawn" or self.returned >= moment


def make_dossiers(
    states: Mapping[str, State],
    outlooks: Sequence[tuple[Period, Mapping[str, Outlook]]],
    seed: int,
) -> list[Dossier]:
    """`states` are those at the end of September, `outlooks` what each later month brings."""
    found: list[Dossier] = []
    first = outlooks[0][0]
    for department, state in states.items():
        maker = _Maker(department, state, make_chance(seed, "dossiers", department))
        found += maker.make_stock(first, outlooks[0][1][department].shares)
        for period, month in outlooks:
            found += maker.make_month(period, month[department])
    return sorted(found, key=lambda d: (d.received, d.department, d.number))


def list_of(dossiers: Sequence[Dossier], period: Period) -> list[Dossier]:
    """Those that an export of the period holds: received before its end, not returned before it
    began. Whoever withdrew is listed once, in the month of receiving."""
    start, stop = _moment(period.start), _moment(period.stop)

    def is_held(dossier: Dossier) -> bool:
        latest = dossier.received if dossier.kind == "withdrawn" else dossier.returned
        return dossier.received < stop and latest >= start

    return [dossier for dossier in dossiers if is_held(dossier)]


def _moment(day: date) -> datetime:
    """Its first. Dossier lists print local times without a zone."""
    return datetime.combine(day, time())


class _Maker:
    """One department's dossiers, numbered in the order in which they are made."""

    def __init__(self, department: str, state: State, chance: random.Random) -> None:
        self.department, self.state, self.chance = department, state, chance
        self.procedures = list_procedures(department)
        count = len(self.procedures)
        self.ranks = apportion(100, [1 / (place + 1) for place in range(count)])
        self.number = 0

    def make_stock(self, first: Period, shares: Mapping[str, float]) -> Iterator[Dossier]:
        """What is open when `first` begins: exactly the state's stock, as much overdue as it says.

        They were received in the weeks before, and are returned in `first` or a little later.
        """
        start = _moment(first.start)
        for place in range(self.state.stock):
            is_overdue = place < self.state.overdue
            received = self._office_hour(first.start - timedelta(days=1 + self._below(20)))
            if is_overdue:
                received -= timedelta(days=30)
                due = start - timedelta(days=1 + self._below(20), hours=7)
                returned = start + timedelta(days=1 + self._below(50), hours=10)
            else:
                due = _at_five(start + timedelta(days=1 + self._below(20)))
                returned = start + (due - start) * self.chance.random()
            yield self._make(received, due, returned, "usual", shares)

    def make_month(self, period: Period, outlook: Outlook) -> Iterator[Dossier]:
        late = profile_of(self.department).late
        for _ in range(outlook.received):
            received = self._office_hour(self._working_day(period))
            work = self.state.backlog * (30 + 30 * self.chance.random())
            due = _at_five(received + timedelta(days=1 + int(work)))
            returned = received + (due - received) * (0.35 + 0.6 * self.chance.random())
            kind: Kind = "usual"
            lot = self.chance.random()
            if lot < late:
                returned = due + timedelta(days=1 + self._below(45), hours=self._below(6))
            elif lot > 1 - _SUSPENDED:
                # The deadline stands still, and the system prints the one that it will become.
                kind = "suspended"
                due = _at_five(received + timedelta(days=65 + self._below(20)))
                returned = received + timedelta(days=25 + self._below(35))
            yield self._make(received, due, returned, kind, outlook.shares)
        for _ in range(int(outlook.received * _WITHDRAWN)):
            received = self._office_hour(self._working_day(period))
            due = _at_five(received + timedelta(days=10))
            yield self._make(received, due, due, "withdrawn", outlook.shares)

    def _make(
        self,
        received: datetime,
        due: datetime,
        returned: datetime,
        kind: Kind,
        shares: Mapping[str, float],
    ) -> Dossier:
        self.number += 1
        place = self._procedure()
        field, procedure = self.procedures[place]
        owes = self._is(shares["fees"])
        is_paid_online = self._is(shares["online_payment"]) and owes
        return Dossier(
            department=self.department,
            number=self.number,
            field=field,
            procedure=procedure,
            procedure_number=place + 1,
            received=received,
            due=due,
            returned=returned.replace(microsecond=0),
            kind=kind,
            is_online=self._is(shares["online_submission"]),
            fee=self._fee(place, "online" if is_paid_online else "direct") if owes else 0,
            is_paid_online=is_paid_online,
            eid=self._is(shares["eid"]) if self._is(EID_SHARE) else None,
            digitised=self._is(shares["digitisation"]),
            e_result=self._is(shares["e_result"]) if self._is(_OWES_RESULT) else None,
        )

    def _is(self, share: float) -> bool:
        return self.chance.random() < share

    def _below(self, count: int) -> int:
        return int(self.chance.random() * count)

    def _procedure(self) -> int:
        """By rank: half as often as the first comes the second, a third as often the third."""
        lot = self._below(100)
        return sum(lot >= upto for upto in itertools.accumulate(self.ranks))

    def _fee(self, place: int, way: str) -> int:
        """Thousands of đồng about the department's average for that way to pay."""
        price = self.state.prices[way] * (0.6 + 0.8 * (place + 1) / len(self.procedures))
        return max(1, int(price / 5_000 + 0.5)) * 5_000

    def _working_day(self, period: Period) -> date:
        day = period.start + timedelta(days=self._below(period.days))
        is_weekend = day.weekday() >= 5
        earlier = day - timedelta(days=day.weekday() - 4)
        return earlier if is_weekend and earlier >= period.start else day

    def _office_hour(self, day: date) -> datetime:
        return datetime.combine(day, _OPENS) + timedelta(seconds=self._below(_OPEN_HOURS * 3600))


def _at_five(moment: datetime) -> datetime:
    """When a deadline ends: at five, on Monday where the day lies in a weekend."""
    to_monday = 7 - moment.weekday() if moment.weekday() >= 5 else 0
    return (moment + timedelta(days=to_monday)).replace(hour=17, minute=0, second=0)
