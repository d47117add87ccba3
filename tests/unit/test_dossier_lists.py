"""Dossiers that need attention: the list is of exactly what the page says it is of."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ttpv.database import run_query

SQL = Path(__file__).parents[2] / "ttpv" / "metrics" / "sql" / "attention.sql"


@pytest.mark.parametrize(
    ("field", "procedure", "codes"),
    [
        (None, None, ["A", "B", "C", "D"]),
        ("Y tế", None, ["A", "B"]),
        ("", None, ["C", "D"]),  # "not said" listed every field's dossiers
        ("Y tế", "1.01", ["A"]),
        ("Y tế", "", ["B"]),
        ("", "", ["D"]),
    ],
)
def test_a_field_that_is_not_said_is_a_field_of_its_own(
    tmp_path: Path, field: str | None, procedure: str | None, codes: list[str]
):
    lines = [("A", "Y tế", "1.01"), ("B", "Y tế", None), ("C", None, "1.02"), ("D", None, None)]
    columns = dict(zip(("code", "field", "procedure_code"), zip(*lines, strict=True), strict=True))
    same = {"state": "suspended", "department": "so-y-te"}
    table = pa.table(
        {name: pa.array(values, pa.string()) for name, values in columns.items()}
        | {name: pa.array([value] * 4) for name, value in same.items()}
        | {"procedure_name": pa.nulls(4, pa.string())}
        | {name: pa.nulls(4, pa.timestamp("s")) for name in ("received", "due", "returned")}
    )
    pq.write_table(table, tmp_path / "list.parquet")
    values = {"field": field, "procedure": procedure, "most": 9, **same}
    found = run_query(SQL.read_text(), {"files": [str(tmp_path / "list.parquet")], **values})
    assert [row["code"] for row in found] == codes
