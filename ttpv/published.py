"""What stays published beside tables that are about to be: read for the checks against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ttpv.checks import History, compared_periods
from ttpv.core.issues import Issue, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.reference import Reference
from ttpv.store import Entry, Manifest, Store, StoreError


@dataclass(frozen=True, slots=True)
class Beside:
    """The published neighbours of some tables. `issues` name what could not be read."""

    history: History
    issues: tuple[Issue, ...]


def read_published_beside(
    tables: Sequence[CountsTable],
    store: Store | None,
    state: Manifest | None,
    reference: Reference,
) -> Beside:
    """The neighbours of `tables` in `state`: other forms of their periods, other periods of their
    forms as far as `compared_periods` names them.

    Damaged ones are left out with a warning, because they must not keep a good file out; the entry
    that a table replaces is not read at all, so that a file can make good what was lost.
    """
    replaced = {(table.period, table.form) for table in tables}
    staying = [
        entry
        for entry in (state.entries if state else ())
        if (entry.period, entry.form) not in replaced
    ]
    periods: dict[str, list[Period]] = {}
    for entry in staying:
        periods.setdefault(entry.form, []).append(entry.period)
    read: dict[str, CountsTable | None] = {}
    issues = []
    for table in tables:
        compared = compared_periods(table, periods.get(table.form, []), reference)
        needed = [
            entry
            for entry in staying
            if entry.period == table.period
            or (entry.form == table.form and entry.period in compared)
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
    return Beside(History(periods, found), tuple(issues))


def _read(store: Store, entry: Entry) -> CountsTable | None:
    try:
        return store.read_table(entry)
    except StoreError:
        return None  # becomes the issue "published_unreadable"
