"""Snapshots: published whole or not at all, never changed, never lost."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ttpv.core.issues import Place
from ttpv.core.periods import parse_period
from ttpv.core.tables import CountsTable, Row
from ttpv.store import Draft, Source, StateChanged, Store, StoreError
from ttpv.store.files import write_new
from ttpv.store.tables import hash_content

SOURCE = Source(file="x.xlsx", sha256="0", size=1, reader=1, layout=1, reference="0")
SQL = "SELECT * FROM read_parquet($files, union_by_name = true) ORDER BY form, department"


def table(form: str = "annex-1", period: str = "2023-01", **figures: object) -> CountsTable:
    row = Row("so-y-te", figures or {"received": 1}, "Sở Y tế", Place(), {})
    fields = tuple(row.figures)
    return CountsTable(form, parse_period(period), fields, (row,), None, Place())


def publish(store: Store, *tables: CountsTable, **options):
    drafts = [Draft(t, SOURCE, ()) for t in tables]
    return store.publish(drafts, by="tests", **options)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kho số liệu")


def test_an_empty_store_has_nothing(store: Store):
    assert (store.current(), store.history(), store.numbers()) == (None, [], [])
    with pytest.raises(KeyError):
        store.open_snapshot("000001")
    with pytest.raises(ValueError, match="nothing"):
        store.publish([], by="tests")


def test_each_publication_is_a_state_of_its_own(store: Store):
    first = publish(store, table(received=1)).snapshot
    second = publish(store, table(received=2)).snapshot
    assert [snapshot.id for snapshot in store.history()] == ["000002", "000001"]
    assert [store.query(SQL, s.entries)[0]["received"] for s in (first, second)] == [1, 2]
    assert [change.change for change in second.changes] == ["replaced"]


def test_the_same_figures_are_no_change(store: Store):
    first = publish(store, table(received=1))
    again = publish(store, replace(table(received=1), place=Place(file="other.xlsx")))
    assert (first.changed, again.changed) == (True, False)
    assert store.numbers() == [1]
    assert store.is_published(table(received=1))
    assert not store.is_published(table(received=2))


def test_back_to_earlier_figures_is_a_new_state(store: Store):
    for count in (1, 2, 1):
        assert publish(store, table(received=count)).changed
    assert store.numbers() == [1, 2, 3]
    assert store.query(SQL, store.current().entries)[0]["received"] == 1


def test_another_form_adds_to_the_period(store: Store):
    publish(store, table(received=1))
    snapshot = publish(store, table("annex-2", online_amount=5)).snapshot
    assert [entry.form for entry in snapshot.entries] == ["annex-1", "annex-2"]
    assert snapshot.periods == (parse_period("2023-01"),)
    assert [change.form for change in snapshot.changes] == ["annex-2"]


def test_several_tables_are_one_state(store: Store):
    snapshot = publish(store, table(received=1), table("annex-2", online_amount=5)).snapshot
    assert (snapshot.id, len(snapshot.entries)) == ("000001", 2)


def test_who_saw_another_state_changes_nothing(store: Store):
    publish(store, table(received=1), expect="")
    with pytest.raises(StateChanged) as caught:
        publish(store, table(received=2), expect="")
    assert caught.value.current.id == "000001"
    assert store.numbers() == [1]
    assert publish(store, table(received=2), expect="000001").changed


def test_figures_come_back_to_the_digit(store: Store):
    figures = {
        "received": 10**15,
        "online_amount": 10_998_351_456,
        "eid": Decimal("66.247774527054"),
        "digitisation": None,
        "e_result": Decimal(100),
    }
    snapshot = publish(store, table(**figures)).snapshot
    (row,) = store.query(SQL, snapshot.entries)
    assert {name: row[name] for name in figures} == figures
    assert (row["department"], row["printed_name"]) == ("so-y-te", "Sở Y tế")


def test_content_is_the_figures_alone():
    one = hash_content(table(received=1, eid=Decimal("66.20")))
    assert one == hash_content(table(received=1, eid=Decimal("66.2")))
    others = [
        table(received=2, eid=Decimal("66.2")),
        table(received=1, eid=None),
        table(received=None, eid=Decimal("66.2")),
        table("annex-2", received=1, eid=Decimal("66.2")),
        table(period="2023-02", received=1, eid=Decimal("66.2")),
    ]
    assert len({one, *map(hash_content, others)}) == 6


@pytest.mark.parametrize("name", ["a b", "số liệu", "kho[1]", "kho*", "kho?", "a'b", 'a"b'])
def test_any_folder_name_will_do(tmp_path: Path, name: str):
    """read_parquet takes * ? [ in a path for a pattern; an explicit list must stay one."""
    (tmp_path / "kho1").mkdir()
    store = Store(tmp_path / name)
    snapshot = publish(store, table(received=7)).snapshot
    assert [row["received"] for row in store.query(SQL, snapshot.entries)] == [7]


# What damage looks like


def test_another_format_is_refused(tmp_path: Path):
    (tmp_path / "FORMAT").write_text("9\n")
    with pytest.raises(StoreError, match="định dạng 3"):
        Store(tmp_path)


def test_a_damaged_manifest_is_said(store: Store):
    publish(store, table(received=1))
    (store.folder / "manifests" / "000001.json").write_text("{")
    with pytest.raises(StoreError, match="bị hỏng"):
        Store(store.folder).current()


def test_a_lost_table_is_said_and_made_good_by_its_file(store: Store):
    snapshot = publish(store, table(received=1)).snapshot
    path = store.folder / "tables" / snapshot.entries[0].file
    path.unlink()
    with pytest.raises(StoreError):
        store.query(SQL, snapshot.entries)
    assert not publish(store, table(received=1)).changed
    assert store.query(SQL, snapshot.entries)[0]["received"] == 1


def test_files_are_written_once(tmp_path: Path):
    write_new(tmp_path / "a", b"1")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"2")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"1")]


def test_a_manifest_says_its_format_and_source(store: Store):
    publish(store, table(received=1))
    manifest = json.loads((store.folder / "manifests" / "000001.json").read_text())
    assert (manifest["format"], manifest["published_by"]) == (3, "tests")
    assert manifest["entries"][0]["source"]["file"] == "x.xlsx"
    assert (store.folder / "FORMAT").read_text() == "3\n"
