"""A power cut after any call to the disk: the state before or after, never between.

Kills cannot show a power cut, since the system keeps what a killed process wrote. So each thing
that the store does is recorded call by call and, after every call, each disk that a cut could
leave is built and opened afresh (tests/crash/disk_model.py says what may be lost).
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.crash.disk_model import Killed, Recorder, Snapshot, read_folder, write_folder
from tests.crash.states import NOW, assert_whole, describe, drafts_of, leftovers, report_of
from ttpv.core.periods import parse_period
from ttpv.reference import TARGETS_FILE
from ttpv.store import Store, disk, restore_backup

FOLDER = Path("data") / "kho"

Do = Callable[[Path], object]


def nothing(root: Path) -> None:
    pass


def one_state(root: Path) -> None:
    Store(root / FOLDER).publish(drafts_of(root / FOLDER, 1), by="tests")


def three_states(root: Path) -> None:
    store = Store(root / FOLDER)
    for count in (1, 2):
        store.publish(drafts_of(root / FOLDER, count), by="tests")
    store.add_alias("SYT", "so-y-te", by="tests")


def format_one(root: Path) -> None:
    """As the first version of the program left it: no kept source, no seal, FORMAT 1."""
    one_state(root)
    folder = root / FOLDER
    for name in ("sources", "staging", "references"):
        shutil.rmtree(folder / name)
    for extra in folder.glob("tables/*cube*"):
        extra.unlink()
    (folder / "FORMAT").write_text("1\n")
    manifest = folder / "manifests" / "000001.json"
    manifest.write_bytes(make_format_one(manifest.read_bytes()))


def make_format_one(content: bytes) -> bytes:
    manifest = json.loads(content)
    manifest["format"] = 1
    unknown = ("aliases", "restored_from", "restored_period", "action", "alias_changes", "seal")
    for name in (*unknown, "reference", "registers", "register_changes", "register_bases"):
        manifest.pop(name, None)
    for entry in manifest["entries"]:
        entry.pop("extras", None)
        entry["source"].pop("kept", None)
    return json.dumps(manifest, indent=1).encode()


def publish_first(root: Path) -> object:
    return Store(root / FOLDER).publish(drafts_of(root / FOLDER, 1), by="tests")


def publish_next(root: Path) -> object:
    return Store(root / FOLDER).publish(drafts_of(root / FOLDER, 5), by="tests")


def publish_without_extras(root: Path) -> object:
    return Store(root / FOLDER).publish(drafts_of(root / FOLDER, 1, extras=False), by="tests")


def restore(root: Path) -> object:
    return Store(root / FOLDER).restore("000001", by="tests")


def restore_period(root: Path) -> object:
    period = parse_period("2023-01")
    return Store(root / FOLDER).restore("000001", by="tests", period=period)


def withdraw(root: Path) -> object:
    period = parse_period("2023-01")
    return Store(root / FOLDER).withdraw(period, "annex-2", by="tests", reason="x", expect="000003")


def add_alias(root: Path) -> object:
    return Store(root / FOLDER).add_alias("Sở YT", "so-y-te", by="tests")


def set_register(root: Path) -> object:
    store = Store(root / FOLDER)
    text = store.shipped.texts[TARGETS_FILE]
    return store.set_register(TARGETS_FILE, text.replace("value = 50", "value = 60"), by="tests")


def undo_register(root: Path) -> object:
    return Store(root / FOLDER).set_register(TARGETS_FILE, None, by="tests")


def edited(root: Path) -> None:
    """A state whose targets are not the shipped ones."""
    one_state(root)
    set_register(root)


def prune(root: Path) -> object:
    return Store(root / FOLDER).prune(by="tests", keep=1, dry_run=False)


def pin(root: Path) -> object:
    return Store(root / FOLDER).pin("000001", by="tests", why="x")


def take_report(root: Path) -> object:
    return Store(root / FOLDER).record_report(report_of(1, by="tests"))


def take_report_again(root: Path) -> object:
    """By somebody without a name: the second is the first."""
    Store(root / FOLDER).record_report(report_of(1))
    return Store(root / FOLDER).record_report(report_of(1))


CASES: list[tuple[Do, Do]] = [
    (nothing, publish_first),
    (nothing, publish_without_extras),
    (one_state, publish_next),
    (three_states, publish_next),
    (three_states, restore),
    (three_states, restore_period),
    (three_states, withdraw),
    (one_state, add_alias),
    (one_state, set_register),
    (edited, undo_register),
    (edited, restore),
    (three_states, prune),
    (three_states, pin),
    (one_state, take_report),
    (one_state, take_report_again),
    (format_one, publish_next),
    (format_one, publish_without_extras),
]
NOT_AGAIN = (prune, pin, add_alias, restore_period, withdraw, take_report)
AGAIN = [case for case in CASES if case[1] not in NOT_AGAIN]
NAMES = [f"{start.__name__}-{act.__name__}" for start, act in CASES]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The disk that is recorded."""
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


def prepare(root: Path, start: Do, act: Do) -> None:
    """What importers stage is there before the store is asked to publish it."""
    start(root)
    if act is publish_first:
        drafts_of(root / FOLDER, 1)
    if act is publish_next:
        drafts_of(root / FOLDER, 5)


