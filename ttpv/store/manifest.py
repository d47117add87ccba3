"""Store format 3: what a manifest says. A manifest is one whole published state.

Each names every (period, form) that is published and the immutable file that holds its figures;
publishing writes the next number and leaves the earlier ones, which are the history.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import msgspec

from ttpv.core.issues import Issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable

FORMAT = 3
READABLE = (1, 2, 3)
"""Format 1 knew no kept sources, extras, aliases or restores, format 2 no reference data and no
registers; what they lack has a default here."""

ExtraRole = Literal["cube", "days", "dossiers"]
"""What a dossier list brings beside its counts table: counts per period × department × field ×
procedure, counts per day × department, and the slim table of the dossiers themselves."""


def snapshot_id(number: int) -> str:
    """The name of a published state towards people, files and caches: 12 → "000012"."""
    return f"{number:06d}"


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where figures came from: the file as uploaded, and by which rules it was read.

    `kept` says whether the store holds the file itself, under its SHA-256: summary forms are kept
    byte for byte, dossier lists only as their hash.
    """

    file: str
    sha256: str
    size: int
    reader: int
    layout: int
    reference: str
    kept: bool = False


class Alias(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A department's name as some export prints it; learned once, by whom and when."""

    name: str
    department: str
    added_at: datetime
    added_by: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published (period, form). `start`..`stop` is half-open; `content` hashes the figures."""

    start: date
    stop: date
    form: str
    fields: tuple[str, ...]
    departments: int
    content: str
    file: str
    source: Source
    issues: tuple[Issue, ...]
    published_at: datetime
    published_by: str
    extras: dict[ExtraRole, str] = {}

    @property
    def period(self) -> Period:
        return Period(self.start, self.stop)

    @property
    def key(self) -> tuple[date, date, str]:
        return (self.start, self.stop, self.form)


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a manifest did to one (period, form)."""

    start: date
    stop: date
    form: str
    change: Literal["added", "replaced", "removed"]


class AliasChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a manifest did to one name of a department."""

    name: str
    department: str
    change: Literal["added", "replaced", "removed"]


class RegisterChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a manifest did to a register: the hashes of the texts in force before and after.

    Either may be the shipped text; both are kept, so that the edit can be shown and undone.
    """

    file: str
    before: str
    after: str


Action = Literal["publish", "restore", "withdraw", "add_alias", "remove_alias", "set_register"]


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published state and how it came about: who did what, and what that changed.

    `restored_period` is None where a restore brought a whole state back. `seal` is the SHA-256 of
    the manifest's file with the seal itself as zeros; format 1 had none. `reference` is the hash of
    the reference data in force at this publication (`ReferenceFiles.bundle`); formats 1 and 2 did
    not say. `registers` are the files of those that people have edited, and the hashes of the texts
    in their place; `register_bases` the shipped texts that each was first laid over (the first ones
    of format 3 did not say), by which a later program sees that it ships another. `reason` is why a
    form was withdrawn, as far as anybody said.
    """

    format: int
    number: int
    published_at: datetime
    published_by: str
    changes: tuple[Change, ...]
    entries: tuple[Entry, ...]
    aliases: tuple[Alias, ...] = ()
    restored_from: str | None = None
    restored_period: Period | None = None
    action: Action = "publish"
    alias_changes: tuple[AliasChange, ...] = ()
    reason: str = ""
    reference: str | None = None
    registers: dict[str, str] = {}
    register_changes: tuple[RegisterChange, ...] = ()
    register_bases: dict[str, str] = {}
    seal: str = ""

    @property
    def id(self) -> str:
        return snapshot_id(self.number)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods with at least one form, in order."""
        return tuple(sorted({entry.period for entry in self.entries}))

    @property
    def references(self) -> tuple[str, ...]:
        """The hashes of all kept texts of reference data that this state needs."""
        changed = [end for change in self.register_changes for end in (change.before, change.after)]
        edited = (*self.registers.values(), *self.register_bases.values())
        named = (self.reference, *edited, *changed)
        return tuple(dict.fromkeys(digest for digest in named if digest is not None))

    def entries_of(self, periods: tuple[Period, ...]) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.period in periods)

    def entry_of(self, period: Period, form: str) -> Entry | None:
        for entry in self.entries:
            if entry.key == (period.start, period.stop, form):
                return entry
        return None


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked table on its way to be published.

    `content` is the file itself where it is to be kept; `extras` are staged files (Parquet, inside
    the store's folder) that belong to the table and are published with it.
    """

    table: CountsTable
    source: Source
    issues: tuple[Issue, ...]
    content: bytes | None = None
    extras: Mapping[ExtraRole, Path] = field(default_factory=dict)
