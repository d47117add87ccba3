"""Distance to a target in dossiers: how many more of the numerator, at the denominator there is.

The centre's own distance and the sum of its departments' differ: a department above its target
lends the centre its surplus, but takes nothing off what the others lack. So both are kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal

from ttpv.compare.parts import FULL, Parts

LEADING_AT_MOST = 3
LEADING_ENOUGH = Fraction(1, 2)

Why = Literal["parts_unknown", "no_target"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a department (None: the centre) stands; `target` in percent, None if none in force."""

    department: str | None
    parts: Parts
    target: Decimal | None


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Dossiers that lack to the target, 0 where it is met; None with the reason if not known."""

    department: str | None
    lacking: int | None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """`own`: the centre's; `departments`: each one's, most lacking first, unknown ones last.

    `total` is the sum of the departments' shortfalls, None as soon as one is `unknown`. `leading`
    are the fewest departments that make up at least half of it, three at most; `leading_share`
    their part of it in percent.
    """

    own: Shortfall
    departments: tuple[Shortfall, ...]
    total: int | None
    unknown: tuple[str, ...]
    leading: tuple[str, ...]
    leading_share: Fraction | None


def count_lacking(numerator: int, denominator: int, target: Decimal) -> int:
    """The least n ≥ 0 with (numerator + n) / denominator ≥ target, `target` in percent. Exact."""
    return max(0, ceil(Fraction(target) * denominator / FULL) - numerator)


def compute_shortfall(standing: Standing) -> Shortfall:
    """Nothing lacks where there is no case (denominator 0)."""
    if standing.target is None:
        return Shortfall(standing.department, None, "no_target")
    known = standing.parts.known
    if known is None:
        return Shortfall(standing.department, None, "parts_unknown")
    return Shortfall(standing.department, count_lacking(*known, standing.target))


def compute_distance(centre: Standing, departments: Sequence[Standing]) -> Distance:
    """Equal shortfalls stay in the order of `departments`. Raises ValueError on a nameless one."""
    if any(standing.department is None for standing in departments):
        raise ValueError("the centre is not one of its departments")
    found = [compute_shortfall(standing) for standing in departments]
    found.sort(key=lambda s: (s.lacking is None, -(s.lacking or 0)))
    unknown = tuple(s.department for s in found if s.lacking is None and s.department)
    total = None if unknown else sum(s.lacking or 0 for s in found)
    leading = _find_leading(found, total) if total else []
    share = Fraction(sum(s.lacking or 0 for s in leading) * FULL, total) if total else None
    return Distance(
        own=compute_shortfall(centre),
        departments=tuple(found),
        total=total,
        unknown=unknown,
        leading=tuple(s.department for s in leading if s.department),
        leading_share=share,
    )


def _find_leading(ranked: Sequence[Shortfall], total: int) -> Sequence[Shortfall]:
    made_up = 0
    for place, shortfall in enumerate(ranked[:LEADING_AT_MOST], start=1):
        made_up += shortfall.lacking or 0
        if made_up >= LEADING_ENOUGH * total:
            return ranked[:place]
    return ranked[:LEADING_AT_MOST]
