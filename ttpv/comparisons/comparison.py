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
from ttpv.comparisons.sides import Other, Rates, Side, select_side, stand
from ttpv.comparisons.year import Required, compute_required
from ttpv.core.periods import Period
from ttpv.monitor import PeriodCells, Structure, Timeline, answer_period, answer_periods
from ttpv.reference import Department, Reference

Beside = Literal["previous", "year_before", "year_to_date", "year_to_date_before"]


@dataclass(frozen=True)
class Comparison:
    """`base` is the period itself; None beside it where no period is like it (compare/like.py).

    `series` are like periods in a row, oldest first, `base` the last; one that cannot be answered
    is among them without a side. `rest_before` is what was left of last year at this time of it.
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
        if department is None:
            now, then = self.base.rates, other.side.rates
        else:
            now, then = self.base.line_rates[department], other.side.line_rates.get(department, {})
        return compute_delta(now.get(rate), then.get(rate))

    def change(self, measure: str, beside: Beside) -> int | None:
        """Of a count of the selection together."""
        other = self.other(beside)
        if other is None or other.side is None:
            return None
        return compute_change(self.base.counts[measure], other.side.counts[measure])

    def movement(self, rate: str) -> Movement | NoMovement | None:
        """What moved the rate since the previous like period; None where there is none.

        The departments are those of the selection, as of then or in today's structure.
        """
        before = self.previous.side if self.previous else None
        if before is None or rate not in before.rates:
            return None
        return decompose_change(before.parts(rate), self.base.parts(rate))

    def distance(self, rate: str) -> Distance:
        """How far the target is, in dossiers: the selection's own, and its departments'."""
        return compute_distance(stand(None, self.base.rates.get(rate)), self.base.standings(rate))

    def required(self, rate: str) -> Required | None:
        """What the rest of the year must reach; None where the year so far is not known."""
        if self.year_to_date is None or self.year is None:
            return None
        return compute_required(
            self.reference.rates[rate],
            self.year,
            self.year_to_date,
            self.year_to_date_before,
            self.rest_before,
            self.reference,
        )

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is remarkable, what matters most first."""
        latest = self.series[-(self.reference.findings.declines.times + 1) :]
        facts = assemble_facts(self.base, self.previous, latest)
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
    structure: Structure = "then",
    today: date | None = None,
) -> Comparison:
    """Reads all that is needed in one query.

    `chosen` ids: none, or all that exist, is the centre. `today` says what today's structure is; by
    default the period's last day. Raises PeriodNotCovered, and ValueError on an id without a line.
    """
    wanted = find_wanted(timeline, period)
    answers = answer_periods(timeline, wanted.all)
    answer = answers.get(period) or answer_period(timeline, period)
    today = today or period.last
    everyone = select_side(answer, frozenset(), structure, today)
    assert isinstance(everyone, Side)
    ids = {group.department.id for group in everyone.groups}
    if chosen - ids:
        raise ValueError(f"departments not known in {period}: {sorted(chosen - ids)}")
    if chosen == ids:
        chosen = frozenset()
    found = {
        each: _find_other(timeline, each, answers.get(each), chosen, structure, today)
        for each in wanted.all
    }
    base = found[period].side
    assert base is not None
    like = wanted.like
    return Comparison(
        base=base,
        previous=_get(found, like.previous),
        year_before=_get(found, like.year_before),
        year_to_date=_get(found, like.year_to_date),
        year_to_date_before=_get(found, like.year_to_date_before),
        rest_before=_get(found, wanted.rest_before),
        year=wanted.year,
        series=tuple(found[each] for each in wanted.series),
    )


def _get(found: Mapping[Period, Other], period: Period | None) -> Other | None:
    return None if period is None else found[period]


def _find_other(
    timeline: Timeline,
    period: Period,
    answer: PeriodCells | None,
    chosen: frozenset[str],
    structure: Structure,
    today: date,
) -> Other:
    if answer is None:
        return Other(period, None, missing=tuple(timeline.missing_days(period)))
    side = select_side(answer, chosen, structure, today)
    return Other(period, side) if isinstance(side, Side) else Other(period, None, absent=side)
