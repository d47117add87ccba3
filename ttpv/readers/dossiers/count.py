"""Checked rows → integer counts, in DuckDB, batch by batch: what is kept grows with the number of
departments, procedures and days, not of dossiers.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ttpv.core.periods import Period
from ttpv.readers.dossiers.measures import Statements, duplicates_sql, kept_sql, sum_parts_sql
from ttpv.readers.dossiers.values import Texts
from ttpv.reference import Department

TEXT_COLUMNS = ("field", "procedure_code", "procedure_name")
"""The cube's coordinates beside the department; null throughout where the list lacks them."""


class DossierCounts:
    """The counts of one list in one period, growing."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, period: Period, statements: Statements
    ) -> None:
        self._connection = connection
        self._period = period
        self._statements = statements
        self._bounds = {"start": _midnight(period.start), "stop": _midnight(period.stop)}
        self._is_empty = True
        self._hashes: list[Any] = []

    def add(self, checked: Any) -> Any:
        """Counts a batch of checked rows; gives them back with their `state`, sorted by it."""
        run = self._connection
        run.register("checked", checked)
        run.execute(
            f"CREATE OR REPLACE TEMP TABLE measured AS {self._statements.measured}", self._bounds
        )
        self._keep("cube_parts", self._statements.cube)
        run.execute(
            f"CREATE OR REPLACE TEMP TABLE overdue AS {self._statements.overdue}",
            {"start": self._bounds["start"]},
        )
        self._keep("day_parts", self._statements.days, self._bounds)
        self._is_empty = False
        self._hashes.append(run.execute("SELECT hash(code) AS h FROM measured").fetchnumpy()["h"])
        names = [name for name in checked.column_names if name not in ("counted", "suspended")]
        table = self._table(kept_sql(names))
        run.unregister("checked")
        return table

    def _table(self, sql: str) -> Any:
        return self._connection.sql(sql).to_arrow_table()

    def _keep(self, table: str, select: str, values: Mapping[str, datetime] | None = None) -> None:
        how = f"CREATE TEMP TABLE {table} AS" if self._is_empty else f"INSERT INTO {table}"
        self._connection.execute(f"{how} {select}", values)

    def by_department(self) -> list[dict[str, int]]:
        """A row per department that appears: its place, and its measures."""
        sql = sum_parts_sql(["department"], self._statements.names)
        result = self._connection.execute(sql)
        names = [column[0] for column in result.description or []]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def write_cube(
        self, path: Path, departments: Sequence[Department], texts: Mapping[str, Texts]
    ) -> None:
        """period × department × field × procedure, and all measures; null where unknown."""
        measures = [*_own(self._statements), *(m.id for m in self._statements.measures)]
        table = self._table(sum_parts_sql(["department", *self._statements.texts], measures))
        columns = _period_columns(self._period, table.num_rows)
        columns["department"] = name_departments(table["department"], departments)
        for name in TEXT_COLUMNS:
            columns[name] = name_texts(table, name, texts)
        columns |= {name: table[name] for name in measures}
        pq.write_table(pa.table(columns), path, compression="zstd")

    def write_days(self, path: Path, departments: Sequence[Department]) -> None:
        """day × department over the whole period: flows on their day, stocks at its ends."""
        days = [self._period.start + timedelta(days=n) for n in range(self._period.days)]
        self._connection.register("calendar", pa.table({"day": pa.array(days, pa.date32())}))
        table = self._table(self._statements.days_total)
        columns = _period_columns(self._period, table.num_rows)
        columns["day"] = table["day"]
        columns["department"] = name_departments(table["department"], departments)
        for name in table.column_names[2:]:
            columns[name] = table[name].cast(pa.int64())
        pq.write_table(pa.table(columns), path, compression="zstd")

    def find_duplicates(self, dossiers: Path) -> list[tuple[int, int]]:
        """(row, first row) of every code that stood before, in the file just written.

        Hashes take eight bytes a dossier and are sorted in memory; only where two are equal are the
        codes themselves looked at.
        """
        hashes = np.concatenate(self._hashes) if self._hashes else np.zeros(0, dtype=np.uint64)
        self._hashes.clear()
        hashes.sort()
        doubtful = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
        if not len(doubtful):
            return []
        self._connection.register("doubtful", pa.table({"hash": pa.array(doubtful, pa.uint64())}))
        rows = self._connection.execute(duplicates_sql(), {"file": str(dossiers)}).fetchall()
        return [(int(row), int(first)) for row, first in rows]


def _own(statements: Statements) -> list[str]:
    absent = {m.id for m in statements.measures}
    return [name for name in statements.names if name not in absent]


def _period_columns(period: Period, count: int) -> dict[str, Any]:
    return {
        "period_start": pa.array([period.start] * count, pa.date32()),
        "period_stop": pa.array([period.stop] * count, pa.date32()),
    }


def name_departments(places: Any, departments: Sequence[Department]) -> Any:
    """Places → ids."""
    return pa.array([department.id for department in departments], pa.string()).take(places)


def name_texts(table: Any, column: str, texts: Mapping[str, Texts]) -> Any:
    """A text column's numbers → texts; nulls where the list has no such column."""
    if column not in texts:
        return pa.nulls(table.num_rows, pa.string())
    return pa.array(list(texts[column].found), pa.string()).take(table[column])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
