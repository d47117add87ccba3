"""Annexes I and II: the columns of their layouts, a row a department, and the row of sums."""

from collections.abc import Iterator, Sequence

from ttpv.monitor import Figures, Line
from ttpv.reference import Column, Layout, Reference
from ttpv.views.banner import build_banner
from ttpv.views.formatting import NONE, format_count, format_date
from ttpv.views.names import full_name
from ttpv.views.rates import build_line_rate
from ttpv.views.report.model import AnnexText
from ttpv.views.table_view import Align, TableColumn, TableView
from ttpv.views.value_notes import explain_signs
from ttpv.views.words import CHOSEN

_MISSING = f"“{NONE}”: chưa có số liệu (không phải là 0)."
_ALIGNS: dict[str, Align] = {"ordinal": "center", "department": "left", "figure": "right"}
_WIDTHS = {"ordinal": 12, "department": 42, "figure": 18}
_LEAST_WIDTH = 16


def build_annex(figures: Figures, reference: Reference, form: str, symbol: str) -> AnnexText:
    """`form` is the layout's id; `symbol` of the report that it is attached to."""
    layout = reference.layouts[form]
    name, _, short_title = layout.name.partition(" – ")
    centre = reference.centre.name.removesuffix(f" {reference.centre.province}")
    table = _build_table(figures, layout, reference)
    first, last = figures.period.start, figures.period.last
    return AnnexText(
        name=name,
        title=layout.title or short_title,
        attached=f"(Kèm theo Báo cáo số:       /{symbol} ngày ……/……/……… của {centre})",
        period=f"(Từ ngày {format_date(first)} đến ngày {format_date(last)})",
        table=table,
        notes=(
            *_explain(table),
            *(note for note in build_banner(figures, reference).notes if layout.name in note),
        ),
    )


def _build_table(figures: Figures, layout: Layout, reference: Reference) -> TableView:
    lines = [line for line in figures.departments if line.department]
    sign, last = layout.total_row if figures.is_whole_centre else ("", CHOSEN)
    rows = [
        _write_row(line, layout, reference, str(ordinal), full_name(line))
        for ordinal, line in enumerate(lines, 1)
    ]
    total = _write_row(figures.total, layout, reference, sign, last)
    return TableView(
        title=f"{layout.name} của từng cơ quan, đơn vị",
        columns=tuple(
            TableColumn(
                column.heads,
                _find_width(column, texts, reference),
                _ALIGNS[column.role],
                _write_number(column),
            )
            for column, texts in zip(layout.columns, zip(*rows, total, strict=True), strict=True)
        ),
        rows=tuple(rows),
        total=total,
        is_small=True,
    )


def _find_width(column: Column, texts: Sequence[str], reference: Reference) -> int:
    """Counts and amounts take as much as the longest of them needs; rates have long heads."""
    if column.role != "figure" or column.field in reference.rates:
        return _WIDTHS[column.role]
    return max(_LEAST_WIDTH, 2 * max(map(len, texts)) + 4, 2 * len(_write_number(column)) + 6)


def _write_number(column: Column) -> str:
    return f"{column.number}={column.formula}" if column.formula else str(column.number)


def _write_row(
    line: Line, layout: Layout, reference: Reference, ordinal: str, name: str
) -> tuple[str, ...]:
    named = {"ordinal": ordinal, "department": name}
    return tuple(
        _write_figure(line, column.field, reference) if column.field else named[column.role]
        for column in layout.columns
    )


def _write_figure(line: Line, field: str, reference: Reference) -> str:
    """A count, or a rate that was in force; a dash of what no form holds."""
    if field in line.rates:
        return build_line_rate(reference.rates[field], line, reference).cell
    return format_count(line.counts.get(field))


def _explain(table: TableView) -> Iterator[str]:
    cells = [cell for row in (*table.rows, table.total) for cell in row]
    yield from explain_signs(cells)
    if NONE in cells:
        yield _MISSING
