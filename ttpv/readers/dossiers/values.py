"""Texts of a column → small integers: each different text is understood once.

What cannot be understood is BAD, and its row goes no further: only what was recognised reaches the
database and the staged files.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ttpv.core.text import clean, fold
from ttpv.readers.dossiers.raw import Numbers
from ttpv.readers.numbers import parse_count
from ttpv.readers.sheet import SheetCell
from ttpv.reference import Department, DepartmentNames, DossierColumn, DossierValue

BLANK, BAD = -1, -2

_CURRENCY = re.compile(r"\s*(?:đ|đồng|vnđ|vnd)\.?$", re.IGNORECASE)
# Procedures and fields are not written with these; phones, identity numbers, addresses are.
_PRIVATE = re.compile(r"@|\d(?:[ .-]?\d){8}")
_BREAKS = re.compile(r"[\r\n\t\v\0]")
_LONGEST = 1_000

Read = Callable[[str], int]


@dataclass
class ColumnReader:
    """Reads one column's texts; remembers every text it has seen."""

    read: Read
    known: dict[str, int] = field(default_factory=dict)

    def take(self, texts: Any) -> Numbers:
        """A dictionary-encoded Arrow array → an integer a row."""
        ids = np.array([self._find(text) for text in texts.dictionary.to_pylist()], dtype=np.int64)
        places = texts.indices.to_numpy(zero_copy_only=False)
        return ids[places] if len(ids) else np.zeros(0, dtype=np.int64)

    def _find(self, text: str) -> int:
        found = self.known.get(text)
        if found is None:
            found = self.read(text)
            if len(self.known) < _REMEMBERED:
                self.known[text] = found
        return found


_REMEMBERED = 100_000


def choice_reader(values: Sequence[DossierValue]) -> Read:
    """The value's place among `values`."""
    places = {
        fold(text): place
        for place, value in enumerate(values)
        for text in (value.name, *value.aliases)
    }
    return lambda text: places.get(fold(text), BAD) if text.strip() else BLANK


def department_reader(departments: Sequence[Department], names: DepartmentNames) -> Read:
    """The department's place among `departments`."""
    places = {department.id: place for place, department in enumerate(departments)}

    def read(text: str) -> int:
        if not text.strip():
            return BLANK
        department = names.find(text)
        return BAD if department is None else places[department.id]

    return read


def read_amount(text: str) -> int:
    """Whole đồng, written as counts are."""
    parsed = parse_count(SheetCell(_CURRENCY.sub("", clean(text))))
    if parsed.problem == "figure_missing":
        return BLANK
    return BAD if parsed.problem or not isinstance(parsed.figure, int) else parsed.figure


@dataclass
class Texts:
    """The different texts of a column, by number, as they are written to files."""

    column: DossierColumn
    found: dict[str, int] = field(default_factory=dict)
    is_full: bool = False

    def read(self, text: str) -> int:
        """The text's number; BAD where it cannot be what the column is to hold."""
        whole = clean(text)
        if not whole:
            return BLANK
        if not self._is_plausible(text, whole):
            return BAD
        if whole not in self.found and len(self.found) >= (self.column.max_values or 0):
            self.is_full = True
            return BAD
        return self.found.setdefault(whole, len(self.found))

    def _is_plausible(self, text: str, whole: str) -> bool:
        if self.column.patterns:
            return any(re.fullmatch(pattern, whole) for pattern in self.column.patterns)
        return (
            len(whole) <= _LONGEST
            and not _PRIVATE.search(whole)
            and not _BREAKS.search(text.strip())
        )
