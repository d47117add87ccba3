"""The shapes of figures over time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.monitor import Structure
from ttpv.reference import Department

StepKind = Literal["month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Step:
    """How long the periods of a series are, and the day of the month on which they open."""

    kind: StepKind
    opening: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a series. `missing` are the days that nothing published covers; empty where it
    is answered, and where what is published overlaps."""

    period: Period
    is_answered: bool
    missing: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One line over all slots; `department` None is the centre, or the chosen ones together.

    A figure is None where the slot is not answered, where the department (or one of the chosen) had
    not come into being or was gone, and where the rate was not in force. So it is where one of them
    existed in a part of the slot only, which `parts` then holds: those days are no quarter.
    `targets` in percent stand in every slot in which one is in force, answered or not.
    """

    department: Department | None
    rates: Mapping[str, tuple[RateFigure | None, ...]]
    targets: Mapping[str, tuple[Decimal | None, ...]]
    counts: Mapping[str, tuple[int | None, ...]]
    parts: tuple[Period | None, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """`chosen` is the selection together: the centre itself where none is chosen, or all are.
    `departments` are the chosen ones, a line each in the register's order. `split` are those among
    them whose work several departments took over, so that today's structure has no one line for it.
    """

    step: Step
    structure: Structure
    slots: tuple[Slot, ...]
    centre: Series
    chosen: Series
    departments: tuple[Series, ...]
    split: tuple[str, ...]

    def find_slot(self, until: date) -> int | None:
        """The last answered slot that ends by `until` (not included), else the last answered."""
        answered = [index for index, slot in enumerate(self.slots) if slot.is_answered]
        ended = [index for index in answered if self.slots[index].period.stop <= until]
        return max(ended or answered, default=None)
