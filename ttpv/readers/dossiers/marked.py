"""What a workbook marks in the rows of its list → findings, and issues of what is hidden."""

from collections.abc import Iterator

import numpy as np
from openpyxl.utils import get_column_letter

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import format_number
from ttpv.readers.dossiers.findings import Findings, list_rows
from ttpv.readers.dossiers.raw import OpenList


def report_marks(
    found: OpenList, last_row: int, findings: Findings, place: Place, form: str
) -> list[Issue]:
    """Errors among the dossiers' cells go to `findings`; what stands below `last_row` or in a
    column that is not read is nobody's matter."""
    marks, header = found.marks(), found.header
    rows = range(header.body, last_row + 1)
    for column, place_of in header.columns.items():
        wrong = [row for row, at in marks.wrong if at == place_of + 1 and row in rows]
        merged = [
            top
            for left, top, right, bottom in marks.merged
            if left <= place_of + 1 <= right and top in rows and bottom > top
        ]
        for code, places in (("dossier_cell_error", wrong), ("dossier_cells_merged", merged)):
            findings.report(code, column, np.array(sorted(places), dtype=np.int64))
    return [
        *_hidden_rows([row for row in marks.hidden_rows if row in rows], place, form),
        *_hidden_columns(found, place, form),
    ]


def _hidden_rows(rows: list[int], place: Place, form: str) -> Iterator[Issue]:
    if rows:
        words = {"count": format_number(len(rows)), "listed": list_rows(rows, len(rows))}
        yield make_issue("rows_hidden", place.at(rows[0]), form=form, **words)


def _hidden_columns(found: OpenList, place: Place, form: str) -> Iterator[Issue]:
    needed = {at + 1 for at in found.header.columns.values()}
    columns = sorted(needed.intersection(found.marks().hidden_columns))
    if columns:
        letters = [get_column_letter(column) for column in columns]
        words = {"count": len(columns), "listed": ", ".join(letters)}
        yield make_issue("columns_hidden", place.at(place.row, letters[0]), form=form, **words)
