"""Clearing what a kill, a power cut or a change of mind left behind.

Safe beside any number of processes, twice over. The store is held alone while clearing, so no
publisher is between writing its files and naming them; and nothing younger than `older_than` goes,
which covers staged files of previews that people still look at (they hold no lock) and disks where
locks do not reach.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from ttpv.store.errors import StoreError
from ttpv.store.files import is_older, remove
from ttpv.store.folders import SOURCE_NAME, TABLE_NAME, Folders, list_names
from ttpv.store.history import History
from ttpv.store.verify import collect_uses, find_gaps

SAFE_AGE = timedelta(days=1)
"""No preview is looked at for longer, and no list takes longer to read."""


def clear_garbage(folders: Folders, history: History, older_than: timedelta) -> tuple[str, ...]:
    """Removes drafts, staged files and orphans; their paths. Needs lock.clearing."""
    cleared = []
    for path in (*_drafts(folders), *_staged(folders.staging), *_orphans(folders, history)):
        if is_older(path, older_than.total_seconds()):
            if path.is_dir() and any(path.iterdir()):
                continue  # holds something younger
            remove(path)
            cleared.append(folders.short(path))
    return tuple(cleared)


def _orphans(folders: Folders, history: History) -> list[Path]:
    """Tables, extras, sources and reference data of ours that no state names.

    Where a state is damaged or lost (and not pruned), nobody knows what it needs: then none.
    """
    try:
        manifests = history.all()
    except StoreError:
        return []
    numbers = [manifest.number for manifest in manifests]
    if not manifests or any(find_gaps(folders, sorted(numbers))):
        return []
    needed = set(collect_uses(folders, manifests))
    # A source may be there that no state says is kept: format 1 kept none, and the same file was
    # published again since.
    needed |= {folders.sources / e.source.sha256 for m in manifests for e in m.entries}
    there = [folders.tables / name for name in list_names(folders.tables, TABLE_NAME)]
    there += [folders.sources / name for name in list_names(folders.sources, SOURCE_NAME)]
    there += [folders.references / name for name in list_names(folders.references, SOURCE_NAME)]
    return [path for path in there if path not in needed]


def _drafts(folders: Folders) -> Iterator[Path]:
    figures = (folders.manifests, folders.tables, folders.sources, folders.references)
    for place in (folders.root, *figures, folders.pins, folders.pruned, folders.reports):
        yield from place.glob(".*.tmp")


def _staged(folder: Path) -> Iterator[Path]:
    """Everything below the staging folder, what lies deepest first."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _staged(path)
        yield path
