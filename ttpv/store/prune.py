"""Removing old published states: by wish only, never the current one, a pinned one, or one of
which somebody has a report.

The order is what makes a kill harmless: first a note of what goes, then the manifests, durably,
and only then the files that no manifest names any more.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from ttpv.store.errors import SnapshotNotFound, StoreError
from ttpv.store.files import make_folder, remove, sync_names, write_new, write_over
from ttpv.store.folders import Folders, list_numbers
from ttpv.store.history import read_manifest
from ttpv.store.manifest import Manifest, snapshot_id
from ttpv.store.records import Pin, PrunedSnapshot, PruneRecord, encode_record
from ttpv.store.reports import read_reports
from ttpv.store.verify import collect_uses


@dataclass(frozen=True, slots=True)
class Pruning:
    """What `prune` would remove, or has removed (`done`).

    `pinned` are the ids that would have gone but for their pins, `reported` those that stay because
    a report of theirs was taken away; `files` are paths inside the store, of `size` bytes in all.
    """

    snapshots: tuple[PrunedSnapshot, ...]
    pinned: tuple[str, ...]
    reported: tuple[str, ...]
    files: tuple[str, ...]
    size: int
    done: bool


def plan_pruning(folders: Folders, *, keep: int | None, before: date | None) -> Pruning:
    """What goes: states beyond the newest `keep` and published before the day `before`.

    Where both are given, a state goes only if both say so. Raises ValueError without either, and
    StoreError where a state that stays, or a record of a report, is damaged: then nobody knows what
    is still needed.
    """
    if (keep is None and before is None) or (keep is not None and keep < 1):
        raise ValueError("keep at least one state, or name a day")
    numbers = list_numbers(folders.manifests)
    manifests = {number: _read(folders, number) for number in numbers}
    end = None if before is None else datetime.combine(before, time.min).astimezone()
    old = set(numbers[: -(keep or 1)])
    if end is not None:
        old = {n for n in old if (m := manifests[n]) is not None and m.published_at < end}
    pins = set(list_numbers(folders.pins))
    reported = old & {record.number for record in read_reports(folders)} - pins
    gone = sorted(old - pins - reported)
    staying = {number: manifest for number, manifest in manifests.items() if number not in gone}
    if gone and None in staying.values():
        damaged = [snapshot_id(number) for number, found in staying.items() if found is None]
        raise StoreError(
            f"Lần công bố {', '.join(damaged)} bị hỏng nên không biết còn cần những tệp nào; "
            "chưa dọn gì cả. Hãy chạy: python -m ttpv verify"
        )
    files = _files_freed(folders, [manifests[n] for n in gone], staying.values())
    return Pruning(
        snapshots=tuple(_describe(number, manifests[number]) for number in gone),
        pinned=tuple(snapshot_id(number) for number in sorted(old & pins)),
        reported=tuple(snapshot_id(number) for number in sorted(reported)),
        files=tuple(folders.short(path) for path in files),
        size=sum(path.stat().st_size for path in files),
        done=False,
    )


def carry_out(folders: Folders, plan: Pruning, by: str) -> Pruning:
    """Removes what the plan says; needs the store held alone (lock.clearing)."""
    if not plan.snapshots:
        return plan
    record = PruneRecord(pruned_at=datetime.now(UTC), pruned_by=by, snapshots=plan.snapshots)
    make_folder(folders.pruned)
    sync_names(folders.root)
    write_new(folders.pruned / f"{uuid.uuid4().hex}.json", encode_record(record))
    for snapshot in plan.snapshots:
        remove(folders.manifest(snapshot.number))
    sync_names(folders.manifests)
    for file in plan.files:
        remove(folders.root / file)
    return replace(plan, done=True)


def _files_freed(
    folders: Folders, gone: Iterable[Manifest | None], staying: Iterable[Manifest | None]
) -> list[Path]:
    """What those that go need and those that stay do not. Orphans of kills are garbage's matter."""
    freed = set(collect_uses(folders, (m for m in gone if m is not None)))
    needed = collect_uses(folders, (m for m in staying if m is not None))
    return sorted(path for path in freed.difference(needed) if path.exists())


def write_pin(folders: Folders, number: int, by: str, why: str) -> Pin:
    """Pins a state, or says anew why; needs the store held (lock.publishing)."""
    if number not in list_numbers(folders.manifests):
        raise SnapshotNotFound(f"Không có lần công bố {snapshot_id(number)} để ghim.")
    pin = Pin(number=number, why=why, pinned_at=datetime.now(UTC), pinned_by=by)
    make_folder(folders.pins)
    sync_names(folders.root)
    write_over(folders.pin(number), encode_record(pin))
    return pin


def remove_pin(folders: Folders, number: int) -> bool:
    """Whether there was one; a pin that was not there is fine."""
    if number not in list_numbers(folders.pins):
        return False
    remove(folders.pin(number))
    sync_names(folders.pins)
    return True


def _read(folders: Folders, number: int) -> Manifest | None:
    try:
        return read_manifest(folders.manifest(number))
    except StoreError:
        return None


def _describe(number: int, manifest: Manifest | None) -> PrunedSnapshot:
    return PrunedSnapshot(
        number=number,
        published_at=manifest.published_at if manifest else None,
        published_by=manifest.published_by if manifest else None,
    )
