"""The report of a period and a selection, all of it as texts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from ttpv.comparisons import Comparison
from ttpv.monitor import Figures
from ttpv.other_figures import OtherFigures
from ttpv.reference import Rate, Reference
from ttpv.trends import Trend
from ttpv.views.attention import FIRST, build_attention
from ttpv.views.banner import build_banner
from ttpv.views.overview import build_overview
from ttpv.views.place_date import write_place_date
from ttpv.views.rates import RateView
from ttpv.views.report.annexes import build_annex
from ttpv.views.report.findings import build_findings_text
from ttpv.views.report.model import ChartsText, ChartView, ReportView, SignatureText
from ttpv.views.report.sections import (
    build_dossiers,
    build_feedback,
    build_fees,
    build_index,
    build_signatures,
)
from ttpv.views.report.targets import build_targets
from ttpv.views.report.wording import write_period
from ttpv.views.report_charts import (
    BarsView,
    PanelsView,
    build_departments_chart,
    build_targets_chart,
    build_trend_chart,
)
from ttpv.views.source_line import write_source
from ttpv.views.words import SIMULATED, SIMULATED_NOTE

_PERCENT = re.compile(r"(?<=\d) %")
T = TypeVar("T")


def build_report(
    figures: Figures,
    comparison: Comparison,
    reference: Reference,
    *,
    trend: Trend | None = None,
    others: OtherFigures | None = None,
    is_simulated: bool = False,
    published_on: date | None = None,
) -> ReportView:
    """`comparison`, `trend` and `others` are of the same period and selection; of a trend its slot
    that ends with the period is the last that is drawn. Without `published_on` there is room to
    write the day."""
    letterhead, centre = reference.letterhead, reference.centre
    period = write_period(figures.period)
    feedback, fees = build_feedback(others, period), build_fees(figures, period)
    dossiers, index = (
        build_dossiers(figures, reference, period),
        build_index(others, reference, period),
    )
    gaps = {
        dossiers.sentence: dossiers.is_known,
        feedback.questions: feedback.is_known,
        feedback.contacts: feedback.is_contact_known,
        f"Phí, lệ phí. {fees.direct}": fees.is_known,
        index.sentence: index.is_known,
    }
    view = ReportView(
        superior=letterhead.superior,
        issuer=letterhead.issuer,
        symbol=letterhead.report_symbol,
        place_date=write_place_date(letterhead.place, published_on),
        province=centre.province,
        centre=centre.name.removesuffix(f" {centre.province}"),
        addressee=letterhead.addressee,
        title=f"Tình hình thực hiện nhiệm vụ {period.short}",
        scope="" if figures.is_whole_centre else build_banner(figures, reference).scope,
        simulated=f"{SIMULATED.upper()} – {SIMULATED_NOTE}" if is_simulated else "",
        period=period,
        dossiers=dossiers,
        feedback=feedback,
        fees=fees,
        targets=build_targets(figures, comparison, reference),
        index=index,
        signatures=build_signatures(others, period),
        findings=build_findings_text(figures, comparison, reference),
        charts=_build_charts(figures, reference, trend),
        annex_1=build_annex(figures, reference, "annex-1", letterhead.report_symbol),
        annex_2=build_annex(figures, reference, "annex-2", letterhead.report_symbol),
        source=write_source(figures),
        recipients=letterhead.recipients,
        filed=letterhead.filed,
        signature=SignatureText(
            letterhead.signature.authority, letterhead.signature.title, letterhead.signature.name
        ),
        gaps=(
            *(sentence for sentence, is_known in gaps.items() if not is_known),
            *_say_unsaid(comparison),
        ),
    )
    return _tighten(view)


def _say_unsaid(comparison: Comparison) -> Iterator[str]:
    """Whoever signs need not know our pages: what the report leaves out is said beside it."""
    if more := len(build_attention(comparison).rest):
        yield (
            f"Báo cáo nêu {FIRST} điều cần chú ý nhất; còn {more} điều khác ở trang Tổng quan, mục "
            "Cần chú ý."
        )


def _build_charts(figures: Figures, reference: Reference, trend: Trend | None) -> ChartsText:
    """The targets; the departments of the rate that lies farthest below; the rates over time."""
    gauges = build_overview(figures, reference).gauges
    targets = departments = panels = None
    if any(gauge.position is not None for gauge in gauges):
        targets = _chart("targets", build_targets_chart(figures, reference))
    farthest = _find_farthest(gauges, figures.rates, figures)
    if farthest is not None and len(figures.departments) > 1:
        departments = _chart("departments", build_departments_chart(figures, farthest, reference))
    at = _find_slot(trend, figures) if trend else None
    if trend and at:
        panels = _chart("trend", build_trend_chart(trend, figures.rates, at, reference))
    return ChartsText(targets, departments, panels)


def _chart(kind: Any, view: BarsView | PanelsView) -> ChartView:
    return ChartView(kind, view, view.title)


def _find_farthest(
    gauges: Sequence[RateView], rates: Sequence[Rate], figures: Figures
) -> Rate | None:
    """The rate farthest below its target; None where all that have a verdict are met."""
    gaps = {rate.id: figures.total.rates[rate.id].gap for rate in rates}
    below = [g.id for g in gauges if g.status in ("near", "missed") and gaps[g.id] is not None]
    farthest = min(below, key=lambda rate: gaps[rate] or 0, default=None)
    return next((rate for rate in rates if rate.id == farthest), None)


def _find_slot(trend: Trend, figures: Figures) -> int | None:
    """The slot that ends with the period; 0 and None have nothing before them to be drawn."""
    ends = [slot.period.stop for slot in trend.slots]
    return ends.index(figures.period.stop) if figures.period.stop in ends else None


def _tighten(value: T) -> T:
    """Reports print "99,95%", as the published one does; pages leave a space."""
    found: Any = value
    if isinstance(found, str):
        found = _PERCENT.sub("%", found)
    elif isinstance(found, tuple):
        found = tuple(_tighten(inner) for inner in found)
    elif is_dataclass(found) and not isinstance(found, type | ChartView):
        found = replace(
            found, **{field.name: _tighten(getattr(found, field.name)) for field in fields(found)}
        )
    result: T = found
    return result
