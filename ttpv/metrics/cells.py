"""What the exports say of one department in one period: the smallest part of every figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ttpv.core.periods import Period
from ttpv.core.tables import Figure

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
    return _template().replace("{columns}", ",\n    ".join(f"MAX({c}) AS {c}" for c in columns))


def read_cells(rows: Iterable[Mapping[str, Any]]) -> list[Cell]:
    """Rows of cells.sql → cells."""
    keys = {"period_start", "period_stop", "department"}
    return [
        Cell(
            row["department"],
            Period(row["period_start"], row["period_stop"]),
            {name: figure for name, figure in row.items() if name not in keys},
        )
        for row in rows
    ]
