"""What is known of a department when one looks for what is remarkable; the monitor fills it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ttpv.core.periods import Period
from ttpv.metrics import Status


@dataclass(frozen=True, slots=True)
class RatePoint:
    """A judged rate in one period; `value` and `target` in percent. `small`: over few dossiers;
    `estimated`: what rounded rates let one reckon, so that no change to or from it is known.
    `rounding`: by how many points a published value may differ from the true one."""

    period: Period
    value: Decimal | None
    target: Decimal | None
    status: Status
    small: bool = False
    estimated: bool = False
    rounding: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class RateSeries:
    """One rate, oldest point first. Each point's period is the like one just before the next's;
    where that is not published a point without a value stands for it. `is_cut`: like periods
    before the first point may be published too, but nobody looked."""

    rate: str
    points: tuple[RatePoint, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class StockBreak:
    """`measure` opens the period with `opening`, though the one `before` closed with `closing`."""

    measure: str
    before: Period
    closing: int
    opening: int


@dataclass(frozen=True, slots=True)
class Revision:
    """The source changed a figure of days that were known.

    `revised`: of two cumulative exports the later one says `found`, which contradicts the earlier
    one (`expected`); `period` is what lies between. `exceeds`: their difference is `found`, more
    than that of what it lies within (`expected`). `tiling_differs`: the export of exactly `period`
    says `found`, and its parts sum to `expected`. `field` is a measure, or a rate in percent.
    """

    kind: Literal["tiling_differs", "revised", "exceeds"]
    field: str
    period: Period
    expected: int | Decimal
    found: int | Decimal


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """What the rules look at; `department` None is the centre. Absent counts are not known."""

    department: str | None
    period: Period
    series: tuple[RateSeries, ...] = ()
    counts: Mapping[str, int | None] | None = None
    stock_breaks: tuple[StockBreak, ...] = ()
    revisions: tuple[Revision, ...] = ()
