"""What the read side answers, and why it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ttpv.core.periods import Period
from ttpv.core.tiling import Piece
from ttpv.metrics import RateFigure
from ttpv.reference import Department, Rate
from ttpv.store import Entry, Manifest

Structure = Literal["then", "now"]
"""Departments as they were in the period, or as they are today: predecessors summed under their
successor ("theo cơ cấu lúc đó", "theo cơ cấu hiện nay")."""


class PeriodNotCovered(Exception):
    """The published periods do not tile the wanted one."""

    def __init__(
        self, wanted: Period | None, missing: Sequence[Period], nearest: Sequence[Period]
    ) -> None:
        super().__init__(f"{wanted} is not covered")
        self.wanted = wanted
        self.missing = tuple(missing)
        self.nearest = tuple(nearest)


class UnknownDepartment(Exception):
    """A department id that the register does not hold in that period."""

    def __init__(self, name: str, suggestions: Sequence[Department]) -> None:
        super().__init__(name)
        self.name = name
        self.suggestions = tuple(suggestions)


@dataclass(frozen=True, slots=True)
class Line:
    """One department's figures, or those of the whole selection (`department` None).

    `members` are the ids whose figures these are: its own and, in today's structure, those of its
    predecessors. `within` are the days of the period in which they existed, where that is not all
    of it: a department that merged away closes with the stock that it handed on.
    """

    department: Department | None
    counts: Mapping[str, int | None]
    rates: Mapping[str, RateFigure]
    has_data: bool
    members: tuple[str, ...] = ()
    within: Period | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one selection. `departments` are the chosen ones in the register's order.

    `pieces` are what most figures of `period` are made of; where a form is published for other
    periods, its figures are made of those. `missing` are the departments because of which a sum of
    the total is None; `partial` are those sums over the departments that have figures, which is
    never the total. `entries` are the forms that the figures come from. `split` are departments
    that several succeeded, whose figures today's structure cannot place.
    """

    snapshot: Manifest
    period: Period
    pieces: tuple[Piece, ...]
    rates: tuple[Rate, ...]
    total: Line
    departments: tuple[Line, ...]
    is_whole_centre: bool
    missing: tuple[str, ...]
    partial: Mapping[str, int]
    entries: tuple[Entry, ...]
    structure: Structure = "then"
    split: tuple[str, ...] = ()

    @property
    def of_last_day(self) -> tuple[Line, ...]:
        """The departments that exist on the period's last day: they are counted where departments
        are, since whoever merged away stands on its successor's line too."""
        stop = self.period.stop
        return tuple(
            line for line in self.departments if line.within is None or line.within.stop == stop
        )
