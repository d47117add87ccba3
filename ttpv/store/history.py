"""The published states: which there are, which is current, which was current on a day."""

import hashlib
import re
from datetime import date, datetime, time
from pathlib import Path

import msgspec

from ttpv.store.errors import SnapshotNotFound, StoreError
from ttpv.store.folders import SOURCE_NAME, TABLE_NAME, Folders, list_numbers
from ttpv.store.manifest import READABLE, Manifest, snapshot_id
from ttpv.store.records import PrunedSnapshot, PruneRecord, read_prunings

_VIETNAMESE_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NO_SEAL = "0" * 64

_FileKey = tuple[int, int, int, int]
"""Device, inode, moment and size: what tells a file from another of its name."""


def parse_as_of(text: str) -> int | date:
    """A state's number ("000012", "12") or a day ("2023-12-25", "25/12/2023").

    Raises ValueError on anything else.
    """
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return int(text)
    if found := _VIETNAMESE_DAY.fullmatch(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if _ISO_DAY.fullmatch(text):
        return date.fromisoformat(text)
    raise ValueError(f"neither a snapshot nor a day: {text!r}")


class History:
    """Reads manifests; each once, since they never change. A number may be another state's where
    somebody put a backup in the folder's place, so the file itself is what was read."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._opened: dict[int, tuple[_FileKey, Manifest]] = {}

    def numbers(self) -> list[int]:
        """The numbers of all published states, oldest first."""
        return list_numbers(self._folders.manifests)

    def current(self) -> Manifest | None:
        """The newest published state; None in an empty store."""
        while numbers := self.numbers():
            try:
                return self._open_number(numbers[-1])
            except FileNotFoundError:  # pruned since: then there are newer ones
                if numbers[-1] in self.numbers():
                    raise
        return None

    def all(self) -> list[Manifest]:
        """Every published state, newest first."""
        manifests = []
        for number in reversed(self.numbers()):
            try:
                manifests.append(self._open_number(number))
            except FileNotFoundError:  # pruned since
                if number in self.numbers():
                    raise
        return manifests

    def open_snapshot(self, snapshot: str) -> Manifest:
        """The state with that id. Raises SnapshotNotFound, which says so if it was pruned."""
        if not (snapshot.isascii() and snapshot.isdecimal()):
            raise SnapshotNotFound(f"“{snapshot}” không phải là số của một lần công bố.")
        number = int(snapshot)
        if number in self.numbers():
            return self._open_number(number)
        for record in read_prunings(self._folders):
            if any(gone.number == number for gone in record.snapshots):
                raise SnapshotNotFound(_pruned_sentence(snapshot_id(number), record))
        raise SnapshotNotFound(
            f"Không có lần công bố {snapshot_id(number)}. "
            "Xem các lần công bố: python -m ttpv history"
        )

    def as_of(self, text: str) -> Manifest:
        """The state of that id, or the last one published by the end of that (local) day.

        Raises SnapshotNotFound; also where the state of that day was pruned, so that no older one
        is taken for it.
        """
        try:
            wanted = parse_as_of(text)
            if isinstance(wanted, int):
                return self.open_snapshot(text.strip())
            end = datetime.combine(wanted, time.max).astimezone()
        except (ValueError, OverflowError):
            raise SnapshotNotFound(
                f"“{text}” không phải là số của một lần công bố hay một ngày (2023-12-25)."
            ) from None
        manifests = self.all()
        known = {manifest.number for manifest in manifests}
        gone = [
            (snapshot, record)
            for record in read_prunings(self._folders)
            for snapshot in record.snapshots
            if snapshot.number not in known and _is_by(snapshot, end)
        ]
        found = next((m for m in manifests if m.published_at <= end), None)
        last = max(gone, key=lambda pair: pair[0].number, default=None)
        if last is not None and (found is None or last[0].number > found.number):
            raise SnapshotNotFound(_pruned_sentence(last[0].id, last[1]))
        if found is None:
            raise SnapshotNotFound(f"Đến hết ngày {wanted:%d/%m/%Y} chưa có số liệu nào công bố.")
        return found

    def _open_number(self, number: int) -> Manifest:
        path = self._folders.manifest(number)
        found = path.stat()
        key = (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
        known = self._opened.get(number)
        if known is None or known[0] != key:
            self._opened[number] = known = (key, read_manifest(path))
        return known[1]


def _is_by(snapshot: PrunedSnapshot, end: datetime) -> bool:
    return snapshot.published_at is not None and snapshot.published_at <= end


def _pruned_sentence(snapshot: str, record: PruneRecord) -> str:
    when = record.pruned_at.astimezone()
    return (
        f"Lần công bố {snapshot} đã được {record.pruned_by} dọn khỏi kho "
        f"lúc {when:%H:%M %d/%m/%Y}; chỉ bản sao lưu trước đó còn giữ."
    )


def seal_manifest(manifest: Manifest) -> Manifest:
    """The manifest with the hash of its own file."""
    content = encode_manifest(msgspec.structs.replace(manifest, seal=_NO_SEAL))
    return msgspec.structs.replace(manifest, seal=hashlib.sha256(content).hexdigest())


def encode_manifest(manifest: Manifest) -> bytes:
    """The manifest as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def read_manifest(path: Path) -> Manifest:
    """Reads and checks one manifest. Raises StoreError where it is damaged, FileNotFoundError."""
    content = path.read_bytes()
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(
            f"Lần công bố {path} bị hỏng: nội dung không đọc được ({error})."
        ) from error
    if manifest.format not in READABLE or f"{manifest.id}.json" != path.name:
        raise StoreError(f"Lần công bố {path} bị hỏng: tệp ghi một lần công bố khác.")
    if manifest.seal:
        blank = _with_seal(content, manifest.seal, _NO_SEAL)
        if hashlib.sha256(blank).hexdigest() != manifest.seal:
            raise StoreError(f"Lần công bố {path} bị hỏng: nội dung đã bị sửa hoặc thay đổi.")
    for entry in manifest.entries:  # a name that is a path would lead out of the store
        names = (entry.file, *entry.extras.values())
        kept = entry.source.sha256 if entry.source.kept else _NO_SEAL
        if not all(map(TABLE_NAME.fullmatch, names)) or not SOURCE_NAME.fullmatch(kept):
            raise StoreError(f"Lần công bố {path} bị hỏng: tên tệp số liệu không hợp lệ.")
    if not all(map(SOURCE_NAME.fullmatch, manifest.references)):
        raise StoreError(f"Lần công bố {path} bị hỏng: tên tệp tham chiếu không hợp lệ.")
    return manifest


def _with_seal(content: bytes, old: str, new: str) -> bytes:
    """Puts another seal at the end of the file, where the seal stands."""
    head, mark, tail = content.rpartition(f'"seal": "{old}"'.encode())
    return head + mark.replace(old.encode(), new.encode()) + tail
