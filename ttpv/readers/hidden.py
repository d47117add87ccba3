"""Figures that nobody sees on the sheet are counted all the same, and what is struck through is
not: this says so."""

from collections.abc import Callable, Iterable

from openpyxl.utils import column_index_from_string, get_column_letter

from ttpv.core.issues import Issue, make_issue
from ttpv.core.tables import CountsTable
from ttpv.readers.forms import Block

_MOST = 20  # cells that are listed by name


def find_hidden(block: Block, table: CountsTable) -> list[Issue]:
    """Hidden rows and columns of the sheet that hold figures of this table."""
    sheet, form = block.sheet, block.layout.name
    lines = [*table.rows, *([table.total] if table.total else [])]
    rows = sheet.hidden_rows & {line.place.row for line in lines if line.place.row}
    columns = sheet.hidden_columns & {
        column_index_from_string(letter) for line in lines for letter in line.columns.values()
    }
    issues = []
    if rows:
        words = {"count": len(rows), "listed": _listed(rows, str), "form": form}
        issues.append(make_issue("rows_hidden", block.place.at(min(rows)), **words))
    if columns:
        words = {"count": len(columns), "listed": _listed(columns, get_column_letter), "form": form}
        at = block.place.at(block.place.row, get_column_letter(min(columns)))
        issues.append(make_issue("columns_hidden", at, **words))
    return issues


def find_struck(block: Block) -> list[Issue]:
    """Cells of the table of which something is struck through, and so was not read."""
    first, columns = block.headers[0].row, {*block.headers[0].columns.values()}
    struck = sorted(
        (row, column)
        for row, column in block.sheet.struck
        if first < row < block.stop and column in columns
    )
    if not struck:
        return []
    names = [f"{get_column_letter(column)}{row}" for row, column in struck]
    more = f" và {len(names) - _MOST} ô khác" if len(names) > _MOST else ""
    words = {"count": len(names), "listed": ", ".join(names[:_MOST]) + more}
    at = block.place.at(struck[0][0], get_column_letter(struck[0][1]))
    return [make_issue("text_struck", at, form=block.layout.name, **words)]


def _listed(numbers: Iterable[int], name: Callable[[int], str]) -> str:
    """{3, 5, 6, 7} → "3, 5–7"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join("–".join(name(end) for end in dict.fromkeys((r[0], r[-1]))) for r in runs)
