"""A published table comes back as it was handed in."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store.test_store import publish, table
from ttpv.core.issues import Place
from ttpv.core.tables import CountsTable, Row
from ttpv.reference import Reference
from ttpv.store import Store, StoreError, TaughtName
from ttpv.store.tables import hash_content

FIELDS = ("received", "online_amount", "eid", "e_result")
COUNTS = st.none() | st.integers(0, 10**15)
RATES = st.none() | st.decimals(0, 100, places=12) | st.sampled_from([Decimal(100), Decimal(0)])
LINES = st.lists(st.tuples(COUNTS, COUNTS, RATES, RATES), min_size=1, max_size=4)


def test_the_report_of_2023_comes_back(example_store: Store, reference: Reference):
    first, second = example_store.current().entries
    annex_1, annex_2 = map(example_store.read_table, (first, second))
    assert [hash_content(annex_1), hash_content(annex_2)] == [first.content, second.content]
    assert len(annex_1.rows) == len(annex_2.rows) == 18
    assert annex_1.fields == reference.layouts["annex-1"].fields
    assert (annex_1.form, annex_1.period) == ("annex-1", first.period)
    assert annex_1.total.figures["received"] == 99_364
    assert annex_1.place == Place(file="binh-dinh-2023.xlsx")
    assert annex_1.rows[0].printed_name == "BQL Khu kinh tế tỉnh"


def test_types_and_gaps_are_kept(tmp_path: Path):
    store = Store(tmp_path)
    figures = {"received": 0, "online_amount": None, "eid": Decimal("66.20"), "e_result": 100}
    (entry,) = publish(store, table(**figures)).snapshot.entries
    back = store.read_table(entry).rows[0].figures
    assert back == figures
    assert [type(figure) for figure in back.values()] == [int, type(None), Decimal, int]
    assert str(back["eid"]) == "66.2"
    assert store.read_table(entry).total is None


@settings(max_examples=25)
@given(LINES, st.booleans())
def test_round_trip(tmp_path_factory: pytest.TempPathFactory, lines, with_total):
    rows = [
        Row(f"so-{n}", dict(zip(FIELDS, line, strict=True)), f"Sở {n}", Place(), {})
        for n, line in enumerate(lines)
    ]
    total = Row(None, rows[0].figures, "Σ", Place(), {}) if with_total else None
    one = table()
    written = CountsTable(one.form, one.period, FIELDS, tuple(rows), total, Place())
    store = Store(tmp_path_factory.mktemp("store"))
    (entry,) = publish(store, written).snapshot.entries
    back = store.read_table(entry)
    assert hash_content(back) == hash_content(written) == entry.content
    assert [(row.department, row.figures) for row in back.rows] == [
        (row.department, row.figures) for row in rows
    ]
    assert (back.total is None) == (total is None)


def test_a_lost_file_is_said(tmp_path: Path):
    store = Store(tmp_path)
    (entry,) = publish(store, table(received=1)).snapshot.entries
    (tmp_path / "tables" / entry.file).unlink()
    with pytest.raises(StoreError, match="bản sao lưu"):
        store.read_table(entry)


def test_names_are_learned_in_the_same_state(tmp_path: Path):
    store = Store(tmp_path)
    names = [TaughtName("S. Y tế", "so-y-te")]
    first = publish(store, table(received=1), aliases=names).snapshot
    assert [(a.name, a.department, a.added_by) for a in first.aliases] == [
        ("S. Y tế", "so-y-te", "tests")
    ]
    assert not publish(store, table(received=1), aliases=names).changed
    second = publish(store, table(received=2)).snapshot
    assert second.aliases == first.aliases  # carried on
    third = publish(store, table(received=2), aliases=[TaughtName("S. Y", "so-y-te")])
    assert third.changed
    assert [alias.name for alias in third.snapshot.aliases] == ["S. Y tế", "S. Y"]
    assert third.snapshot.changes == ()
