"""Write-once files that survive a power cut: write, fsync, link, fsync the folder.

`os.link` is the put-if-absent: it fails when the name is taken, so no file is ever replaced and of
two writers exactly one gets a manifest's number.
"""

import os
import uuid
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Creates `folder` with its parents, each entry fsynced in the folder above it."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        _sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all. Raises FileExistsError when the name is taken."""
    draft = path.parent / f".{path.name}.{uuid.uuid4().hex}.tmp"
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
        _sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def write_once(path: Path, content: bytes) -> None:
    """Writes a file whose name says its content; an existing one is the same file."""
    if path.exists():
        return
    try:
        write_new(path, content)
    except FileExistsError:
        return


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
