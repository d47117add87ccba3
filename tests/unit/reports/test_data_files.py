"""A table as a file: what Excel in Vietnamese makes of it, and what an analyst's program does."""

import io
from datetime import date, datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from tests.table_files import read_csv
from ttpv.reports.data_files import write_csv, write_parquet
from ttpv.views.data_table import DataTable, Field, Number, Value

FIELDS = (
    Field("department", "=Cơ quan"),
    Field("received", "Tiếp nhận", "count"),
    Field("rate", "Tỷ lệ (%)", "decimal"),
    Field("is_total", "Là dòng chung", "flag"),
    Field("from", "Từ ngày", "day"),
    Field("at", "Lúc", "moment"),
)
EXACT = Decimal("49.96123456789012345")
ROWS: list[tuple[Value, ...]] = [
    (
        "=cmd|'/C calc'!A0",
        30_816,
        Number(EXACT, 2),
        False,
        date(2023, 1, 2),
        datetime(2023, 1, 2, 3, 4),
    ),
    ('Xã; "Một"\n', -5, Number(Decimal("-5.65")), True, None, None),
    ("", None, None, None, None, None),
]
TABLE = DataTable(FIELDS, ROWS)


def read(table: DataTable) -> pa.Table:
    return pq.read_table(io.BytesIO(write_parquet(table)))


def test_csv_has_figures_that_excel_takes_for_figures_and_texts_that_stay_texts():
    """Rounded half up as the page shows them; no grouping points, no plus, no formula."""
    assert read_csv(write_csv(TABLE)) == [
        ["'=Cơ quan", "Tiếp nhận", "Tỷ lệ (%)", "Là dòng chung", "Từ ngày", "Lúc"],
        ["'=cmd|'/C calc'!A0", "30816", "49,96", "không", "02/01/2023", "02/01/2023 03:04:00"],
        ['Xã; "Một"\n', "-5", "-5,7", "có", "", ""],
        ["", "", "", "", "", ""],
    ]


def test_parquet_is_exact_and_typed():
    table = read(TABLE)
    assert table.schema.names == ["department", "received", "rate", "is_total", "from", "at"]
    assert table.schema.types == [
        pa.string(),
        pa.int64(),
        pa.decimal128(38, 12),
        pa.bool_(),
        pa.date32(),
        pa.timestamp("us"),
    ]
    first, second, third = table.to_pylist()
    assert first["rate"] == Decimal("49.961234567890")
    assert first["department"] == "=cmd|'/C calc'!A0"
    assert (second["received"], second["rate"], second["from"]) == (-5, Decimal("-5.65"), None)
    assert third["received"] is None


def test_parquet_says_what_its_columns_are():
    schema = read(TABLE).schema
    assert schema.field("rate").metadata == {b"title": "Tỷ lệ (%)".encode()}


def test_what_is_no_text_stops_neither():
    table = DataTable((Field("name", "Tên"),), [("xã \udcff",), ("\x00\x07",)])
    assert read(table).column("name").to_pylist() == ["xã ?", "\x00\x07"]
    assert b"x\xc3\xa3 ?" in write_csv(table)


def test_a_table_without_rows_keeps_its_columns():
    table = read(DataTable(FIELDS, []))
    assert (table.num_rows, len(table.schema)) == (0, 6)
