"""A store of invented figures says so of itself, for ever, and wherever it is copied."""

from pathlib import Path

import pytest

from tests.unit.store.test_store import publish, table
from ttpv.store import Store, StoreError, restore_backup


def test_a_store_is_real_unless_it_says_otherwise(tmp_path: Path):
    store = Store(tmp_path / "store")
    assert not store.is_simulated
    publish(store, table(received=1))
    assert not store.is_simulated


def test_the_mark_is_made_once_and_stays(tmp_path: Path):
    store = Store(tmp_path / "store")
    for _ in range(2):
        store.mark_simulated()
    publish(store, table(received=1))
    assert store.is_simulated
    assert Store(tmp_path / "store").is_simulated
    assert store.verify() == ()


def test_what_was_published_as_real_cannot_become_an_invention(tmp_path: Path):
    store = Store(tmp_path / "store")
    publish(store, table(received=1))
    with pytest.raises(ValueError, match="only an empty store"):
        store.mark_simulated()
    assert not store.is_simulated


@pytest.mark.parametrize("is_simulated", [True, False])
def test_a_backup_carries_it(tmp_path: Path, is_simulated: bool):
    store = Store(tmp_path / "store")
    if is_simulated:
        store.mark_simulated()
    publish(store, table(received=1))
    store.backup(tmp_path / "x.zip")
    restore_backup(tmp_path / "x.zip", tmp_path / "back")
    assert Store(tmp_path / "back").is_simulated is is_simulated


@pytest.mark.parametrize("is_simulated", [True, False])
def test_a_backup_never_goes_into_the_other_kind_of_store(tmp_path: Path, is_simulated: bool):
    theirs, mine = Store(tmp_path / "theirs"), Store(tmp_path / "mine")
    (theirs if is_simulated else mine).mark_simulated()
    for store in (theirs, mine):
        publish(store, table(received=1))
    theirs.backup(tmp_path / "x.zip")
    before = sorted(mine.folder.rglob("*"))
    with pytest.raises(StoreError, match="không trống"):
        restore_backup(tmp_path / "x.zip", mine.folder)
    assert sorted(mine.folder.rglob("*")) == before
    assert Store(mine.folder).is_simulated is not is_simulated
