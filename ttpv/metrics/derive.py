"""From two exports cumulated from the same day, the days between their ends (DOMAIN, "Reporting
periods"): flows subtract, the earlier closing stock is the opening one, published rates do not
subtract. The cases are tests/spec/test_cumulative.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.metrics.cells import Cell
from ttpv.metrics.counts import add_counts, total_kind
from ttpv.reference import Measure, Rate

Bounds = Sequence[tuple[str, str]]
"""(part, whole) of measures: the part can never be more than the whole."""

_Measures = Mapping[str, Measure]


def find_bounds(measures: _Measures, rates: Iterable[Rate]) -> Bounds:
    """What lies within what: parts of a measure, and numerators within their denominators."""
    within = [(measure.id, measure.within) for measure in measures.values() if measure.within]
    return tuple(dict.fromkeys([*within, *((rate.numerator, rate.denominator) for rate in rates)]))


def subtract_cells(
    whole: Cell, less: Cell, period: Period, measures: _Measures, bounds: Bounds
) -> Cell:
    """What one department did in `period`: `whole` without `less`, which starts with it.

    Where the source has revised the earlier days in between, the difference means nothing: a flow
    that would be negative is unknown, and so are a part and its whole where the part would be more
    (`find_shrunk`, `find_exceeding`). A total is the sum of its parts; of flows known only as a
    total, their difference.
    """
    figures = _subtract_measures(whole, less, measures)
    for part, of in find_exceeding(figures, bounds):
        figures[part] = figures[of] = None
    for name, measure in measures.items():
        if measure.kind == "total":
            parts = add_counts(_count(figures.get(part)) for part in measure.parts)
            figures[name] = parts
            if parts is None and not _any_part_known(measure, whole, less):
                figures[name] = _subtract_total(name, whole, less, measures)
    return Cell(whole.department, period, figures, derived=True)


def _subtract_measures(whole: Cell, less: Cell, measures: _Measures) -> dict[str, Figure]:
    opening = closing_stock(less.count, measures)
    figures: dict[str, Figure] = {}
    for name, measure in measures.items():
        if measure.kind == "flow":
            figures[name] = _subtract(whole.count(name), less.count(name))
        elif measure.kind == "opening_stock":
            figures[name] = opening
        elif measure.kind == "closing_stock":
            figures[name] = whole.count(name)
    return figures


def _any_part_known(measure: Measure, *cells: Cell) -> bool:
    return any(cell.count(part) is not None for cell in cells for part in measure.parts)


def _subtract_total(name: str, whole: Cell, less: Cell, measures: _Measures) -> int | None:
    kind = total_kind(measures[name], measures)
    if kind == "flow":
        return _subtract(whole.count(name), less.count(name))
    return whole.count(name) if kind == "closing_stock" else None


def find_shrunk(whole: Cell, less: Cell, measures: _Measures) -> Iterator[str]:
    """The flows of which the longer export holds fewer than the shorter one, and the opening stocks
    that differ though both start on the same day."""
    for name, measure in measures.items():
        kind = total_kind(measure, measures) or measure.kind
        after, before = whole.count(name), less.count(name)
        if after is None or before is None:
            continue
        if (kind == "flow" and after < before) or (kind == "opening_stock" and after != before):
            yield name


def find_exceeding(figures: Mapping[str, Figure], bounds: Bounds) -> list[tuple[str, str]]:
    """The (part, whole) of which the part is more."""
    found = []
    for part, of in bounds:
        inner, outer = _count(figures.get(part)), _count(figures.get(of))
        if inner is not None and outer is not None and inner > outer:
            found.append((part, of))
    return found


def find_exceeding_differences(
    whole: Cell, less: Cell, measures: _Measures, bounds: Bounds
) -> Iterator[tuple[str, int, int]]:
    """(part, its difference, that of what it lies within) where the first is more."""
    figures = _subtract_measures(whole, less, measures)
    for part, of in find_exceeding(figures, bounds):
        inner, outer = _count(figures[part]), _count(figures[of])
        if inner is not None and outer is not None:
            yield part, inner, outer


def _subtract(whole: int | None, less: int | None) -> int | None:
    if whole is None or less is None or whole < less:
        return None
    return whole - less


def _count(figure: Figure) -> int | None:
    return None if figure is None else int(figure)


def closing_stock(count: Callable[[str], int | None], measures: _Measures) -> int | None:
    """All that was open at the end: the total of nothing but closing stocks (10 = 11 + 12)."""
    for name, measure in measures.items():
        if total_kind(measure, measures) == "closing_stock":
            known = count(name)
            return add_counts(map(count, measure.parts)) if known is None else known
    return None
