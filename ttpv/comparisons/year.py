"""What the rest of the year must reach, from the year to date and the year before it."""

from dataclasses import dataclass
from decimal import Decimal

from ttpv.compare import LastYear, NoRunRate, RunRate, YearSoFar, compute_run_rate
from ttpv.comparisons.sides import Other, Side, parts_of
from ttpv.core.periods import Period
from ttpv.reference import Rate, Reference


@dataclass(frozen=True, slots=True)
class Required:
    """The required run-rate of one rate and the target that it is for, in percent.

    `of_year_end`: the target is the one in force on the year's last day; else nobody has set one
    for that day yet, and the one of the period's last day is taken.
    """

    run: RunRate | NoRunRate
    target: Decimal | None
    of_year_end: bool


def compute_required(
    rate: Rate,
    year: Period,
    so_far: Side,
    before: Other | None,
    rest_before: Other | None,
    reference: Reference,
) -> Required:
    """`before` is last year's part as long as `so_far`, `rest_before` the rest of last year.

    Whoever did not exist in all of these months so far has no year so far, and no pattern of last
    year where that was so then.
    """
    at_end = reference.target_on(rate.id, year.last, so_far.scope)
    target = at_end or reference.target_on(rate.id, so_far.period.last, so_far.scope)
    if target and not so_far.comparable(None):
        return Required(NoRunRate("part_of_year"), target.value, at_end is not None)
    known = YearSoFar(
        period=so_far.period,
        stop=year.stop,
        parts=parts_of(so_far.rates.get(rate.id)),
        target=target.value if target else None,
    )
    last_year = None
    then = [other.side for other in (before, rest_before) if other and other.side]
    if len(then) == 2 and all(side.comparable(None) for side in then):
        last_year = LastYear(*(side.counts[rate.denominator] for side in then))
    return Required(compute_run_rate(known, last_year), known.target, at_end is not None)
