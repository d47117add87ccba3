"""From two exports cumulated from the same day, the days between their ends (DOMAIN, "Reporting
periods"): flows subtract, the earlier closing stock is the opening one, published rates do not
subtract. The cases are tests/spec/test_cumulative.py.
"""

from collections.abc import Mapping

from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.metrics.cells import Cell
from ttpv.metrics.counts import add_counts
from ttpv.reference import Measure


def subtract_cells(
    whole: Cell, less: Cell, period: Period, measures: Mapping[str, Measure]
) -> Cell:
    """What one department did in `period`: `whole` without `less`, which starts with it.

    A flow that would be negative is unknown: the source has revised the earlier days
    (`find_shrunk`). A total is the sum of its parts; of flows known only as a total, their
    difference.
    """
    opening = _closing_stock(less, measures)
    figures: dict[str, Figure] = {}
    for name, measure in measures.items():
        if measure.kind == "flow":
            figures[name] = _subtract(whole.count(name), less.count(name))
        elif measure.kind == "opening_stock":
            figures[name] = opening
        elif measure.kind == "closing_stock":
            figures[name] = whole.count(name)
    for name, measure in measures.items():
        if measure.kind != "total":
            continue
        figures[name] = add_counts(_count(figures[part]) for part in measure.parts)
        kinds = {measures[part].kind for part in measure.parts}
        if figures[name] is None and kinds == {"flow"}:
            figures[name] = _subtract(whole.count(name), less.count(name))
        elif figures[name] is None and kinds == {"closing_stock"}:
            figures[name] = whole.count(name)
    return Cell(whole.department, period, figures, derived=True)


def find_shrunk(whole: Cell, less: Cell, measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """The flows of which the longer export holds fewer than the shorter one."""
    shrunk = []
    for name, measure in measures.items():
        after, before = whole.count(name), less.count(name)
        if measure.kind == "flow" and after is not None and before is not None and after < before:
            shrunk.append(name)
    return tuple(shrunk)


def _subtract(whole: int | None, less: int | None) -> int | None:
    if whole is None or less is None or whole < less:
        return None
    return whole - less


def _count(figure: Figure) -> int | None:
    return None if figure is None else int(figure)


def _closing_stock(cell: Cell, measures: Mapping[str, Measure]) -> int | None:
    """All that was open at the end: the total of nothing but closing stocks (10 = 11 + 12)."""
    for name, measure in measures.items():
        if measure.parts and {measures[part].kind for part in measure.parts} == {"closing_stock"}:
            known = cell.count(name)
            return add_counts(map(cell.count, measure.parts)) if known is None else known
    return None
