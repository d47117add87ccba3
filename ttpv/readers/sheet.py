"""A sheet as the recognition sees it: sparse cells with what the file says of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from ttpv.core.text import clean

CellValue = int | float | str | bool | date | datetime | time | timedelta | None

_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|[A-Z_]+!)|Err:\d{3}")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell: its value, its number format, and whether it is a formula never calculated."""

    value: CellValue
    number_format: str = "General"
    is_uncalculated: bool = False

    @property
    def text(self) -> str:
        """The value as text, cleaned; "" when blank."""
        return "" if self.value is None else clean(str(self.value))

    @property
    def is_blank(self) -> bool:
        return not self.is_uncalculated and not self.text

    @property
    def is_error(self) -> bool:
        return isinstance(self.value, str) and _ERROR.fullmatch(self.text) is not None


BLANK = SheetCell(None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells by row and column, both 1-based, blanks left out; `merged` maps a covered cell to the
    (row, column) of the one that shows. A passage is read on from the sheet before it, as tables of
    a text document are: what is printed there counts for what follows. Delimited is what a sign
    cuts into cells, one that may stand in numbers too. `struck` are cells of which some text is
    struck through; that text is not in them. What is hidden (by hand, by a filter or in a folded
    group) is read like the rest; docs/IMPORT.md says which formats can tell."""

    file: str
    name: str
    rows: Mapping[int, Mapping[int, SheetCell]]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_passage: bool = False
    is_delimited: bool = False
    struck: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> SheetCell:
        return self.rows.get(row, {}).get(column, BLANK)

    def shown(self, row: int, column: int) -> SheetCell:
        """The cell that one sees at this place, merged ones included."""
        return self.cell(*self.merged.get((row, column), (row, column)))

    def row_numbers(self) -> list[int]:
        return sorted(self.rows)

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """(row, column, text) of every cell that holds text, in reading order."""
        for row in self.row_numbers():
            for column in sorted(self.rows[row]):
                if isinstance(self.rows[row][column].value, str):
                    yield row, column, self.rows[row][column].text


def as_number(value: float) -> int | float:
    """138.0 → 138: formats that store every number as binary double show whole ones so."""
    return int(value) if value.is_integer() and abs(value) < 10**15 else value
