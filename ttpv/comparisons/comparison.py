"""A period and a selection beside the periods that they may be held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from ttpv.compare import (
    Distance,
    Finding,
    Movement,
    NoMovement,
    compute_distance,
    decompose_change,
    rank_findings,
)
from ttpv.comparisons.deltas import Delta, compute_change, compute_delta
from ttpv.comparisons.facts import assemble_facts
from ttpv.comparisons.periods import find_wanted
from ttpv.comparisons.sides import (
    Other,
    Rates,
    Side,
    group_alike,
    join_heirs,
    select_side,
    stand,
)
from ttpv.comparisons.year import Required, compute_required
from ttpv.core.periods import Period
from ttpv.monitor import (
    Structure,
    Timeline,
    answer_period,
    answer_periods,
    group_departments,
)
from ttpv.reference import Department, Reference

Beside = Literal["previous", "year_before", "year_to_date", "year_to_date_before"]


@dataclass(frozen=True)
class Comparison:
    """`base` is the period itself; None beside it where no period is like it (compare/like.py).

    `series` are like periods in a row, oldest first, `base` the last; one that cannot be answered
    is among them without a side. `rest_before` is what was left of last year at this time of it.
    `structure_day`: who had merged by then is one in what moved a rate.
    What follows of all that is computed when it is first asked for.
    """

    base: Side
    previous: Other | None
    year_before: Other | None
    year_to_date: Other | None
    year_to_date_before: Other | None
    rest_before: Other | None
    year: Period | None
    series: tuple[Other, ...]
    structure_day: date

    @property
    def period(self) -> Period:
        return self.base.period

    @property
    def reference(self) -> Reference:
        return self.base.answer.reference

    def other(self, beside: Beside) -> Other | None:
        found: Other | None = getattr(self, beside)
        return found

    def rates(self, beside: Beside) -> Rates:
        """The rates of the selection in that period; none where it cannot be answered."""
        other = self.other(beside)
        return other.side.rates if other and other.side else {}

    def delta(self, rate: str, beside: Beside, department: str | None = None) -> Delta | None:
        """Of the selection together, or of one department of it."""
        other = self.other(beside)
        if other is None or other.side is None:
            return None
        now, then = self.base.comparable(department), other.side.comparable(department)
        return compute_delta(now.get(rate), then.get(rate))

    def change(self, measure: str, beside: Beside) -> int | None:
        """Of a count of the selection together."""
        other = self.other(beside)
        if other is None or other.side is None:
            return None
        if not (self.base.comparable(None) and other.side.comparable(None)):
            return None
        return compute_change(self.base.counts[measure], other.side.counts[measure])

    @cached_property
    def movements(self) -> Mapping[str, Movement | NoMovement]:
        """What moved each rate since the previous like period, as far as it was in force in both;
        of a selection only where the two are alike."""
        before, after = self.previous.side if self.previous else None, self.base
        if before is None or not (before.comparable(None) and after.comparable(None)):
            return {}
        if after.is_whole:
            before, after = (join_heirs(s.answer, self.structure_day) for s in (before, after))
        return {
            rate: decompose_change(before.parts(rate), after.parts(rate))
            for rate in after.rates
            if rate in before.rates
        }

    @cached_property
    def distances(self) -> Mapping[str, Distance]:
        """How far each target is, in dossiers: the selection's own, and its departments'."""
        return {
            rate: compute_distance(stand(None, figure), self.base.standings(rate))
            for rate, figure in self.base.rates.items()
        }

    @cached_property
    def required(self) -> Mapping[str, Required]:
        """What the rest of the year must reach; none where the year so far is not known."""
        year, to_date = self.year, self.year_to_date
        if year is None or to_date is None or to_date.side is None:
            return {}
        before, rest = self.year_to_date_before, self.rest_before
        return {
            rate.id: compute_required(rate, year, to_date.side, before, rest, self.reference)
            for rate in (self.reference.rates[rate] for rate in self.base.rates)
        }

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is remarkable, what matters most first."""
        facts = assemble_facts(self.base, self.previous, self.series)
        return rank_findings(facts, self.reference.findings)

    @cached_property
    def departments(self) -> Mapping[str, Department]:
        """Everybody who has a line in the period or in the previous one, by id."""
        sides = [self.base, *([self.previous.side] if self.previous else [])]
        return {
            group.department.id: group.department
            for side in sides
            if side is not None
            for group in side.groups
        }


def compare_period(
    timeline: Timeline,
    period: Period,
    chosen: frozenset[str] = frozenset(),
    *,
    structure: Structure | None = None,
    today: date | None = None,
) -> Comparison:
    """Reads all that is needed in one query.

    `chosen` ids: none, or all that exist, is the centre. `structure`: every period as its own
    figures have it then, or now, `today` saying when that is; by default the others are read in the
    structure of the period itself, so that whoever merged before it is compared with the sum of
    its predecessors. Raises PeriodNotCovered, and ValueError on an id without a line.
    """
    wanted = find_wanted(timeline, period)
    answers = answer_periods(timeline, wanted.all)
    answer = answers.get(period) or answer_period(timeline, period)
    day = today or period.last
    groups = group_departments(timeline.reference, answer.everyone, structure or "then", day)
    lines = frozenset(group.department.id for group in groups)
    if unknown := chosen - lines:
        raise ValueError(f"departments not known in {period}: {sorted(unknown)}")
    chosen = frozenset() if chosen == lines else chosen
    base = select_side(answer, groups, chosen)
    assert isinstance(base, Side)

    def find(other: Period) -> Other:
        if other == period:
            return Other(other, base)
        found = answers.get(other)
        if found is None:
            return Other(other, None, missing=tuple(timeline.missing_days(other)))
        side = select_side(found, group_alike(found, lines, structure, day), chosen)
        return Other(other, side) if isinstance(side, Side) else Other(other, None, absent=side)

    others = {other: find(other) for other in wanted.all}

    def get(other: Period | None) -> Other | None:
        return None if other is None else others[other]

    like = wanted.like
    return Comparison(
        base=base,
        previous=get(like.previous),
        year_before=get(like.year_before),
        year_to_date=get(like.year_to_date),
        year_to_date_before=get(like.year_to_date_before),
        rest_before=get(wanted.rest_before),
        year=wanted.year,
        series=tuple(others[each] for each in wanted.series),
        structure_day=day if structure == "now" else period.last,
    )
