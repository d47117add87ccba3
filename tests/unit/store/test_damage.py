"""What a disk, a hand or another version can do to a store: said in a sentence, never guessed."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.unit.store.test_store import SOURCE, SQL, publish, table
from ttpv.core.issues import Place
from ttpv.core.periods import parse_period
from ttpv.core.tables import CountsTable, Row
from ttpv.store import Draft, StateChanged, Store, StoreError
from ttpv.store.files import write_new, write_once


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def manifest_of(store: Store, number: int = 1) -> Path:
    return store.folder / "manifests" / f"{number:06d}.json"


def edited(change: Callable[[dict], object]) -> Callable[[bytes], bytes]:
    def edit(content: bytes) -> bytes:
        manifest = json.loads(content)
        change(manifest)
        return json.dumps(manifest).encode()

    return edit


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-2],
        lambda content: b"\xff\xfe" + content,
        lambda content: content.replace(b"so", b"\xff\xff").replace(b"x.xlsx", b"\xc3\x28"),
        lambda content: bytes(len(content)),
        lambda content: b"[]",
        edited(lambda manifest: manifest.pop("entries")),
        edited(lambda manifest: manifest.update(entries=None)),
        edited(lambda manifest: manifest.update(format=9)),
        edited(lambda manifest: manifest.update(number=7)),
        edited(lambda manifest: manifest["entries"][0].update(start="2023-02-31")),
        edited(lambda manifest: manifest["entries"][0].pop("file")),
    ],
)
def test_a_damaged_manifest_is_said(store: Store, damage: Callable[[bytes], bytes]):
    publish(store, table(received=1))
    path = manifest_of(store)
    path.write_bytes(damage(path.read_bytes()))
    fresh = Store(store.folder)
    for look in (fresh.current, fresh.history, lambda: fresh.open_snapshot("000001")):
        with pytest.raises(StoreError, match="bị hỏng") as caught:
            look()
        assert str(path) in str(caught.value)
    with pytest.raises(StoreError):
        publish(fresh, table(received=2))


def test_one_damaged_manifest_does_not_take_the_others(store: Store):
    for count in (1, 2, 3):
        publish(store, table(received=count))
    manifest_of(store, 2).write_bytes(b"{")
    fresh = Store(store.folder)
    assert fresh.query(SQL, fresh.current().entries)[0]["received"] == 3
    assert fresh.query(SQL, fresh.open_snapshot("000001").entries)[0]["received"] == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:50],
        lambda content: content[: len(content) // 2],
        lambda content: b"PAR1" + bytes(300) + b"PAR1",
        lambda content: bytes(len(content)),
    ],
)
def test_a_damaged_table_is_said(store: Store, damage: Callable[[bytes], bytes]):
    snapshot = publish(store, table(received=1)).snapshot
    path = store.folder / "tables" / snapshot.entries[0].file
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(StoreError, match="bản sao lưu"):
        store.query(SQL, snapshot.entries)


def test_a_wrong_statement_is_no_damage(store: Store):
    snapshot = publish(store, table(received=1)).snapshot
    with pytest.raises(duckdb.BinderException):
        store.query("SELECT nothing FROM read_parquet($files)", snapshot.entries)


@pytest.mark.parametrize("content", [b"9\n", b"", b"1.0", b"\xff\xfe1", b"one"])
def test_any_other_format_is_refused_before_anything_is_read(tmp_path: Path, content: bytes):
    (tmp_path / "FORMAT").write_bytes(content)
    with pytest.raises(StoreError, match="định dạng"):
        Store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["FORMAT"]


def test_what_a_kill_leaves_is_passed_over(store: Store):
    publish(store, table(received=1))
    for name in (".000002.json.abc.tmp", "000002.json.bak", "notes.txt", "2.json", "x00003.json"):
        (store.folder / "manifests" / name).write_bytes(b"half")
    (store.folder / "tables" / ".x.parquet.abc.tmp").write_bytes(b"half")
    assert Store(store.folder).numbers() == [1]
    assert publish(Store(store.folder), table(received=2)).snapshot.id == "000002"


@pytest.mark.parametrize("name", ["", "2", "000002", "-1", "1.0", "../000001", "latest", "²"])
def test_a_snapshot_that_is_not_there(store: Store, name: str):
    publish(store, table(received=1))
    with pytest.raises(KeyError):
        store.open_snapshot(name)


def test_a_million_snapshots_would_have_names(store: Store):
    publish(store, table(received=1))
    content = json.loads(manifest_of(store).read_bytes())
    content |= {"number": 1_000_000, "seal": ""}
    manifest_of(store, 1_000_000).write_text(json.dumps(content))
    fresh = Store(store.folder)
    assert fresh.current().id == "1000000"
    assert publish(fresh, table(received=2)).snapshot.id == "1000001"


def test_a_name_that_is_taken_stays_as_it_is(tmp_path: Path):
    write_new(tmp_path / "a", b"1")
    write_once(tmp_path / "a", b"2")
    write_once(tmp_path / "b", b"3")
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"a": b"1", "b": b"3"}


def test_a_write_that_fails_leaves_nothing(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        write_new(tmp_path / "missing" / "a", b"1")
    (tmp_path / "b").mkdir()
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "b", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_of_many_writers_one_gets_the_name(tmp_path: Path):
    def write(index: int) -> bool:
        try:
            write_new(tmp_path / "a", b"%d" % index * 10_000)
        except FileExistsError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(write, range(32)))
    (path,) = tmp_path.iterdir()
    assert won.count(True) == 1
    assert path.read_bytes() == b"%d" % won.index(True) * 10_000


def test_of_many_who_saw_the_same_state_one_publishes(store: Store):
    publish(store, table(received=0))

    def correct(count: int) -> bool:
        try:
            return publish(Store(store.folder), table(received=count), expect="000001").changed
        except StateChanged:
            return False

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(correct, range(1, 17)))
    assert won.count(True) == 1
    current = Store(store.folder).current()
    assert current.id == "000002"
    assert store.query(SQL, current.entries)[0]["received"] == won.index(True) + 1


def counts_table(form: str, period: str, rows: list[tuple[str | None, dict]]) -> CountsTable:
    made = [Row(name, figures, name or "Tổng số", Place(), {}) for name, figures in rows]
    fields = tuple(rows[0][1])
    total = next((row for row in made if row.department is None), None)
    departments = tuple(row for row in made if row.department is not None)
    return CountsTable(form, parse_period(period), fields, departments, total, Place())


def test_figures_of_several_files_keep_their_kind(store: Store):
    """A rate that one export leaves blank everywhere, beside one that has it; big counts too."""
    exact = Decimal("33.333333333333")
    tables = [
        counts_table("annex-1", "2023-01", [("so-y-te", {"received": 10**15, "eid": None})]),
        counts_table("annex-1", "2023-02", [("so-y-te", {"received": 1, "eid": exact})]),
        counts_table("annex-2", "2023-02", [(None, {"online_amount": 25_204_535_413})]),
    ]
    snapshot = publish(store, *tables).snapshot
    rows = store.query(
        "SELECT form, MAX(received) AS received, MAX(eid) AS eid, MAX(online_amount) AS amount "
        "FROM read_parquet($files, union_by_name = true) "
        "GROUP BY form, period_start ORDER BY form, period_start",
        snapshot.entries,
    )
    assert [tuple(row.values()) for row in rows] == [
        ("annex-1", 10**15, None, None),
        ("annex-1", 1, exact, None),
        ("annex-2", None, None, 25_204_535_413),
    ]
    assert type(rows[1]["eid"]) is Decimal


def test_the_centre_s_own_row_has_no_department(store: Store):
    rows = [("so-y-te", {"received": 1}), (None, {"received": 2})]
    snapshot = publish(store, counts_table("annex-1", "2023-01", rows)).snapshot
    found = store.query(SQL, snapshot.entries)
    assert {row["department"]: row["received"] for row in found} == {"so-y-te": 1, None: 2}
    assert snapshot.entries[0].departments == 1


def test_order_and_place_do_not_make_other_figures(store: Store):
    rows = [("so-y-te", {"received": 1}), ("so-tu-phap", {"received": 2})]
    publish(store, counts_table("annex-1", "2023-01", rows))
    again = publish(store, counts_table("annex-1", "2023-01", rows[::-1]))
    assert not again.changed


def test_an_unchanged_form_keeps_its_source_beside_a_changed_one(store: Store):
    publish(store, table(received=1), table("annex-2", online_amount=1))
    other = Draft(table(received=1), SOURCE, ())
    drafts = [other, Draft(table("annex-2", online_amount=2), SOURCE, ())]
    publication = store.publish(drafts, by="other")
    assert [change.form for change in publication.snapshot.changes] == ["annex-2"]
    assert [entry.published_by for entry in publication.snapshot.entries] == ["tests", "other"]


def test_a_snapshot_reads_its_own_figures_for_ever(store: Store):
    """Whatever is published later, in this process or another."""
    seen = [publish(store, table(received=count)).snapshot for count in range(5)]
    publish(Store(store.folder), table(period="2023-02", received=9))
    for count, snapshot in enumerate(seen):
        for reader in (store, Store(store.folder)):
            opened = reader.open_snapshot(snapshot.id)
            assert opened == snapshot
            assert [r["received"] for r in reader.query(SQL, opened.entries)] == [count]
