"""A register as a file that people edit: is it TOML, else lines under the titles of its columns."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from ttpv.core.csv_text import restore_text
from ttpv.core.text import fold
from ttpv.readers.sheet import Sheet


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line: its row, and its texts by the columns' names; absent columns are not among them."""

    row: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RegisterLines:
    """`letters` are the columns as a spreadsheet names them; `missing` the titles that no column
    has: then there are no lines."""

    lines: tuple[RegisterLine, ...]
    letters: Mapping[str, str]
    missing: tuple[str, ...]


def is_toml(text: str, tables: Sequence[str]) -> bool:
    """Whether one of the tables is the first thing below blank lines and comments.

    Line by line: one expression for all of them took time without end
    (tests/unit/readers/test_register_files.py).
    """
    lines = (line.strip() for line in io.StringIO(text))
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return any(re.match(rf"\[\[\s*{table}\s*\]\]", first) for table in tables)


def read_register_lines(
    sheet: Sheet, titles: Mapping[str, str], required: Sequence[str]
) -> RegisterLines:
    """Columns are known by their titles (name → title) or names, in the first row; blank lines are
    passed over. Texts are as they were before our own CSV kept a spreadsheet from reckoning."""
    head, *numbers = sorted(sheet.rows)
    names = {fold(title): name for name, title in titles.items()}
    columns: dict[str, int] = {}
    for column, cell in sheet.rows[head].items():
        name = cell.text if cell.text in titles else names.get(fold(cell.text))
        if name is not None:
            columns[name] = column
    missing = tuple(titles[name] for name in required if name not in columns)
    lines = () if missing else tuple(_read_lines(sheet, numbers, columns))
    letters = {name: get_column_letter(column) for name, column in columns.items()}
    return RegisterLines(lines, letters, missing)


def _read_lines(
    sheet: Sheet, numbers: Sequence[int], columns: Mapping[str, int]
) -> Iterator[RegisterLine]:
    for number in numbers:
        texts = {n: restore_text(sheet.cell(number, column).text) for n, column in columns.items()}
        if any(texts.values()):
            yield RegisterLine(number, texts)


def list_titles(titles: Sequence[str]) -> str:
    """For a sentence: “Từ ngày”, “Đến ngày”."""
    return ", ".join(f"“{title}”" for title in titles)
