"""The other figures of a period: which there are (other.toml) and what was entered
(other-figures.toml).

All keys have defaults, since kept reference data of earlier programs lack both files.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from ttpv.core.periods import Period
from ttpv.reference.record import Record

EntryKey = tuple[str, date, date]
Side = Literal["above", "around", "below"]


class OtherFigure(Record, frozen=True):
    """A figure of a period. It may be a part of another (`within`) or the rest of one without its
    parts (`rest_of`), which is never entered."""

    id: str
    name: str
    short: str
    unit: str
    within: str | None = None
    rest_of: str | None = None
    cumulative: bool = False


class Qualifier(Record, frozen=True):
    """A word before a figure that is not exact, and on which side of it the real one lies."""

    text: str
    side: Side


class IndexGroup(Record, frozen=True):
    """A group of the index 766 and the most points it can give."""

    id: str
    name: str
    maximum: Decimal


class Band(Record, frozen=True):
    """What an index is called that reaches `first` points, and not the next band's."""

    name: str
    first: Decimal = msgspec.field(name="from")


class IndexDefinition(Record, frozen=True):
    """The index 766: its groups, and its bands from the highest down."""

    name: str = ""
    short: str = ""
    groups: tuple[IndexGroup, ...] = msgspec.field(name="group", default=())
    bands: tuple[Band, ...] = msgspec.field(name="band", default=())

    @property
    def maximum(self) -> Decimal:
        return sum((group.maximum for group in self.groups), Decimal())

    def band_of(self, points: Decimal) -> str:
        """The name of the band; "" where there is none."""
        return next((band.name for band in self.bands if points >= band.first), "")


class OtherDefinitions(Record, frozen=True):
    """Which other figures there are: other.toml."""

    figures: tuple[OtherFigure, ...] = msgspec.field(name="figure", default=())
    qualifiers: tuple[Qualifier, ...] = msgspec.field(name="qualifier", default=())
    index: IndexDefinition = IndexDefinition()

    @property
    def entered(self) -> tuple[OtherFigure, ...]:
        """Those that people enter; the rest follows from them."""
        return tuple(figure for figure in self.figures if figure.rest_of is None)

    @property
    def about(self) -> str:
        """The qualifier of what may lie on either side."""
        return next((known.text for known in self.qualifiers if known.side == "around"), "")

    def figure(self, identity: str) -> OtherFigure:
        """Raises KeyError on an unknown id."""
        for figure in self.figures:
            if figure.id == identity:
                return figure
        raise KeyError(identity)

    def parts_of(self, identity: str) -> tuple[OtherFigure, ...]:
        """The figures that are parts of that one."""
        return tuple(figure for figure in self.figures if figure.within == identity)

    def side_of(self, qualifier: str) -> Side | None:
        """None of a figure without a qualifier; an unknown word may lie on either side."""
        if not qualifier:
            return None
        sides = {known.text: known.side for known in self.qualifiers}
        return sides.get(qualifier, "around")


class Entered(Record, frozen=True):
    """A figure as entered: "hơn 359", counted `since` a day before the period's first."""

    value: int
    qualifier: str = ""
    since: date | None = None


class PeriodEntry(Record, frozen=True):
    """What was entered for one period, both days inclusive; figures that were left blank lack."""

    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")
    figures: Mapping[str, Entered] = {}
    source: str = ""

    @property
    def period(self) -> Period:
        return Period.inclusive(self.first, self.last)

    @property
    def key(self) -> EntryKey:
        """What tells it from the others."""
        return ("period", self.first, self.last)


class IndexEntry(Record, frozen=True):
    """The index 766 on a day: points in all and by group, rank in words; blank ones lack."""

    day: date
    points: Decimal | None = None
    groups: Mapping[str, Decimal] = {}
    band: str = ""
    rank: str = ""
    source: str = ""

    @property
    def key(self) -> EntryKey:
        """What tells it from the others."""
        return ("index", self.day, self.day)


OtherEntry = PeriodEntry | IndexEntry


class OtherEntries(Record, frozen=True):
    """The register: other-figures.toml. One entry a period, one index a day."""

    periods: tuple[PeriodEntry, ...] = msgspec.field(name="period", default=())
    indexes: tuple[IndexEntry, ...] = msgspec.field(name="index", default=())

    @classmethod
    def of(cls, entries: Iterable[OtherEntry]) -> "OtherEntries":
        """The register of these, in the order of their days."""
        ordered = sorted(entries, key=lambda entry: entry.key)
        return cls(
            tuple(entry for entry in ordered if isinstance(entry, PeriodEntry)),
            tuple(entry for entry in ordered if isinstance(entry, IndexEntry)),
        )

    @property
    def entries(self) -> tuple[OtherEntry, ...]:
        return (*self.periods, *self.indexes)

    def put(self, new: Iterable[OtherEntry]) -> "OtherEntries":
        """With `new` ones among them, each in place of that of its period or day."""
        merged = {entry.key: entry for entry in (*self.entries, *new)}
        return OtherEntries.of(merged.values())


def find_definition_faults(definitions: OtherDefinitions) -> list[str]:
    """What is wrong with other.toml in itself."""
    faults = []
    ids = [figure.id for figure in definitions.figures]
    groups = [group.id for group in definitions.index.groups]
    for what, names in (("figure", ids), ("group", groups)):
        faults += [f"{what} {name!r} stands twice" for name in set(names) if names.count(name) > 1]
    for figure in definitions.figures:
        faults += [
            f"{figure.id} refers to unknown {name!r}"
            for name in (figure.within, figure.rest_of)
            if name is not None and name not in ids
        ]
    starts = [band.first for band in definitions.index.bands]
    if starts != sorted(set(starts), reverse=True):
        faults.append("index.band: 'from' does not fall from band to band")
    if any(group.maximum <= 0 for group in definitions.index.groups):
        faults.append("index.group: 'maximum' is not above 0")
    return faults


def find_entry_faults(entries: OtherEntries) -> list[str]:
    """What no reader of other-figures.toml could make sense of. Whether figures are plausible is
    another matter (ttpv/checks/other_figures.py): what was once entered stays readable."""
    faults = [
        f"period from {entry.first}: 'to' lies before 'from'"
        for entry in entries.periods
        if entry.last < entry.first
    ]
    keys = [f"period {entry.first}..{entry.last}" for entry in entries.periods]
    keys += [f"index of {entry.day}" for entry in entries.indexes]
    return faults + [f"{key} stands twice" for key in sorted(set(keys)) if keys.count(key) > 1]
