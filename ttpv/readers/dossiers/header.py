"""Which rows are a dossier list's header: by its texts, in any order, below any title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.periods import Period
from ttpv.core.text import fold
from ttpv.readers.period_text import find_periods
from ttpv.reference import DossierLayout

HEAD_ROWS = 60
"""How far down a header is looked for."""

_FEWEST_NUMBERS = 4
_NUMBERED = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, slots=True)
class DossierHeader:
    """`columns`: column id → place (0-based); `twice`: a second place of the same. Rows are 1-based
    as a spreadsheet shows them; dossiers begin at `body`. `periods` are printed above; `impossible`
    are cells there (row, column letter) whose dates make none. `width` counts the header's cells.
    """

    row: int
    body: int
    width: int
    columns: Mapping[str, int]
    twice: Mapping[str, int]
    periods: tuple[Period, ...] = ()
    impossible: tuple[tuple[int, str], ...] = ()

    def letter(self, column: str) -> str:
        return get_column_letter(self.columns[column] + 1)


def find_header(rows: Sequence[Sequence[str]], layout: DossierLayout) -> DossierHeader | None:
    """The first of `rows` (the file's, from its first on) that is a dossier list's header."""
    known = layout.column_by_header
    for index, row in enumerate(rows[:HEAD_ROWS]):
        columns: dict[str, int] = {}
        twice: dict[str, int] = {}
        for place, text in enumerate(row):
            column = known.get(fold(text)) if text else None
            if column is not None:
                (twice if column in columns else columns).setdefault(column, place)
        if layout.is_header(columns):
            periods, impossible = _periods(rows[:index])
            body = index + (3 if _is_numbering(rows, index + 1) else 2)
            width = len(row)
            return DossierHeader(index + 1, body, width, columns, twice, periods, impossible)
    return None


def check_header(header: DossierHeader, layout: DossierLayout, place: Place) -> list[Issue]:
    """Columns that the list lacks, or has twice."""
    at = place.at(header.row)
    issues = [
        make_issue("dossier_column_missing", at, title=column.title)
        for column in layout.columns
        if column.required and column.id not in header.columns
    ]
    for column, other in header.twice.items():
        words = {
            "title": layout.column_by_id[column].title,
            "other": get_column_letter(other + 1),
        }
        at_column = place.at(header.row, header.letter(column))
        issues.append(make_issue("dossier_column_twice", at_column, **words))
    absent = [c.title for c in layout.columns if not c.required and c.id not in header.columns]
    if absent:
        titles = ", ".join(f"“{title}”" for title in absent)
        issues.append(make_issue("dossier_column_absent", at, titles=titles))
    return issues


def _periods(
    rows: Sequence[Sequence[str]],
) -> tuple[tuple[Period, ...], tuple[tuple[int, str], ...]]:
    """What is printed above the header. Of impossible dates only the cell: no value leaves here."""
    texts = (
        (number, place, text)
        for number, row in enumerate(rows, 1)
        for place, text in enumerate(row, 1)
    )
    found = find_periods(texts, Place())
    periods = dict.fromkeys(one.period for one in found if one.period)
    wrong = ((one.row, one.issue.column or "") for one in found if one.issue)
    return tuple(periods), tuple(wrong)


def _is_numbering(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the row is (1), (2), (3)… under the header."""
    texts = [text.strip() for text in rows[index] if text.strip()] if index < len(rows) else []
    return len(texts) >= _FEWEST_NUMBERS and all(_NUMBERED.fullmatch(text) for text in texts)
