"""What calamine does not tell of an .xls, .xlsb or .ods sheet, by the reader of forms.

That one knows errors, merged and hidden cells of these formats, and refuses what is larger than any
form (300,000 cells, some 13,000 dossiers): of such sheets nothing is known (docs/IMPORT.md).
"""

from pathlib import Path

from ttpv.readers.dossiers.xlsx_head import is_xlsx
from ttpv.readers.dossiers.xlsx_marks import XlsxMarks, find_marks
from ttpv.readers.sheet import Sheet
from ttpv.readers.sheets import read_sheets

_MAX_BYTES = 30_000_000


def find_workbook_marks(source: bytes | Path, name: str) -> XlsxMarks:
    """The marks of the sheet of that name, whatever the workbook's format."""
    if is_xlsx(source):
        return find_marks(source, name)
    content = source if isinstance(source, bytes) else _read_small(source)
    sheets, _ = read_sheets(content, "")
    return next((_marks_of(sheet) for sheet in sheets if sheet.name == name), XlsxMarks())


def _read_small(path: Path) -> bytes:
    return path.read_bytes() if path.stat().st_size <= _MAX_BYTES else b""


def _marks_of(sheet: Sheet) -> XlsxMarks:
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for covered, shown in sheet.merged.items():
        areas.setdefault(shown, [shown]).append(covered)
    return XlsxMarks(
        wrong=[
            (row, column)
            for row, cells in sheet.rows.items()
            for column, cell in cells.items()
            if cell.is_uncalculated or cell.is_error
        ],
        merged=[
            (
                min(column for _, column in cells),
                min(row for row, _ in cells),
                max(column for _, column in cells),
                max(row for row, _ in cells),
            )
            for cells in areas.values()
        ],
        hidden_rows=sorted(sheet.hidden_rows),
        hidden_columns=sorted(sheet.hidden_columns),
    )
