"""The write side: files → preview → one published snapshot, or nothing at all.

A preview reads and checks and writes nothing. Publishing takes a preview, so that what is
published is what was shown.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ttpv.checks import check_fees, check_table
from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.readers import READER_VERSION, ExportRead, read_export
from ttpv.reference import Reference
from ttpv.store import Draft, Manifest, Source, StateChanged, Store

Status = Literal["published", "unchanged", "valid", "needs_confirmation", "rejected"]


class NotAllowed(Exception):
    """Whoever asks may not publish; the message is for people."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in. `name` is only shown, never used as a path."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes. Made by those who know the caller (command line, ui/access)."""

    name: str
    may_publish: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What one file would publish. `forms` were recognised, `needs_period` if only that lacks."""

    name: str
    drafts: tuple[Draft, ...]
    forms: tuple[str, ...]
    issues: tuple[Issue, ...]
    needs_period: bool

    @property
    def is_valid(self) -> bool:
        return bool(self.drafts) and not has_errors(self.issues)

    @property
    def periods(self) -> tuple[Period, ...]:
        return tuple(dict.fromkeys(draft.table.period for draft in self.drafts))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the files. `snapshot` is the state afterwards, None in an empty store."""

    status: Status
    snapshot: Manifest | None
    files: tuple[FilePreview, ...]


def preview_files(
    uploads: Sequence[Upload],
    reference: Reference,
    *,
    today: date,
    period: Period | None = None,
    overrules: bool = True,
) -> tuple[FilePreview, ...]:
    """Reads and checks the files; publishes nothing.

    `period` is what the person says: it overrules what the files print, or, without `overrules`,
    answers only for those that print none.
    """
    reads = [_read(upload, reference, today, period, overrules) for upload in uploads]
    tables = [table for read in reads for table in read.tables]
    across = check_fees(tables, reference) + _check_twice(tables, reference)
    return tuple(
        _preview(upload, read, across, reference)
        for upload, read in zip(uploads, reads, strict=True)
    )


def _read(
    upload: Upload, reference: Reference, today: date, period: Period | None, overrules: bool
) -> ExportRead:
    said = period if overrules else None
    read = read_export(upload.content, upload.name, reference, today=today, period=said)
    if read.needs_period and period is not None and not overrules:
        return read_export(upload.content, upload.name, reference, today=today, period=period)
    return read


def _preview(
    upload: Upload, read: ExportRead, across: Sequence[Issue], reference: Reference
) -> FilePreview:
    issues = [*read.issues]
    if not has_errors(issues):  # beside a row that could not be read, sums only seem wrong
        for table in read.tables:
            issues += check_table(table, reference)
    places = {table.place for table in read.tables}
    issues += [i for i in across if any((i.file, i.sheet) == (p.file, p.sheet) for p in places)]
    drafts = tuple(
        Draft(
            table,
            _source(upload, table, reference),
            tuple(issue for issue in issues if issue.sheet in (None, table.place.sheet)),
            upload.content,
        )
        for table in read.tables
    )
    return FilePreview(upload.name, drafts, read.forms, tuple(issues), read.needs_period)


def _check_twice(tables: Sequence[CountsTable], reference: Reference) -> list[Issue]:
    """The same form of the same period in two of the files: which one counts is not ours to say."""
    issues = []
    seen: set[tuple[str, Period]] = set()
    for table in tables:
        if (table.form, table.period) in seen:
            words = {"form": reference.layouts[table.form].name, "period": table.period.dates}
            issues.append(make_issue("form_twice", table.place, **words))
        seen.add((table.form, table.period))
    return issues


def _source(upload: Upload, table: CountsTable, reference: Reference) -> Source:
    return Source(
        file=upload.name,
        sha256=hashlib.sha256(upload.content).hexdigest(),
        size=len(upload.content),
        reader=READER_VERSION,
        layout=reference.layouts[table.form].version,
        reference=reference.digest,
    )


def publish_files(
    previews: Sequence[FilePreview],
    store: Store,
    publisher: Publisher,
    *,
    expect: str | None = None,
    strict: bool = False,
) -> Outcome:
    """Publishes all previews in one snapshot; one refused file refuses them all.

    `expect` is the snapshot that the person has seen ("" for none); another state gives
    `needs_confirmation`. `strict` refuses on warnings too. Raises NotAllowed.
    """
    if not publisher.may_publish:
        raise NotAllowed(publisher.reason or "Bạn không có quyền công bố số liệu.")
    files = tuple(previews)
    refused = any(not file.is_valid or (strict and file.issues) for file in files)
    if refused or not files:
        return Outcome("rejected", store.current(), files)
    drafts = [draft for file in files for draft in file.drafts]
    try:
        publication = store.publish(drafts, by=publisher.name, expect=expect)
    except StateChanged as error:
        return Outcome("needs_confirmation", error.current, files)
    status: Status = "published" if publication.changed else "unchanged"
    return Outcome(status, publication.snapshot, files)


def missing_file(name: str) -> FilePreview:
    """The preview of a file that could not be read from disk at all."""
    return FilePreview(name, (), (), (make_issue("file_missing", Place(file=name)),), False)
