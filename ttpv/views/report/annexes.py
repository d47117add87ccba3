"""Annexes I and II: the columns of their layouts, a row a department, and the row of sums.

Signs are those of statistical yearbooks: "–" where there is nothing to count, "…" where there is
something, and no figure of it.
"""

from collections.abc import Iterable, Iterator

from ttpv.metrics import RateFigure
from ttpv.monitor import Figures, Line
from ttpv.reference import Column, Layout, Reference
from ttpv.views.banner import build_banner
from ttpv.views.formatting import NONE, format_count, format_rate
from ttpv.views.names import full_name
from ttpv.views.report.model import AnnexText
from ttpv.views.table_view import Align, TableColumn, TableView

MISSING = "…"
_ESTIMATED = "≈"
_NOTES = {
    NONE: f"“{NONE}”: không phát sinh (cơ quan, đơn vị không có hồ sơ thuộc diện tính tỷ lệ).",
    MISSING: f"“{MISSING}”: chưa có số liệu, hoặc không tính được từ số liệu hiện có.",
    _ESTIMATED: f"“{_ESTIMATED}”: ước tính từ các tỷ lệ đã công bố của từng đơn vị.",
}
_ALIGNS: dict[str, Align] = {"ordinal": "center", "department": "left", "figure": "right"}
_AMOUNT_UNIT = "đồng"


def build_annex(figures: Figures, reference: Reference, form: str, symbol: str) -> AnnexText:
    """`form` is the layout's id; `symbol` of the report that it is attached to."""
    layout = reference.layouts[form]
    name, _, short_title = layout.name.partition(" – ")
    centre = reference.centre.name.removesuffix(f" {reference.centre.province}")
    table = _build_table(figures, layout, reference)
    return AnnexText(
        name=name,
        title=layout.title or short_title,
        attached=f"(Kèm theo Báo cáo số:       /{symbol} ngày ……/……/……… của {centre})",
        table=table,
        notes=(
            *_explain_signs(table),
            *(note for note in build_banner(figures, reference).notes if layout.name in note),
        ),
    )


def _build_table(figures: Figures, layout: Layout, reference: Reference) -> TableView:
    lines = [line for line in figures.departments if line.department]
    sign, last = layout.total_row
    return TableView(
        title=f"{layout.name} của từng cơ quan, đơn vị",
        columns=tuple(_build_column(column, reference) for column in layout.columns),
        rows=tuple(
            _write_row(line, layout, str(ordinal), full_name(line))
            for ordinal, line in enumerate(lines, 1)
        ),
        total=_write_row(figures.total, layout, sign, last),
        is_small=True,
    )


def _build_column(column: Column, reference: Reference) -> TableColumn:
    number = f"{column.number}={column.formula}" if column.formula else str(column.number)
    return TableColumn(column.heads, _find_width(column, reference), _ALIGNS[column.role], number)


def _find_width(column: Column, reference: Reference) -> int:
    """Amounts have twelve digits, counts six, rates three."""
    if column.role != "figure":
        return {"ordinal": 11, "department": 46}[column.role]
    measure = reference.measures.get(column.field or "")
    return 34 if measure is not None and measure.unit == _AMOUNT_UNIT else 16


def _write_row(line: Line, layout: Layout, ordinal: str, name: str) -> tuple[str, ...]:
    return tuple(_write_cell(line, column, ordinal, name) for column in layout.columns)


def _write_cell(line: Line, column: Column, ordinal: str, name: str) -> str:
    if column.role != "figure" or column.field is None:
        return ordinal if column.role == "ordinal" else name
    if column.field in line.rates:
        return _write_rate(line.rates[column.field])
    count = line.counts.get(column.field)
    return MISSING if count is None else format_count(count)


def _write_rate(figure: RateFigure) -> str:
    metric = figure.metric
    if metric.basis == "not_applicable":
        return NONE
    if metric.value is None:
        return MISSING
    sign = f"{_ESTIMATED} " if metric.basis == "estimated" else ""
    return f"{sign}{format_rate(metric.value, figure.target)}"


def _explain_signs(table: TableView) -> Iterator[str]:
    """The signs that stand in the table."""
    cells = list(_list_cells(table))
    for sign, note in _NOTES.items():
        if any(cell == sign or cell.startswith(f"{sign} ") for cell in cells):
            yield note


def _list_cells(table: TableView) -> Iterable[str]:
    for row in (*table.rows, table.total):
        yield from row
