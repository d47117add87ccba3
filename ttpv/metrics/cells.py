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

    `figures` by measure or rate id; what no form holds is absent or None, never 0.
    """

    department: str | None
    period: Period
    figures: Mapping[str, Figure]

    def count(self, measure: str) -> int | None:
        figure = self.figures.get(measure)
        return None if figure is None else int(figure)


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


def read_cells(rows: Iterable[Mapping[str, Any]], holders: Holders) -> list[Cell]:
    """Rows of cells.sql → cells: the lines that several forms have of a department put together,
    each field from the one form that holds it, also where that form says nothing."""
    figures: dict[tuple[Period, str | None], dict[str, Figure]] = {}
    for row in rows:
        period = Period(row["period_start"], row["period_stop"])
        line = figures.setdefault((period, row["department"]), {})
        for field, form in holders[period].items():
            if form == row["form"]:
                line[field] = row[field]
    return [Cell(department, period, line) for (period, department), line in figures.items()]


def make_cells(tables: Iterable[CountsTable], holders: Holders) -> list[Cell]:
    """The cells that these tables will be once they are published, by the same rules."""
    return read_cells((line for table in tables for line in _stored(table)), holders)


def _stored(table: CountsTable) -> Iterable[Mapping[str, Any]]:
    """The table's lines as cells.sql gives them."""
    for row in (*table.rows, *([table.total] if table.total else [])):
        yield {
            "period_start": table.period.start,
            "period_stop": table.period.stop,
            "form": table.form,
            "department": row.department,
            **{field: row.figures.get(field) for field in table.fields},
        }
