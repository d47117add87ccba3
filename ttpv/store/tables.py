"""Counts table ↔ Parquet: one row per department (NULL: the centre), a column per field."""

import glob
import hashlib
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Row
from ttpv.database import run_query

# A rate in percent: up to 100, with the 12 decimals that `show --json` prints.
_RATE = pa.decimal128(15, 12)
_HEAD_COLUMNS = ("period_start", "period_stop", "form", "department", "printed_name")
_READ = "SELECT * FROM read_parquet($file)"
_HEAD = len(_HEAD_COLUMNS)


class DamagedTable(ValueError):
    """A file that is no counts table, or no longer."""


def hash_content(table: CountsTable) -> str:
    """A hash of the figures alone: the same figures from another file are the same content."""
    lines = [
        (row.department or "", [_plain(row.figures.get(field)) for field in table.fields])
        for row in _all_rows(table)
    ]
    return _hash(table.form, table.period, table.fields, lines)


def hash_stored(path: Path) -> str:
    """The same hash, reckoned anew from a table's file. Raises DamagedTable, OSError.

    Read twice: pyarrow holds the pages against their checksums, but is lenient with a footer that
    DuckDB, which answers the pages, does not read.
    """
    with path.open("rb") as file:  # a name is a name: pyarrow would take some for addresses
        try:
            stored = pq.read_table(file, page_checksum_verification=True)
            rows = stored.to_pylist()
            answered = run_query(_READ, {"file": glob.escape(str(path.absolute()))})
        except (pa.ArrowException, duckdb.Error, OSError, ValueError) as error:
            raise DamagedTable(str(error)) from error
    head, fields = stored.column_names[:_HEAD], stored.column_names[_HEAD:]
    if head != list(_HEAD_COLUMNS) or not rows or rows != answered:
        raise DamagedTable("no counts table, or one that two readers read differently")
    try:
        period = Period(rows[0]["period_start"], rows[0]["period_stop"])
        lines = [(row["department"] or "", [_plain(row[f]) for f in fields]) for row in rows]
        return _hash(rows[0]["form"], period, fields, lines)
    except (TypeError, ValueError) as error:  # columns of another kind
        raise DamagedTable(str(error)) from error


def _hash(
    form: str, period: Period, fields: Sequence[str], lines: list[tuple[str, list[str | None]]]
) -> str:
    content = [form, str(period), list(fields), sorted(lines)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _plain(figure: int | Decimal | None) -> str | None:
    if isinstance(figure, Decimal):
        return f"{figure.normalize():f}"
    return None if figure is None else str(figure)


def _all_rows(table: CountsTable) -> tuple[Row, ...]:
    return table.rows if table.total is None else (*table.rows, table.total)


def write_table(table: CountsTable) -> bytes:
    """The table as a Parquet file. Field columns are BIGINT (counts) or DECIMAL(15,12) (rates)."""
    rows = _all_rows(table)
    head = (
        pa.array([table.period.start] * len(rows), pa.date32()),
        pa.array([table.period.stop] * len(rows), pa.date32()),
        pa.array([table.form] * len(rows), pa.string()),
        pa.array([row.department for row in rows], pa.string()),
        pa.array([row.printed_name for row in rows], pa.string()),
    )
    columns = dict(zip(_HEAD_COLUMNS, head, strict=True))
    for field in table.fields:
        figures = [row.figures.get(field) for row in rows]
        is_rate = any(isinstance(figure, Decimal) for figure in figures)
        columns[field] = pa.array(figures, _RATE if is_rate else pa.int64())
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, compression="zstd", write_page_checksum=True)
    return file.getvalue()
