"""The cells of a derived piece: two cumulated exports' lines, subtracted department by department.

Over a merger the longer export holds the successor and the shorter one its predecessors: they are
subtracted together. Who came into being in between had nothing before (DOMAIN, departments).
"""

from collections.abc import Mapping

from ttpv.core.tables import Figure
from ttpv.core.tiling import Piece
from ttpv.metrics import Cell, add_counts, find_bounds, subtract_cells
from ttpv.reference import Department, Reference

Cells = Mapping[str | None, Cell]


def derive_cells(whole: Cells, less: Cells, piece: Piece, reference: Reference) -> Cells:
    """`whole` without `less`; never the Σ row, whose published rates do not subtract."""
    bounds = find_bounds(reference.measures, reference.rates.values())
    return {
        department: subtract_cells(
            cell,
            earlier_cell(department, cell, less, piece, reference),
            piece.period,
            reference.measures,
            bounds,
        )
        for department, cell in whole.items()
        if department is not None
    }


def earlier_cell(
    department: str, whole: Cell, less: Cells, piece: Piece, reference: Reference
) -> Cell:
    """What the shorter export says of the department, or of those that it came out of; empty where
    that is not known."""
    assert piece.less is not None
    if department in less:
        return less[department]
    known = reference.department_by_id.get(department)
    if known is None or known.first is None or known.first <= piece.less.last:
        return Cell(department, piece.less, {})
    before = [d for d in reference.departments if department in d.successors]
    if not before:
        zeros: dict[str, Figure] = {m: 0 for m in reference.measures if m in whole.figures}
        return Cell(department, piece.less, zeros)
    return _sum_cells(department, before, less, piece)


def _sum_cells(department: str, before: list[Department], less: Cells, piece: Piece) -> Cell:
    """The predecessors together; empty where one is missing, or was split among several."""
    assert piece.less is not None
    cells = [less[d.id] for d in before if d.id in less and len(d.successors) == 1]
    if len(cells) < len(before):
        return Cell(department, piece.less, {})
    fields = dict.fromkeys(field for cell in cells for field in cell.figures)
    sums: dict[str, Figure] = {
        field: add_counts(cell.count(field) for cell in cells) for field in fields
    }
    return Cell(department, piece.less, sums)
