"""What is known of each department and of the centre when one looks for what is remarkable."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ttpv.compare import (
    DepartmentFacts,
    RatePoint,
    RateSeries,
    Revision,
    StockBreak,
    find_declines,
)
from ttpv.comparisons.periods import SERIES
from ttpv.comparisons.sides import Counts, Other, Side
from ttpv.core.periods import Period
from ttpv.metrics import closing_stock
from ttpv.monitor import Disagreement, find_disagreements
from ttpv.reference import Reference


def assemble_facts(
    base: Side, previous: Other | None, series: Sequence[Other]
) -> list[DepartmentFacts]:
    """Of every department of the selection, and of the centre where all of it is selected.

    `series` are like periods, oldest first, `base` the last. The centre has no stock breaks of its
    own: they are the sum of its departments'.
    """
    reference = base.answer.reference
    revisions = _find_revisions(base)
    departments: list[str | None] = [group.department.id for group in base.groups]
    if base.is_whole:
        departments.append(None)
    return [
        DepartmentFacts(
            department=department,
            period=base.period,
            series=_build_series(department, base, series),
            counts=_find_counts(department, base),
            stock_breaks=tuple(_find_break(department, base, previous, reference)),
            revisions=tuple(revisions.get(department, ())),
        )
        for department in departments
    ]


def _find_counts(department: str | None, base: Side) -> Counts:
    """What was open when a department merged away was handed on: not its own to look after."""
    if department is None:
        return base.counts
    known = base.answer.reference.department_by_id.get(department)
    gone = known is not None and not known.exists_on(base.period.last)
    return {} if gone else base.counts_of(department)


def _build_series(
    department: str | None, base: Side, series: Sequence[Other]
) -> tuple[RateSeries, ...]:
    rates = base.comparable(department)
    found = {rate: _find_points(department, rate, series) for rate in rates}
    return tuple(
        RateSeries(rate, points, is_cut=len(points) == SERIES) for rate, points in found.items()
    )


def _find_points(
    department: str | None, rate: str, series: Sequence[Other]
) -> tuple[RatePoint, ...]:
    """Back to the one that ends the row of declines: what lies before it decides nothing."""
    points: list[RatePoint] = []
    for other in reversed(series):
        points.insert(0, _point(department, rate, other))
        if len(find_declines(points)) < len(points):
            break
    return tuple(points)


def _point(department: str | None, rate: str, other: Other) -> RatePoint:
    """Without a value where the period, the department or the rate is not known then."""
    figure = other.side.comparable(department).get(rate) if other.side else None
    if figure is None or other.side is None:
        return RatePoint(other.period, None, None, "unavailable")
    small = other.side.is_small(department, rate)
    basis, half_unit = figure.metric.basis, other.side.answer.reference.centre.rounding_half_unit
    return RatePoint(
        other.period,
        figure.metric.value,
        figure.target,
        figure.status,
        small,
        estimated=basis == "estimated",
        rounding=half_unit if basis == "published" else Decimal(0),
    )


def _find_break(
    department: str | None, base: Side, previous: Other | None, reference: Reference
) -> Iterable[StockBreak]:
    """The opening stock against the closing one of the period just before."""
    if department is None or previous is None or previous.side is None:
        return
    if previous.period.stop != base.period.start or not previous.side.has_line(department):
        return
    measures = reference.measures
    openings = [measure for measure in measures.values() if measure.kind == "opening_stock"]
    closing = closing_stock(previous.side.counts_of(department).get, measures)
    for measure in openings if len(openings) == 1 else ():
        opening = base.counts_of(department)[measure.id]
        if opening is not None and closing is not None and opening != closing:
            yield StockBreak(measure.id, previous.period, closing, opening)


def _find_revisions(base: Side) -> dict[str | None, list[Revision]]:
    """What the state says in two ways, by the department on whose line it stands."""
    line_of: dict[str | None, str | None] = {
        member: group.department.id for group in base.groups for member in group.members
    }
    if base.is_whole:
        line_of[None] = None
    found: dict[str | None, list[Revision]] = {}
    for disagreement in find_disagreements(base.answer):
        if disagreement.department in line_of:
            line = line_of[disagreement.department]
            found.setdefault(line, []).append(_revision(disagreement, base.period))
    return found


def _revision(disagreement: Disagreement, period: Period) -> Revision:
    if disagreement.kind != "tiling_differs":
        whole, less = disagreement.pieces
        period = Period(less.stop, whole.stop)
    return Revision(
        kind=disagreement.kind,
        field=disagreement.field,
        period=period,
        expected=disagreement.other,
        found=disagreement.shown,
    )
