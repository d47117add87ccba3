"""Stores to crash, what is in them, and whether one is whole."""

import hashlib
import multiprocessing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.unit.store.test_store import SQL, table
from ttpv.store import Draft, Manifest, ReportRecord, Source, Store
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


def report_of(number: int, by: str | None = None, **other: object) -> ReportRecord:
    """A report of that state that `by` took away just now."""
    told = {
        "number": number,
        "start": date(2023, 1, 1),
        "stop": date(2023, 2, 1),
        "kind": "niem-yet",
        "format": "pdf",
        "file": "x.pdf",
        "sha256": "0" * 64,
        "size": 3,
        "made_at": datetime.now(UTC),
        "made_by": by,
    }
    return ReportRecord(**told | other)


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
    notes = (folders.pruned, folders.pins, folders.reports)
    needed = {folders.format, *(path for place in notes for path in place.glob("*.json"))}
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
