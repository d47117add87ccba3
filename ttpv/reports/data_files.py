"""A page's table as a file: CSV for Vietnamese Excel, Parquet for those who analyse.

The CSV says figures as the page shows them (66,2), the Parquet as they are, in types that lose
nothing: decimals with 12 places, which is what the store keeps of a published rate.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ttpv.core.csv_text import neutralise
from ttpv.core.decimals import round_half_up
from ttpv.views.csv_file import encode_rows
from ttpv.views.data_table import DataTable, Field, Number, Value
from ttpv.views.formatting import format_date

if TYPE_CHECKING:
    import pyarrow as pa

_PLACES = 12
_FLAGS = {True: "có", False: "không"}


def write_csv(table: DataTable) -> bytes:
    """Heads for people; no figure has grouping points, so that Excel takes it for a number."""
    heads = [neutralise(field.head) for field in table.fields]
    return encode_rows([heads, *([_write(value) for value in row] for row in table.rows)])


def _write(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _FLAGS[value]
    if isinstance(value, Number):
        return f"{round_half_up(value.value, value.places):f}".replace(".", ",")
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M:%S}"
    if isinstance(value, date):
        return format_date(value)
    return neutralise(value) if isinstance(value, str) else str(value)


def write_parquet(table: DataTable) -> bytes:
    """The fields' ids as columns, each with its head in Vietnamese as metadata ("title")."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types: dict[str, pa.DataType] = {
        "text": pa.string(),
        "count": pa.int64(),
        "decimal": pa.decimal128(38, _PLACES),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "moment": pa.timestamp("us"),
    }
    schema = pa.schema(
        [
            pa.field(field.id, types[field.kind], metadata={"title": field.head})
            for field in table.fields
        ]
    )
    columns = [
        pa.array([_store(row[place], field) for row in table.rows], types[field.kind])
        for place, field in enumerate(table.fields)
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


def _store(value: Value, field: Field) -> Any:
    if isinstance(value, Number):
        return round_half_up(value.value, _PLACES)
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return Decimal(value) if field.kind == "decimal" and isinstance(value, int) else value
