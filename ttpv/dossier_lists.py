"""The read side of dossier lists: a department's counts by field and procedure, and the dossiers
that need attention, one by one.

Only periods that were published with a dossier list have them; whoever asks says which entry.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from ttpv.core.periods import Period
from ttpv.metrics import add_counts
from ttpv.store import Entry, Store

_SQL = Path(__file__).parent / "metrics" / "sql"

State = Literal["resolved_late", "pending_overdue", "suspended"]
STATES: tuple[State, ...] = ("pending_overdue", "suspended", "resolved_late")

COUNTED = (
    "received_new",
    "resolved_on_time",
    "resolved_late",
    "pending_in_time",
    "pending_overdue",
    "suspended",
)
"""What is counted by field and procedure, in the order in which a dossier goes."""

MOST = 500
"""So many dossiers are listed; who has more late ones needs a file, not a page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Counts of one field, or of one procedure. `key` names it in queries; None is "not said"."""

    key: str | None
    name: str | None
    counts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class ProcedureGroup:
    """A procedure within a field."""

    field: str | None
    group: Group


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier of a list, without its applicant."""

    code: str
    procedure: str | None
    received: datetime | None
    due: datetime | None
    returned: datetime | None


def find_list(entries: Sequence[Entry]) -> Entry | None:
    """The dossier list among a period's entries; None where it has none, or several periods."""
    lists = [entry for entry in entries if "dossiers" in entry.extras]
    return lists[0] if len(lists) == 1 else None


def find_lists(entries: Sequence[Entry], period: Period) -> tuple[Entry, ...]:
    """The dossier list of exactly that period, else those of its parts, in order: of parts that do
    not overlap, which need not be all of it."""
    lists = [e for e in entries if "dossiers" in e.extras and period.contains(e.period)]
    if exact := [entry for entry in lists if entry.period == period]:
        return (exact[0],)
    found: list[Entry] = []
    for entry in sorted(lists, key=lambda entry: (entry.stop, entry.start)):
        if not found or entry.start >= found[-1].stop:
            found.append(entry)
    return tuple(found)


@cache
def _read(name: str) -> str:
    return (_SQL / name).read_text(encoding="utf-8")


def read_procedures(store: Store, entry: Entry, department: str) -> tuple[ProcedureGroup, ...]:
    """A department's procedures with their counts, by field."""
    columns = ",\n    ".join(f"CAST(SUM({name}) AS BIGINT) AS {name}" for name in COUNTED)
    rows = store.query(
        _read("cube.sql").replace("{columns}", columns),
        [entry],
        {"department": department},
        extra="cube",
    )
    return tuple(
        ProcedureGroup(
            row["field"],
            Group(
                row["procedure_code"] or row["procedure_name"],
                row["procedure_name"] or row["procedure_code"],
                {name: row[name] for name in COUNTED},
            ),
        )
        for row in rows
    )


def sum_fields(procedures: tuple[ProcedureGroup, ...]) -> tuple[Group, ...]:
    """The fields with the counts of their procedures together."""
    fields = dict.fromkeys(procedure.field for procedure in procedures)
    return tuple(
        Group(
            field,
            field,
            {
                name: add_counts(p.group.counts[name] for p in procedures if p.field == field)
                for name in COUNTED
            },
        )
        for field in fields
    )


def read_dossiers(
    store: Store,
    entry: Entry,
    department: str,
    state: State,
    *,
    field: str | None = None,
    procedure: str | None = None,
) -> tuple[Dossier, ...]:
    """Up to `MOST` dossiers in that state, the longest due first.

    `field` and `procedure` narrow the list: "" to those that say none, None not at all.
    """
    values = {
        "department": department,
        "state": state,
        "field": field,
        "procedure": procedure,
        "most": MOST,
    }
    rows = store.query(_read("attention.sql"), [entry], values, extra="dossiers")
    return tuple(
        Dossier(
            row["code"],
            row["procedure_name"] or row["procedure_code"],
            row["received"],
            row["due"],
            row["returned"],
        )
        for row in rows
    )
