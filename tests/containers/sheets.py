"""What a sheet of openpyxl says, whatever container it goes into."""

from openpyxl.cell import Cell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42}


def extent(sheet: Worksheet) -> tuple[int, int]:
    return max((r for r, _ in sheet._cells), default=0), max(
        (c for _, c in sheet._cells), default=0
    )


def hidden_rows(sheet: Worksheet) -> set[int]:
    return {row for row, it in sheet.row_dimensions.items() if it.hidden}


def hidden_columns(sheet: Worksheet) -> set[int]:
    return {
        column_index_from_string(name) for name, it in sheet.column_dimensions.items() if it.hidden
    }


def is_percent(cell: Cell) -> bool:
    return cell.number_format.endswith("%") and isinstance(cell.value, (int, float))
