"""The counts of one form in one period, as the readers hand them on."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ttpv.core.issues import Place
from ttpv.core.periods import Period

Figure = int | Decimal | None
"""A count (int), a published rate in percent (Decimal), or None: the export has no figure."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a form. `department` is None for the centre's own line (Σ)."""

    department: str | None
    figures: Mapping[str, Figure]
    printed_name: str
    place: Place
    columns: Mapping[str, str]

    def place_of(self, field: str) -> Place:
        """The cell that holds `field`."""
        return self.place.at(self.place.row, self.columns.get(field))


@dataclass(frozen=True, slots=True)
class CountsTable:
    """One form × one period: a row per department, the Σ row if there is one.

    `fields` are the measures and rates that the export has columns for.
    """

    form: str
    period: Period
    fields: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None
    place: Place
