"""Whether a file of the store still holds what its name or its manifest says."""

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ttpv.store.tables import DamagedTable, hash_stored


def hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_intact_table(path: Path, content: str) -> bool:
    """Whether the figures in it are those that `content` (Entry.content) is the hash of."""
    try:
        return hash_stored(path) == content
    except DamagedTable:
        return False


def is_intact_source(path: Path) -> bool:
    """Whether a kept upload is, byte by byte, the file whose SHA-256 is its name."""
    return hash_file(path) == path.name


def is_intact_extra(path: Path) -> bool:
    """Whether the file's SHA-256 begins with the digits in its name, and it is Parquet."""
    digits = path.stem.rpartition("_")[2]
    if not hash_file(path).startswith(digits):
        return False
    try:
        with path.open("rb") as file:
            pq.read_metadata(file)
    except (pa.ArrowException, OSError):
        return False
    return True
