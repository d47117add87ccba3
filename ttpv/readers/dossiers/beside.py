"""Whether a summary form stands beside a list: it would be lost without a word.

In the list's file only the list is read, and of a sheet that holds none nothing; so a form there is
looked for among the rows that a row reader comes by anyway.
"""

from collections.abc import Iterable, Sequence

from ttpv.readers.recognise import find_headers
from ttpv.readers.refused import Refused
from ttpv.readers.sheet import Sheet, SheetCell
from ttpv.reference import Layout

Area = tuple[tuple[int, int], tuple[int, int]]
"""(row, column) of a merged range's first and last cell, 0-based."""

_LARGEST_MERGED = 5_000  # as in sheet_builder: no header is merged over more


def holds_form(
    rows: Iterable[Sequence[str]], layouts: Sequence[Layout], merged: Iterable[Area] = ()
) -> bool:
    """Whether a form's header stands in `rows`, a sheet's from its first on."""
    cells = {
        number: {place: SheetCell(text) for place, text in enumerate(row, 1) if text}
        for number, row in enumerate(rows, 1)
    }
    filled = {number: row for number, row in cells.items() if row}
    covered = {
        (row + 1, column + 1): (top + 1, left + 1)
        for (top, left), (bottom, right) in merged
        if (bottom - top + 1) * (right - left + 1) <= _LARGEST_MERGED
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    try:
        return bool(find_headers(Sheet("", "", filled, covered), layouts))
    except Refused:  # more headers than a form has pages
        return True
