"""The current state as other engines read it."""

import json
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

from tests.crash.states import drafts_of
from tests.unit.store.test_store import publish, table
from ttpv.store import Store, StoreError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two periods of one form: the second has a rate where the first has none, and a column more;
    one with a detail table."""
    store = Store(tmp_path / "store")
    publish(store, table(received=9))
    store.publish(drafts_of(store.folder, 1), by="tests")
    publish(store, table(period="2023-02", received=2, eid=None))
    publish(store, table(period="2023-03", received=3, eid=Decimal("66.2")))
    return store


ROWS = [("2023-01-01", 1, None), ("2023-02-01", 2, None), ("2023-03-01", 3, Decimal("66.2"))]


def rows_of(found: pa.Table) -> list[tuple]:
    rows = found.select(["period_start", "received", "eid"]).to_pylist()
    return sorted((str(row["period_start"]), row["received"], row["eid"]) for row in rows)


def test_plain_parquet_is_one_table_a_form(store: Store, tmp_path: Path):
    snapshot, tables = store.export(tmp_path / "out", "parquet")
    assert snapshot == store.current()
    assert {(t.name, t.rows) for t in tables} == {
        ("annex-1", 3),
        ("annex-2", 1),
        ("annex-2-cube", 1),
    }
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *(f"{t.name}.parquet" for t in tables),
        "state.json",
    }
    found = pq.read_table(tmp_path / "out" / "annex-1.parquet")
    assert found.schema.field("eid").type == pa.decimal128(15, 12)
    assert rows_of(found) == ROWS
    query = "SELECT SUM(received) FROM read_parquet($file)"
    answer = duckdb.execute(query, {"file": str(tmp_path / "out" / "annex-1.parquet")})
    assert answer.fetchall() == [(6,)]


def test_the_state_and_its_sources_stand_beside_it(store: Store, tmp_path: Path):
    store.export(tmp_path / "out", "parquet")
    state = json.loads((tmp_path / "out" / "state.json").read_text())
    assert state["number"] == 4
    assert {entry["form"] for entry in state["entries"]} == {"annex-1", "annex-2"}


def test_delta_tables(store: Store, tmp_path: Path):
    _, tables = store.export(tmp_path / "out", "delta")
    assert {t.name: t.rows for t in tables} == {"annex-1": 3, "annex-2": 1, "annex-2-cube": 1}
    found = pa.table(DeltaTable(tmp_path / "out" / "annex-1").to_pyarrow_table())
    assert rows_of(found) == ROWS
    assert DeltaTable(tmp_path / "out" / "annex-2-cube").to_pyarrow_table().num_rows == 1


def test_without_the_package_a_sentence_says_how_to_get_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "deltalake", None)
    with pytest.raises(StoreError, match="pip install deltalake"):
        store.export(tmp_path / "out", "delta")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("format_", ["parquet", "delta"])
def test_only_into_an_empty_folder(store: Store, tmp_path: Path, format_: str):
    (tmp_path / "empty").mkdir()
    store.export(tmp_path / "empty", format_)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StoreError, match="không trống"):
        store.export(tmp_path / "empty", format_)
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_and_damaged_things_are_not_exported(store: Store, tmp_path: Path):
    with pytest.raises(StoreError, match="chưa có gì để xuất"):
        Store(tmp_path / "absent").export(tmp_path / "out", "parquet")
    name = store.current().entries[0].file
    (store.folder / "tables" / name).write_bytes(b"half")
    with pytest.raises(StoreError, match=r"annex-1.*bị hỏng"):
        store.export(tmp_path / "out", "parquet")
    assert not (tmp_path / "out").exists()
