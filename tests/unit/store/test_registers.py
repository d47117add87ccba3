"""Each state names the reference data in force with it; registers are edited, restored, kept."""

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.store.test_store import publish, table
from ttpv.reference import (
    OTHERS_FILE,
    TARGETS_FILE,
    ReferenceFiles,
    parse_bundle,
    read_reference_files,
)
from ttpv.store import StateChanged, Store, StoreError, restore_backup

SHIPPED = read_reference_files()
TEXT = SHIPPED.texts[TARGETS_FILE]
HIGHER = TEXT.replace("value = 50", "value = 60")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store", SHIPPED)
    publish(store, table(received=1))
    return store


def bundle(store: Store, snapshot: str) -> ReferenceFiles:
    digest = store.open_snapshot(snapshot).reference
    assert digest is not None
    return parse_bundle(store.read_reference_text(digest).encode())


def test_each_state_names_what_was_in_force(store: Store):
    edited = store.set_register(TARGETS_FILE, HIGHER, by="an").snapshot
    assert bundle(store, "1").texts == SHIPPED.texts
    assert bundle(store, "2").texts == {**SHIPPED.texts, TARGETS_FILE: HIGHER}
    assert (edited.action, edited.published_by, list(edited.registers)) == (
        "set_register",
        "an",
        [TARGETS_FILE],
    )
    (change,) = edited.register_changes
    ends = [store.read_reference_text(end) for end in (change.before, change.after)]
    assert (change.file, ends) == (TARGETS_FILE, [TEXT, HIGHER])
    assert edited.entries == store.open_snapshot("1").entries
    assert store.verify() == ()


def test_later_states_keep_the_register(store: Store):
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    state = publish(store, table(received=2)).snapshot
    assert state.registers == store.open_snapshot("2").registers
    assert (state.reference, state.register_changes) == (store.open_snapshot("2").reference, ())


def test_the_same_again_is_no_change(store: Store):
    assert not store.set_register(TARGETS_FILE, TEXT, by="an").changed
    assert store.set_register(TARGETS_FILE, HIGHER, by="an").changed
    assert not store.set_register(TARGETS_FILE, HIGHER, by="an").changed


def test_an_empty_register_is_one_too(store: Store):
    state = store.set_register(TARGETS_FILE, "", by="an").snapshot
    assert bundle(store, state.id).texts[TARGETS_FILE] == ""


@pytest.mark.parametrize("text", [None, TEXT])
def test_back_to_the_shipped_text(store: Store, text: str | None):
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    state = store.set_register(TARGETS_FILE, text, by="an").snapshot
    assert (state.id, state.registers) == ("000003", {})
    assert state.reference == store.open_snapshot("1").reference
    (change,) = state.register_changes
    assert store.read_reference_text(change.after) == TEXT


def test_a_restored_state_brings_its_registers_back(store: Store):
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    back = store.restore("1", by="an").snapshot
    assert (back.registers, len(back.register_changes)) == ({}, 1)
    again = store.restore("2", by="an").snapshot
    assert again.registers == store.open_snapshot("2").registers
    assert store.verify() == ()


def test_a_restored_period_leaves_the_registers(store: Store):
    publish(store, table(received=2))
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    (period,) = store.current().periods
    state = store.restore("1", by="an", period=period).snapshot
    assert state.registers == store.open_snapshot("3").registers


def test_a_register_that_does_not_fit_is_refused(store: Store):
    wrong = TEXT.replace('"online_submission"', '"no_such_rate"')
    with pytest.raises(StoreError, match="no_such_rate"):
        store.set_register(TARGETS_FILE, wrong, by="an")
    with pytest.raises(KeyError, match="unknown"):
        store.set_register("unknown.toml", "", by="an")
    assert store.numbers() == [1]


def test_who_saw_another_state_edits_nothing(store: Store):
    publish(store, table(received=2))
    with pytest.raises(StateChanged):
        store.set_register(TARGETS_FILE, HIGHER, by="an", expect="000001")


def test_another_version_of_the_program_names_its_own_files(store: Store):
    """After an update of the program the earlier states keep the reference data of then."""
    rates = SHIPPED.texts["rates.toml"] + "\n# a later edition\n"
    later = Store(store.folder, SHIPPED.overlaid({"rates.toml": rates}))
    publish(later, table(received=2))
    assert bundle(later, "1").texts == SHIPPED.texts
    assert bundle(later, "2").texts["rates.toml"] == rates


