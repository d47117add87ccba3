"""Stores to crash, what is in them, and whether one is whole."""

import hashlib
import multiprocessing
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.unit.store.test_store import SQL, table
from ttpv.store import Draft, Manifest, Source, Store
from ttpv.store.folders import Folders

NOW = timedelta(0)

# A server process that has loaded everything hands out children in milliseconds.
FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["tests.crash.states"])
pa.array([0])  # imports pandas, which would else take each child half a second


def source_of(content: bytes) -> Source:
    digest = hashlib.sha256(content).hexdigest()
    return Source(
        file="x.xlsx", sha256=digest, size=len(content), reader=1, layout=1, reference="0"
    )


def stage(folder: Path, count: int) -> Path:
    """A staged file as the reading of a dossier list leaves it."""
    (folder / "staging").mkdir(parents=True, exist_ok=True)
    path = folder / "staging" / f"{count}.parquet"
    if not path.exists():
        pq.write_table(pa.table({"count": [count]}), path)
    return path


def drafts_of(folder: Path, count: int, *, extras: bool = True) -> list[Draft]:
    """Two forms of a period with their source kept, one of them with a staged file."""
    content = b"upload %d" % count
    staged = {"cube": stage(folder, count)} if extras else {}
    return [
        Draft(table(received=count), source_of(content), (), content),
        Draft(table("annex-2", online_amount=count), source_of(content), (), content, staged),
    ]


def describe(manifest: Manifest | None) -> object:
    """What a state says, without when."""
    if manifest is None:
        return None
    return (
        manifest.number,
        [(entry.key, entry.content, entry.extras, entry.source) for entry in manifest.entries],
        [(alias.name, alias.department) for alias in manifest.aliases],
        (manifest.reference, manifest.registers, manifest.register_changes),
        manifest.register_bases,
    )


def read_all(store: Store, manifest: Manifest | None) -> list[dict]:
    """The figures of a state, from their files."""
    return store.query(SQL, manifest.entries) if manifest else []


def assert_whole(folder: Path, allowed: list[object]) -> Store:
    """One of the allowed states, nothing damaged, and nothing left once garbage is cleared."""
    store = Store(folder)
    state = describe(store.current())
    assert state in allowed
    assert store.verify() == ()
    store.collect_garbage(older_than=NOW)
    assert describe(Store(folder).current()) == state
    assert leftovers(folder) == set()
    return store


def leftovers(folder: Path) -> set[str]:
    """Files that no published state, pin or note needs."""
    if not folder.is_dir():
        return set()
    folders, store = Folders(folder), Store(folder)
    needed = {folders.format, *folders.pruned.glob("*.json"), *folders.pins.glob("*.json")}
    for manifest in store.history():
        needed.add(folders.manifest(manifest.number))
        for entry in manifest.entries:
            needed |= set(folders.files_of(entry))
            needed.add(folders.sources / entry.source.sha256)
        needed |= set(folders.references_of(manifest))
    there = {path for path in folder.rglob("*") if path.is_file()}
    if not store.numbers():  # with no state at all, nobody can say what is garbage
        unnamed = (folders.tables, folders.sources, folders.references)
        there = {path for path in there if path.parent not in unnamed}
    return {folders.short(path) for path in there - needed}
