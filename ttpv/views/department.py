"""One department: its gauges, counts and fees, its place among all, its distance to target."""

from collections.abc import Mapping
from dataclasses import dataclass

from ttpv.monitor import Figures, Line
from ttpv.reference import Reference
from ttpv.views.counts import CountView, build_counts
from ttpv.views.fees import FeesLine, build_fees_line
from ttpv.views.names import full_name
from ttpv.views.rates import RateView, build_line_rate, rank_line, write_shortfall


@dataclass(frozen=True, slots=True)
class StandingView:
    """A rate with the department's place ("3/18") and what it lacks in dossiers, if known."""

    rate: RateView
    place: str
    shortfall: str


@dataclass(frozen=True, slots=True)
class DepartmentView:
    name: str
    standings: tuple[StandingView, ...]
    counts: tuple[CountView, ...]
    fees: FeesLine
    has_data: bool


def build_department(
    figures: Figures,
    department: str,
    reference: Reference,
    changes: Mapping[str, str] | None = None,
) -> DepartmentView:
    """`figures` of the whole centre, for the ranks; `changes` of its counts, by measure.

    Raises KeyError on an unknown department.
    """
    lines = {line.department.id: line for line in figures.departments if line.department}
    line = lines[department]
    assert line.department is not None
    standings = [_standing(figures, line, rate_id, reference) for rate_id in line.rates]
    return DepartmentView(
        name=full_name(line),
        standings=tuple(standings),
        counts=build_counts(line, changes=changes),
        fees=build_fees_line(line),
        has_data=line.has_data,
    )


def _standing(figures: Figures, line: Line, rate_id: str, reference: Reference) -> StandingView:
    rate = reference.rates[rate_id]
    figure = line.rates[rate_id]
    # As they are counted: whoever merged away stands on its successor's line too.
    others = figures.of_last_day
    ranked = rank_line(rate_id, line, others, reference) if line in others else None
    return StandingView(
        rate=build_line_rate(rate, line, reference),
        place=f"xếp thứ {ranked[0]}/{ranked[1]}" if ranked else "không xếp hạng",
        shortfall=write_shortfall(rate, figure),
    )
