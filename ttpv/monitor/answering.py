"""Which period is meant, whether it can be answered, and by which published periods."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from ttpv.core.periods import KINDS, Period, YearToDate
from ttpv.core.tiling import Piece
from ttpv.monitor.choices import find_opening_days, offer_periods, reporting_months
from ttpv.monitor.figures import PeriodCells
from ttpv.monitor.line_cache import LineCache
from ttpv.monitor.model import Figures, PeriodNotCovered, Structure, UnknownDepartment
from ttpv.monitor.timeline import Timeline, open_timeline
from ttpv.reference import DepartmentNames, Reference
from ttpv.store import Manifest, Store


def default_period(snapshot: Manifest) -> Period:
    """The period with the latest end, the shortest of those. Raises ValueError without any."""
    return max(snapshot.periods, key=lambda period: (period.stop, period.start))


def resolve_period(timeline: Timeline, wanted: Period | YearToDate | None) -> Period:
    """The dates that a wish means in this state. Raises PeriodNotCovered."""
    published = sorted(timeline.holders)
    if wanted is None:
        if not published:
            raise PeriodNotCovered(None, [], [])
        return max(published, key=lambda period: (period.stop, period.start))
    if isinstance(wanted, Period):
        return _as_reported(timeline, wanted)
    for opening in find_opening_days(published):
        year = reporting_months(wanted.year, 1, 12, opening)
        stops = {period.stop for period in published if year.contains(period)}
        for stop in sorted(stops, reverse=True):
            if timeline.can_answer(candidate := Period(year.start, stop)):
                return candidate
    raise not_covered(timeline, reporting_months(wanted.year, 1, 12, 1))


def _as_reported(timeline: Timeline, wanted: Period) -> Period:
    """Whole calendar months, quarters, years that nothing answers, where the centre's months close
    on another day: 2024-01 is then 15/12/2023–14/01/2024 (Decree 09/2019)."""
    months = next((m for m, kind in KINDS.items() if kind == wanted.kind), None)
    if months is None or wanted.start.day != 1 or timeline.can_answer(wanted):
        return wanted
    for opening in find_opening_days(sorted(timeline.holders)):
        period = reporting_months(wanted.start.year, wanted.start.month, months, opening)
        if timeline.can_answer(period):
            return period
    return wanted


def not_covered(timeline: Timeline, wanted: Period) -> PeriodNotCovered:
    """Which days are missing, and the nearest periods that can be answered."""
    offered = offer_periods(timeline).kind_of
    nearest = nearest_periods(sorted({*timeline.holders, *offered}), wanted)
    return PeriodNotCovered(wanted, timeline.missing_days(wanted), nearest)


def nearest_periods(published: Sequence[Period], wanted: Period, count: int = 3) -> list[Period]:
    """Up to `count` published periods whose ends differ least from the wanted ones; the shortest
    that holds all of it is always among them."""

    def distance(period: Period) -> tuple[int, Period]:
        days = abs((period.start - wanted.start).days) + abs((period.stop - wanted.stop).days)
        return (days, period)

    ordered = sorted(published, key=distance)
    holding = [period for period in ordered if period.contains(wanted)][:1]
    near = [period for period in ordered if period not in holding][: count - len(holding)]
    return sorted([*near, *holding], key=distance)


def resolve_departments(reference: Reference, day: date, names: Sequence[str]) -> tuple[str, ...]:
    """Ids or names → ids of departments that exist on `day` (the period's last), each once.

    An id means its own department alone: so-tai-chinh is not found by name in 2025, where another
    department is called Sở Tài chính. Raises UnknownDepartment with suggestions.
    """
    known = DepartmentNames(reference.departments_on(day))
    chosen = []
    for name in names:
        department = reference.department_by_id.get(name) or known.find(name)
        if department is None or not department.exists_on(day):
            raise UnknownDepartment(name, known.suggest(name))
        chosen.append(department.id)
    return tuple(dict.fromkeys(chosen))


def answer_period(timeline: Timeline, period: Period) -> PeriodCells:
    """How the state answers exactly these days; every selection of departments is made of it.

    Raises PeriodNotCovered where no measure and no rate of them is known.
    """
    answers = answer_periods(timeline, [period])
    if period not in answers:
        raise not_covered(timeline, period)
    return answers[period]


def answer_periods(timeline: Timeline, periods: Iterable[Period]) -> dict[Period, PeriodCells]:
    """How the state answers each of these, as far as it does; all is read in one query."""
    found = {period: _tile(timeline, period) for period in periods}
    timeline.read(
        source
        for families, by_rate in found.values()
        for pieces in (*families.values(), *by_rate.values())
        for piece in pieces
        for source in piece.sources
    )
    return {
        period: PeriodCells(
            timeline, period, families, by_rate, _most_used(period, families, by_rate)
        )
        for period, (families, by_rate) in found.items()
        if families or by_rate
    }


_Families = dict[tuple[str, ...], tuple[Piece, ...]]
_ByRate = dict[str, tuple[Piece, ...]]


def _tile(timeline: Timeline, period: Period) -> tuple[_Families, _ByRate]:
    families = {
        family: pieces
        for family in timeline.families
        if (pieces := timeline.tile_family(period, family)) is not None
    }
    by_rate = {
        rate.id: pieces
        for rate in timeline.reference.rates.values()
        if (pieces := timeline.tile_rate(period, rate)) is not None
    }
    return families, by_rate


def _most_used(period: Period, families: _Families, by_rate: _ByRate) -> tuple[Piece, ...]:
    """The export of exactly the period, if there is one; else the pieces that answer most measures,
    and where only rates are known those of most rates."""
    votes: Counter[tuple[Piece, ...]] = Counter()
    for family, pieces in families.items():
        votes[pieces] += len(family)
    tilings = [*families.values(), *by_rate.values()]
    if (exact := (Piece(period),)) in tilings:
        return exact
    return max(votes or Counter(tilings), key=lambda pieces: (votes[pieces], -len(pieces)))


def read_figures(
    store: Store,
    reference: Reference,
    snapshot: Manifest,
    period: Period,
    departments: Sequence[str] = (),
    *,
    structure: Structure = "then",
    today: date | None = None,
    cache: LineCache | None = None,
) -> Figures:
    """The figures of `departments` (ids; none = all) in `period`.

    Raises PeriodNotCovered where the published periods do not tile it exactly, and ValueError on
    an id that neither exists on the last day nor has figures.
    """
    timeline = open_timeline(store, reference, snapshot, cache)
    cells = answer_period(timeline, period)
    return cells.figures(frozenset(departments), structure=structure, today=today)
