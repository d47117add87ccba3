"""Collects what a file says of one sheet; the same rules for every format."""

from dataclasses import dataclass, field

from ttpv.readers.cell_count import MAX_COLUMNS, MAX_ROWS, check_cells
from ttpv.readers.sheet import Sheet, SheetCell

# A header's cells are spread over its merged ranges; a range over whole columns is no header.
MAX_MERGED_CELLS = 5_000


@dataclass
class CellBudget:
    """How many cells all sheets of a file have taken so far, merged ranges included."""

    spent: int = 0

    def spend(self, cells: int) -> None:
        """Refuses what goes beyond MAX_CELLS, before it is made."""
        self.spent += cells
        check_cells(self.spent)


@dataclass
class SheetBuilder:
    """One sheet while it is read. Rows and columns are 1-based, ends of ranges inclusive."""

    file: str
    name: str
    budget: CellBudget
    is_hidden: bool = False
    is_passage: bool = False
    rows: dict[int, dict[int, SheetCell]] = field(default_factory=dict)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)

    def put(self, row: int, column: int, cell: SheetCell) -> None:
        """A cell that may be blank. Raises ValueError outside of any sheet."""
        if cell.is_blank:
            return
        if not (1 <= row <= MAX_ROWS and 1 <= column <= MAX_COLUMNS):
            raise ValueError(f"no cell at row {row}, column {column}")
        self.budget.spend(1)
        self.rows.setdefault(row, {})[column] = cell

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """A merged range; one too large for a header stays as it is."""
        size = max(0, bottom - top + 1) * max(0, right - left + 1)
        self.budget.spend(size if size <= MAX_MERGED_CELLS else 1)
        if 1 < size <= MAX_MERGED_CELLS:
            area = (range(top, bottom + 1), range(left, right + 1))
            self.merged |= {(r, c): (top, left) for r in area[0] for c in area[1]}

    def hide_columns(self, first: int, last: int) -> None:
        self.hidden_columns.append((first, last))

    def build(self) -> Sheet:
        """The sheet; what lies under a merged cell is not on it, and only rows and columns that
        hold something count as hidden."""
        shown = {
            row: {c: cell for c, cell in cells.items() if self._is_shown(row, c)}
            for row, cells in self.rows.items()
        }
        rows = {row: cells for row, cells in sorted(shown.items()) if cells}
        used = {column for cells in rows.values() for column in cells}
        return Sheet(
            file=self.file,
            name=self.name,
            rows=rows,
            merged=self.merged,
            is_hidden=self.is_hidden,
            is_passage=self.is_passage,
            hidden_rows=frozenset(self.hidden_rows & rows.keys()),
            hidden_columns=frozenset(used & self._hidden_columns()),
            struck=frozenset(at for at in self.struck if self._is_shown(*at)),
        )

    def _is_shown(self, row: int, column: int) -> bool:
        return self.merged.get((row, column), (row, column)) == (row, column)

    def _hidden_columns(self) -> set[int]:
        columns: set[int] = set()
        done = 0
        for first, last in sorted(self.hidden_columns):  # each column once, however they overlap
            last = min(last, MAX_COLUMNS)
            columns.update(range(max(first, done + 1), last + 1))
            done = max(done, last)
        return columns
