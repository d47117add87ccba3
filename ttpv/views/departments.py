"""The table of departments × rates: a row each, the total set apart."""

from dataclasses import dataclass
from decimal import Decimal

from ttpv.monitor import Figures, Line
from ttpv.reference import Rate
from ttpv.views.formatting import format_count, format_target
from ttpv.views.names import full_name, short_name
from ttpv.views.rates import RateView, build_rate, lacks_transactions


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    id: str
    name: str
    received: str
    received_key: int | None
    rates: tuple[RateView, ...]


@dataclass(frozen=True, slots=True)
class DepartmentsView:
    """`heads` are (short name, target text) per rate; `met` "11/18" per rate."""

    heads: tuple[tuple[str, str], ...]
    met: tuple[str, ...]
    total: DepartmentRow
    rows: tuple[DepartmentRow, ...]
    notes: tuple[str, ...]


def build_departments(figures: Figures) -> DepartmentsView:
    """The table of a selection. The total is the ratio of sums or the published total."""
    rows = tuple(
        _row(line, line.department.id, full_name(line), figures.rates)
        for line in figures.departments
        if line.department
    )
    total_name = "Toàn Trung tâm" if figures.is_whole_centre else "Các đơn vị đã chọn"
    return DepartmentsView(
        heads=tuple(
            (rate.short, _target(figures.total.rates[rate.id].target)) for rate in figures.rates
        ),
        met=tuple(_count_met(figures, rate) for rate in figures.rates),
        total=_row(figures.total, "", total_name, figures.rates),
        rows=rows,
        notes=tuple(_notes(figures)),
    )


def _target(target: Decimal | None) -> str:
    return "chưa có chỉ tiêu" if target is None else f"chỉ tiêu {format_target(target)}"


def _row(line: Line, identity: str, name: str, rates: tuple[Rate, ...]) -> DepartmentRow:
    received = line.counts["received_new"]
    views = tuple(build_rate(rate, line.rates[rate.id]) for rate in rates)
    return DepartmentRow(identity, name, format_count(received), received, views)


def _count_met(figures: Figures, rate: Rate) -> str:
    """ "13/15": of the departments that can be judged; the rest take no part."""
    statuses = [line.rates[rate.id].status for line in figures.departments]
    judged = sum(status in ("met", "near", "missed") for status in statuses)
    return f"{statuses.count('met')}/{judged}" if judged else "–"


def _notes(figures: Figures) -> list[str]:
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
    return notes
