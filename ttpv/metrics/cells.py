"""What the exports say of one department in one period: the smallest part of every figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Figure

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class Cell:
    """One department × one period; `department` None is the centre's own line (Σ).

    `figures` by measure or rate id; what no form holds is absent or None, never 0. `derived`: not
    published, but the difference of two cumulated exports (`metrics.derive`).
    """

    department: str | None
    period: Period
    figures: Mapping[str, Figure]
    derived: bool = False

    def count(self, measure: str) -> int | None:
        figure = self.figures.get(measure)
        return None if figure is None else int(figure)


Fields = Iterable[str]
FormKey = tuple[Period, str]
Lines = Mapping[str | None, Mapping[str, Figure]]
"""What one form of a period says: department (None: Σ) → field → figure."""

FormLines = Mapping[FormKey, Lines]

Cells = Mapping[str | None, Cell]
"""The cells of one period by department; None is the centre's own line (Σ)."""

Holders = Mapping[Period, Mapping[str, str]]
"""For each period: field → the form that its figures are taken from (`metrics.forms`)."""


@cache
def _template() -> str:
    return (_SQL / "cells.sql").read_text(encoding="utf-8")


def cells_sql(fields: Iterable[str], known: Iterable[str]) -> str:
    """cells.sql for these columns. Raises ValueError on one that is not in `known`."""
    allowed = set(known)
    columns = sorted(set(fields))
    for column in columns:
        if column not in allowed or not column.isidentifier():
            raise ValueError(f"not a measure or rate: {column!r}")
    return _template().replace("{columns}", ",\n    ".join(columns))


def read_lines(rows: Iterable[Mapping[str, Any]], fields: Mapping[FormKey, Fields]) -> FormLines:
    """Rows of cells.sql → what each form of each period says, of its own `fields` only: the query
    gives every form all columns."""
    forms: dict[FormKey, dict[str | None, dict[str, Figure]]] = {key: {} for key in fields}
    for row in rows:
        key = (Period(row["period_start"], row["period_stop"]), row["form"])
        forms[key][row["department"]] = {field: row[field] for field in fields[key]}
    return forms


def make_lines(table: CountsTable) -> Lines:
    """What a table will say once it is published."""
    rows = (*table.rows, *([table.total] if table.total else []))
    return {row.department: {f: row.figures.get(f) for f in table.fields} for row in rows}


def combine_forms(
    period: Period, forms: Mapping[str, Lines], holders: Mapping[str, str]
) -> dict[str | None, Cell]:
    """The lines that several forms of a period have of a department put together, each field from
    the one form that holds it, also where that form says nothing. By department, None for Σ."""
    if len(forms) == 1:
        (lines,) = forms.values()
        if all(said.keys() == holders.keys() for said in lines.values()):
            return {who: Cell(who, period, said) for who, said in lines.items()}
    departments = dict.fromkeys(department for lines in forms.values() for department in lines)
    cells = {}
    for department in departments:
        figures = {
            field: forms[form][department][field]
            for field, form in holders.items()
            if department in forms[form]
        }
        cells[department] = Cell(department, period, figures)
    return cells
