"""Counts table ↔ Parquet: one row per department (NULL: the centre), a column per field."""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ttpv.core.issues import Place
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.store.manifest import Entry

READ_TABLE = "SELECT * FROM read_parquet($files)"

# A rate in percent: up to 100, with the 12 decimals that `show --json` prints.
_RATE = pa.decimal128(15, 12)


def hash_content(table: CountsTable) -> str:
    """A hash of the figures alone: the same figures from another file are the same content."""
    lines = sorted(
        (row.department or "", [_plain(row.figures.get(field)) for field in table.fields])
        for row in _all_rows(table)
    )
    content = [table.form, str(table.period), list(table.fields), lines]
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
    columns = {
        "period_start": pa.array([table.period.start] * len(rows), pa.date32()),
        "period_stop": pa.array([table.period.stop] * len(rows), pa.date32()),
        "form": pa.array([table.form] * len(rows), pa.string()),
        "department": pa.array([row.department for row in rows], pa.string()),
        "printed_name": pa.array([row.printed_name for row in rows], pa.string()),
    }
    for field in table.fields:
        figures = [row.figures.get(field) for row in rows]
        is_rate = any(isinstance(figure, Decimal) for figure in figures)
        columns[field] = pa.array(figures, _RATE if is_rate else pa.int64())
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, compression="zstd")
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
