"""What the rest of the year must reach, from the year to date and the year before it."""

from dataclasses import dataclass
from decimal import Decimal

from ttpv.compare import LastYear, NoRunRate, RunRate, YearSoFar, compute_run_rate
from ttpv.comparisons.sides import Other, parts_of
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
    to_date: Other,
    before: Other | None,
    rest_before: Other | None,
    reference: Reference,
) -> Required | None:
    """`to_date` is the year so far, `before` the same of last year, `rest_before` last year's rest.

    None where the year so far cannot be answered.
    """
    side = to_date.side
    if side is None:
        return None
    at_end = reference.target_on(rate.id, year.last, side.scope)
    target = at_end or reference.target_on(rate.id, to_date.period.last, side.scope)
    so_far = YearSoFar(
        period=to_date.period,
        stop=year.stop,
        parts=parts_of(side.rates.get(rate.id)),
        target=target.value if target else None,
    )
    last_year = None
    if before and rest_before and before.side and rest_before.side:
        last_year = LastYear(
            before.side.counts[rate.denominator], rest_before.side.counts[rate.denominator]
        )
    return Required(compute_run_rate(so_far, last_year), so_far.target, at_end is not None)
