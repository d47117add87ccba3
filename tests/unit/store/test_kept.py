"""What a publication keeps beside the figures: the upload itself, and what belongs to a list."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.crash.states import NOW, drafts_of, source_of, stage
from tests.unit.store.test_store import SOURCE, table
from ttpv.store import Draft, Store, StoreError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def draft(count: int, content: bytes | None = None, **extras: Path) -> Draft:
    source = SOURCE if content is None else source_of(content)
    return Draft(table(received=count), source, (), content, extras)


def test_an_upload_is_kept_byte_for_byte(store: Store):
    content = bytes(range(256))
    (entry,) = store.publish([draft(1, content)], by="tests").snapshot.entries
    assert entry.source.kept
    assert (store.folder / "sources" / entry.source.sha256).read_bytes() == content


def test_a_list_is_kept_as_its_hash_alone(store: Store):
    (entry,) = store.publish([draft(1)], by="tests").snapshot.entries
    assert not entry.source.kept
    assert not (store.folder / "sources").exists()


def test_another_file_than_it_says_is_a_wrong_call(store: Store):
    wrong = replace(draft(1, b"one"), content=b"two")
    with pytest.raises(ValueError, match="another file"):
        store.publish([wrong], by="tests")
    assert store.current() is None


def test_two_forms_of_one_file_keep_it_once(store: Store):
    store.publish(drafts_of(store.folder, 1), by="tests")
    assert len(list((store.folder / "sources").iterdir())) == 1


def test_extras_are_taken_in_under_the_hash_of_their_bytes(store: Store):
    staged = stage(store.folder, 1)
    (entry,) = store.publish([draft(1, cube=staged)], by="tests").snapshot.entries
    name = entry.extras["cube"]
    assert name.startswith("2023-01-01..2023-01-31_annex-1_cube_")
    assert (store.folder / "tables" / name).read_bytes() == staged.read_bytes()
    staged.unlink()
    assert store.verify() == ()


def test_a_list_with_the_same_counts_and_other_dossiers_is_another(store: Store):
    store.publish([draft(1, cube=stage(store.folder, 1))], by="tests")
    other = draft(1, cube=stage(store.folder, 2))
    other = replace(other, source=source_of(b"corrected"))
    assert not store.holds(other)
    assert store.publish([other], by="tests").changed
    assert store.holds(other)


def test_the_same_list_read_twice_is_no_change_though_its_files_differ(store: Store):
    store.publish([draft(1, cube=stage(store.folder, 1))], by="tests")
    again = draft(1, cube=stage(store.folder, 2))  # same source, same rules, other bytes
    assert store.holds(again)
    assert not store.publish([again], by="tests").changed
    store.collect_garbage(older_than=NOW)
    assert len(list((store.folder / "tables").iterdir())) == 2


def test_a_staged_file_that_is_gone_is_a_sentence(store: Store):
    staged = stage(store.folder, 1)
    staged.unlink()
    with pytest.raises(StoreError, match="nhập lại danh sách"):
        store.publish([draft(1, cube=staged)], by="tests")


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"half")])
def test_publishing_again_makes_lost_and_damaged_files_good(store: Store, damage):
    drafts = drafts_of(store.folder, 1)
    store.publish(drafts, by="tests")
    (store.folder / "staging" / "1.parquet").rename(store.folder / "staging" / "copy")
    (store.folder / "staging" / "1.parquet").write_bytes(
        (store.folder / "staging" / "copy").read_bytes()
    )
    for folder in ("tables", "sources"):
        for path in (store.folder / folder).iterdir():
            damage(path)
    assert len(store.verify()) == 4
    assert not store.publish(drafts, by="tests").changed
    assert store.verify() == ()


def test_of_several_drafts_one_that_fails_fails_them_all(store: Store):
    good, bad = drafts_of(store.folder, 1)
    with pytest.raises(StoreError):
        store.publish([good, replace(bad, extras={"cube": Path("gone")})], by="tests")
    assert store.current() is None
    assert store.numbers() == []
