"""The read side: a snapshot and a selection → figures.

Everything that pages, reports and the command line show comes from `read_figures`; it touches the
store once and computes the rest in memory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ttpv.core.periods import Period, YearToDate, missing_days, tile_period
from ttpv.metrics import (
    Cell,
    RateFigure,
    cells_sql,
    compute_rate,
    fold_periods,
    judge_rate,
    missing_departments,
    read_cells,
    sum_counts,
)
from ttpv.published import find_holders
from ttpv.reference import Department, DepartmentNames, Rate, Reference
from ttpv.store import Entry, Manifest, Store


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
    """One department's figures, or those of the whole selection (`department` None)."""

    department: Department | None
    counts: Mapping[str, int | None]
    rates: Mapping[str, RateFigure]
    has_data: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one selection. `departments` are the chosen ones in the register's order.

    `pieces` are the published periods that tile `period`; `missing` the departments because of
    which a sum of the total is None; `entries` the forms that the figures come from.
    """

    snapshot: Manifest
    period: Period
    pieces: tuple[Period, ...]
    rates: tuple[Rate, ...]
    total: Line
    departments: tuple[Line, ...]
    is_whole_centre: bool
    missing: tuple[str, ...]
    entries: tuple[Entry, ...]


def default_period(snapshot: Manifest) -> Period:
    """The period with the latest end, the shortest of those. Raises ValueError without any."""
    return max(snapshot.periods, key=lambda period: (period.stop, period.start))


def resolve_period(snapshot: Manifest, wanted: Period | YearToDate | None) -> Period:
    """The dates that a wish means in this snapshot. Raises PeriodNotCovered."""
    if wanted is None:
        if not snapshot.periods:
            raise PeriodNotCovered(None, [], [])
        return default_period(snapshot)
    if isinstance(wanted, Period):
        return wanted
    start = date(wanted.year, 1, 1)
    year = Period(start, date(wanted.year + 1, 1, 1))
    stops = {period.stop for period in snapshot.periods if year.contains(period)}
    for stop in sorted(stops, reverse=True):
        candidate = Period(start, stop)
        if tile_period(candidate, list(snapshot.periods)):
            return candidate
    raise _not_covered(snapshot, year)


def _not_covered(snapshot: Manifest, wanted: Period) -> PeriodNotCovered:
    """Which days are missing. A longer period cannot be cut, so only those inside count."""
    inside = [period for period in snapshot.periods if wanted.contains(period)]
    return PeriodNotCovered(wanted, missing_days(wanted, inside), nearest_periods(snapshot, wanted))


def nearest_periods(snapshot: Manifest, wanted: Period, count: int = 3) -> list[Period]:
    """Up to `count` published periods whose ends differ least from the wanted ones; the shortest
    that holds all of it is always among them."""

    def distance(period: Period) -> tuple[int, Period]:
        days = abs((period.start - wanted.start).days) + abs((period.stop - wanted.stop).days)
        return (days, period)

    ordered = sorted(snapshot.periods, key=distance)
    holding = [period for period in ordered if period.contains(wanted)][:1]
    near = [period for period in ordered if period not in holding][: count - len(holding)]
    return sorted([*near, *holding], key=distance)


def resolve_departments(
    reference: Reference, period: Period, names: Sequence[str]
) -> tuple[str, ...]:
    """Ids or names → ids of departments that exist on the period's last day, each once.

    An id means its own department alone: so-tai-chinh is not found by name in 2025, where another
    department is called Sở Tài chính. Raises UnknownDepartment with suggestions.
    """
    known = DepartmentNames(reference.departments_on(period.last))
    chosen = []
    for name in names:
        department = reference.department_by_id.get(name) or known.find(name)
        if department is None or not department.exists_on(period.last):
            raise UnknownDepartment(name, known.suggest(name))
        chosen.append(department.id)
    return tuple(dict.fromkeys(chosen))


def read_figures(
    store: Store,
    reference: Reference,
    snapshot: Manifest,
    period: Period,
    departments: Sequence[str] = (),
) -> Figures:
    """The figures of `departments` (ids; none = all) in `period`.

    Raises PeriodNotCovered where the published periods do not tile it exactly, and ValueError on
    an id that neither exists on the last day nor has figures.
    """
    return open_period(store, reference, snapshot, period).figures(frozenset(departments))


def open_period(
    store: Store, reference: Reference, snapshot: Manifest, period: Period
) -> "PeriodCells":
    """What the store holds of `period`, in one query; every selection of departments is made of it.

    Raises PeriodNotCovered.
    """
    pieces = tile_period(period, list(snapshot.periods))
    if not pieces:
        raise _not_covered(snapshot, period)
    entries = snapshot.entries_of(tuple(pieces))
    fields = {field for entry in entries for field in entry.fields}
    sql = cells_sql(fields, [*reference.measures, *reference.rates])
    cells = read_cells(store.query(sql, entries), find_holders(entries, reference))
    return PeriodCells(reference, snapshot, period, tuple(pieces), entries, cells)


@dataclass(frozen=True)
class PeriodCells:
    """The cells of a tiled period, and how they make figures."""

    reference: Reference
    snapshot: Manifest
    period: Period
    pieces: tuple[Period, ...]
    entries: tuple[Entry, ...]
    cells: Sequence[Cell]

    def figures(self, chosen: frozenset[str]) -> Figures:
        """Figures of the chosen ids; all departments chosen is the centre, as none chosen is."""
        everyone = self._everyone()
        unknown = chosen - {department.id for department in everyone}
        if unknown:
            raise ValueError(f"departments not known in {self.period}: {sorted(unknown)}")
        whole = not chosen or chosen >= {department.id for department in everyone}
        selected = [d for d in everyone if whole or d.id in chosen]
        lines = {department.id: self._line(department) for department in selected}
        counts = {department: line.counts for department, line in lines.items()}
        measures = self.reference.measures
        cells = [cell for d in selected for cell in self._cells_of(d.id)]
        alone = selected[0] if len(selected) == 1 else None
        printed = None if not whole and alone is None else self._printed(alone)
        total = Line(
            department=None,
            counts=sum_counts(list(counts.values()), measures),
            rates=self._rates(cells, printed, alone.id if alone and not whole else None),
            has_data=any(line.has_data for line in lines.values()),
        )
        return Figures(
            snapshot=self.snapshot,
            period=self.period,
            pieces=self.pieces,
            rates=self._rates_in_force(),
            total=total,
            departments=tuple(lines.values()),
            is_whole_centre=whole,
            missing=missing_departments(counts, self._measures_known(everyone)),
            entries=self.entries,
        )

    def _measures_known(self, everyone: Sequence[Department]) -> set[str]:
        """The measures that somebody has a figure of, chosen or not."""
        measures = self.reference.measures
        lines = [fold_periods(self._cells_of(department.id), measures) for department in everyone]
        return {name for line in lines for name, count in line.items() if count is not None}

    def _everyone(self) -> list[Department]:
        """Who should report: everybody on the last day, and whoever did report before."""
        reported = {cell.department for cell in self.cells if cell.department is not None}
        last_day = self.period.last
        known = [d for d in self.reference.departments if d.id in reported or d.exists_on(last_day)]
        # Whoever has left the register since keeps the figures that were published under the id.
        gone = sorted(reported - {department.id for department in known})
        return [*known, *(Department(id=name, name=name, short=name) for name in gone)]

    def _rates_in_force(self) -> tuple[Rate, ...]:
        return self.reference.rates_on(self.period.last)

    def _cells_of(self, department: str | None) -> list[Cell]:
        """One cell a piece; an empty one where the department has no line."""
        found = {cell.period: cell for cell in self.cells if cell.department == department}
        return [found.get(piece) or Cell(department, piece, {}) for piece in self.pieces]

    def _line(self, department: Department) -> Line:
        cells = self._cells_of(department.id)
        return Line(
            department=department,
            counts=fold_periods(cells, self.reference.measures),
            rates=self._rates(cells, self._printed(department), department.id),
            has_data=any(cell.figures for cell in cells),
        )

    def _printed(self, department: Department | None) -> Mapping[str, Decimal]:
        """The rates as published for exactly this department (None: the centre) and period."""
        if len(self.pieces) > 1:
            return {}
        figures = self._cells_of(department.id if department else None)[0].figures
        rates = self.reference.rates
        return {id_: Decimal(f) for id_, f in figures.items() if id_ in rates and f is not None}

    def _rates(
        self, cells: Sequence[Cell], printed: Mapping[str, Decimal] | None, scope: str | None
    ) -> dict[str, RateFigure]:
        centre = self.reference.centre
        figures = {}
        for rate in self._rates_in_force():
            metric = compute_rate(
                rate, cells, (printed or {}).get(rate.id), centre.rounding_half_unit
            )
            target = self.reference.target_on(rate.id, self.period.last, scope)
            figures[rate.id] = judge_rate(
                rate.id, metric, target.value if target else None, centre.near_tolerance
            )
        return figures
