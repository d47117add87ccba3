"""The one DuckDB connection of the process.

Every query takes a cursor of its own: one connection shared by 8 threads gave 165 wrong results
out of 384, cursors none (docs/ARCHITECTURE.md; tests/unit/store/test_many.py repeats it).
Results are read to the end before the cursor goes.
"""

from functools import cache
from typing import Any

import duckdb


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            # Snapshots are small: handing work to threads takes longer than doing it.
            "threads": 1,
        },
    )


def run_query(sql: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    """Runs one SELECT with bound values; a list of rows by column name."""
    with _connection().cursor() as cursor:
        result = cursor.execute(sql, values)
        names = [column[0] for column in result.description or []]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
