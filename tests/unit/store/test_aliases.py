"""Learned names are part of the state: who, when, and every later publication carries them on."""

from pathlib import Path

import pytest

from tests.unit.store.test_store import publish, table
from ttpv.store import StateChanged, Store, StoreError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def names(store: Store) -> dict[str, str]:
    current = store.current()
    return {alias.name: alias.department for alias in current.aliases} if current else {}


def test_a_name_is_learned_and_carried_on(store: Store):
    publish(store, table(received=1))
    learned = store.add_alias("  Sở\u00a0YT ", "so-y-te", by="an").snapshot
    (alias,) = learned.aliases
    assert (alias.name, alias.department, alias.added_by) == ("Sở YT", "so-y-te", "an")
    assert alias.added_at.tzinfo is not None
    assert (learned.action, learned.changes, len(learned.entries)) == ("add_alias", (), 1)
    after = publish(store, table(received=2)).snapshot
    assert (after.aliases, after.alias_changes) == ((alias,), ())


def test_names_that_read_alike_are_one_name(store: Store):
    store.add_alias("Sở LĐTB-XH", "so-y-te", by="an")
    changed = store.add_alias("sở lđtb xh", "so-noi-vu", by="an").snapshot
    assert names(store) == {"sở lđtb xh": "so-noi-vu"}
    assert [change.change for change in changed.alias_changes] == ["replaced"]


def test_the_same_again_is_no_change(store: Store):
    store.add_alias("SYT", "so-y-te", by="an")
    assert not store.add_alias("syt", "so-y-te", by="binh").changed
    assert store.numbers() == [1]


def test_a_name_is_forgotten(store: Store):
    store.add_alias("SYT", "so-y-te", by="an")
    forgotten = store.remove_alias("syt", by="an").snapshot
    assert (names(store), forgotten.action) == ({}, "remove_alias")
    assert [change.change for change in forgotten.alias_changes] == ["removed"]
    assert not store.remove_alias("SYT", by="an").changed


def test_before_anything_is_published(store: Store):
    with pytest.raises(StoreError, match="chưa có tên gọi"):
        store.remove_alias("SYT", by="an")
    assert not store.folder.exists()
    assert store.add_alias("SYT", "so-y-te", by="an").snapshot.periods == ()


@pytest.mark.parametrize(("name", "department"), [("", "so-y-te"), (" - ", "so-y-te"), ("SYT", "")])
def test_nothing_names_nobody(store: Store, name: str, department: str):
    with pytest.raises(ValueError, match="not a name"):
        store.add_alias(name, department, by="an")


BEFORE, AFTER = "so-tai-chinh", "so-tai-chinh-2025"  # one until 28/02/2025, the other from then on


def learned(store: Store) -> list[tuple[str, str]]:
    current = store.current()
    assert current is not None
    return [(alias.name, alias.department) for alias in current.aliases]


def test_a_name_is_one_departments_before_a_merger_and_anothers_after(store: Store):
    store.add_alias("Ngành TC", BEFORE, by="an", rivals={"so-y-te"})
    after = store.add_alias("Ngành TC", AFTER, by="an", rivals={"so-y-te"}).snapshot
    assert learned(store) == [("Ngành TC", BEFORE), ("Ngành TC", AFTER)]
    assert [(c.department, c.change) for c in after.alias_changes] == [(AFTER, "added")]
    assert not store.add_alias("ngành tc", BEFORE, by="an", rivals={"so-y-te"}).changed


def test_a_name_moves_away_from_all_who_exist_beside(store: Store):
    """Sở Y tế exists before and after the merger: the name can be neither's any more."""
    for id_ in (BEFORE, AFTER):
        store.add_alias("Ngành TC", id_, by="an", rivals={"so-y-te"})
    moved = store.add_alias("ngành TC", "so-y-te", by="an", rivals={BEFORE, AFTER}).snapshot
    assert learned(store) == [("ngành TC", "so-y-te")]
    assert [(c.department, c.change) for c in moved.alias_changes] == [("so-y-te", "replaced")]


def test_one_of_two_meanings_is_forgotten(store: Store):
    for id_ in (BEFORE, AFTER):
        store.add_alias("Ngành TC", id_, by="an", rivals=())
    store.remove_alias("ngành tc", by="an", department=BEFORE)
    assert learned(store) == [("Ngành TC", AFTER)]
    assert not store.remove_alias("ngành tc", by="an", department=BEFORE).changed
    assert store.remove_alias("ngành tc", by="an").snapshot.aliases == ()


def test_who_has_seen_another_state_changes_nothing(store: Store):
    store.add_alias("SYT", "so-y-te", by="an")
    with pytest.raises(StateChanged):
        store.add_alias("SNV", "so-noi-vu", by="an", expect="")
    with pytest.raises(StateChanged):
        store.remove_alias("SYT", by="an", expect="000009")
    assert store.numbers() == [1]
