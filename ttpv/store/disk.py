"""The calls that change the disk, one system call each. The store writes through them alone.

They stand by themselves so that tests/crash/ can record what a publication does and replay every
beginning of it as a power cut leaves it. `ttpv/store/files.py` puts them together; nobody else
calls them. (Delta tables are the one exception: their library writes them, into a draft folder
that is not visible before it is complete and fsynced.)
"""

import os
from pathlib import Path
from typing import BinaryIO


def make_folder(path: Path) -> None:
    path.mkdir()


def open_new(path: Path) -> BinaryIO:
    """Raises FileExistsError when the name is taken."""
    return path.open("xb")


def sync_file(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Makes durable which names are in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def link(source: Path, target: Path) -> None:
    """A second name for a file. Raises FileExistsError when the name is taken."""
    os.link(source, target)


def rename(source: Path, target: Path) -> None:
    """Takes the place of what is called `target`, at once."""
    source.rename(target)


def unlink(path: Path) -> None:
    path.unlink(missing_ok=True)


def remove_folder(path: Path) -> None:
    """An empty one."""
    path.rmdir()
