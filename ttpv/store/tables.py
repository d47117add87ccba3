"""Counts table ↔ Parquet: one row per department (NULL: the centre), a column per field."""

import glob
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ttpv.core.issues import Place
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.database import run_query
from ttpv.store.manifest import Entry

READ_TABLE = "SELECT * FROM read_parquet($files)"

# A rate in percent: up to 100, with the 12 decimals that `show --json` prints.
_RATE = pa.decimal128(15, 12)
_HEAD_COLUMNS = ("period_start", "period_stop", "form", "department", "printed_name")
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
            answered = run_query(READ_TABLE, {"files": [glob.escape(str(path.absolute()))]})
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


def build_table(entry: Entry, rows: Iterable[Mapping[str, Any]]) -> CountsTable:
    """What READ_TABLE gives of the entry's file, as the readers had handed it on.

    Rates have no trailing zeros. Rows know the file they came from, no sheet and no cell.
    """
    place = Place(file=entry.source.file)
    lines = [
        Row(
            department=row["department"],
            figures={field: _figure(row[field]) for field in entry.fields},
            printed_name=row["printed_name"],
            place=place,
            columns={},
        )
        for row in rows
    ]
    return CountsTable(
        form=entry.form,
        period=entry.period,
        fields=entry.fields,
        rows=tuple(line for line in lines if line.department is not None),
        total=next((line for line in lines if line.department is None), None),
        place=place,
    )


def _figure(stored: int | Decimal | None) -> Figure:
    """66.200000000000 → 66.2, 100 → 100 (not 1E+2)."""
    return Decimal(f"{stored.normalize():f}") if isinstance(stored, Decimal) else stored
