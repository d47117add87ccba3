"""The first screen: how many targets are met, the gauges, the counts, who lies farthest below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ttpv.monitor import Figures
from ttpv.reference import Rate, Reference
from ttpv.views.counts import CountView, build_counts
from ttpv.views.names import short_name
from ttpv.views.rates import (
    SMALL,
    RateView,
    build_line_rate,
    lacks_transactions,
    rests_on_few,
    write_shortfall,
)


@dataclass(frozen=True, slots=True)
class LaggardView:
    """A department below a target: its value, the gap, and what lacks in dossiers if known."""

    department: str
    name: str
    rate: RateView
    shortfall: str


@dataclass(frozen=True, slots=True)
class LaggardsView:
    """The departments farthest below one rate's target, and how many of how many meet it."""

    rate: str
    met: int
    judged: int
    note: str
    laggards: tuple[LaggardView, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    headline: str
    details: str
    gauges: tuple[RateView, ...]
    counts: tuple[CountView, ...]
    laggards: tuple[LaggardsView, ...]


def build_overview(
    figures: Figures,
    reference: Reference,
    changes: Mapping[str, str] | None = None,
    per_rate: int = 3,
) -> OverviewView:
    """The overview of a selection; `per_rate` departments are named below each target. `changes` by
    measure: what the counts changed by."""
    gauges = [build_line_rate(rate, figures.total, reference) for rate in figures.rates]
    laggards = []
    if len(figures.departments) > 1 and _can_be_judged(figures):
        laggards = [_build_laggards(rate, figures, reference, per_rate) for rate in figures.rates]
    return OverviewView(
        headline=_headline(figures, gauges),
        details=_details(gauges),
        gauges=tuple(gauges),
        counts=build_counts(figures.total, figures.partial, changes),
        laggards=tuple(laggards),
    )


def _can_be_judged(figures: Figures) -> bool:
    """Whether any department has any of the rates with a target: else there is nobody to name."""
    return any(
        figure.target is not None and figure.metric.value is not None
        for line in figures.departments
        for figure in line.rates.values()
    )


def _headline(figures: Figures, gauges: Sequence[RateView]) -> str:
    """Of the targets that apply: "không phát sinh" is no failure and takes no part."""
    lines = (figures.total, *figures.departments)
    metrics = [figure.metric for line in lines for figure in line.rates.values()]
    if all(metric.value is None and metric.basis == "unavailable" for metric in metrics):
        return "Chưa có số liệu của các tỷ lệ"
    with_target = [gauge for gauge in gauges if gauge.target]
    applicable = [gauge for gauge in with_target if gauge.status != "not_applicable"]
    if not with_target:
        return "Chưa có chỉ tiêu nào cho kỳ này"
    if not applicable:
        return "Không phát sinh hồ sơ thuộc chỉ tiêu nào"
    met = sum(gauge.status == "met" for gauge in applicable)
    return f"{met}/{len(applicable)} chỉ tiêu đạt"


def _details(gauges: Sequence[RateView]) -> str:
    """Which are not met, by group: "Chưa đạt: Định danh điện tử. Gần đạt: Kết quả điện tử."."""
    sentences = []
    for status in ("missed", "near", "unavailable", "not_applicable", "no_target"):
        group = [gauge for gauge in gauges if gauge.status == status]
        for word in dict.fromkeys(gauge.status_word for gauge in group):
            names = ", ".join(g.short for g in group if g.status_word == word)
            sentences.append(f"{word}: {names}.")
    return " ".join(sentences)


def _build_laggards(rate: Rate, figures: Figures, reference: Reference, count: int) -> LaggardsView:
    lines = [line for line in figures.departments if line.department]
    statuses = [line.rates[rate.id].status for line in lines]
    below = [
        (gap, line)
        for line in lines
        if line.rates[rate.id].status in ("near", "missed")
        and (gap := line.rates[rate.id].gap) is not None
        and not rests_on_few(rate.id, line, reference)
    ]
    below.sort(key=lambda pair: pair[0])
    few = sum(
        line.rates[rate.id].status in ("near", "missed") and rests_on_few(rate.id, line, reference)
        for line in lines
    )
    judged = sum(status in ("met", "near", "missed") for status in statuses)
    notes = []
    if inactive := statuses.count("not_applicable"):
        notes.append(f"{inactive} đơn vị không phát sinh")
    if lacks_transactions(rate, figures):
        notes.append("tính trên mọi đơn vị vì chưa có số giao dịch thu phí")
    if few:
        notes.append(f"không nêu {few} đơn vị {SMALL}")
    return LaggardsView(
        rate=rate.short,
        met=statuses.count("met"),
        judged=judged,
        note="; ".join(notes),
        empty=_say_none(figures.total.rates[rate.id].target is not None, judged, few),
        laggards=tuple(
            LaggardView(
                department=line.department.id,
                name=short_name(line),
                rate=build_line_rate(rate, line, reference, unit=False),
                shortfall=write_shortfall(rate, line.rates[rate.id]),
            )
            for _, line in below[:count]
            if line.department
        ),
    )


def _say_none(has_target: bool, judged: int, few: int) -> str:
    """Why nobody is named: no target to fall short of, nobody to judge, or all of them meet it."""
    if not has_target:
        return "Chưa có chỉ tiêu cho kỳ này."
    if few:
        return "Không có đơn vị nào khác dưới chỉ tiêu."
    return "Không có đơn vị nào dưới chỉ tiêu." if judged else "Chưa đánh giá được đơn vị nào."
