"""One period of a comparison, read for the selection that is compared.

What pages show of the period itself are its `Figures`; a side is what the comparison needs of it,
each part computed when it is first asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ttpv.compare import Parts, Standing, is_small
from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.monitor import Group, PeriodCells, Structure, find_heir, group_departments
from ttpv.reference import Department

Counts = Mapping[str, int | None]
Rates = Mapping[str, RateFigure]


@dataclass(frozen=True)
class Side:
    """`groups` are the lines of the selection, all of the centre's where it `is_whole`."""

    answer: PeriodCells
    groups: tuple[Group, ...]
    is_whole: bool

    @property
    def period(self) -> Period:
        return self.answer.period

    @property
    def scope(self) -> str | None:
        """Whose target counts: the department's where there is one alone, else the province's."""
        return None if self.is_whole or len(self.groups) > 1 else self.groups[0].department.id

    @cached_property
    def members(self) -> tuple[str, ...]:
        return tuple(member for group in self.groups for member in group.members)

    @cached_property
    def rates(self) -> Rates:
        """The rates of the selection together."""
        if self.is_whole:
            return self.answer.centre_rates()
        return self.answer.rates_of(self.members, self.scope)

    @cached_property
    def counts(self) -> Counts:
        return self.answer.counts_of(self.members)

    @property
    def line_rates(self) -> Mapping[str, Rates]:
        """The rates of each department of the selection."""
        return {group.department.id: self.rates_of(group.department.id) for group in self.groups}

    def rates_of(self, department: str) -> Rates:
        """Those of one department of the selection; of many periods few are asked for."""
        if department not in self._rates_of_line:
            members = self._members_of[department]
            self._rates_of_line[department] = self.answer.rates_of(members, department)
        return self._rates_of_line[department]

    @cached_property
    def _rates_of_line(self) -> dict[str, Rates]:
        return {}

    def counts_of(self, department: str) -> Counts:
        if department not in self._counts_of_line:
            self._counts_of_line[department] = self.answer.counts_of(self._members_of[department])
        return self._counts_of_line[department]

    @cached_property
    def _counts_of_line(self) -> dict[str, Counts]:
        return {}

    def has_line(self, department: str) -> bool:
        return department in self._members_of

    def comparable(self, department: str | None) -> Rates:
        """The rates of a department (None: of the selection) that may be held against another
        period; none where it, or one of the selection, existed in a part of this one only, for that
        is not a like period."""
        if department is None:
            return {} if self.partial else self.rates
        members = self._members_of.get(department)
        if members is None or self._is_part(members):
            return {}
        return self.rates_of(department)

    @cached_property
    def _members_of(self) -> Mapping[str, tuple[str, ...]]:
        return {group.department.id: group.members for group in self.groups}

    @cached_property
    def partial(self) -> tuple[Department, ...]:
        """Who of a selection existed in a part of the period only; of the centre nobody matters."""
        if self.is_whole:
            return ()
        return tuple(g.department for g in self.groups if self._is_part(g.members))

    def _is_part(self, members: Sequence[str]) -> bool:
        return self.answer.within(members) is not None

    def parts(self, rate: str) -> dict[str, Parts]:
        """Numerator and denominator of each department."""
        return {
            department: parts_of(rates.get(rate)) for department, rates in self.line_rates.items()
        }

    def standings(self, rate: str) -> tuple[Standing, ...]:
        """Where each department stands to its target."""
        return tuple(
            stand(department, rates.get(rate)) for department, rates in self.line_rates.items()
        )

    def is_small(self, department: str | None, rate: str) -> bool:
        """Whether the rate rests on few dossiers; `department` None: that of the selection."""
        rates = self.rates if department is None else self.rates_of(department)
        metric, reference = rates[rate].metric, self.answer.reference
        counted = None
        if metric.denominator is None:  # counts are summed only where the rate does not know
            counts = self.counts if department is None else self.counts_of(department)
            counted = counts[reference.rates[rate].denominator]
        return is_small(metric, counted, reference.centre.small_denominator)


def parts_of(figure: RateFigure | None) -> Parts:
    """A rate's parts; 0 of 0 where it has no case, unknown where the rate alone is known."""
    if figure is None:
        return Parts(None, None)
    metric = figure.metric
    if metric.basis == "not_applicable":
        return Parts(0, 0)
    return Parts(metric.numerator, metric.denominator)


def stand(department: str | None, figure: RateFigure | None) -> Standing:
    return Standing(department, parts_of(figure), figure.target if figure else None)


@dataclass(frozen=True)
class Other:
    """A period that another is held against; `side` None where it cannot be.

    `missing` are its days that nothing published covers; `absent` the chosen departments that did
    not exist then, so that the selection would be another one.
    """

    period: Period
    side: Side | None
    missing: tuple[Period, ...] = ()
    absent: tuple[str, ...] = ()


def select_side(
    answer: PeriodCells, groups: tuple[Group, ...], chosen: frozenset[str]
) -> Side | tuple[str, ...]:
    """The side of the chosen ids (none: all), or those of them that have no line then."""
    if not chosen:
        return Side(answer, groups, is_whole=True)
    selected = tuple(group for group in groups if group.department.id in chosen)
    absent = chosen - {group.department.id for group in selected}
    return tuple(sorted(absent)) if absent else Side(answer, selected, is_whole=False)


def join_heirs(answer: PeriodCells, day: date) -> Side:
    """The centre with whoever had merged by `day` on the line of its successor: no merger stands
    there as one that comes and others that go."""
    groups = group_departments(answer.reference, answer.everyone, "now", day)
    return Side(answer, groups, is_whole=True)


def group_alike(
    answer: PeriodCells, lines: frozenset[str], structure: Structure | None, today: date
) -> tuple[Group, ...]:
    """The lines of another period. With a structure they are as the timeline has them then or now;
    without, as in the period that has `lines`: who has no line there is on that of who had taken
    over by `today`."""
    reference, everyone = answer.reference, answer.everyone
    if structure is not None:
        return group_departments(reference, everyone, structure, today)
    members: dict[str, list[str]] = {}
    names: dict[str, Department] = {}
    for department in everyone:
        own = department.id in lines
        heir = department if own else find_heir(reference, department, today)
        names[heir.id] = heir
        members.setdefault(heir.id, []).append(department.id)
    return tuple(Group(names[id_], tuple(ids)) for id_, ids in members.items())
