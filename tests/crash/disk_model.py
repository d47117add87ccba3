"""A disk that forgets what was not fsynced: every state that a power cut could leave.

The recorder stands in for `ttpv.store.disk`, does each call for real and keeps it in a model of
the disk. The model is pessimistic: a file's bytes are sure once the file was fsynced; a name is
sure once its folder was. What is not sure may be there or not, call by call, in any combination.
"""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from ttpv.store import disk

Snapshot = dict[str, bytes | None]
"""Path below the root → content; None is a folder."""

TORN = (b"", b"\0" * 64)
"""What a file may hold that has a name but was not fsynced."""

_MOST_COMBINATIONS = 16


CALLS = (
    *("make_folder", "open_new", "sync_file", "sync_folder"),
    *("link", "rename", "unlink", "remove_folder"),
)


class Killed(BaseException):
    """The process is gone; nothing after this call happens."""


class File:
    def __init__(self, written: bytes = b"", content: bytes | None = None) -> None:
        self.written = written
        self.content = content  # as fsynced last; None: never was


class Folder:
    """`calls` are what was done to its names, in order; the first `sure` of them are durable."""

    def __init__(self) -> None:
        self.calls: list[dict[str, File | Folder | None]] = []
        self.sure = 0

    def names(self, calls: list[dict]) -> dict[str, "File | Folder"]:
        names: dict = {}
        for call in calls:
            names |= call
        return {name: node for name, node in names.items() if node is not None}


class Recorder:
    """Records what happens below `root`; `kill_at` ends the process before that call."""

    def __init__(self, root: Path, kill_at: int | None = None) -> None:
        self.root_path = root
        self.root = self._load(root)
        self.count = 0
        self.kill_at = kill_at

    def _load(self, path: Path) -> Folder:
        """What is there already is durable, except the bytes that others staged."""
        folder = Folder()
        staged = path.name == "staging"
        for below in sorted(path.iterdir()):
            if below.is_dir():
                node: File | Folder = self._load(below)
            else:
                content = below.read_bytes()
                node = File(content, None if staged else content)
            folder.calls.append({below.name: node})
        folder.sure = len(folder.calls)
        return folder

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in CALLS:
            monkeypatch.setattr(disk, name, self._wrap(getattr(disk, name), getattr(self, name)))

    def _wrap(self, real, record):
        def call(*arguments):
            if self.kill_at is not None and self.count >= self.kill_at:
                raise Killed
            result = real(*arguments)
            record(*arguments)
            self.count += 1
            self.after_call()
            return result

        return call

    def after_call(self) -> None:
        """For whoever wants to look at the disk after each call."""

    # The calls, as the model sees them

    def make_folder(self, path: Path) -> None:
        self._name(path, Folder())

    def open_new(self, path: Path) -> None:
        self._name(path, File())

    def sync_file(self, file: BinaryIO) -> None:
        path = Path(file.name)
        node = self._find(path)
        assert isinstance(node, File)
        node.content = path.read_bytes()

    def sync_folder(self, path: Path) -> None:
        if path.absolute().is_relative_to(self.root_path):
            node = self._find(path)
            assert isinstance(node, Folder)
            node.sure = len(node.calls)

    def link(self, source: Path, target: Path) -> None:
        self._name(target, self._find(source))

    def rename(self, source: Path, target: Path) -> None:
        assert source.parent.absolute() == target.parent.absolute(), "only then it is one call"
        node = self._find(source)
        self._parent(target).calls.append({target.name: node, source.name: None})

    def unlink(self, path: Path) -> None:
        self._parent(path).calls.append({path.name: None})

    def remove_folder(self, path: Path) -> None:
        self._parent(path).calls.append({path.name: None})

    def _name(self, path: Path, node: "File | Folder") -> None:
        self._parent(path).calls.append({path.name: node})

    def _parent(self, path: Path) -> Folder:
        node = self._find(path.parent)
        assert isinstance(node, Folder)
        return node

    def _find(self, path: Path) -> "File | Folder":
        node: File | Folder = self.root
        for name in path.absolute().relative_to(self.root_path).parts:
            assert isinstance(node, Folder)
            node = node.names(node.calls)[name]
        return node

    # What a cut now could leave

    def now(self) -> Snapshot:
        """Everything done, nothing forgotten: what should be on the real disk."""
        return self._read(self.root, {id(call) for call in self._unsure()}, None)

    def crashes(self) -> Iterator[Snapshot]:
        unsure = [id(call) for call in self._unsure()]
        for kept in _combinations(unsure):
            for torn in TORN:
                yield self._read(self.root, set(kept), torn)

    def _unsure(self) -> list[dict]:
        found, folders = [], [self.root]
        while folders:
            folder = folders.pop()
            found += folder.calls[folder.sure :]
            for call in folder.calls:
                folders += [node for node in call.values() if isinstance(node, Folder)]
        return found

    def _read(self, folder: Folder, kept: set[int], torn: bytes | None) -> Snapshot:
        sure, unsure = folder.calls[: folder.sure], folder.calls[folder.sure :]
        names = folder.names(sure + [call for call in unsure if id(call) in kept])
        snapshot: Snapshot = {}
        for name, node in names.items():
            if isinstance(node, File):
                unsynced = node.written if torn is None else torn
                snapshot[name] = unsynced if node.content is None else node.content
            else:
                snapshot[name] = None
                below = self._read(node, kept, torn)
                snapshot |= {f"{name}/{path}": content for path, content in below.items()}
        return snapshot


def _combinations(unsure: list[int]) -> Iterator[tuple[int, ...]]:
    """All of them where they are few; else none, all, each alone, each left out, and some more."""
    if 2 ** len(unsure) <= _MOST_COMBINATIONS:
        for size in range(len(unsure) + 1):
            yield from itertools.combinations(unsure, size)
        return
    yield from ((), tuple(unsure))
    for call in unsure:
        yield (call,)
        yield tuple(other for other in unsure if other != call)
    chance = random.Random(len(unsure))
    for _ in range(_MOST_COMBINATIONS // 2):
        yield tuple(call for call in unsure if chance.random() < 0.5)


def read_folder(root: Path) -> Snapshot:
    return {
        path.relative_to(root).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in root.rglob("*")
    }


def write_folder(snapshot: Snapshot, root: Path) -> None:
    root.mkdir()
    for path, content in sorted(snapshot.items()):
        if content is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(content)
