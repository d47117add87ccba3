"""The import's tables: issues, forms as they were read, and what publishing them would change."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ttpv.core.issues import Issue
from ttpv.core.tables import CountsTable, Figure
from ttpv.difference import FigureChange, PeriodChange
from ttpv.imports import FilePreview
from ttpv.readers.unknown_names import UnknownName
from ttpv.reference import Reference
from ttpv.views.changes import name_form
from ttpv.views.data_table import DataTable, Field, Value
from ttpv.views.data_tables.parts import (
    DEPARTMENT,
    TOTAL,
    fields_of_rate,
    number_as_is,
    values_of_rate,
)
from ttpv.views.difference import TOTAL as SIGMA
from ttpv.views.preview import PreviewRow, build_preview_table, order_rows
from ttpv.views.words import SEVERITY_WORDS

_PERIOD = (Field("period_start", "Từ ngày", "day"), Field("period_end", "Đến ngày", "day"))


def table_of_issues(previews: Iterable[FilePreview]) -> DataTable:
    """A row an issue, errors first within a file: what one sends back to the department."""
    fields = (
        Field("severity", "Mức"),
        Field("code", "Mã"),
        Field("file", "Tệp"),
        Field("sheet", "Trang tính"),
        Field("row", "Dòng", "count"),
        Field("column", "Cột"),
        Field("value", "Giá trị"),
        Field("message", "Nội dung và cách sửa"),
    )
    rows = [
        (
            SEVERITY_WORDS[issue.severity],
            issue.code,
            issue.file or file.name,
            issue.sheet,
            issue.row,
            issue.column,
            issue.value,
            issue.message,
        )
        for file in previews
        for issue in sorted(file.issues, key=lambda issue: not issue.is_error)
    ]
    return DataTable(fields, rows)


def table_of_read(
    table: CountsTable,
    issues: Sequence[Issue],
    reference: Reference,
    unknown_names: Sequence[UnknownName] = (),
) -> DataTable:
    """A form as it was read; `row` is the line in the file. What could not be read is empty, and
    `notes` are the sentences about the line."""
    figures = tuple(
        Field(field, reference.title(field), "decimal" if field in reference.rates else "count")
        for field in table.fields
    )
    fields = (Field("row", "Dòng", "count"), *DEPARTMENT, TOTAL, *figures)
    view = build_preview_table(table, issues, reference, unknown_names)
    shown = (*view.rows, *([view.total] if view.total else []))
    rows = [
        (
            line.place.row,
            line.department,
            line.printed_name,
            line is table.total,
            *(_figure(line.figures.get(field)) for field in table.fields),
            _write_notes(marked) or None,
        )
        for line, marked in zip(order_rows(table, unknown_names), shown, strict=True)
    ]
    return DataTable((*fields, Field("notes", "Lỗi và cảnh báo")), rows)


def _write_notes(row: PreviewRow) -> str:
    return " ".join(dict.fromkeys(cell.title for cell in (row.name, *row.cells) if cell.title))


def _figure(figure: Figure) -> Value:
    return number_as_is(figure) if isinstance(figure, Decimal) else figure


def table_of_changes(periods: Iterable[PeriodChange], reference: Reference) -> DataTable:
    """A row a figure that would change. Counts and rates are told by `unit`."""
    fields = (
        *_PERIOD,
        Field("form", "Biểu"),
        *DEPARTMENT,
        Field("field_id", "Mã số liệu"),
        Field("field", "Số liệu"),
        Field("unit", "Đơn vị tính"),
        Field("before", "Trước", "decimal"),
        Field("after", "Sau", "decimal"),
    )
    rows = [
        (
            period.period.start,
            period.period.last,
            form,
            *_values(change, reference),
        )
        for period in periods
        for form, changes in (
            *((name_form(f.form, reference), f.changes) for f in period.forms),
            ("Biểu khác trong kỳ", period.displaced),
        )
        for change in changes
    ]
    return DataTable(fields, rows)


def _values(change: FigureChange, reference: Reference) -> tuple[Value, ...]:
    known = reference.department_by_id.get(change.department or "")
    name = known.name if known else change.department or SIGMA
    is_rate = change.field in reference.rates
    unit = "%" if is_rate else reference.measures[change.field].unit
    ends = (number_as_is(None if f is None else Decimal(f)) for f in (change.before, change.after))
    return (change.department, name, change.field, reference.title(change.field), unit, *ends)


def table_of_effects(periods: Sequence[PeriodChange], reference: Reference) -> DataTable:
    """A row a rate of the centre, as it is and as it would be."""
    fields = (
        *_PERIOD,
        Field("rate_id", "Mã tỷ lệ"),
        Field("rate", "Tỷ lệ"),
        *fields_of_rate("before", "Trước"),
        *fields_of_rate("after", "Sau"),
    )
    nothing = (None,) * len(fields_of_rate("", ""))
    rows = [
        (
            period.period.start,
            period.period.last,
            effect.rate.id,
            effect.rate.name,
            *(values_of_rate(effect.before) if effect.before else nothing),
            *values_of_rate(effect.after),
        )
        for period in periods
        for effect in period.rates
    ]
    return DataTable(fields, rows)
