"""The write side: files → preview → one published snapshot, or nothing at all.

A preview reads and checks against one published state, and writes nothing. Publishing takes the
preview, so that what is published is what was shown, and only upon the state that it was made
against: on another one the checks would say something else.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from ttpv.checks import check_fees, check_history, check_table
from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.core.text import fold, printable
from ttpv.other_files import check_rows
from ttpv.other_items import ItemsRead, parse_items
from ttpv.previews import FilePreview, Preview
from ttpv.published import read_published_beside
from ttpv.publishing import Outcome, Publisher, carry_out, require_permission
from ttpv.reference import (
    OTHERS_FILE,
    DepartmentNames,
    LearnedNames,
    Reference,
    build_others_toml,
    parse_others,
    rivals_of,
)
from ttpv.store import Draft, Manifest, Publication, Source, Store, TaughtName
from ttpv.uploads import Look, Said, Upload, UploadRead, read_upload

__all__ = [
    "FilePreview",
    "Look",
    "Preview",
    "Upload",
    "missing_file",
    "preview_files",
    "publish_files",
]

# What these say of leaves a figure missing, and checks pass over what is missing.
_OF_ONE_CELL = frozenset(
    {
        "cell_error",
        "cell_formula",
        "row_formulas",
        "count_not_number",
        "count_is_rate",
        "count_negative",
        "count_decimal",
        "count_too_large",
        "rate_not_number",
        "rate_out_of_range",
    }
)


def preview_files(
    uploads: Sequence[Upload],
    reference: Reference,
    *,
    today: date,
    store: Store | None = None,
    period: Period | None = None,
    overrules: bool = True,
    is_complete: bool = False,
    aliases: LearnedNames = (),
    look: Look | None = None,
) -> Preview:
    """Reads the files and checks them against what `store` has published; publishes nothing.

    Without a store they are checked as for an empty one, and can only be published to such.
    `period` is what the person says: it overrules what the files print, or, without `overrules`,
    answers only for those that print none. `aliases` are names that the person has just answered
    (name, department id), laid over those that the store has learned; raises ValueError where
    there is no such department. `is_complete` is said of dossier lists (`uploads.Said`); `look` is
    told how far a long one is. Lists are staged in the store; without one they are no known form.
    """
    answers = tuple(aliases)
    unknown = sorted({id_ for _, id_ in answers} - set(reference.department_by_id))
    if unknown:
        raise ValueError(f"not a department: {unknown}")
    state = store.current() if store else None
    reference = _with_entries_of(state, store, reference)
    learned = [(alias.name, alias.department) for alias in (state.aliases if state else ())]
    said = Said(period, overrules, is_complete)
    names = [*learned, *answers]
    reads = [
        read_upload(
            upload,
            reference,
            today=today,
            said=said,
            learned=names,
            staging=store.staging if store else None,
            look=look,
        )
        for upload in uploads
    ]
    tables = [table for read in reads for table in read.tables]
    # Beside a row that could not be read, sums only seem wrong.
    sound = [table for read in reads if not has_errors(read.issues) for table in read.tables]
    across = _check_twice(tables, reference)
    beside = read_published_beside(sound, store, state, reference)
    across += check_fees(tables, reference, beside.history.tables)
    across += check_history(sound, beside.history, reference)
    across += beside.issues
    others = [parse_items(read.others, reference.others) for read in reads]
    across += check_rows([row for read in others for row in read.rows], reference)
    files = tuple(
        _preview(upload, read, entered, across, reference)
        for upload, read, entered in zip(uploads, reads, others, strict=True)
    )
    return Preview(
        files=files,
        snapshot=state.id if state else "",
        aliases=_used(answers, learned, reads, reference),
        registers=_edited(files, reference),
    )


def _with_entries_of(
    state: Manifest | None, store: Store | None, reference: Reference
) -> Reference:
    """The reference data with the other figures of the state that is checked against: a caller's
    may be older, and what somebody has entered since would be lost."""
    if store is None or state is None:
        return reference
    edited = state.registers.get(OTHERS_FILE)
    text = store.read_reference_text(edited) if edited else store.shipped.texts[OTHERS_FILE]
    return msgspec.structs.replace(reference, other_entries=parse_others(text))


def _edited(files: Sequence[FilePreview], reference: Reference) -> dict[str, str]:
    """The register of other figures with those of the files, where that is another one."""
    before = reference.other_entries
    after = before.put(entry for file in files for entry in file.others)
    return {} if after == before.put(()) else {OTHERS_FILE: build_others_toml(after)}


def _used(
    answers: Iterable[tuple[str, str]],
    learned: Sequence[tuple[str, str]],
    reads: Iterable[UploadRead],
    reference: Reference,
) -> tuple[TaughtName, ...]:
    """The answers that named a department in the files, which nothing known before would have."""
    used = {}
    for read, table in [(one, table) for one in reads for table in one.tables]:
        names = DepartmentNames(reference.departments_on(table.period.last), learned)
        printed = {(fold(name), id_) for name, id_ in read.printed_names(table)}
        for name, id_ in answers:
            known = names.find(name)
            if (fold(name), id_) in printed and (not known or known.id != id_):
                department = reference.department_by_id[id_]
                used[name, id_] = rivals_of(department, reference.departments)
    return tuple(TaughtName(name, id_, rivals) for (name, id_), rivals in used.items())


def _preview(
    upload: Upload,
    read: UploadRead,
    entered: ItemsRead,
    across: Sequence[Issue],
    reference: Reference,
) -> FilePreview:
    issues = [*read.issues]
    sums_checked = {issue.code for issue in issues if issue.is_error} <= _OF_ONE_CELL
    if sums_checked:  # beside a row that could not be read, sums only seem wrong
        for table in read.tables:
            issues += check_table(table, reference)
    issues += entered.issues
    places = {table.place for table in read.tables} | {row.place for row in entered.rows}
    issues += [i for i in across if any((i.file, i.sheet) == (p.file, p.sheet) for p in places)]
    drafts = tuple(
        Draft(
            table,
            _source(upload, read, table, reference),
            tuple(issue for issue in issues if issue.sheet in (None, table.place.sheet)),
            content=read.content,
            extras=read.extras,
        )
        for table in read.tables
    )
    return FilePreview(
        upload.name,
        drafts,
        read.forms,
        tuple(issues),
        read.needs_period,
        read.unknown_names,
        sums_checked,
        tuple(row.entry for row in entered.rows),
    )


def _check_twice(tables: Sequence[CountsTable], reference: Reference) -> list[Issue]:
    """The same form of the same period in two of the files: which one counts is not ours to say."""
    issues = []
    seen: set[tuple[str, Period]] = set()
    for table in tables:
        if (table.form, table.period) in seen:
            words = {"form": reference.form_name(table.form), "period": table.period.dates}
            issues.append(make_issue("form_twice", table.place, **words))
        seen.add((table.form, table.period))
    return issues


def _source(upload: Upload, read: UploadRead, table: CountsTable, reference: Reference) -> Source:
    return Source(
        file=upload.name,
        sha256=upload.sha256,
        size=upload.size,
        reader=read.reader,
        layout=reference.form(table.form).version,
        reference=reference.digest,
        kept=read.content is not None,
    )


def publish_files(
    preview: Preview, store: Store, publisher: Publisher, *, strict: bool = False
) -> Outcome:
    """Publishes the whole preview in one snapshot; one refused file refuses them all.

    Another state than the one that the preview was made against gives `needs_confirmation`, with
    nothing written. `strict` refuses on warnings too. Raises NotAllowed.
    """
    require_permission(publisher)
    if not preview.is_valid or (strict and preview.issues):
        return Outcome("rejected", store.current(), preview.files)
    if not preview.drafts and not preview.registers:
        return Outcome("unchanged", store.current(), preview.files)

    def publish() -> Publication:
        return store.publish(
            preview.drafts,
            by=publisher.name,
            expect=preview.snapshot,
            aliases=preview.aliases,
            registers=preview.registers,
        )

    return carry_out(publish, preview.files)


def missing_file(name: str) -> FilePreview:
    """The preview of a file that could not be read from disk at all."""
    name = printable(name)
    return FilePreview(name, (), (), (make_issue("file_missing", Place(file=name)),), False)
