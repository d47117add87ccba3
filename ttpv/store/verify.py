"""Re-reads and re-hashes everything, and says exactly what is damaged and whom it touches."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ttpv.core.periods import Period
from ttpv.store.errors import StoreError, explain
from ttpv.store.folders import RECORD_NAME, REPORT_NAME, Folders, list_names, list_numbers
from ttpv.store.history import read_manifest
from ttpv.store.integrity import is_intact_extra, is_intact_source, is_intact_table
from ttpv.store.manifest import READABLE, Entry, Manifest, snapshot_id
from ttpv.store.records import Pin, PruneRecord, read_record
from ttpv.store.reports import ReportRecord, find_lost_states

Kind = Literal[
    "format", "manifest", "gap", "table", "extra", "source", "reference", "record", "basis"
]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something damaged: which file, a sentence for people, and whom it touches.

    `snapshots` are ids, oldest first; for a damaged note or FORMAT there are none. A "basis" is
    whole, and this program cannot compute with it (ttpv/registers.py).
    """

    kind: Kind
    path: str
    message: str
    snapshots: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()


Uses = dict[Path, list[tuple[str, Entry | None]]]
"""A file → the (snapshot, entry) pairs that need it; no entry where the whole state does."""


def verify_store(folders: Folders) -> tuple[Finding, ...]:
    """Checks every file that the store relies on. Empty where all is well."""
    numbers = list_numbers(folders.manifests)
    findings = [*_check_format(folders, numbers), *_check_records(folders)]
    manifests: list[Manifest] = []
    for number in numbers:
        try:
            manifests.append(read_manifest(folders.manifest(number)))
        except (StoreError, OSError) as error:
            findings.append(_damaged_manifest(folders, number, error))
    findings += [_lost_manifest(folders, number) for number in find_gaps(folders, numbers)]
    findings += _check_files(folders, collect_uses(folders, manifests))
    return tuple(findings)


def check_entries(
    folders: Folders, manifest: Manifest, entries: Iterable[Entry]
) -> tuple[Finding, ...]:
    """The same for the files of these entries alone, found by way of `manifest`."""
    uses: Uses = defaultdict(list)
    for entry in entries:
        for path in folders.files_of(entry):
            uses[path].append((manifest.id, entry))
    return tuple(_check_files(folders, uses))


def check_references(
    folders: Folders, manifest: Manifest, digests: Iterable[str]
) -> tuple[Finding, ...]:
    """The same for kept reference data."""
    uses: Uses = {folders.references / digest: [(manifest.id, None)] for digest in digests}
    return tuple(_check_files(folders, uses))


def collect_uses(folders: Folders, manifests: Iterable[Manifest]) -> Uses:
    """Which files the manifests name, and for what."""
    uses: Uses = defaultdict(list)
    for manifest in manifests:
        for entry in manifest.entries:
            for path in folders.files_of(entry):
                uses[path].append((manifest.id, entry))
        for path in folders.references_of(manifest):
            uses[path].append((manifest.id, None))
    return uses


def _check_format(folders: Folders, numbers: Sequence[int]) -> Iterator[Finding]:
    path = folders.format
    if not path.exists():
        if numbers:
            yield Finding(
                "format",
                "FORMAT",
                "Thiếu tệp FORMAT, tệp ghi phiên bản định dạng của kho. "
                "Hãy chép lại tệp này từ bản sao lưu.",
            )
        return
    found = path.read_text(errors="replace").strip()
    if found not in map(str, READABLE):
        yield Finding(
            "format",
            "FORMAT",
            f"Tệp FORMAT ghi “{found[:20]}”, không phải là định dạng mà chương trình này đọc được. "
            "Hãy chép lại tệp này từ bản sao lưu.",
        )


def _check_records(folders: Folders) -> Iterator[Finding]:
    for number in list_numbers(folders.pins):
        yield from _check_record(folders, folders.pin(number), Pin)
    for name in list_names(folders.pruned, RECORD_NAME):
        yield from _check_record(folders, folders.pruned / name, PruneRecord)
    for name in list_names(folders.reports, REPORT_NAME):
        yield from _check_record(folders, folders.reports / name, ReportRecord)
    for name, record in find_lost_states(folders, list_numbers(folders.manifests)):
        path = folders.short(folders.reports / name)
        yield Finding(
            "record",
            path,
            f"Tệp ghi chú {path} ghi một báo cáo đã tải của lần công bố {record.id}, nhưng lần đó "
            "không có trong kho. Hãy chép lại lần công bố này từ bản sao lưu.",
            (record.id,),
        )


