"""Departments × rates, and who lies farthest below each target."""

from collections.abc import Iterator

from ttpv.comparisons import Comparison
from ttpv.monitor import Figures, Line
from ttpv.reference import Rate, Reference
from ttpv.views.data_table import DataTable, Field, Value
from ttpv.views.data_tables.parts import (
    DEPARTMENT,
    TOTAL,
    fields_of_rate,
    points,
    values_of_department,
    values_of_rate,
)
from ttpv.views.deltas import compared
from ttpv.views.names import full_name
from ttpv.views.overview import LaggardsView
from ttpv.views.words import CENTRE, CHOSEN


def table_of_departments(
    figures: Figures, reference: Reference, comparison: Comparison | None = None
) -> DataTable:
    """A row a department, the selection together last; of each rate all that is known."""
    received = Field("received_new", reference.title("received_new"), "count")
    fields = [*DEPARTMENT, TOTAL, received]
    for rate in figures.rates:
        fields += [*fields_of_rate(rate.id, rate.short), *_fields_of_changes(rate, comparison)]
    total = CENTRE if figures.is_whole_centre else CHOSEN
    rows = [
        (
            *values_of_department(line.department, full_name(line) or total),
            line.department is None,
            line.counts["received_new"],
            *_values(figures, line, comparison),
        )
        for line in (*figures.departments, figures.total)
    ]
    return DataTable(tuple(fields), rows)


def _fields_of_changes(rate: Rate, comparison: Comparison | None) -> Iterator[Field]:
    for beside, label in (compared(comparison) if comparison else {}).items():
        head = f"{rate.short}: thay đổi so với {label} (điểm %)"
        yield Field(f"{rate.id}_change_{beside}", head, "decimal")


def _values(figures: Figures, line: Line, comparison: Comparison | None) -> Iterator[Value]:
    who = line.department.id if line.department else None
    for rate in figures.rates:
        yield from values_of_rate(line.rates[rate.id])
        for beside in compared(comparison) if comparison else {}:
            delta = comparison.delta(rate.id, beside, who) if comparison else None
            yield points(delta.points) if delta else None


def table_of_laggards(groups: tuple[LaggardsView, ...], figures: Figures) -> DataTable:
    """A row a department that is named, rate by rate, farthest below first."""
    lines = {line.department.id: line for line in figures.departments if line.department}
    fields = (
        Field("rate_id", "Mã tỷ lệ"),
        Field("rate", "Tỷ lệ"),
        *DEPARTMENT,
        *fields_of_rate("", ""),
    )
    rows = [
        (laggard.rate.id, laggard.rate.name, laggard.department, laggard.name, *values)
        for group in groups
        for laggard in group.laggards
        for values in (values_of_rate(lines[laggard.department].rates[laggard.rate.id]),)
    ]
    return DataTable(fields, rows)
