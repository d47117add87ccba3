"""Who clears files waits for who publishes, and the other way round. Readers wait for nobody.

Publishing puts files into the store before the manifest that names them; clearing removes files
that no manifest names. So publishers hold the store's folder shared and clearing holds it alone.
The system lets a lock go when its process ends, however it ends, so nothing is left to clean up.
Two who publish at once do not wait for each other: the manifest's number decides between them.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):
    """Somebody holds the store, and we were not to wait."""


@contextmanager
def publishing(folder: Path) -> Iterator[None]:
    """Holds the store shared: its files stay."""
    with _locked(folder, fcntl.LOCK_SH):
        yield


@contextmanager
def clearing(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Holds the store alone: nobody is between its files and its manifest. May raise Busy."""
    with _locked(folder, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB):
        yield


@contextmanager
def _locked(folder: Path, mode: int) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, mode)
        except BlockingIOError:
            raise Busy(folder) from None
        yield
    finally:
        os.close(handle)