def _check_record(
    folders: Folders, path: Path, kind: type[Pin | PruneRecord | ReportRecord]
) -> Iterator[Finding]:
    try:
        read_record(path, kind)
    except (StoreError, OSError) as error:
        yield Finding("record", folders.short(path), str(error))


def _damaged_manifest(folders: Folders, number: int, error: Exception) -> Finding:
    current = number == max(list_numbers(folders.manifests), default=0)
    newest = " Đây là lần công bố hiện tại." if current else ""
    return Finding(
        "manifest",
        folders.short(folders.manifest(number)),
        f"{error} Lần công bố này không mở được, kể cả mọi kỳ trong đó.{newest} "
        "Hãy chép lại tệp này từ bản sao lưu.",
        (snapshot_id(number),),
    )


def find_gaps(folders: Folders, numbers: Sequence[int]) -> Iterator[int]:
    """Numbers run without gap from 1 on; which are missing although `prune` did not take them."""
    pruned: set[int] = set()
    for name in list_names(folders.pruned, RECORD_NAME):
        try:
            record = read_record(folders.pruned / name, PruneRecord)
        except (StoreError, OSError):
            continue  # said by _check_records
        pruned.update(snapshot.number for snapshot in record.snapshots)
    there = set(numbers)
    for number in range(1, max(numbers, default=0)):
        if number not in there and number not in pruned:
            yield number


def _lost_manifest(folders: Folders, number: int) -> Finding:
    return Finding(
        "gap",
        folders.short(folders.manifest(number)),
        f"Lần công bố {snapshot_id(number)} không còn trong kho và không do lệnh prune dọn. "
        "Hãy chép lại tệp này từ bản sao lưu.",
        (snapshot_id(number),),
    )


def _check_files(folders: Folders, uses: Uses) -> Iterator[Finding]:
    for path in sorted(uses):
        users = uses[path]
        kind = _kind(folders, path, users[0][1])
        fault = _fault(path, kind, users)
        if fault is None:
            continue
        snapshots = tuple(dict.fromkeys(snapshot for snapshot, _ in users))
        entries = [entry for _, entry in users if entry is not None]
        periods = tuple(sorted({entry.period for entry in entries}))
        touched = f"lần công bố {join_ids(snapshots)}"
        touched += f", kỳ {'; '.join(period.dates for period in periods)}" if periods else ""
        again = f", hoặc nhập lại tệp “{entries[-1].source.file}”" if entries else ""
        yield Finding(
            kind,
            folders.short(path),
            f"{_NAMES[kind]} {folders.short(path)} {fault}. Ảnh hưởng: {touched}. "
            f"Hãy chép lại tệp này từ bản sao lưu{again}.",
            snapshots,
            periods,
        )


_FileKind = Literal["table", "extra", "source", "reference"]

_NAMES: dict[_FileKind, str] = {
    "table": "Tệp số liệu",
    "extra": "Tệp số liệu chi tiết",
    "source": "Tệp nguồn đã lưu",
    "reference": "Dữ liệu tham chiếu (danh mục, chỉ tiêu) đã lưu",
}


def _kind(folders: Folders, path: Path, entry: Entry | None) -> _FileKind:
    if path.parent == folders.references:
        return "reference"
    if path.parent == folders.sources:
        return "source"
    return "table" if entry is not None and path.name == entry.file else "extra"


def _fault(path: Path, kind: _FileKind, users: Sequence[tuple[str, Entry | None]]) -> str | None:
    """What is wrong with a file, in words that follow its name; None where nothing is."""
    try:
        if kind == "table":
            contents = {entry.content for _, entry in users if entry is not None}
            intact = all(is_intact_table(path, content) for content in contents)
        else:
            intact = is_intact_extra(path) if kind == "extra" else is_intact_source(path)
    except FileNotFoundError:
        return "không còn trong kho"
    except OSError as error:
        return f"không đọc được: {explain(error)}"
    return None if intact else "bị hỏng: nội dung không còn như lúc công bố"


def join_ids(snapshots: Sequence[str]) -> str:
    """ "000001–000003, 000005": ids that follow each other are a range."""
    runs: list[list[str]] = []
    for snapshot in snapshots:
        if runs and int(runs[-1][-1]) + 1 == int(snapshot):
            runs[-1].append(snapshot)
        else:
            runs.append([snapshot])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
