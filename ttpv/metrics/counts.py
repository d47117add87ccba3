"""Adding up: flows over periods, stocks not; everything over departments, nothing silently less."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ttpv.metrics.cells import Cell
from ttpv.reference import Measure

Counts = Mapping[str, int | None]


def fold_periods(
    cells: Sequence[Cell], measures: Mapping[str, Measure], *, is_part: bool = False
) -> dict[str, int | None]:
    """One department's counts over adjacent periods, given in order (one cell each).

    Flows add up, an opening stock is the first period's, a closing stock the last's, a total is
    the sum of its parts. One period alone keeps its printed totals, unless it `is_part` of a range
    that others tile (a merged department's). None where a part is missing.
    """
    if len(cells) == 1 and not is_part:
        return {name: cells[0].count(name) for name in measures}
    folded: dict[str, int | None] = {}
    for name, measure in measures.items():
        if measure.kind == "flow":
            folded[name] = add_counts(cell.count(name) for cell in cells)
        elif measure.kind == "opening_stock":
            folded[name] = cells[0].count(name)
        elif measure.kind == "closing_stock":
            folded[name] = cells[-1].count(name)
    for name, measure in measures.items():
        if measure.kind == "total":
            folded[name] = add_counts(folded[part] for part in measure.parts)
    return folded


def add_counts(counts: Iterable[int | None]) -> int | None:
    """The sum; None as soon as one of them is missing."""
    total = 0
    for count in counts:
        if count is None:
            return None
        total += count
    return total


def sum_counts(lines: Sequence[Counts], measures: Mapping[str, Measure]) -> dict[str, int | None]:
    """The counts of several departments together; None where one of them has none."""
    return {name: add_counts(line[name] for line in lines) if lines else None for name in measures}


def missing_departments(lines: Mapping[str, Counts], known: Collection[str]) -> tuple[str, ...]:
    """The departments because of which a sum is missing: without a figure that is known of others.

    `known` are the measures that somebody has a figure of, be it outside `lines`.
    """
    return tuple(
        department
        for department, line in lines.items()
        if any(line[name] is None for name in known)
    )
