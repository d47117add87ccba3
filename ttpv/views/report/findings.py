"""What the figures say, for the leader who signs: who lies below, what moved, what it takes."""

from collections.abc import Iterator

from ttpv.compare import Movement
from ttpv.comparisons import Comparison
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.attention import build_attention
from ttpv.views.beside import BesideView, build_beside
from ttpv.views.formatting import format_count, format_percent
from ttpv.views.movement import build_movement
from ttpv.views.overview import LaggardsView, LaggardView, build_overview
from ttpv.views.rates import RateView, count_shortfall
from ttpv.views.report.model import FindingsText
from ttpv.views.table_view import TableColumn, TableView

NAMED = 10
"""Departments named below each target; annex I has the others."""
_NO_DISTANCE = "chưa tính được số hồ sơ còn thiếu vì tệp xuất không có tử số và mẫu số"


def build_findings_text(
    figures: Figures, comparison: Comparison, reference: Reference
) -> FindingsText:
    overview = build_overview(figures, reference, per_rate=len(figures.departments))
    beside = build_beside(comparison)
    attention = build_attention(comparison)
    below = [group for group in overview.laggards if group.judged]
    return FindingsText(
        has_below=bool(below),
        below=_build_below(below, overview.gauges, figures),
        below_notes=tuple(f"{group.rate}: {group.note}." for group in below if group.note),
        moved=tuple(_write_moved(comparison)),
        needed=tuple(_write_needed(overview.gauges, beside)),
        remarkable=tuple(item.finding.sentence for item in attention.first),
        notes=(attention.empty,) if attention.empty else (),
    )


def _build_below(
    groups: list[LaggardsView], gauges: tuple[RateView, ...], figures: Figures
) -> TableView:
    names = {gauge.short: gauge for gauge in gauges}
    return TableView(
        title="Số đơn vị đạt từng chỉ tiêu và các đơn vị còn cách xa chỉ tiêu nhất",
        columns=(
            TableColumn(("STT",), 9, "center"),
            TableColumn(("Chỉ tiêu",), 26, "left"),
            TableColumn(("Số đơn vị đạt",), 12, "center"),
            TableColumn(("Đơn vị chưa đạt (thấp nhất trước)",), 56, "left"),
        ),
        rows=tuple(
            (
                str(ordinal),
                names[group.rate].name,
                f"{group.met}/{group.judged}",
                _list_laggards(group, names[group.rate].id, figures),
            )
            for ordinal, group in enumerate(groups, 1)
        ),
    )


def _list_laggards(group: LaggardsView, rate: str, figures: Figures) -> str:
    if not group.laggards:
        return group.empty
    listed = [_name_laggard(laggard, rate, figures) for laggard in group.laggards[:NAMED]]
    more = len(group.laggards) - NAMED
    return "; ".join(listed) + (f"; và {more} đơn vị khác" if more > 0 else "") + "."


def _name_laggard(laggard: LaggardView, rate: str, figures: Figures) -> str:
    """ "Giao thông vận tải 46,2 % (thiếu 663)"."""
    value = f"{laggard.name} {laggard.rate.sign}{format_percent(laggard.rate.value)}"
    lines = (d for d in figures.departments if d.department)
    line = next(d for d in lines if d.department and d.department.id == laggard.department)
    lacking = count_shortfall(line.rates[rate])
    return f"{value} (thiếu {format_count(lacking)} hồ sơ)" if lacking else value


def _write_moved(comparison: Comparison) -> Iterator[str]:
    """A sentence for each rate whose movement can be taken apart."""
    names = {id_: department.name for id_, department in comparison.departments.items()}
    if len(comparison.base.groups) == 1:
        return
    for rate, movement in comparison.movements.items():
        if isinstance(movement, Movement) and movement.change:
            yield build_movement(comparison.reference.rates[rate], movement, names).sentence


def _write_needed(gauges: tuple[RateView, ...], beside: dict[str, BesideView]) -> Iterator[str]:
    """For each target that is not met; and for all what the rest of the year must reach."""
    for gauge in gauges:
        view = beside.get(gauge.id)
        if view is None:
            continue
        parts = []
        if gauge.status in ("near", "missed"):
            gap = f"thấp hơn chỉ tiêu {gauge.lacking}"
            parts.append(view.distance[1] or f"{gap}; {_NO_DISTANCE}.")
        if view.run_rate[0]:
            parts.append(view.run_rate[1])
        if parts:
            yield f"{gauge.name}: {' '.join(parts)}"
