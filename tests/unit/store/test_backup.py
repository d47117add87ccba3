"""A store in one file and back; archives that were damaged or made by somebody else."""

import hashlib
import os
import random
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.states import describe, drafts_of
from tests.unit.store.test_store import publish, table
from ttpv.store import Store, StoreError, restore_backup
from ttpv.store.backup import SUMS

Members = dict[str, bytes]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Five states, of which one is pinned and one was pruned."""
    store = Store(tmp_path / "store")
    for count in range(1, 6):
        store.publish(drafts_of(store.folder, count), by="tests")
    store.pin("2", by="tests", why="x")
    store.prune(by="tests", keep=3, dry_run=False)
    return store


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    store.backup(tmp_path / "x.zip")
    return tmp_path / "x.zip"


def contents(folder: Path) -> dict[str, bytes]:
    """All but what is staged."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "staging" not in path.parts
    }


def test_all_of_it_comes_back(store: Store, file: Path, tmp_path: Path):
    current = restore_backup(file, tmp_path / "a" / "b")
    again = Store(tmp_path / "a" / "b")
    assert current == again.current() == store.current()
    assert contents(again.folder) == contents(store.folder)
    assert again.history() == store.history()
    assert (again.pins(), again.prunings()) == (store.pins(), store.prunings())
    assert publish(again, table(received=77)).snapshot.id == "000006"


