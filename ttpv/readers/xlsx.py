"""Bytes of an .xlsx or .xlsm file → sheets.

Of a text in several fonts, what is raised (footnote marks) and what is struck through is left out:
234¹ is not 2341. A cell struck through as a whole is blank.
"""

import warnings

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from ttpv.readers.archive import check_relations, pack, unpack
from ttpv.readers.cell_count import MAX_COLUMNS, MAX_ROWS, keep_xml
from ttpv.readers.sheet import Sheet, SheetCell
from ttpv.readers.sheet_builder import CellBudget, SheetBuilder

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
# What a cell or a shared text holds: text to openpyxl, no object that stays.
_CHEAP = frozenset({"v", "t", "is", "f", "si"})

# openpyxl tells the person's terminal what it leaves out (styles, extensions); figures are none.
warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")


def read_xlsx(content: bytes, file: str) -> list[Sheet]:
    """The worksheets. Raises Refused, and whatever openpyxl raises on a damaged file."""
    members = keep_xml(unpack(content), _weigh)
    check_relations(members[_BOOK], members[_RELATIONS], "xl")
    book = _load(members, values=False)
    calculated = _load(members, values=True) if _has_formulas(book) else book
    budget = CellBudget()
    return [
        _read_sheet(file, sheet, calculated[sheet.title], budget)
        for sheet in book.worksheets
        if isinstance(sheet, Worksheet)
    ]


def _weigh(name: str, attributes: dict[str, str]) -> int:
    """Cells, the cells of merged and linked ranges, and everything else that becomes an object."""
    if name in ("mergeCell", "hyperlink") and "ref" in attributes:
        left, top, right, bottom = range_boundaries(attributes["ref"])
        columns = (right or MAX_COLUMNS) - (left or 1) + 1
        return columns * ((bottom or MAX_ROWS) - (top or 1) + 1)
    if name == "numFmt":  # openpyxl's search for dates takes the square of a format's length
        return 1 + (len(attributes.get("formatCode", "")) // 100) ** 2
    return name not in _CHEAP


def _load(members: dict[str, bytes], *, values: bool) -> Workbook:
    return openpyxl.load_workbook(pack(members), data_only=values, keep_links=False, rich_text=True)


def _cells(sheet: Worksheet) -> list[tuple[int, int]]:
    # The stored cells only: a walk over the sheet's dimensions would visit 17 billion of them for
    # one stray cell at XFD1048576 (tests/unit/readers/test_xlsx.py).
    return list(sheet._cells)


def _has_formulas(book: Workbook) -> bool:
    return any(
        sheet._cells[key].data_type == "f" for sheet in book.worksheets for key in _cells(sheet)
    )


def _formula(written: object) -> str:
    if isinstance(written, ArrayFormula):
        return str(written.text)
    return "TABLE()" if isinstance(written, DataTableFormula) else str(written)


def _plain(value: object) -> tuple[object, bool]:
    """The value without marks and struck text, and whether some of it was struck."""
    if not isinstance(value, CellRichText):
        return value, False
    standing = [part for part in value if not _has(part, "strike")]
    is_struck = any(str(part).strip() for part in value if _has(part, "strike"))
    plain = "".join(str(part) for part in standing if not _has(part, "vertAlign"))
    # Raised throughout is how somebody dressed the cell, no mark on anything.
    return plain if plain.strip() else "".join(map(str, standing)), is_struck


def _has(part: str | TextBlock, effect: str) -> bool:
    if not isinstance(part, TextBlock):
        return False
    return getattr(part.font, effect) in (True, "superscript")


def _is_struck(cell: Cell | MergedCell) -> bool:
    return cell.has_style and bool(cell.font.strike)


def _read_sheet(file: str, formulas: Worksheet, values: Worksheet, budget: CellBudget) -> Sheet:
    is_hidden = formulas.sheet_state != "visible"
    builder = SheetBuilder(file, formulas.title, budget, is_hidden)
    for row, column in _cells(formulas):
        written, shown = formulas._cells[(row, column)], values._cells[(row, column)]
        # A formula whose result is "" has its type, and no value.
        is_text = shown.data_type == "str"
        uncalculated = written.data_type == "f" and shown.value is None and not is_text
        value = _formula(written.value) if uncalculated else shown.value
        text, is_struck = _plain(value)
        is_struck |= text is not None and _is_struck(written)
        if is_struck:
            builder.struck.add((row, column))
        if is_struck and _is_struck(written):
            continue
        cell = SheetCell(text, shown.number_format or "General", uncalculated)  # type: ignore[arg-type]
        builder.put(row, column, cell)
    for area in formulas.merged_cells.ranges:
        builder.merge(area.min_row, area.min_col, area.max_row, area.max_col)
    builder.hidden_rows |= {row for row, it in formulas.row_dimensions.items() if it.hidden}
    for it in formulas.column_dimensions.values():
        if it.hidden and it.min and it.max:
            builder.hide_columns(it.min, it.max)
    return builder.build()
