"""What kills leave is cleared; what anybody may still need is not."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.crash.states import NOW, drafts_of, leftovers, stage
from ttpv.store import SAFE_AGE, Store
from ttpv.store.lock import Busy, clearing, publishing

DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    store.publish(drafts_of(store.folder, 1), by="tests")
    (store.folder / "staging" / "1.parquet").unlink()
    return store


GARBAGE = (
    ".FORMAT.abc.tmp",
    "manifests/.000002.json.abc.tmp",
    "tables/.x.parquet.abc.tmp",
    f"tables/2023-01-01..2023-01-31_annex-1_{'0' * 16}.parquet",
    f"sources/{'0' * 64}",
    "staging/7.parquet",
    "staging/spill/part",
)
OTHERS = ("notes.txt", "tables/notes.txt", "sources/readme", "manifests/000001.json.bak")


def litter(store: Store, names: tuple[str, ...], age: timedelta) -> None:
    for name in names:
        path = store.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
        then = time.time() - age.total_seconds()
        os.utime(path, (then, then))
        os.utime(path.parent, (then, then))


def test_old_garbage_is_cleared_and_nothing_else(store: Store):
    litter(store, GARBAGE, 2 * DAY)
    litter(store, OTHERS, 2 * DAY)
    cleared = store.collect_garbage(older_than=SAFE_AGE)
    assert set(GARBAGE) <= set(cleared)
    assert leftovers(store.folder) == set(OTHERS)
    assert store.verify() == ()


def test_young_garbage_may_be_somebody_s_work(store: Store):
    litter(store, GARBAGE, DAY / 2)
    assert store.collect_garbage(older_than=SAFE_AGE) == ()
    assert leftovers(store.folder) == set(GARBAGE)


def test_nothing_is_cleared_while_somebody_publishes(store: Store):
    litter(store, GARBAGE, 2 * DAY)
    with publishing(store.folder):
        assert store.collect_garbage(older_than=NOW) == ()
    assert store.collect_garbage(older_than=NOW) != ()


def test_who_clears_is_alone_and_who_publishes_is_not(store: Store):
    for held in (publishing, clearing):
        with held(store.folder), pytest.raises(Busy), clearing(store.folder, wait=False):
            pass
    with publishing(store.folder), publishing(store.folder):
        pass


def test_a_staged_file_that_was_published_may_go(store: Store):
    store.publish(drafts_of(store.folder, 2), by="tests")
    assert store.collect_garbage(older_than=NOW) == ("staging/2.parquet",)
    assert store.verify() == ()


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{")])
def test_where_a_state_is_lost_or_damaged_no_table_goes(store: Store, damage):
    """Its manifest may come back from a backup: then its files must still be there."""
    store.publish(drafts_of(store.folder, 2), by="tests")
    store.publish(drafts_of(store.folder, 3), by="tests")
    tables = sorted((store.folder / "tables").iterdir())
    damage(store.folder / "manifests" / "000002.json")
    litter(store, GARBAGE[:3], NOW)
    Store(store.folder).collect_garbage(older_than=NOW)
    assert sorted((store.folder / "tables").iterdir()) == tables


def test_without_any_state_nothing_is_taken_for_an_orphan(store: Store):
    (store.folder / "manifests").rename(store.folder / "moved")
    Store(store.folder).collect_garbage(older_than=NOW)
    assert len(list((store.folder / "tables").iterdir())) == 3


def test_an_absent_store_stays_absent(tmp_path: Path):
    assert Store(tmp_path / "absent").collect_garbage(older_than=NOW) == ()
    assert not (tmp_path / "absent").exists()


def test_staging_that_is_in_use_stays_with_its_folder(store: Store):
    stage(store.folder, 9)
    assert store.collect_garbage(older_than=SAFE_AGE) == ()
    assert (store.folder / "staging" / "9.parquet").exists()