def test_a_backup_says_what_it_holds(store: Store, tmp_path: Path):
    backup = store.backup(tmp_path / "x.zip")
    assert (backup.snapshot, backup.snapshots) == ("000005", 4)
    assert backup.files == len(contents(store.folder))
    assert backup.size == (tmp_path / "x.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        sums = archive.read(SUMS).decode().splitlines()
        for line in sums:
            digest, name = line.split("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    assert len(sums) == backup.files


def test_a_backup_while_others_publish_is_one_of_their_states(store: Store, tmp_path: Path):
    done, states = threading.Event(), [describe(store.current())]

    def go_on() -> None:
        writer = Store(store.folder)
        for count in range(100, 1000):
            if done.is_set():
                return
            states.append(describe(writer.publish(drafts_of(store.folder, count), by="x").snapshot))

    thread = threading.Thread(target=go_on)
    thread.start()
    files = [tmp_path / f"{number}.zip" for number in range(3)]
    for path in files:
        store.backup(path)
    done.set()
    thread.join()
    for path in files:
        restore_backup(path, path.with_suffix(""))
        assert describe(Store(path.with_suffix("")).current()) in states


def test_what_is_taken_is_never_overwritten(store: Store, file: Path, tmp_path: Path):
    with pytest.raises(StoreError, match="đã có"):
        store.backup(file)
    for taken in (store.folder, file):
        with pytest.raises(StoreError, match="không trống"):
            restore_backup(file, taken)
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    restore_backup(file, tmp_path / "link")
    assert Store(tmp_path / "empty").current() == store.current()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "link", "store", "x.zip"]


def test_nothing_to_back_up(tmp_path: Path):
    for folder in ("absent", "."):
        with pytest.raises(StoreError, match="chưa có gì để sao lưu"):
            Store(tmp_path / folder).backup(tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_not_backed_up_as_if_it_were_whole(store: Store, tmp_path: Path):
    next((store.folder / "sources").iterdir()).write_bytes(b"other")
    with pytest.raises(StoreError, match="chưa sao lưu"):
        store.backup(tmp_path / "x.zip")
    assert not (tmp_path / "x.zip").exists()


def test_drafts_that_a_kill_left_are_cleared_when_they_are_old(store: Store, tmp_path: Path):
    old, young = tmp_path / ".x.zip.abc.tmp", tmp_path / ".x.zip.def.tmp"
    for path in (old, young):
        path.write_bytes(b"half")
    then = time.time() - 48 * 3600
    os.utime(old, (then, then))
    store.backup(tmp_path / "x.zip")
    assert (old.exists(), young.exists()) == (False, True)


# Archives that are not what they should be


def remake(file: Path, change: Callable[[Members], object], **options) -> None:
    """The archive with other members, and sums that fit them unless `change` made its own."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before = members[SUMS]
    change(members)
    if members.get(SUMS) == before:
        members[SUMS] = "".join(
            f"{hashlib.sha256(content).hexdigest()}  {name}\n"
            for name, content in members.items()
            if name != SUMS
        ).encode()
    with zipfile.ZipFile(file, "w", **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def first(members: Members, folder: str) -> str:
    return next(name for name in members if name.startswith(folder))


def refuse(file: Path, why: str = "Không khôi phục được") -> None:
    folder = file.parent / "target" / "store"
    with pytest.raises(StoreError, match=why) as caught:
        restore_backup(file, folder)
    assert str(file) in str(caught.value)
    assert not folder.exists()
    assert list(folder.parent.iterdir() if folder.parent.exists() else ()) == []


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/evil",
        "tables/../../evil",
        "tables\\evil",
        "manifests/../FORMAT",
        "evil",
        "tables/",
        "staging/evil.parquet",
        f"sources/{'g' * 64}",
        f"sources/../{'0' * 64}",
        "tables/2023-01-01..2023-01-31_a/../../../x_0123456789abcdef.parquet",
        "manifests/000009.json.exe",
        "C:evil",
    ],
)
def test_a_name_that_is_not_a_store_s_own(file: Path, name: str):
    remake(file, lambda members: members.update({name: b"evil"}))
    refuse(file, "có tệp lạ|không khớp")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda m: m.pop(SUMS), SUMS),
        (lambda m: m.update({SUMS: b"not a list"}), SUMS),
        (lambda m: m.update({SUMS: b"\xff"}), "hỏng"),
        (lambda m: m.update({SUMS: m[SUMS].rpartition(b"\n")[0][:-70]}), SUMS),
        (lambda m: m.update({SUMS: m[SUMS] + b"0" * 64 + b"  tables/x\n"}), "không khớp"),
        (lambda m: m.update({first(m, "tables"): b"x", SUMS: m[SUMS] + b""}), "hỏng"),
        (lambda m: m.pop("FORMAT"), "định dạng"),
        (lambda m: m.update({"FORMAT": b"9\n"}), "định dạng"),
        (lambda m: m.pop(first(m, "tables")), "không còn"),
        (lambda m: m.pop(first(m, "sources")), "không còn"),
        (lambda m: m.pop("manifests/000003.json"), "000003"),
        (lambda m: m.update({"manifests/000003.json": b"{}"}), "000003"),
        (lambda m: [m.pop(n) for n in list(m) if n != SUMS and n != "FORMAT"], "lần công bố"),
    ],
)
def test_a_store_that_is_not_whole(file: Path, change: Callable[[Members], object], why: str):
    remake(file, change)
    refuse(file, why)


def test_a_hash_that_does_not_fit(file: Path):
    with zipfile.ZipFile(file) as archive:
        sums = archive.read(SUMS)
    digest = sums[:64]
    other = b"0" * 64
    remake(file, lambda members: members.update({SUMS: sums.replace(digest, other)}))
    refuse(file, "sai SHA-256")


def test_compression_is_none_of_ours(file: Path):
    """So a bomb is refused before a byte of it is unpacked."""
    remake(
        file,
        lambda members: members.update({f"sources/{'0' * 64}": bytes(10_000_000)}),
        compression=zipfile.ZIP_DEFLATED,
    )
    refuse(file)


def test_members_that_share_their_bytes_claim_more_than_there_is(file: Path):
    """A directory that lists one big member many times unpacks into many times its size."""
    members = [f"sources/{number:064x}" for number in range(20)]
    big = bytes(100_000)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(members[0], big)
        only = archive.getinfo(members[0])
        for name in members[1:]:
            copy = zipfile.ZipInfo(name)
            copy.header_offset, copy.CRC = only.header_offset, only.CRC
            copy.file_size = copy.compress_size = len(big)
            archive.filelist.append(copy)
            archive.NameToInfo[name] = copy
        digest = hashlib.sha256(big).hexdigest()
        archive.writestr(SUMS, "".join(f"{digest}  {name}\n" for name in members))
    refuse(file)


def test_twice_the_same_name(file: Path):
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("FORMAT", b"2\n")
    refuse(file, "không khớp")


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_no_archive_at_all(file: Path, content: bytes):
    file.write_bytes(content)
    refuse(file)


def test_a_cut_archive(file: Path):
    content = file.read_bytes()
    for length in range(0, len(content), len(content) // 25):
        file.write_bytes(content[:length])
        refuse(file)


def test_any_damage_is_refused_or_does_no_harm(store: Store, file: Path, tmp_path: Path):
    content, chance, refused = file.read_bytes(), random.Random(3), 0
    for round_ in range(150):
        damaged = bytearray(content)
        for _ in range(chance.choice([1, 1, 4])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        file.write_bytes(damaged)
        folder = tmp_path / "restored" / str(round_)
        try:
            restore_backup(file, folder)
        except StoreError:
            refused += 1
            assert not folder.exists()
        else:
            assert contents(folder) == contents(store.folder)
    assert refused > 100
