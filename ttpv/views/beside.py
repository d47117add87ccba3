"""What stands small under a gauge: differences, the like periods so far, what lacks, what it takes.

All of it is secondary and neutral: only the target colours a figure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ttpv.compare import Movement
from ttpv.comparisons import Comparison, Required
from ttpv.reference import Rate
from ttpv.views.deltas import DeltaView, build_deltas
from ttpv.views.distance import DistanceView, build_distance
from ttpv.views.movement import build_movement
from ttpv.views.rates import write_metric
from ttpv.views.run_rate import RunRateView, build_run_rate
from ttpv.views.sparkline import SparkView, build_sparkline
from ttpv.views.words import CENTRE, CHOSEN

TO_DATE = "từ đầu năm"


@dataclass(frozen=True, slots=True)
class BesideView:
    """Of one rate. Empty texts where nothing is known.

    `to_date` "64,1 %", the year so far; `distance` and `run_rate` are few words with the whole
    sentence as their title; `sentences` say everything, for those who open them.
    """

    rate: str
    name: str
    deltas: tuple[DeltaView, ...]
    to_date: str
    spark: SparkView | None
    distance: tuple[str, str]
    run_rate: tuple[str, str]
    sentences: tuple[str, ...]


def build_beside(comparison: Comparison) -> dict[str, BesideView]:
    """By rate, in the report's order."""
    names = {id_: department.name for id_, department in comparison.departments.items()}
    return {
        rate: _build(comparison, comparison.reference.rates[rate], names)
        for rate in comparison.base.rates
    }


def _build(comparison: Comparison, rate: Rate, names: Mapping[str, str]) -> BesideView:
    distance = _build_distance(comparison, rate, names)
    run = _build_run_rate(rate, comparison.required.get(rate.id))
    sentences = (
        _write_movement(comparison, rate, names),
        distance.own,
        distance.sum,
        run.sentence if run.short else "",
    )
    return BesideView(
        rate=rate.id,
        name=rate.name,
        deltas=build_deltas(comparison, rate.id),
        to_date=_write_to_date(comparison, rate.id),
        spark=build_sparkline(rate, comparison.series),
        distance=(distance.short, f"{distance.own} {distance.sum}".strip()),
        run_rate=(run.short, run.sentence),
        sentences=tuple(sentence for sentence in sentences if sentence),
    )


def _build_distance(comparison: Comparison, rate: Rate, names: Mapping[str, str]) -> DistanceView:
    """Nothing where it cannot be known; of one department alone there is no sum."""
    distance, figure = comparison.distances[rate.id], comparison.base.rates[rate.id]
    if distance.own.lacking is None:
        return DistanceView("", "", "", {})
    groups = comparison.base.groups
    alone = len(groups) == 1
    if alone:
        distance = replace(distance, leading=(), total=0)
    who = CENTRE if comparison.base.is_whole else CHOSEN
    view = build_distance(
        rate, distance, figure.target, names, groups[0].department.name if alone else who
    )
    return replace(view, sum="" if alone or distance.total is None else view.sum)


def _write_movement(comparison: Comparison, rate: Rate, names: Mapping[str, str]) -> str:
    movement = comparison.movements.get(rate.id)
    if not isinstance(movement, Movement) or len(comparison.base.groups) == 1:
        return ""
    return build_movement(rate, movement, names).sentence


def _write_to_date(comparison: Comparison, rate: str) -> str:
    """Of a period that is itself the year to date nothing more is said."""
    other = comparison.year_to_date
    if other is None or other.side is None or other.period == comparison.period:
        return ""
    figure = other.side.comparable(None).get(rate)
    if figure is None or figure.metric.value is None:
        return ""
    return write_metric(figure.metric, figure.target)


def _build_run_rate(rate: Rate, required: Required | None) -> RunRateView:
    if required is None:
        return RunRateView("", "")
    view = build_run_rate(rate, required.run, required.target)
    if required.of_year_end or not view.short:
        return view
    note = "Chưa có chỉ tiêu cho ngày cuối năm nên tính theo chỉ tiêu của kỳ này."
    return RunRateView(view.short, f"{view.sentence} {note}")
