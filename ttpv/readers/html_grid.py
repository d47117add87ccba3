"""An HTML table's cells → rows and columns, with what rowspan and colspan cover."""

from dataclasses import dataclass, field

from ttpv.readers.cell_count import MAX_CELLS
from ttpv.readers.html_parse import HtmlCell, HtmlRow, HtmlTable, TooComplex

MAX_COLUMNS = 16_384  # Excel's
_MAX_MERGED_CELLS = 5_000  # header cells spread; larger areas are none (as in workbook.py)


@dataclass(slots=True)
class Grid:
    """Cells by (row, column), 1-based; `merged` maps what a span covers to the cell that shows."""

    height: int
    cells: dict[tuple[int, int], HtmlCell] = field(default_factory=dict)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Span:
    """Columns that a cell of an earlier row still takes, down to the row `last`."""

    left: int
    right: int
    last: int


def lay_out(table: HtmlTable) -> Grid:
    """The table on a grid. Raises TooComplex when it takes more cells than a summary form has.

    A hidden cell stays where its whole column is hidden. Elsewhere it takes no place, as in a
    browser: else the figures behind it would stand one column too far right.
    """
    grid = _place(table, keep_hidden=True)
    single = [(column, cell) for (_, column), cell in grid.cells.items() if cell.column_span == 1]
    hidden = {column for column, cell in single if cell.is_hidden}
    if hidden & {column for column, cell in single if not cell.is_hidden}:
        grid, hidden = _place(table, keep_hidden=False), set()
    grid.hidden_rows = {number for number, row in enumerate(table.rows, 1) if row.is_hidden}
    grid.hidden_columns = hidden | table.hidden_columns
    return grid


def _place(table: HtmlTable, *, keep_hidden: bool) -> Grid:
    grid = Grid(len(table.rows))
    ends = _group_ends(table.rows)
    spans: list[_Span] = []
    budget = MAX_CELLS
    for number, row in enumerate(table.rows, 1):
        spans = sorted((s for s in spans if s.last >= number), key=lambda span: span.left)
        taken = iter([*spans, _Span(MAX_COLUMNS * 2, 0, 0)])
        ahead = next(taken)
        column = 1
        for cell in row.cells:
            if cell.is_hidden and not keep_hidden:
                continue
            while ahead.left <= column:
                column = max(column, ahead.right + 1)
                ahead = next(taken)
            last = (
                min(number + cell.row_span - 1, ends[number - 1])
                if cell.row_span
                else ends[number - 1]
            )
            right = column + cell.column_span - 1
            budget -= (last - number + 1) * cell.column_span
            if budget < 0 or right > MAX_COLUMNS:
                raise TooComplex("file_too_many_cells")
            grid.cells[(number, column)] = cell
            if last > number:
                spans.append(_Span(column, right, last))
            _merge(grid, (number, column), (last, right))
            column = right + 1
    return grid


def _group_ends(rows: list[HtmlRow]) -> list[int]:
    """For each row the number of its group's last row."""
    ends = [0] * len(rows)
    for index in range(len(rows) - 1, -1, -1):
        same = index + 1 < len(rows) and rows[index + 1].group == rows[index].group
        ends[index] = ends[index + 1] if same else index + 1
    return ends


def _merge(grid: Grid, first: tuple[int, int], last: tuple[int, int]) -> None:
    (top, left), (bottom, right) = first, last
    if 1 < (bottom - top + 1) * (right - left + 1) <= _MAX_MERGED_CELLS:
        grid.merged |= {
            (row, column): first
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
