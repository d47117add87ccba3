"""An uploaded file → what was understood of it, be it a summary form or a dossier list.

A list of millions of rows and a form of twenty are two readers' work; from here on they are the
same: tables, issues, and files staged beside them.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.other_items import OtherItem
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Row
from ttpv.core.text import printable
from ttpv.readers import MAX_UNPACKED_MB, READER_VERSION, ExportRead, UnknownName, read_export
from ttpv.readers.dossiers import READER_VERSION as LIST_READER_VERSION
from ttpv.readers.dossiers import Progress, find_dossier_list, is_shown_by_head, read_dossiers
from ttpv.reference import Reference
from ttpv.store import ExtraRole

_CHUNK = 1 << 20
_MAY_BE_A_LIST = frozenset({"form_unknown", "file_too_many_cells", "file_too_large"})
# Forms have 30 MB at most. What is larger is read only to say what it is, and this not at all.
_MAX_READ = 200_000_000


@dataclass(frozen=True)
class Upload:
    """A file as it came in. `name` is only shown, never used as a path, and made printable; a large
    list may stay on disk as a Path."""

    name: str
    content: bytes | Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", printable(self.name))

    @cached_property
    def sha256(self) -> str:
        if isinstance(self.content, bytes):
            return hashlib.sha256(self.content).hexdigest()
        digest = hashlib.sha256()
        with self.content.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    @property
    def size(self) -> int:
        if isinstance(self.content, bytes):
            return len(self.content)
        return self.content.stat().st_size

    def read(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says beside the files.

    `period` overrules what the files print, or, without `overrules`, answers only for those that
    print none. `is_complete`: a dossier list is that of the whole centre, so that a department
    without a dossier in it has none; else nothing is known of it.
    """

    period: Period | None = None
    overrules: bool = True
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class UploadRead:
    """What was understood. `content` is the file itself where the store shall keep it: summary
    forms are kept, dossier lists name people (a file of both is refused). `extras` are staged for
    the only table then, and `list_names` are the departments' names in it. `others` are the
    lines of a sheet of other figures."""

    tables: tuple[CountsTable, ...]
    forms: tuple[str, ...]
    issues: tuple[Issue, ...]
    needs_period: bool
    reader: int
    unknown_names: tuple[UnknownName, ...] = ()
    content: bytes | None = None
    extras: Mapping[ExtraRole, Path] = field(default_factory=dict)
    list_names: tuple[tuple[str, str], ...] = ()
    others: tuple[OtherItem, ...] = ()

    def printed_names(self, table: CountsTable) -> Iterable[tuple[str, str]]:
        """The departments' names as one of the tables prints them, each with whose it is. The rows
        of a list's table are sums over dossiers that may have called one department by several."""
        rows = ((row.printed_name, row.department) for row in table.rows)
        return self.list_names or ((name, id_) for name, id_ in rows if id_ is not None)


Look = Callable[[str, Progress], None]
"""Told, with the file's name, how far a long reading is; may raise to stop it."""


def read_upload(
    upload: Upload,
    reference: Reference,
    *,
    today: date,
    said: Said,
    learned: Sequence[tuple[str, str]],
    staging: Callable[[], Path] | None,
    look: Look | None = None,
) -> UploadRead:
    """Reads one file. `staging` makes the folder that dossier lists need; without, they are no
    known form."""
    reader = _Reader(upload, reference, today, learned, staging, look)
    found = reader.read(said.period if said.overrules else None)
    if found.needs_period and said.period is not None and not said.overrules:
        found = reader.read(said.period)
    if found.extras and said.is_complete:
        found = replace(found, tables=tuple(_complete(t, reference) for t in found.tables))
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """One upload and all that its reading needs beside the period."""

    upload: Upload
    reference: Reference
    today: date
    learned: Sequence[tuple[str, str]]
    staging: Callable[[], Path] | None
    look: Look | None

    def read(self, period: Period | None) -> UploadRead:
        """A list that its first rows show is read as such at once. Other workbooks must be opened
        whole to see them, so there the forms come first, whose reader guards itself against hostile
        files."""
        at_once = is_shown_by_head(self.upload.content)
        if at_once and (listed := self._read_list(period)):
            return listed
        if self.upload.size > _MAX_READ:
            return self._read_list(period) or self._too_large()
        content = self.upload.read()
        export: ExportRead = read_export(
            content,
            self.upload.name,
            self.reference,
            today=self.today,
            period=period,
            learned=self.learned,
        )
        doubtful = not at_once and {issue.code for issue in export.issues} & _MAY_BE_A_LIST
        if doubtful and (listed := self._read_list(period)):
            return listed
        return UploadRead(
            tables=export.tables,
            forms=export.forms,
            issues=export.issues,
            needs_period=export.needs_period,
            reader=READER_VERSION,
            unknown_names=export.unknown_names,
            content=None if export.holds_people else content,
            others=export.others,
        )

    def _too_large(self) -> UploadRead:
        words = {"size": self.upload.size // 1_000_000, "limit": MAX_UNPACKED_MB}
        issue = make_issue("file_too_large", Place(file=self.upload.name), **words)
        return UploadRead((), (), (issue,), False, READER_VERSION)

    def _read_list(self, period: Period | None) -> UploadRead | None:
        """None where the file shows no header of a dossier list, or there is no place to stage."""
        name, look = self.upload.name, self.look
        if self.staging is None or not find_dossier_list(self.upload.content, name, self.reference):
            return None
        listed = read_dossiers(
            self.upload.content,
            name,
            self.reference,
            today=self.today,
            staging=self.staging(),
            period=period,
            learned=self.learned,
            progress=None if look is None else lambda progress: look(name, progress),
        )
        if listed is None:
            return None
        return UploadRead(
            tables=(listed.table,) if listed.table else (),
            forms=(self.reference.dossiers.id,),
            issues=listed.issues,
            needs_period=listed.needs_period,
            reader=LIST_READER_VERSION,
            unknown_names=listed.unknown_names,
            extras=listed.extras,
            list_names=listed.names,
        )


def discard_staged(paths: Iterable[Path]) -> None:
    """Removes staged files that nobody will publish, or that are the store's by now."""
    for folder in {path.parent for path in paths}:
        shutil.rmtree(folder, ignore_errors=True)  # gone already: cleared by age, or by another


def _complete(table: CountsTable, reference: Reference) -> CountsTable:
    """The table with a row of noughts for each department that the list does not name."""
    present = {row.department for row in table.rows}
    absent = [d for d in reference.departments_on(table.period.last) if d.id not in present]
    noughts = tuple(
        Row(d.id, dict.fromkeys(table.fields, 0), d.name, table.place, {}) for d in absent
    )
    return replace(table, rows=(*table.rows, *noughts))
