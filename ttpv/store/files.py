"""Files that survive a power cut: write, fsync, link or rename, fsync the folder.

`link` is the put-if-absent: it fails when the name is taken, so of two writers exactly one gets a
manifest's number. A name that is there always has its whole content behind it, because the content
is fsynced first; whether the name itself is durable is known only after a fsync of its folder, so
whoever finds a name already there syncs the folder too (its writer may have been killed in between;
tests/crash/test_replay.py).
"""

import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ttpv.store import disk

DRAFT_PATTERN = ".{name}.*.tmp"
ABANDONED = 24 * 3600.0
"""Seconds after which a draft beside a backup or an export belongs to nobody who still runs."""


def make_folder(folder: Path) -> None:
    """Creates `folder` with its parents, each durable in the folder above it."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        try:
            disk.make_folder(path)
        except FileExistsError:
            if not path.is_dir():
                raise
        disk.sync_folder(path.parent)


def sync_parents(folder: Path) -> None:
    """Makes durable that `folder` is there, up to the root, as far as we may look."""
    for parent in folder.absolute().parents:
        if os.access(parent, os.R_OK):
            disk.sync_folder(parent)


def sync_names(folder: Path) -> None:
    """Makes durable which names `folder` holds, whoever put them there."""
    disk.sync_folder(folder)


def write_new(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all. Raises FileExistsError when the name is taken."""
    with _written(path, content) as draft:
        disk.link(draft, path)
        disk.sync_folder(path.parent)


def write_over(path: Path, content: bytes) -> None:
    """Writes a file whole in place of what has the name, or leaves that as it is."""
    with _written(path, content) as draft:
        disk.rename(draft, path)
        disk.sync_folder(path.parent)


def write_once(
    path: Path, content: bytes, is_intact: Callable[[Path], bool] = lambda _: True
) -> None:
    """Writes a file whose name says its content; one that is there is the same, unless damaged."""
    if path.exists() and not is_intact(path):
        write_over(path, content)
        return
    if not path.exists():
        with suppress(FileExistsError):  # another writer was quicker: it is the same file
            write_new(path, content)
            return
    disk.sync_folder(path.parent)


def adopt(staged: Path, path: Path, is_intact: Callable[[Path], bool]) -> None:
    """Gives a file that somebody else wrote its lasting name; it stays under its own as well."""
    with staged.open("rb") as file:
        disk.sync_file(file)
    if path.exists() and not path.samefile(staged) and not is_intact(path):
        draft = _draft_of(path)
        disk.link(staged, draft)
        disk.rename(draft, path)
    else:
        with suppress(FileExistsError):
            disk.link(staged, path)
    disk.sync_folder(path.parent)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that appears under its name complete or not at all.

    By a rename, since backups go to sticks and shares that know no links. Raises FileExistsError
    when the name is taken.
    """
    if path.exists():
        raise FileExistsError(path)
    clear_abandoned(path)
    draft = _draft_of(path)
    try:
        with disk.open_new(draft) as file:
            yield file
            disk.sync_file(file)
        disk.rename(draft, path)
        disk.sync_folder(path.parent)
    finally:
        disk.unlink(draft)


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill that appears under its name complete and durable, or not at all.

    Raises FileExistsError unless `folder` is absent or an empty folder.
    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    make_folder(folder.parent)
    clear_abandoned(folder)
    draft = _draft_of(folder)
    disk.make_folder(draft)
    try:
        yield draft
        _sync_tree(draft)
        disk.rename(draft, folder)
        disk.sync_folder(folder.parent)
    finally:
        remove(draft)


@contextmanager
def draft_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to inside a folder of `new_folder`, which makes it durable in the end."""
    if not path.parent.exists():
        disk.make_folder(path.parent)
    with disk.open_new(path) as file:
        yield file


def remove(path: Path) -> None:
    """Removes a file, or a folder with all in it; what is gone already is fine."""
    if path.is_dir() and not path.is_symlink():
        for below in list(path.iterdir()):
            remove(below)
        disk.remove_folder(path)
    else:
        disk.unlink(path)


def clear_abandoned(path: Path) -> None:
    """Removes drafts of `path` that a kill left beside it long ago."""
    for draft in path.parent.glob(DRAFT_PATTERN.format(name=_escape(path.name))):
        if is_older(draft, ABANDONED):
            remove(draft)


def is_older(path: Path, seconds: float) -> bool:
    """Whether a file was written longer ago than that; one that is gone was not."""
    try:
        return time.time() - path.stat().st_mtime >= seconds
    except FileNotFoundError:
        return False


@contextmanager
def _written(path: Path, content: bytes) -> Iterator[Path]:
    """The content, durable, in a file beside `path`; the file goes in the end."""
    draft = _draft_of(path)
    try:
        with disk.open_new(draft) as file:
            file.write(content)
            disk.sync_file(file)
        yield draft
    finally:
        disk.unlink(draft)


def _draft_of(path: Path) -> Path:
    return path.parent / f".{path.name}.{uuid.uuid4().hex}.tmp"


def _sync_tree(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            _sync_tree(path)
        else:
            with path.open("rb") as file:
                disk.sync_file(file)
    disk.sync_folder(folder)


def _escape(name: str) -> str:
    return "".join(f"[{mark}]" if mark in "*?[" else mark for mark in name)
