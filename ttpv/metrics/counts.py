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
            folded[name] = _fold_total(measure, cells, folded, measures)
    return folded


def _fold_total(
    total: Measure, cells: Sequence[Cell], folded: Counts, measures: Mapping[str, Measure]
) -> int | None:
    """The sum of its parts; where no form holds any of them, the totals as parts of their kind."""
    if any(cell.count(part) is not None for cell in cells for part in total.parts):
        return add_counts(folded[part] for part in total.parts)
    kind = total_kind(total, measures)
    if kind == "flow":
        return add_counts(cell.count(total.id) for cell in cells)
    return cells[-1].count(total.id) if kind == "closing_stock" else None


def total_kind(measure: Measure, measures: Mapping[str, Measure]) -> str | None:
    """The kind that all parts of a total have (resolved: flows); None if they differ or none."""
    kinds = {measures[part].kind for part in measure.parts if part in measures}
    return kinds.pop() if len(kinds) == 1 else None


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
