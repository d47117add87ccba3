"""DuckDB: the one connection of the process for queries, and a scratch one for long work.

Every query takes a cursor of its own: one connection shared by 8 threads gave 165 wrong results
out of 384, cursors none (docs/ARCHITECTURE.md; tests/unit/store/test_many.py repeats it).
Results are read to the end before the cursor goes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(
        ":memory:",
        # Snapshots are small: handing work to threads takes longer than doing it.
        config={**_OFFLINE, "threads": 1},
    )


def run_query(sql: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    """Runs one SELECT with bound values; a list of rows by column name."""
    with _connection().cursor() as cursor:
        result = cursor.execute(sql, values)
        names = [column[0] for column in result.description or []]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@contextmanager
def open_scratch(folder: Path, *, memory_mb: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection of its own for one long piece of work (a dossier list of millions of rows).

    It holds at most about `memory_mb`, takes all cores, and spills what does not fit to `folder`,
    so nothing personal may ever be handed to it. Closed, and its spill gone, at the end.
    """
    config = {
        **_OFFLINE,
        "memory_limit": f"{memory_mb}MB",
        "temp_directory": str(folder),
        "preserve_insertion_order": "false",
    }
    connection = duckdb.connect(":memory:", config=config)
    try:
        yield connection
    finally:
        connection.close()
