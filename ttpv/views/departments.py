"""The table of departments × rates: a row each, the total set apart."""

from dataclasses import dataclass
from decimal import Decimal

from ttpv.comparisons import Comparison
from ttpv.monitor import Figures, Line
from ttpv.reference import Rate, Reference
from ttpv.views.deltas import build_deltas, compared
from ttpv.views.formatting import NONE, format_count, format_target
from ttpv.views.names import full_name, short_name
from ttpv.views.rates import SMALL, RateView, build_line_rate, count_shortfall, lacks_transactions
from ttpv.views.words import CENTRE, CHOSEN


@dataclass(frozen=True, slots=True)
class CellDelta:
    """`shown` "+1,2 · +4,9"; `title` says against what. Both empty where nothing is known."""

    shown: str
    title: str


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """`deltas` and `lacking` by rate, in the order of `rates`; see `DepartmentsView.legend`."""

    id: str
    name: str
    received: str
    received_key: int | None
    rates: tuple[RateView, ...]
    deltas: tuple[CellDelta, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DepartmentsView:
    """`heads` are (short name, target text) per rate; `met` "11/18" per rate; `legend` says what
    the small figures in the cells are."""

    heads: tuple[tuple[str, str], ...]
    met: tuple[str, ...]
    total: DepartmentRow
    rows: tuple[DepartmentRow, ...]
    notes: tuple[str, ...]
    legend: str = ""


def build_departments(
    figures: Figures, reference: Reference, comparison: Comparison | None = None
) -> DepartmentsView:
    """The table of a selection. The total is the ratio of sums or the published total."""
    beside = compared(comparison) if comparison else {}
    rows = tuple(
        _row(line, line.department.id, full_name(line), figures.rates, reference, comparison)
        for line in figures.departments
        if line.department
    )
    total_name = CENTRE if figures.is_whole_centre else CHOSEN
    return DepartmentsView(
        heads=tuple(
            (rate.short, _target(figures.total.rates[rate.id].target)) for rate in figures.rates
        ),
        met=tuple(_count_met(figures, rate) for rate in figures.rates),
        total=_row(figures.total, "", total_name, figures.rates, reference, comparison),
        rows=rows,
        notes=tuple(_notes(figures, rows, reference)),
        legend=_write_legend(rows, tuple(beside.values())),
    )


def _target(target: Decimal | None) -> str:
    return "chưa có chỉ tiêu" if target is None else f"chỉ tiêu {format_target(target)}"


def _row(
    line: Line,
    identity: str,
    name: str,
    rates: tuple[Rate, ...],
    reference: Reference,
    comparison: Comparison | None,
) -> DepartmentRow:
    received = line.counts["received_new"]
    return DepartmentRow(
        identity,
        name,
        format_count(received),
        received,
        tuple(build_line_rate(rate, line, reference, unit=False) for rate in rates),
        tuple(_build_cell_delta(comparison, rate.id, identity or None) for rate in rates),
        tuple(_write_lacking(line, rate) for rate in rates),
    )


def _build_cell_delta(
    comparison: Comparison | None, rate: str, department: str | None
) -> CellDelta:
    """ "+1,2 · +4,9": each that the period is held against, a dash where it is not known."""
    deltas = build_deltas(comparison, rate, department) if comparison else ()
    if comparison is None or not deltas:
        return CellDelta("", "")
    by_label = {delta.label: delta.number for delta in deltas}
    shown = " · ".join(by_label.get(label, NONE) for label in compared(comparison).values())
    return CellDelta(shown, "; ".join(f"so với {d.label} {d.points} – {d.title}" for d in deltas))


def _write_lacking(line: Line, rate: Rate) -> str:
    lacking = count_shortfall(line.rates[rate.id])
    return f"thiếu {format_count(lacking)}" if lacking else ""


def _write_legend(rows: tuple[DepartmentRow, ...], labels: tuple[str, ...]) -> str:
    parts = []
    if any(delta.shown for row in rows for delta in row.deltas):
        parts.append(f"chênh lệch điểm % so với {' · '.join(labels)}")
    if any(lacking for row in rows for lacking in row.lacking):
        parts.append("“thiếu”: số hồ sơ còn thiếu để đạt chỉ tiêu")
    return f"Dòng dưới thanh: {'; '.join(parts)}." if parts else ""


def _count_met(figures: Figures, rate: Rate) -> str:
    """ "13/15": of the departments that can be judged; the rest take no part."""
    statuses = [line.rates[rate.id].status for line in figures.departments]
    judged = sum(status in ("met", "near", "missed") for status in statuses)
    return f"{statuses.count('met')}/{judged}" if judged else "–"


def _notes(figures: Figures, rows: tuple[DepartmentRow, ...], reference: Reference) -> list[str]:
    """What must be known to read the counts of departments that met a target."""
    notes = []
    for rate in figures.rates:
        inactive = [
            short_name(line)
            for line in figures.departments
            if line.department and line.rates[rate.id].status == "not_applicable"
        ]
        if inactive:
            notes.append(
                f"{rate.name}: {', '.join(inactive)} không phát sinh nên không tính vào số đơn vị "
                "đạt chỉ tiêu."
            )
        if lacks_transactions(rate, figures):
            notes.append(
                f"{rate.name}: chưa có số giao dịch thu phí (Phụ lục II) nên không biết đơn vị nào "
                "không phát sinh; số đơn vị đạt chỉ tiêu được tính trên mọi đơn vị."
            )
    if any(rate.small for row in rows for rate in row.rates):
        least = format_count(reference.centre.small_denominator)
        notes.append(
            f"“{SMALL}”: tỷ lệ tính trên ít hơn {least} hồ sơ, một hồ sơ cũng làm thay đổi nhiều, "
            "nên không xếp hạng và đứng cuối khi sắp xếp."
        )
    return notes
