"""Reports that people took away: by whom and when, of which state, and the file by its hash.

Append-only: one small file each, named by its day, so that the newest are found without reading
all. `prune` leaves every state that one of them names, so what was handed in can be made again.
Who may only look leaves a record too, without a name; it changes nothing else, one a day stands for
the same report however often it is taken, and there is an end to them (`MOST_OF_READERS`).
"""

import hashlib
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Literal

import msgspec

from ttpv.core.periods import Period
from ttpv.store.errors import SnapshotNotFound, StoreError
from ttpv.store.files import make_folder, sync_names, write_new, write_once
from ttpv.store.folders import REPORT_NAME, Folders, list_names, list_numbers
from ttpv.store.manifest import snapshot_id
from ttpv.store.records import encode_record, read_record

MOST_OF_READERS = 1000
"""Records in a day beyond which those without a name get no more: a script fills no disk."""


class ReportRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report as it was taken away: state `number`, the selection, and what the file was.

    `made_by` is None for somebody without a name, who may only look.
    """

    number: int
    start: date
    stop: date
    kind: str
    format: str
    departments: tuple[str, ...] = ()
    structure: Literal["then", "now"] = "then"
    file: str
    sha256: str
    size: int
    made_at: datetime
    made_by: str | None

    @property
    def id(self) -> str:
        """The id of the state."""
        return snapshot_id(self.number)

    @property
    def period(self) -> Period:
        return Period(self.start, self.stop)


def write_report(folders: Folders, record: ReportRecord) -> None:
    """Records it, durably; needs the store held (lock.publishing).

    Raises SnapshotNotFound where the state is gone (pruned since), StoreError where readers have
    taken too many today.
    """
    if record.number not in list_numbers(folders.manifests):
        raise SnapshotNotFound(
            f"Lần công bố {record.id} không còn trong kho, nên báo cáo không ghi lại được."
        )
    day = f"{record.made_at.astimezone(UTC):%Y%m%d}"
    make_folder(folders.reports)
    sync_names(folders.root)
    if record.made_by is not None:
        write_new(folders.reports / f"{day}-{uuid.uuid4().hex}.json", encode_record(record))
        return
    path = folders.reports / f"{day}-{_key(record)}.json"
    if not path.exists() and len(_names(folders, day)) >= MOST_OF_READERS:
        raise StoreError("Hôm nay đã có quá nhiều báo cáo được tải; hãy thử lại ngày mai.")
    write_once(path, encode_record(record))


def read_reports(folders: Folders, most: int | None = None) -> list[ReportRecord]:
    """Newest first, all or the `most` newest. Raises StoreError where one of them is damaged."""
    found: list[ReportRecord] = []
    names = reversed(list_names(folders.reports, REPORT_NAME))
    for _, of_day in groupby(names, key=lambda name: name[:8]):
        if most is not None and len(found) >= most:
            break
        records = [read_record(folders.reports / name, ReportRecord) for name in of_day]
        found += sorted(records, key=lambda record: record.made_at, reverse=True)
    return found[:most]


def find_lost_states(folders: Folders, numbers: list[int]) -> Iterator[tuple[str, ReportRecord]]:
    """The records, by name, whose state is none of `numbers`; damaged ones are passed over."""
    for name in list_names(folders.reports, REPORT_NAME):
        try:
            record = read_record(folders.reports / name, ReportRecord)
        except (StoreError, OSError):
            continue
        if record.number not in numbers:
            yield name, record


def _names(folders: Folders, day: str) -> list[str]:
    return [name for name in list_names(folders.reports, REPORT_NAME) if name.startswith(day)]


def _key(record: ReportRecord) -> str:
    """What makes two reports of a day the same: not the file, in which a moment may stand."""
    told = (
        record.id,
        str(record.period),
        record.kind,
        record.format,
        record.structure,
        *record.departments,
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]
