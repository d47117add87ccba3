"""What the rest of the year must reach for the year's target to be met.

With n of d dossiers so far, target t, and E dossiers still expected, the rest must reach

    r = (t·(d + E) − n) / E

Method for E: last year's pattern, d × (last year's rest / last year's same part); where last year
is not known, or had nothing in its same part, evenly by days, d × (days left / days so far). Which
of the two it was is part of the result. E is an expectation, so r is one too; all of it is in
fractions, and E is not rounded to whole dossiers.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ttpv.compare.parts import FULL, Parts, exact_percent
from ttpv.core.periods import Period

Method = Literal["last_year", "by_days"]
State = Literal["open", "achieved", "unreachable"]


@dataclass(frozen=True, slots=True)
class YearSoFar:
    """A rate's parts from the year's start through `period`; the year stops before `stop`.

    `target` is the one in force on the year's last day, in percent. Raises ValueError where the
    period goes beyond the year.
    """

    period: Period
    stop: date
    parts: Parts
    target: Decimal | None

    def __post_init__(self) -> None:
        if self.period.stop > self.stop:
            raise ValueError(f"{self.period} goes beyond the year that stops on {self.stop}")


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's denominators: in the part that is over this year, and in the rest."""

    same_part: int | None
    rest: int | None


@dataclass(frozen=True, slots=True)
class RunRate:
    """`required` of the `rest` and the `best` that the year can reach, in percent.

    `expected` dossiers are still to come, reckoned by `method`. `achieved`: the target is met even
    if the rest reaches nothing (required ≤ 0). `unreachable`: required > 100.
    """

    state: State
    required: Fraction
    best: Fraction
    expected: Fraction
    rest: Period
    method: Method


@dataclass(frozen=True, slots=True)
class NoRunRate:
    """Why there is none; `nothing_expected`: no dossier so far, or none in last year's rest;
    `part_of_year`: not all of the selection existed in all of the year so far."""

    reason: Literal["year_over", "no_target", "parts_unknown", "nothing_expected", "part_of_year"]


def compute_run_rate(so_far: YearSoFar, last_year: LastYear | None) -> RunRate | NoRunRate:
    """`last_year` is None where it is not published."""
    if so_far.period.stop == so_far.stop:
        return NoRunRate("year_over")
    if so_far.target is None:
        return NoRunRate("no_target")
    known = so_far.parts.known
    if known is None:
        return NoRunRate("parts_unknown")
    numerator, denominator = known
    rest = Period(so_far.period.stop, so_far.stop)
    pattern, method = _pattern(so_far.period, rest, last_year)
    expected = denominator * pattern
    if not expected:
        return NoRunRate("nothing_expected")
    whole = denominator + expected
    needed = Fraction(so_far.target) * whole / FULL - numerator
    required = exact_percent(needed, expected)
    return RunRate(
        state=_judge(required),
        required=required,
        best=exact_percent(numerator + expected, whole),
        expected=expected,
        rest=rest,
        method=method,
    )


def _pattern(period: Period, rest: Period, last_year: LastYear | None) -> tuple[Fraction, Method]:
    """What one dossier so far makes expect of the rest."""
    if last_year and last_year.same_part and last_year.rest is not None:
        return Fraction(last_year.rest, last_year.same_part), "last_year"
    return Fraction(rest.days, period.days), "by_days"


def _judge(required: Fraction) -> State:
    if required <= 0:
        return "achieved"
    return "unreachable" if required > FULL else "open"
