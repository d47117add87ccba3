"""Figures over time, a row a period and line; what a period lacks stands in it as the reason."""

from collections.abc import Iterable, Mapping

from ttpv.compare import Contribution, Movement
from ttpv.core.decimals import decimal_from_fraction
from ttpv.reference import Rate, Reference
from ttpv.trends import Series, Slot, Trend
from ttpv.views.backlog import MEASURES
from ttpv.views.data_table import DataTable, Field, Value
from ttpv.views.data_tables.parts import (
    DEPARTMENT,
    TOTAL,
    fields_of_rate,
    points,
    values_of_rate,
)
from ttpv.views.series_names import name_departments, name_series
from ttpv.views.slots import name_slot
from ttpv.views.trends import find_lines, write_lacking

_PERIOD = (
    Field("period_start", "Từ ngày", "day"),
    Field("period_end", "Đến ngày", "day"),
    Field("period", "Kỳ"),
)
_NO_LINE = "Đơn vị không tồn tại suốt kỳ, hoặc tỷ lệ chưa áp dụng."


def table_of_trend(trend: Trend, rate: Rate) -> DataTable:
    """Of the lines of the chart: the latest period first."""
    return _table_of(trend, rate, find_lines(trend), latest_first=True)


def table_of_multiples(trend: Trend, rate: Rate, order: Iterable[str]) -> DataTable:
    """Of the departments in `order` (ids), each from the oldest period on."""
    by_id = {series.department.id: series for series in trend.departments if series.department}
    return _table_of(trend, rate, [by_id[id_] for id_ in order], latest_first=False)


def _table_of(
    trend: Trend, rate: Rate, lines: Iterable[Series], *, latest_first: bool
) -> DataTable:
    names = name_departments(s.department for s in trend.departments if s.department)
    lines, slots = list(lines), list(enumerate(trend.slots))
    if latest_first:
        pairs = [(at, slot, line) for at, slot in reversed(slots) for line in lines]
    else:
        pairs = [(at, slot, line) for line in lines for at, slot in slots]
    rows = [
        (
            *_values_of_period(slot, trend),
            line.department.id if line.department else None,
            name_series(trend, line, names),
            *_values_at(line, rate, at, slot),
        )
        for at, slot, line in pairs
    ]
    return DataTable((*_PERIOD, *DEPARTMENT, *fields_of_rate("", "")), rows)


def _values_of_period(slot: Slot, trend: Trend) -> tuple[Value, ...]:
    return (slot.period.start, slot.period.last, name_slot(slot.period, trend.step.kind))


def _values_at(line: Series, rate: Rate, at: int, slot: Slot) -> tuple[Value, ...]:
    figure = line.rates[rate.id][at]
    if figure is not None:
        return values_of_rate(figure)
    reason = _NO_LINE if slot.is_answered else write_lacking(slot)
    return (*[None] * (len(fields_of_rate("", "")) - 1), reason)


def table_of_backlog(trend: Trend, reference: Reference) -> DataTable:
    """What came in and went out, and what is open at each period's end; the latest first."""
    counts = tuple(Field(measure, reference.title(measure), "count") for measure in MEASURES)
    rows = [
        (
            *_values_of_period(slot, trend),
            *(trend.chosen.counts[measure][at] for measure in MEASURES),
            None if slot.is_answered else write_lacking(slot),
        )
        for at, slot in reversed(list(enumerate(trend.slots)))
    ]
    return DataTable((*_PERIOD, *counts, Field("reason", "Lý do, ghi chú")), rows)


def table_of_contributions(movement: Movement, names: Mapping[str, str]) -> DataTable:
    """What each department did to the centre's rate, largest first, and the change last."""
    fields = (
        *DEPARTMENT,
        TOTAL,
        Field("own_effect", "Do tỷ lệ của đơn vị (điểm %)", "decimal"),
        Field("share_effect", "Do tỷ trọng hồ sơ (điểm %)", "decimal"),
        Field("effect", "Cộng (điểm %)", "decimal"),
    )
    rows = [_values_of(contribution, names) for contribution in movement.contributions]
    change = points(decimal_from_fraction(movement.change))
    return DataTable(fields, [*rows, (None, "Thay đổi chung", True, None, None, change)])


def _values_of(contribution: Contribution, names: Mapping[str, str]) -> tuple[Value, ...]:
    effects = (contribution.own, contribution.share, contribution.total)
    exact = (points(decimal_from_fraction(effect)) for effect in effects)
    return (contribution.department, names[contribution.department], False, *exact)
