"""What stays published beside tables that are about to be: read for the checks against it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ttpv.checks import History, compared_forms
from ttpv.core.issues import Issue, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.metrics import choose_holders
from ttpv.reference import Reference
from ttpv.store import Entry, Manifest, Store, StoreError


@dataclass(frozen=True, slots=True)
class Beside:
    """The published neighbours of some tables. `issues` name what could not be read."""

    history: History
    issues: tuple[Issue, ...]


def find_holders(
    entries: Iterable[Entry | CountsTable], reference: Reference
) -> dict[Period, dict[str, str]]:
    """For each period the form that each field's figures are taken from, of published forms or of
    tables that are about to be."""
    ranks = {layout.id: layout.rank for layout in reference.layouts.values()}
    ranks[reference.dossiers.id] = reference.dossiers.rank
    forms: dict[Period, dict[str, tuple[str, ...]]] = {}
    for entry in entries:
        forms.setdefault(entry.period, {})[entry.form] = entry.fields
    return {
        period: choose_holders(fields, ranks, reference.rates.values(), reference.measures.values())
        for period, fields in forms.items()
    }


def read_published_beside(
    tables: Sequence[CountsTable],
    store: Store | None,
    state: Manifest | None,
    reference: Reference,
) -> Beside:
    """The neighbours of `tables` in `state`: other forms of their periods, and of other periods
    those that `compared_forms` names.

    Damaged ones are left out with a warning, because they must not keep a good file out; the entry
    that a table replaces is not read at all, so that a file can make good what was lost.
    """
    replaced = {(table.period, table.form) for table in tables}
    staying = [
        entry
        for entry in (state.entries if state else ())
        if (entry.period, entry.form) not in replaced
    ]
    holders = find_holders([*staying, *tables], reference)
    read: dict[str, CountsTable | None] = {}
    issues = []
    for table in tables:
        compared = compared_forms(table, holders, reference)
        needed = [
            entry
            for entry in staying
            if entry.period == table.period or (entry.period, entry.form) in compared
        ]
        for entry in needed:
            if entry.file not in read and store is not None:
                read[entry.file] = _read(store, entry)
        lost = [entry for entry in needed if read[entry.file] is None]
        if lost:
            words = "; ".join(
                f"{reference.form_name(entry.form)}, kỳ {entry.period.dates}" for entry in lost
            )
            issues.append(make_issue("published_unreadable", table.place, periods=words))
    found = tuple(table for table in read.values() if table is not None)
    return Beside(History(holders, found), tuple(issues))


def _read(store: Store, entry: Entry) -> CountsTable | None:
    try:
        return store.read_table(entry)
    except StoreError:
        return None  # becomes the issue "published_unreadable"
