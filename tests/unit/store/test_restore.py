"""Bringing an earlier state back is a new state; nothing is undone."""

from pathlib import Path

import pytest

from tests.unit.store.test_store import SQL, publish, table
from ttpv.core.periods import parse_period
from ttpv.store import SnapshotNotFound, StateChanged, Store, StoreError

JANUARY, FEBRUARY = parse_period("2023-01"), parse_period("2023-02")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """1: January = 1 · 2: January = 2 · 3: February = 3, two forms · 4: a name."""
    store = Store(tmp_path / "store")
    publish(store, table(received=1))
    publish(store, table(received=2))
    publish(
        store,
        table(period="2023-02", received=3),
        table("annex-2", period="2023-02", online_amount=3),
    )
    store.add_alias("SYT", "so-y-te", by="tests")
    return store


def changes(snapshot) -> list[tuple[str, str, str]]:
    return [(f"{change.start:%m}", change.form, change.change) for change in snapshot.changes]


def test_a_whole_state_comes_back_with_all_that_it_had(store: Store):
    publication = store.restore("000001", by="an")
    snapshot = publication.snapshot
    assert (publication.changed, snapshot.id, snapshot.action) == (True, "000005", "restore")
    assert (snapshot.restored_from, snapshot.restored_period) == ("000001", None)
    assert snapshot.entries == store.open_snapshot("000001").entries
    assert snapshot.published_by == "an"
    assert snapshot.aliases == ()
    assert changes(snapshot) == [
        ("01", "annex-1", "replaced"),
        ("02", "annex-1", "removed"),
        ("02", "annex-2", "removed"),
    ]
    assert [(a.name, a.change) for a in snapshot.alias_changes] == [("SYT", "removed")]
    assert store.query(SQL, snapshot.entries)[0]["received"] == 1


def test_and_back_again(store: Store):
    store.restore("000001", by="an")
    snapshot = store.restore("000004", by="an").snapshot
    assert snapshot.entries == store.open_snapshot("000004").entries
    assert snapshot.aliases == store.open_snapshot("000004").aliases
    assert changes(snapshot) == [
        ("01", "annex-1", "replaced"),
        ("02", "annex-1", "added"),
        ("02", "annex-2", "added"),
    ]


def test_one_period_comes_back_and_the_rest_stays(store: Store):
    snapshot = store.restore("000001", by="an", period=JANUARY).snapshot
    assert snapshot.restored_period == JANUARY
    assert changes(snapshot) == [("01", "annex-1", "replaced")]
    assert snapshot.periods == (JANUARY, FEBRUARY)
    assert [alias.name for alias in snapshot.aliases] == ["SYT"]


def test_a_period_that_the_state_did_not_have_goes(store: Store):
    snapshot = store.restore("000002", by="an", period=FEBRUARY).snapshot
    assert snapshot.periods == (JANUARY,)
    assert changes(snapshot) == [("02", "annex-1", "removed"), ("02", "annex-2", "removed")]


def test_a_period_of_neither_state_is_a_sentence(store: Store):
    with pytest.raises(StoreError, match="không có kỳ 01/03/2023 – 31/03/2023"):
        store.restore("000001", by="an", period=parse_period("2023-03"))
    assert store.numbers() == [1, 2, 3, 4]


@pytest.mark.parametrize("options", [{}, {"period": JANUARY}])
def test_what_is_so_already_is_no_change(store: Store, options: dict):
    publication = store.restore("000004", by="an", **options)
    assert (publication.changed, publication.snapshot.id) == (False, "000004")
    store.restore("000001", by="an", **options)
    assert not store.restore("000001", by="an", **options).changed


def test_who_saw_another_state_restores_nothing(store: Store):
    with pytest.raises(StateChanged):
        store.restore("000001", by="an", expect="000003")
    assert store.restore("000001", by="an", expect="000004").changed


@pytest.mark.parametrize("snapshot", ["9", "x", ""])
def test_a_state_that_is_not_there(tmp_path: Path, store: Store, snapshot: str):
    with pytest.raises(SnapshotNotFound):
        store.restore(snapshot, by="an")
    with pytest.raises(SnapshotNotFound):
        Store(tmp_path / "absent").restore("1", by="an")
    assert not (tmp_path / "absent").exists()


def test_a_damaged_state_does_not_become_the_current_one(store: Store):
    name = store.open_snapshot("000001").entries[0].file
    (store.folder / "tables" / name).write_bytes(b"half")
    with pytest.raises(StoreError, match=r"tệp hỏng.*2023-01-01\.\.2023-01-31_annex-1"):
        store.restore("000001", by="an")
    assert store.numbers() == [1, 2, 3, 4]