def record(root: Path, act: Do, monkeypatch: pytest.MonkeyPatch) -> tuple[Recorder, list[Snapshot]]:
    """Acts, and gives every disk that a cut could have left on the way, each once."""
    recorder, crashes = Recorder(root), Distinct()
    with monkeypatch.context() as patch:
        recorder.install(patch)
        recorder.after_call = lambda: crashes.add(recorder)
        crashes.add(recorder)
        act(root)
    assert recorder.now() == read_folder(root), "a call that writes was not recorded"
    return recorder, list(crashes.found.values())


class Distinct:
    """The disks that cuts could leave, without repetition."""

    def __init__(self) -> None:
        self.found: dict[tuple, Snapshot] = {}

    def add(self, recorder: Recorder) -> None:
        for crash in recorder.crashes():
            self.found.setdefault(tuple(sorted(crash.items())), crash)


def rebuild(crashes: Iterable[Snapshot], tmp_path: Path) -> Iterator[Path]:
    """Each of the disks for real, one at a time."""
    for crash in crashes:
        disk = tmp_path / "rebuilt"
        write_folder(crash, disk)
        yield disk
        shutil.rmtree(disk)


def after_all(recorder: Recorder) -> list[Snapshot]:
    """The disks that a cut could leave once the store has said that it is done."""
    distinct = Distinct()
    distinct.add(recorder)
    return list(distinct.found.values())


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own disks need not survive anything."""
    monkeypatch.setattr(disk, "sync_folder", lambda path: None)
    monkeypatch.setattr(disk, "sync_file", lambda file: file.flush())


@pytest.mark.parametrize(("start", "act"), CASES, ids=NAMES)
def test_every_beginning_is_before_or_after(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Do, act: Do
):
    prepare(root, start, act)
    before = describe(Store(root / FOLDER).current())
    recorder, crashes = record(root, act, monkeypatch)
    after = describe(Store(root / FOLDER).current())
    for rebuilt in rebuild(crashes, tmp_path):
        assert_whole(rebuilt / FOLDER, [before, after])
    for rebuilt in rebuild(after_all(recorder), tmp_path):
        store = assert_whole(rebuilt / FOLDER, [after])
        assert len(store.prunings()) == (act is prune)
        assert [pinned.id for pinned in store.pins()] == (["000001"] if act is pin else [])
        assert len(store.reports()) == (act in (take_report, take_report_again))


@pytest.mark.parametrize(
    ("start", "act"), AGAIN, ids=[f"{start.__name__}-{act.__name__}" for start, act in AGAIN]
)
def test_killed_then_done_again_by_another_and_then_a_power_cut(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Do, act: Do
):
    """What the killed one left is visible and not yet durable: the next one must not rely on it."""
    prepare(root, start, act)
    fresh = read_folder(root)
    calls = record(root, act, monkeypatch)[0].count
    after = describe(Store(root / FOLDER).current())
    for kill_at in range(calls):
        shutil.rmtree(root)
        write_folder(fresh, root)
        recorder = Recorder(root, kill_at)
        with monkeypatch.context() as patch:
            recorder.install(patch)
            with pytest.raises(Killed):
                act(root)
            recorder.kill_at = None
            act(root)
        for rebuilt in rebuild(after_all(recorder), tmp_path):
            assert_whole(rebuilt / FOLDER, [after])


def test_a_backup_is_there_whole_or_not_at_all(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    three_states(root)
    before = describe(Store(root / FOLDER).current())
    file = "sao-luu.zip"
    recorder, crashes = record(root, lambda r: Store(r / FOLDER).backup(r / file), monkeypatch)
    for rebuilt in rebuild(crashes, tmp_path):
        assert_whole(rebuilt / FOLDER, [before])
        if (rebuilt / file).exists():
            restore_backup(rebuilt / file, rebuilt / "again")
            assert_whole(rebuilt / "again", [before])
    assert all(file in crash for crash in after_all(recorder))


def test_a_store_is_restored_whole_or_not_at_all(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    one_state(tmp_path)
    before = describe(Store(tmp_path / FOLDER).current())
    Store(tmp_path / FOLDER).backup(tmp_path / "x.zip")
    recorder, crashes = record(
        root, lambda r: restore_backup(tmp_path / "x.zip", r / FOLDER), monkeypatch
    )
    for rebuilt in rebuild(crashes, tmp_path):
        assert_whole(rebuilt / FOLDER, [None, before])
    for rebuilt in rebuild(after_all(recorder), tmp_path):
        assert_whole(rebuilt / FOLDER, [before])


def test_clearing_garbage_may_be_cut_as_well(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    three_states(root)
    folder = root / FOLDER
    for path in ("manifests/.000004.json.x.tmp", "staging/half", f"sources/{'0' * 64}"):
        (folder / path).write_bytes(b"half")
    before = describe(Store(folder).current())
    _, crashes = record(
        root, lambda r: Store(r / FOLDER).collect_garbage(older_than=NOW), monkeypatch
    )
    assert leftovers(folder) == set()
    for rebuilt in rebuild(crashes, tmp_path):
        assert_whole(rebuilt / FOLDER, [before])
