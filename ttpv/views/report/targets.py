"""Section I.5: each rate, its target, what was reached, and against which earlier period."""

from collections.abc import Iterator, Sequence

from ttpv.comparisons import Beside, Comparison
from ttpv.core.no_rate import ESTIMATED
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.deltas import compared, write_delta, write_gaps
from ttpv.views.formatting import NONE, POINTS, format_date, format_percent, lower_first
from ttpv.views.overview import build_overview
from ttpv.views.rates import RateView
from ttpv.views.report.model import TargetRow, TargetsText
from ttpv.views.report.wording import UNKNOWN
from ttpv.views.table_view import TableColumn, TableView
from ttpv.views.value_notes import explain_values

_HEADS = ("STT", "Chỉ tiêu", "Kế hoạch UBND tỉnh đề ra", "Kết quả đạt được", "Nhận xét")
_WIDTHS = (10, 36, 16, 16, 24)
_DELTA_WIDTH = 15


def build_targets(figures: Figures, comparison: Comparison, reference: Reference) -> TargetsText:
    gauges = build_overview(figures, reference).gauges
    beside = _find_known(comparison)
    rows = tuple(
        TargetRow(
            ordinal=str(ordinal),
            name=gauge.name,
            target=format_percent(gauge.target) if gauge.target else "chưa có",
            result=write_result(gauge),
            remark=write_remark(gauge),
            previous=_write_delta(comparison, gauge.id, "previous"),
            year_before=_write_delta(comparison, gauge.id, "year_before"),
        )
        for ordinal, gauge in enumerate(gauges, 1)
    )
    return TargetsText(
        summary=_summarise(gauges),
        table=_build_table(rows, beside),
        rows=rows,
        notes=(
            *_write_notes(figures, comparison, reference, gauges, beside),
            *_explain_changes(rows, beside),
        ),
    )


def write_result(rate: RateView) -> str:
    """ "66,2 %", "trong 98,0–99,9 %"; the word for why there is no figure."""
    return format_percent(rate.cell) if rate.value or rate.band else rate.cell


def write_remark(rate: RateView) -> str:
    """Met or not met, and by how much not: near the target is not met, either."""
    if rate.status not in ("met", "near", "missed"):
        return rate.status_word
    return "Đạt" if rate.status == "met" else f"Chưa đạt, {_say_gap(rate)}"


def _say_gap(rate: RateView) -> str:
    """ "thấp hơn 5,7 điểm %"."""
    return f"thấp hơn {rate.lacking}"


def _summarise(gauges: Sequence[RateView]) -> str:
    """ "Đạt 3/5 chỉ tiêu; chưa đạt: …": of those that apply, as the overview and the chart say."""
    judged = [gauge for gauge in gauges if gauge.status in ("met", "near", "missed")]
    rest = [gauge for gauge in gauges if gauge not in judged]
    parts = []
    if judged:
        met = sum(gauge.status == "met" for gauge in judged)
        applicable = sum(
            gauge.target != "" and gauge.status != "not_applicable" for gauge in gauges
        )
        parts.append(f"Đạt {met}/{applicable} chỉ tiêu")
        missed = [f"{lower_first(g.name)} ({_say_gap(g)})" for g in judged if g.status != "met"]
        parts += [f"chưa đạt: {', '.join(missed)}"] if missed else []
    for word in dict.fromkeys(gauge.status_word for gauge in rest):
        names = [lower_first(gauge.name) for gauge in rest if gauge.status_word == word]
        parts.append(f"{lower_first(word)}: {', '.join(names)}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _find_known(comparison: Comparison) -> dict[Beside, str]:
    """The periods that anything can be held against, and what they are called."""
    return {
        beside: label
        for beside, label in compared(comparison).items()
        if any(comparison.delta(rate, beside) for rate in comparison.base.rates)
    }


def _write_delta(comparison: Comparison, rate: str, beside: Beside) -> str:
    delta = comparison.delta(rate, beside)
    return NONE if delta is None else write_delta(delta).removesuffix(POINTS)


def _build_table(rows: Sequence[TargetRow], beside: dict[Beside, str]) -> TableView:
    heads = [*_HEADS, *(f"So với {label} (điểm %)" for label in beside.values())]
    widths = [*_WIDTHS, *([_DELTA_WIDTH] * len(beside))]
    return TableView(
        title="Kết quả thực hiện các chỉ tiêu dịch vụ công trực tuyến so với kế hoạch",
        columns=tuple(
            TableColumn((head,), width, "left" if head in _HEADS[1::3] else "center")
            for head, width in zip(heads, widths, strict=True)
        ),
        rows=tuple(
            (
                *(row.ordinal, row.name, row.target, row.result, row.remark),
                *(getattr(row, name) for name in beside),
            )
            for row in rows
        ),
    )


def _write_notes(
    figures: Figures,
    comparison: Comparison,
    reference: Reference,
    gauges: Sequence[RateView],
    beside: dict[Beside, str],
) -> Iterator[str]:
    for rate in figures.rates:
        since = rate.effective_from
        if since is not None and figures.period.start < since <= figures.period.last:
            yield f"{rate.name}: thực hiện từ ngày {format_date(since)}."
    yield from explain_values(gauges, ())
    yield from _list_sources(figures, reference)
    if not beside:
        yield f"Kết quả kỳ trước, cùng kỳ năm trước: {UNKNOWN} nên không so sánh."
    else:
        yield from write_gaps(comparison, figures.snapshot.periods)


def _explain_changes(rows: Sequence[TargetRow], beside: dict[Beside, str]) -> Iterator[str]:
    """What the signs in the columns of changes mean."""
    changes = [getattr(row, name) for row in rows for name in beside]
    if any(change.startswith(ESTIMATED) for change in changes):
        yield f"{ESTIMATED} ở thay đổi: tỷ lệ của một trong hai kỳ là ước tính."
    if NONE in changes:
        yield f"“{NONE}” ở thay đổi: tỷ lệ của một trong hai kỳ chưa có hoặc không so sánh được."


def _list_sources(figures: Figures, reference: Reference) -> Iterator[str]:
    """The decisions that set the targets by which is judged, once each."""
    one = figures.departments[0].department if len(figures.departments) == 1 else None
    scope = one.id if one and not figures.is_whole_centre else None
    day = figures.period.last
    targets = [reference.target_on(rate.id, day, scope) for rate in figures.rates]
    decisions = dict.fromkeys(
        (target.decision, target.decision_date) for target in targets if target and target.decision
    )
    if decisions:
        listed = ", ".join(
            f"{decision} ngày {format_date(signed)}" if signed else f"{decision}"
            for decision, signed in decisions
        )
        yield f"Chỉ tiêu theo {listed}."
