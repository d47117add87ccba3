"""What moved the centre's rate between two periods: own rates, and shares of the dossiers.

Method: the symmetric (midpoint) decomposition of a difference between two rates, Kitagawa's (1955).
The centre's rate is R = Σ w·r, w a department's share of the denominators and r its own rate; with
¯ for the mean of both periods:

    ΔR = Σ [ w̄·Δr  +  Δw·(r̄ − R̄) ]
             own       share

Since Σ Δw = 0, taking R̄ off changes no sum, and makes a department's share effect mean something:
growing lifts the centre's rate if one's own rate is above it. Both periods weigh alike, so that the
way back is the way there with the sign changed, and nothing is left over as "interaction". All of
it is in fractions: the effects add up to the change exactly, not nearly.

A department in one of the periods only has no own change: its rate where it is absent is taken as
the one that it has where it is present (Δr = 0), so all that it does is share effect, Δw·(r − R̄).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ttpv.compare.parts import Parts, exact_percent


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one department did to the centre's rate, in percentage points.

    `before` and `after` are its own rate in percent; None in a period in which it has no dossiers.
    """

    department: str
    own: Fraction
    share: Fraction
    before: Fraction | None
    after: Fraction | None

    @property
    def total(self) -> Fraction:
        return self.own + self.share

    @property
    def comes_or_goes(self) -> bool:
        """Whether it has dossiers in one of the periods only."""
        return self.before is None or self.after is None


@dataclass(frozen=True, slots=True)
class Movement:
    """The centre's rate in both periods, in percent, and the departments, largest effect first."""

    before: Fraction
    after: Fraction
    contributions: tuple[Contribution, ...]

    @property
    def change(self) -> Fraction:
        """In percentage points; exactly the sum of the contributions."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class NoMovement:
    """Why there is none: the parts of `departments` are unknown, or a period has no case."""

    reason: Literal["parts_unknown", "no_case"]
    departments: tuple[str, ...] = ()


def decompose_change(
    before: Mapping[str, Parts], after: Mapping[str, Parts]
) -> Movement | NoMovement:
    """What moved the rate of all departments together from `before` to `after`.

    Each mapping holds the departments that exist in the period; one that exists and whose parts
    are not known is there with None. The order of equal effects is that of the mappings.
    """
    everyone = list(dict.fromkeys([*before, *after]))
    absent = Parts(0, 0)
    parts = {
        name: (before.get(name, absent).known, after.get(name, absent).known) for name in everyone
    }
    unknown = tuple(name for name, (old, new) in parts.items() if old is None or new is None)
    if unknown:
        return NoMovement("parts_unknown", unknown)
    pairs = {name: (old, new) for name, (old, new) in parts.items() if old and new}
    totals = [
        (sum(pair[at][0] for pair in pairs.values()), sum(pair[at][1] for pair in pairs.values()))
        for at in (0, 1)
    ]
    if not all(denominator for _, denominator in totals):
        return NoMovement("no_case")
    rates = [exact_percent(numerator, denominator) for numerator, denominator in totals]
    weights = [denominator for _, denominator in totals]
    mean = (rates[0] + rates[1]) / 2
    found = [_contribution(name, pairs[name], (weights[0], weights[1]), mean) for name in everyone]
    found.sort(key=lambda contribution: -abs(contribution.total))
    return Movement(rates[0], rates[1], tuple(found))


def _contribution(
    department: str,
    parts: tuple[tuple[int, int], tuple[int, int]],
    totals: tuple[int, int],
    mean: Fraction,
) -> Contribution:
    """`parts` and `totals` (denominators) of both periods; `mean` is R̄ in percent."""
    old, new = (exact_percent(n, d) if d else None for n, d in parts)
    weights = [Fraction(d, total) for (_, d), total in zip(parts, totals, strict=True)]
    grown = weights[1] - weights[0]
    if old is None or new is None:
        rate = new if old is None else old
        share = Fraction(0) if rate is None else grown * (rate - mean)
        return Contribution(department, Fraction(0), share, old, new)
    own = (weights[0] + weights[1]) / 2 * (new - old)
    return Contribution(department, own, grown * ((old + new) / 2 - mean), old, new)
