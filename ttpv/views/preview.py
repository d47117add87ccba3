"""A form as it was read, cell by cell, with the cells marked that an issue is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ttpv.core.issues import Issue
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.core.text import format_number
from ttpv.readers.unknown_names import UnknownName
from ttpv.reference import Reference
from ttpv.views.formatting import NONE, format_count, format_percent, format_period

_Marks = Mapping[tuple[int | None, str | None], Sequence[Issue]]


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """A figure as it was read, or what the cell says where it could not be read. `mark` is the
    worse of its issues: "error", "warning" or ""; `title` their sentences."""

    text: str
    mark: str
    title: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A line of the form; `row` is its number in the file, 0 where the file has none."""

    row: int
    name: PreviewCell
    cells: tuple[PreviewCell, ...]


@dataclass(frozen=True, slots=True)
class PreviewTable:
    """`heads` are (title, column letter in the file) of each field."""

    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[PreviewRow, ...]
    total: PreviewRow | None
    marked: int


def build_preview_table(
    table: CountsTable,
    issues: Sequence[Issue],
    reference: Reference,
    unknown_names: Sequence[UnknownName] = (),
) -> PreviewTable:
    """The table with the marks of those issues that name a cell or a row of its sheet. Rows of
    names that are nobody's stand in their places: the file has them, though the table does not."""
    marks: dict[tuple[int | None, str | None], list[Issue]] = {}
    for issue in issues:
        if issue.file == table.place.file and issue.sheet == table.place.sheet and issue.row:
            marks.setdefault((issue.row, issue.column), []).append(issue)
    lines = order_rows(table, unknown_names)
    count = len(lines) - (table.total is not None)
    rows = [_build_row(line, table.fields, marks) for line in lines]
    sheet = f" – {table.place.sheet}" if table.place.sheet else ""
    return PreviewTable(
        title=f"{reference.form_name(table.form)}, kỳ {format_period(table.period)}"
        f" ({table.place.file}{sheet})",
        heads=tuple((reference.title(field), _letter(lines, field)) for field in table.fields),
        rows=tuple(rows[:count]),
        total=rows[-1] if table.total else None,
        marked=sum(bool(cell.mark) for row in rows for cell in (row.name, *row.cells)),
    )


def order_rows(table: CountsTable, unknown_names: Sequence[UnknownName] = ()) -> list[Row]:
    """The lines of the form as the file has them, the total last."""
    nameless = [_nameless_row(n, table) for n in unknown_names if _is_of(n, table)]
    named = sorted([*table.rows, *nameless], key=lambda row: row.place.row or 0)
    return [*named, *([table.total] if table.total else [])]


def _is_of(unknown: UnknownName, table: CountsTable) -> bool:
    place = unknown.place
    same = (place.file, place.sheet) == (table.place.file, table.place.sheet)
    return same and unknown.period == table.period and bool(unknown.figures)


def _nameless_row(unknown: UnknownName, table: CountsTable) -> Row:
    columns = next((dict(row.columns) for row in table.rows), {})
    return Row(None, dict(unknown.figures), unknown.name, unknown.place, columns)


def _letter(lines: Sequence[Row], field: str) -> str:
    return next((line.columns[field] for line in lines if field in line.columns), "")


def _build_row(line: Row, fields: Sequence[str], marks: _Marks) -> PreviewRow:
    row = line.place.row
    columns = set(line.columns.values())
    of_row = [
        issue
        for (at, column), issues in marks.items()
        if at == row and column not in columns  # the name's own column, or none
        for issue in issues
    ]
    cells = []
    for field in fields:
        issues = marks.get((row, line.columns.get(field)), [])
        said = next((i.value for i in issues if i.is_error and i.value), None)
        shown = _format(line.figures.get(field))
        cells.append(_mark(said if said and line.figures.get(field) is None else shown, issues))
    return PreviewRow(row or 0, _mark(line.printed_name, of_row), tuple(cells))


def _mark(text: str, issues: Sequence[Issue]) -> PreviewCell:
    worst = "error" if any(i.is_error for i in issues) else "warning" if issues else ""
    return PreviewCell(text, worst, " ".join(issue.message for issue in issues))


def _format(figure: Figure) -> str:
    if isinstance(figure, Decimal):
        return format_percent(format_number(figure))
    return NONE if figure is None else format_count(figure)
