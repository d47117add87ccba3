"""What the store notes beside its published states: pins, and what was pruned."""

from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from ttpv.store.errors import StoreError
from ttpv.store.folders import RECORD_NAME, Folders, list_names, list_numbers
from ttpv.store.manifest import snapshot_id

Record = TypeVar("Record", bound=msgspec.Struct)


class Pin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published state that `prune` must leave, by whose wish and why."""

    number: int
    why: str
    pinned_at: datetime
    pinned_by: str

    @property
    def id(self) -> str:
        return snapshot_id(self.number)


class PrunedSnapshot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state that was removed. When it was published is unknown where it was damaged."""

    number: int
    published_at: datetime | None
    published_by: str | None

    @property
    def id(self) -> str:
        return snapshot_id(self.number)


class PruneRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One run of `prune`. Written before it removes anything, so some may still be there."""

    pruned_at: datetime
    pruned_by: str
    snapshots: tuple[PrunedSnapshot, ...]


def read_pins(folders: Folders) -> list[Pin]:
    """By number. Raises StoreError where a note is damaged."""
    return [read_record(folders.pin(number), Pin) for number in list_numbers(folders.pins)]


def read_prunings(folders: Folders) -> list[PruneRecord]:
    """In the order in which they were made. Raises StoreError where a note is damaged."""
    names = list_names(folders.pruned, RECORD_NAME)
    records = [read_record(folders.pruned / name, PruneRecord) for name in names]
    return sorted(records, key=lambda record: record.pruned_at)


def read_record(path: Path, kind: type[Record]) -> Record:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(
            f"Tệp ghi chú {path} bị hỏng: không đọc được ({error}). "
            "Hãy khôi phục tệp này từ bản sao lưu."
        ) from error


def encode_record(record: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(record), indent=1)
