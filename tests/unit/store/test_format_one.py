"""A store of the first version: read as it is, carried on in format 3 by the first publication."""

import json
from pathlib import Path

import pytest

from tests.unit.store.test_store import SQL, publish, table
from ttpv.store import StateChanged, Store, restore_backup
from ttpv.store.tables import hash_content, write_table

# As version 1 wrote it, but for what is filled in below.
MANIFEST = """{
 "format": 1, "number": 1, "published_at": "2024-01-02T03:04:05.678901Z", "published_by": "an",
 "changes": [{"start": "2023-01-01", "stop": "2023-02-01", "form": "annex-1", "change": "added"}],
 "entries": [{
  "start": "2023-01-01", "stop": "2023-02-01", "form": "annex-1", "fields": ["received"],
  "departments": 1, "content": "CONTENT", "file": "FILE",
  "source": {"file": "x.xlsx", "sha256": "SHA", "size": 1, "reader": 1, "layout": 1,
   "reference": "0"},
  "issues": [{"severity": "warning", "code": "total_absent", "message": "…", "file": "x.xlsx",
   "sheet": "1", "row": null, "column": null, "value": null}],
  "published_at": "2024-01-02T03:04:05.678901Z", "published_by": "an"
 }]
}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    figures = table(received=1)
    content = hash_content(figures)
    name = f"2023-01-01..2023-01-31_annex-1_{content[:16]}.parquet"
    folder = tmp_path / "store"
    (folder / "manifests").mkdir(parents=True)
    (folder / "tables").mkdir()
    (folder / "FORMAT").write_text("1\n")
    (folder / "tables" / name).write_bytes(write_table(figures))
    text = MANIFEST.replace("CONTENT", content).replace("FILE", name).replace("SHA", "0" * 64)
    (folder / "manifests" / "000001.json").write_text(text)
    return folder


def test_it_is_read_as_it_is_and_nothing_is_written(folder: Path):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    store = Store(folder)
    current = store.current()
    (entry,) = current.entries
    assert (current.format, current.aliases, current.action) == (1, (), "publish")
    assert (entry.extras, entry.source.kept, len(entry.issues)) == ({}, False, 1)
    assert store.query(SQL, current.entries)[0]["received"] == 1
    assert store.verify() == ()
    assert store.as_of("2024-01-05") == current
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_first_publication_carries_it_on(folder: Path):
    first = (folder / "manifests" / "000001.json").read_bytes()
    snapshot = publish(Store(folder), table(period="2023-02", received=2)).snapshot
    assert (folder / "FORMAT").read_text() == "3\n"
    assert (snapshot.format, snapshot.id, len(snapshot.entries)) == (3, "000002", 2)
    assert (folder / "manifests" / "000001.json").read_bytes() == first
    store = Store(folder)
    assert [m.format for m in store.history()] == [3, 1]
    assert store.verify() == ()
    assert json.loads((folder / "manifests" / "000002.json").read_text())["format"] == 3


def test_what_publishes_nothing_leaves_the_format(folder: Path):
    store = Store(folder)
    assert not publish(store, table(received=1)).changed
    with pytest.raises(StateChanged):
        publish(store, table(received=2), expect="")
    assert (folder / "FORMAT").read_text() == "1\n"


def test_it_can_be_restored_pinned_backed_up_and_pruned(folder: Path, tmp_path: Path):
    store = Store(folder)
    store.pin("1", by="an")
    store.backup(tmp_path / "x.zip")
    assert restore_backup(tmp_path / "x.zip", tmp_path / "again").format == 1
    publish(store, table(received=2))
    assert store.restore("1", by="an").snapshot.entries == store.open_snapshot("1").entries
    store.unpin("1")
    store.prune(by="an", keep=1, dry_run=False)
    assert store.verify() == ()