@pytest.mark.parametrize("content", [b"{}", None])
def test_a_damaged_bundle_is_found_and_made_good(store: Store, content: bytes | None):
    digest = store.current().reference
    path = store.folder / "references" / digest
    path.unlink() if content is None else path.write_bytes(content)
    (finding,) = store.verify()
    assert (finding.kind, finding.path) == ("reference", f"references/{digest}")
    assert finding.snapshots == ("000001",)
    assert "Ảnh hưởng: lần công bố 000001. Hãy chép lại" in finding.message
    with pytest.raises(StoreError, match="references/"):
        store.read_reference_text(digest)
    publish(store, table(received=2))
    assert store.verify() == ()


def test_a_damaged_register_keeps_its_state_from_being_restored(store: Store):
    state = store.set_register(TARGETS_FILE, HIGHER, by="an").snapshot
    store.set_register(TARGETS_FILE, None, by="an")
    (store.folder / "references" / state.registers[TARGETS_FILE]).write_bytes(b"")
    with pytest.raises(StoreError, match="references/"):
        store.restore("2", by="an")
    assert store.numbers() == [1, 2, 3]


def test_prune_keeps_what_is_still_named(store: Store):
    """Of the state before stays the text that the edit replaced: the edit can be undone."""
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    store.prune(by="an", keep=1, dry_run=False)
    current = store.current()
    assert {path.name for path in (store.folder / "references").iterdir()} == set(
        current.references
    )
    (change,) = current.register_changes
    assert store.read_reference_text(change.before) == TEXT
    assert store.verify() == ()


def test_a_backup_holds_them(store: Store, tmp_path: Path):
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    store.backup(tmp_path / "x.zip")
    assert restore_backup(tmp_path / "x.zip", tmp_path / "again").registers
    again = Store(tmp_path / "again", SHIPPED)
    assert bundle(again, "2").texts[TARGETS_FILE] == HIGHER


def test_a_name_that_is_a_path_is_refused(store: Store):
    path = store.folder / "manifests" / "000001.json"
    manifest = json.loads(path.read_text())
    path.write_text(json.dumps({**manifest, "reference": "../FORMAT", "seal": ""}))
    with pytest.raises(StoreError, match="tham chiếu không hợp lệ"):
        Store(store.folder).current()


def test_format_two_is_read_and_carried_on(store: Store):
    folder = store.folder
    path = folder / "manifests" / "000001.json"
    manifest = json.loads(path.read_text()) | {"format": 2, "seal": ""}
    for name in ("reference", "registers", "register_changes", "register_bases"):
        del manifest[name]
    path.write_text(json.dumps(manifest))
    (folder / "FORMAT").write_text("2\n")
    shutil.rmtree(folder / "references")
    old = Store(folder, SHIPPED)
    assert (old.current().reference, old.current().registers, old.verify()) == (None, {}, ())
    state = old.set_register(TARGETS_FILE, HIGHER, by="an").snapshot
    assert ((folder / "FORMAT").read_text(), state.format) == ("3\n", 3)
    assert old.open_snapshot("1").reference is None
    assert old.verify() == ()


def test_a_register_is_published_with_forms_in_one_state(store: Store):
    text = '[[index]]\nday = 2023-12-25\nrank = "thứ nhất"\n'
    published = store.publish([], by="an", registers={OTHERS_FILE: text})
    state = published.snapshot
    assert (published.changed, state.number, state.action) == (True, 2, "set_register")
    assert store.read_reference_text(state.registers[OTHERS_FILE]) == text
    assert not store.publish([], by="an", registers={OTHERS_FILE: text}).changed
    with pytest.raises(ValueError, match="nothing to publish"):
        store.publish([], by="an")
    with pytest.raises(KeyError, match="unknown"):
        store.publish([], by="an", registers={"unknown.toml": text})
    with pytest.raises(StoreError, match="stands twice"):
        store.publish([], by="an", registers={OTHERS_FILE: text * 2})
    assert store.numbers() == [1, 2]
    assert store.verify() == ()
