"""Store format 1: what a manifest says. A manifest is one whole published state.

Each names every (period, form) that is published and the immutable file that holds its figures;
publishing writes the next number and leaves the earlier ones, which are the history.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import msgspec

from ttpv.core.issues import Issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable

FORMAT = 1


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where figures came from: the file as uploaded, and by which rules it was read."""

    file: str
    sha256: str
    size: int
    reader: int
    layout: int
    reference: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
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

    @property
    def period(self) -> Period:
        return Period(self.start, self.stop)

    @property
    def key(self) -> tuple[date, date, str]:
        return (self.start, self.stop, self.form)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a manifest did to one (period, form)."""

    start: date
    stop: date
    form: str
    change: Literal["added", "replaced"]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """A published state and how it came about."""

    format: int
    number: int
    published_at: datetime
    published_by: str
    changes: tuple[Change, ...]
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The snapshot's name towards people and caches: "000012"."""
        return f"{self.number:06d}"

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods with at least one form, in order."""
        return tuple(sorted({entry.period for entry in self.entries}))

    def entries_of(self, periods: tuple[Period, ...]) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.period in periods)

    def entry_of(self, period: Period, form: str) -> Entry | None:
        for entry in self.entries:
            if entry.key == (period.start, period.stop, form):
                return entry
        return None


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked table on its way to be published."""

    table: CountsTable
    source: Source
    issues: tuple[Issue, ...]
