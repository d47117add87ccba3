"""Each rate of each line of a selection with all that is known of it: for files, where figures stay
figures. Values are exact; `places` say how many decimals the pages show."""

from dataclasses import dataclass
from decimal import Decimal

from ttpv.metrics import Basis, Status
from ttpv.monitor import Figures, Line
from ttpv.reference import Rate, Reference
from ttpv.views.formatting import count_places
from ttpv.views.names import full_name
from ttpv.views.rates import RateView, build_line_rate, count_shortfall
from ttpv.views.words import CENTRE, CHOSEN


@dataclass(frozen=True, slots=True)
class RateLine:
    """A rate of a department, or of all of the selection (`department` ""). In percent; `gap` in
    percentage points, `shortfall` in dossiers. `view` is how the pages show it."""

    rate: Rate
    department: str
    name: str
    basis: Basis
    status: Status
    value: Decimal | None
    places: int
    numerator: int | None
    denominator: int | None
    target: Decimal | None
    gap: Decimal | None
    interval: tuple[Decimal, Decimal] | None
    shortfall: int | None
    view: RateView

    @property
    def is_total(self) -> bool:
        return not self.department


def build_rate_lines(figures: Figures, reference: Reference) -> dict[str, tuple[RateLine, ...]]:
    """By rate: that of the selection first, then each department's in their order."""
    lines = (figures.total, *figures.departments)
    total = CENTRE if figures.is_whole_centre else CHOSEN
    return {
        rate.id: tuple(
            _build_line(rate, line, full_name(line) or total, reference) for line in lines
        )
        for rate in figures.rates
    }


def _build_line(rate: Rate, line: Line, name: str, reference: Reference) -> RateLine:
    figure = line.rates[rate.id]
    metric = figure.metric
    return RateLine(
        rate=rate,
        department=line.department.id if line.department else "",
        name=name,
        basis=metric.basis,
        status=figure.status,
        value=metric.value,
        places=1 if metric.value is None else count_places(metric.value, figure.target),
        numerator=metric.numerator,
        denominator=metric.denominator,
        target=figure.target,
        gap=figure.gap,
        interval=metric.interval,
        shortfall=count_shortfall(figure),
        view=build_line_rate(rate, line, reference),
    )
