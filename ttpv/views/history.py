"""Published states, newest first, and previews of what an upload would publish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ttpv.core.issues import Issue
from ttpv.imports import FilePreview
from ttpv.reference import Reference
from ttpv.register_history import RegisterChanges
from ttpv.store import Draft, Manifest
from ttpv.views.changes import describe_changes
from ttpv.views.formatting import format_count, format_moment, format_period
from ttpv.views.others import format_items, name_entry, upper_first
from ttpv.views.registers import NO_CHANGES
from ttpv.views.words import SEVERITY_WORDS


@dataclass(frozen=True, slots=True)
class HistoryRow:
    snapshot: str
    published: str
    by: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form recognised in a file: period, departments, and its totals as (measure, figure). Other
    figures say their period in their name, and have no departments."""

    file: str
    form: str
    period: str
    departments: str
    totals: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    code: str
    severity: str
    is_error: bool
    where: str
    message: str


def name_snapshot(snapshot: Manifest) -> str:
    """As one chooses it: "Lần 000012, 16:10 24/11/2026, an"."""
    moment = format_moment(snapshot.published_at)
    return f"Lần {snapshot.id}, {moment}, {snapshot.published_by}"


def build_history(
    snapshots: Sequence[Manifest],
    reference: Reference,
    registers: Mapping[str, RegisterChanges] | None = None,
) -> tuple[HistoryRow, ...]:
    """`registers`: what the states did to those, by the states' ids."""
    known = registers or {}
    return tuple(
        HistoryRow(
            snapshot=snapshot.id,
            published=format_moment(snapshot.published_at),
            by=snapshot.published_by,
            changes=tuple(
                describe_changes(snapshot, reference, known.get(snapshot.id, NO_CHANGES))
            ),
        )
        for snapshot in snapshots
    )


def build_found_forms(file: FilePreview, reference: Reference) -> tuple[FoundForm, ...]:
    """What was recognised; forms without a readable table are named all the same."""
    found = [
        FoundForm(
            file=file.name,
            form=reference.form_name(draft.table.form),
            period=format_period(draft.table.period),
            departments=format_count(len(draft.table.rows)),
            totals=_totals(draft, reference),
        )
        for draft in file.drafts
    ]
    read = {draft.table.form for draft in file.drafts}
    found += [
        FoundForm(file.name, reference.form_name(form), "chưa rõ", "–", ())
        for form in file.forms
        if form not in read
    ]
    found += [
        FoundForm(
            file=file.name,
            form=upper_first(name_entry(entry, reference)),
            period="",
            departments="",
            totals=tuple(format_items(entry, reference.others).items()),
        )
        for entry in file.others
    ]
    return tuple(found)


def _totals(draft: Draft, reference: Reference) -> tuple[tuple[str, str], ...]:
    """Σ of the file, or the sum of its rows where the file has no Σ."""
    table = draft.table
    parts = []
    for name in table.fields:
        if name not in reference.measures:
            continue
        if table.total is not None:
            figure = table.total.figures[name]
        else:
            figures = [row.figures[name] for row in table.rows]
            figure = None if None in figures else sum(int(f) for f in figures if f is not None)
        shown = format_count(None if figure is None else int(figure))
        parts.append((reference.measures[name].name, shown))
    return tuple(parts)


def build_issue_rows(issues: Sequence[Issue]) -> tuple[IssueRow, ...]:
    """Errors first, then in reading order."""
    ordered = sorted(issues, key=lambda issue: not issue.is_error)
    return tuple(
        IssueRow(
            code=issue.code,
            severity=SEVERITY_WORDS[issue.severity],
            is_error=issue.is_error,
            where=_where(issue),
            message=issue.message,
        )
        for issue in ordered
    )


def _where(issue: Issue) -> str:
    cell = f"{issue.column or ''}{issue.row or ''}"
    return " · ".join(part for part in (issue.sheet, cell) if part) or (issue.file or "")
