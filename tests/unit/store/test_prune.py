"""Nothing is deleted except by prune, which says what goes and leaves what is pinned."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.crash.states import NOW, drafts_of, leftovers
from tests.unit.store.test_store import publish, table
from ttpv.store import SnapshotNotFound, Store, StoreError

TOMORROW = datetime.now().astimezone().date() + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Five states, each with figures, a source and an extra of its own."""
    store = Store(tmp_path / "store")
    for count in range(1, 6):
        store.publish(drafts_of(store.folder, count), by="an")
    return store


def ids(plan) -> list[str]:
    return [snapshot.id for snapshot in plan.snapshots]


def test_a_plan_removes_nothing(store: Store):
    before = sorted(store.folder.rglob("*"))
    plan = store.prune(by="an", keep=2)
    assert (ids(plan), plan.done) == (["000001", "000002", "000003"], False)
    assert len(plan.files) == 3 * 4  # two tables, an extra, a source each
    assert plan.size == sum((store.folder / name).stat().st_size for name in plan.files)
    assert sorted(store.folder.rglob("*")) == before


def test_what_was_planned_is_done_and_noted(store: Store):
    plan = store.prune(by="an", keep=2)
    done = store.prune(by="an", keep=2, dry_run=False)
    assert (ids(done), done.files, done.done) == (ids(plan), plan.files, True)
    fresh = Store(store.folder)
    assert fresh.numbers() == [4, 5]
    assert not any((store.folder / name).exists() for name in plan.files)
    (record,) = fresh.prunings()
    assert record.pruned_by == "an"
    assert [(gone.id, gone.published_by) for gone in record.snapshots] == [
        (f"00000{number}", "an") for number in (1, 2, 3)
    ]
    assert fresh.verify() == ()
    with pytest.raises(SnapshotNotFound, match="đã được an dọn"):
        fresh.open_snapshot("2")


def test_files_that_a_staying_state_needs_stay(store: Store):
    publish(store, table(period="2023-02", received=1))
    store.restore("000001", by="an")
    plan = store.prune(by="an", keep=1, dry_run=False)
    assert len(plan.files) == 4 * 4 + 1
    assert store.verify() == ()


def test_a_pin_keeps_its_state(store: Store):
    pin = store.pin("2", by="binh", why="báo cáo năm 2023")
    assert (pin.id, pin.why, pin.pinned_by) == ("000002", "báo cáo năm 2023", "binh")
    assert store.pins() == [pin]
    plan = store.prune(by="an", keep=1, dry_run=False)
    assert (plan.pinned, store.numbers()) == (("000002",), [2, 5])
    assert store.verify() == ()
    assert store.unpin("2")
    assert not store.unpin("2")
    assert ids(store.prune(by="an", keep=1)) == ["000002"]


def test_a_pin_can_be_given_another_reason(store: Store):
    store.pin("2", by="an", why="x")
    store.pin("000002", by="an", why="y")
    assert [pin.why for pin in store.pins()] == ["y"]
    with pytest.raises(SnapshotNotFound):
        store.pin("9", by="an")
    with pytest.raises(SnapshotNotFound):
        store.unpin("9")


def test_by_day(store: Store):
    assert ids(store.prune(by="an", before=date(2000, 1, 1))) == []
    assert ids(store.prune(by="an", before=TOMORROW)) == [f"00000{n}" for n in range(1, 5)]
    assert ids(store.prune(by="an", before=TOMORROW, keep=3)) == ["000001", "000002"]


def test_the_current_state_always_stays(store: Store):
    store.prune(by="an", before=TOMORROW, keep=1, dry_run=False)
    assert store.numbers() == [5]
    again = store.prune(by="an", keep=1, dry_run=False)
    assert (again.snapshots, again.done, len(store.prunings())) == ((), False, 1)


@pytest.mark.parametrize("options", [{}, {"keep": 0}, {"keep": -1}])
def test_what_to_keep_must_be_said(store: Store, options: dict):
    with pytest.raises(ValueError, match="keep"):
        store.prune(by="an", **options)


def test_numbers_go_on_where_they_were(store: Store):
    store.prune(by="an", keep=1, dry_run=False)
    assert publish(store, table(received=99)).snapshot.id == "000006"


def test_a_state_that_was_restored_from_may_go(store: Store):
    store.restore("000001", by="an")
    store.prune(by="an", keep=1, dry_run=False)
    assert store.current().restored_from == "000001"
    assert store.verify() == ()


def test_beside_a_damaged_state_that_stays_nothing_goes(store: Store):
    (store.folder / "manifests" / "000004.json").write_text("{")
    with pytest.raises(StoreError, match="000004 bị hỏng"):
        store.prune(by="an", keep=2, dry_run=False)
    assert store.numbers() == [1, 2, 3, 4, 5]
    assert ids(store.prune(by="an", keep=1, dry_run=False))[-1] == "000004"
    assert store.verify() == ()
    store.collect_garbage(older_than=NOW)
    assert leftovers(store.folder) == set()


def test_an_empty_store_has_nothing_to_prune(tmp_path: Path):
    store = Store(tmp_path / "absent")
    assert store.prune(by="an", keep=1, dry_run=False).snapshots == ()
    assert not store.folder.exists()
