"""The shape of dossiers.toml, and of what rates.toml says of dossier lists.

What a column may hold is a value's id here; `kept_values` says which ids a rate may ask for.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Literal

import msgspec

from ttpv.core.text import fold
from ttpv.reference.record import Record

ChoiceKind = Literal["status", "channel", "payment", "flag"]
ColumnKind = Literal["code", "text", "department", "time", "amount"] | ChoiceKind
Meaning = Literal["received", "open", "suspended", "resolved", "not_counted"]
Population = Literal["received_new", "resolved"]

AMOUNTS = ("some", "none")
"""What an amount is to a rate: above 0, or 0 and blank."""

COUNTED = (
    "received_new",
    "carried_over",
    "resolved_on_time",
    "resolved_late",
    "pending_in_time",
    "pending_overdue",
    "suspended",
)
"""The measures that every list gives, whatever rates there are (readers/dossiers/sql)."""

_OTHERS = 3  # required columns beside the code's that a header shows at least


class DossierColumn(Record, frozen=True):
    """A column of the list: its header texts, of which one stands alone in the header's cell.

    `required` speaks of the column, `blank` of its cells (of a column that is not required they
    may always be blank).
    """

    id: str
    kind: ColumnKind
    headers: tuple[str, ...]
    required: bool = False
    blank: bool = False
    patterns: tuple[str, ...] = ()
    max_values: int | None = None
    without_time: Literal["start", "end"] = "start"

    @property
    def title(self) -> str:
        return self.headers[0]

    @property
    def may_be_blank(self) -> bool:
        return self.blank or not self.required


class DossierValue(Record, frozen=True):
    """A value of a column, and how people write it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class DossierStatus(DossierValue, frozen=True, kw_only=True):
    """A status, and what it means for the counts."""

    means: Meaning


class DossierLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The dossier list: columns and values. `rank` and `version` as in Layout."""

    id: str
    version: int
    rank: int
    name: str
    english: str
    agency_words: tuple[str, ...]
    columns: tuple[DossierColumn, ...] = msgspec.field(name="column")
    statuses: tuple[DossierStatus, ...] = msgspec.field(name="status")
    channels: tuple[DossierValue, ...] = msgspec.field(name="channel")
    payments: tuple[DossierValue, ...] = msgspec.field(name="payment")
    flags: tuple[DossierValue, ...] = msgspec.field(name="flag")
    expected: bool = False
    total_labels: tuple[str, ...] = ()  # a list has no line of totals
    # Later than the first kept bundles, hence with a default (reference/model.py).
    bare_agency_words: tuple[str, ...] = ()
    agency_fields: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    family_names: tuple[str, ...] = ()
    family_words: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    private_words: tuple[str, ...] = ()
    personal_titles: tuple[str, ...] = ()

    @cached_property
    def column_by_id(self) -> dict[str, DossierColumn]:
        return {column.id: column for column in self.columns}

    @cached_property
    def column_by_header(self) -> dict[str, str]:
        """Folded header text → column id."""
        return {fold(text): column.id for column in self.columns for text in column.headers}

    def is_header(self, columns: Collection[str]) -> bool:
        """Whether a row that titles these columns is a list's header: the code's and enough of the
        others that every list has, which no summary form holds."""
        required = {column.id for column in self.columns if column.required}
        return "code" in columns and len(required.intersection(columns)) > _OTHERS

    def values_of(self, kind: ChoiceKind) -> tuple[DossierValue, ...]:
        """The values of that kind of column, in the file's order."""
        tables: Mapping[ChoiceKind, tuple[DossierValue, ...]] = {
            "status": self.statuses,
            "channel": self.channels,
            "payment": self.payments,
            "flag": self.flags,
        }
        return tables[kind]

    def kept_values(self, column: str) -> tuple[str, ...]:
        """The ids that a rate may ask for in `column`; none of a column that is no choice."""
        kind = self.column_by_id[column].kind
        if kind == "amount":
            return AMOUNTS
        return tuple(
            value.id for choice in CHOICES if choice == kind for value in self.values_of(choice)
        )


class DossierRule(Record, frozen=True):
    """How a list gives a rate's parts: `among` whom, which of them are the denominator, and which
    of the denominator the numerator (column → value ids; all of them must hold)."""

    among: Population
    numerator: Mapping[str, tuple[str, ...]]
    denominator: Mapping[str, tuple[str, ...]] = {}


def find_faults(layout: DossierLayout) -> list[str]:
    """What is wrong with dossiers.toml in itself, as "key: words"."""
    faults = []
    ids = [column.id for column in layout.columns]
    faults += [f"column {name}: stands twice" for name in _twice(ids)]
    faults += [f"column {name}: no name for a column" for name in ids if not name.isidentifier()]
    for missing in sorted(NEEDED - {(column.id, column.kind) for column in layout.columns}):
        faults.append(f"column {missing[0]}: is needed, with kind {missing[1]!r}")
    headers = [fold(header) for column in layout.columns for header in column.headers]
    faults += [f"header {text!r}: stands twice" for text in _twice(headers)]
    for column in layout.columns:
        if not column.headers:
            faults.append(f"column {column.id}: needs 'headers'")
        if column.kind == "code" and not column.patterns:
            faults.append(f"column {column.id}: needs 'patterns'")
        if (column.kind == "text") != (column.max_values is not None):
            faults.append(f"column {column.id}: kind 'text' and 'max_values' go together")
    for kind in CHOICES:
        values = layout.values_of(kind)
        names = [fold(text) for value in values for text in {value.name, *value.aliases}]
        faults += [f"{kind} {name}: stands twice" for name in _twice([v.id for v in values])]
        faults += [f"{kind} {name!r}: names two values, or one twice" for name in _twice(names)]
    return faults


NEEDED: frozenset[tuple[str, ColumnKind]] = frozenset(
    {
        ("code", "code"),
        ("department", "department"),
        ("received", "time"),
        ("due", "time"),
        ("returned", "time"),
        ("status", "status"),
        ("procedure_code", "text"),
        ("procedure_name", "text"),
        ("field", "text"),
        ("fee", "amount"),
        ("payment", "payment"),
    }
)
"""Columns that readers/dossiers/sql and its warnings speak of by name."""

CHOICES: tuple[ChoiceKind, ...] = ("status", "channel", "payment", "flag")


def _twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
