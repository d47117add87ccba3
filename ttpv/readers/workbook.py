"""Bytes of an .xlsx file → sheets. What cannot be opened comes back as an issue."""

import io
import logging
import warnings
import zipfile

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import format_number
from ttpv.readers.cell_count import MAX_CELLS, count_cells
from ttpv.readers.sheet import Sheet, SheetCell

# Summary forms are small (the 2023 report: 20 KB packed). This bounds what is unpacked at all;
# what openpyxl makes of it is bounded by the number of cells.
MAX_UNPACKED_MB = 30
# Header cells spread over merged ranges; a range over whole columns is not a header.
_MAX_MERGED_CELLS = 5_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")

log = logging.getLogger(__name__)

# openpyxl tells the person's terminal what it leaves out (styles, extensions); figures are none.
warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")


def read_workbook(content: bytes, file: str) -> tuple[list[Sheet], list[Issue]]:
    """The sheets of an .xlsx file (a damaged one may have none), or no sheets and the reason."""
    place = Place(file=file)
    refusal = _check_container(content, place)
    if refusal is not None:
        return [], [refusal]
    try:
        cells = count_cells(content)
        if cells > MAX_CELLS:
            words = {"cells": format_number(cells), "limit": format_number(MAX_CELLS)}
            return [], [make_issue("file_too_many_cells", place, **words)]
        book = _load(content, values=False)
        calculated = _load(content, values=True) if _has_formulas(book) else book
    # A damaged part makes openpyxl raise almost anything (KeyError, ValueError, ParseError, zlib
    # errors…): for the person it is one thing, a file that cannot be opened.
    except Exception as error:  # noqa: BLE001
        log.info("cannot open %s: %r", file, error)
        return [], [make_issue("file_damaged", place, detail=type(error).__name__)]
    sheets = [
        _read_sheet(file, sheet, calculated[sheet.title])
        for sheet in book.worksheets
        if isinstance(sheet, Worksheet)
    ]
    return sheets, []


def _check_container(content: bytes, place: Place) -> Issue | None:
    if not content:
        return make_issue("file_empty", place)
    if content.startswith(_OLE):
        return make_issue("file_encrypted", place)
    if not content.startswith(b"PK"):
        return make_issue("file_not_xlsx", place)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        return make_issue("file_damaged", place, detail=type(error).__name__)
    if not any(member.filename.startswith("xl/") for member in members):
        return make_issue("file_not_xlsx", place)
    size = sum(member.file_size for member in members) // 1_000_000
    if size > MAX_UNPACKED_MB:
        return make_issue("file_too_large", place, size=size, limit=MAX_UNPACKED_MB)
    return None


def _load(content: bytes, *, values: bool) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values, keep_links=False)


def _cells(sheet: Worksheet) -> list[tuple[int, int]]:
    # The stored cells only: a walk over the sheet's dimensions would visit 17 billion of them for
    # one stray cell at XFD1048576 (tests/unit/readers/test_workbook.py).
    return list(sheet._cells)


def _has_formulas(book: Workbook) -> bool:
    return any(
        sheet._cells[key].data_type == "f" for sheet in book.worksheets for key in _cells(sheet)
    )


def _formula(written: object) -> str:
    if isinstance(written, ArrayFormula):
        return str(written.text)
    return "TABLE()" if isinstance(written, DataTableFormula) else str(written)


def _read_sheet(file: str, formulas: Worksheet, values: Worksheet) -> Sheet:
    rows: dict[int, dict[int, SheetCell]] = {}
    for row, column in _cells(formulas):
        written, shown = formulas._cells[(row, column)], values._cells[(row, column)]
        uncalculated = written.data_type == "f" and shown.value is None
        value = _formula(written.value) if uncalculated else shown.value
        cell = SheetCell(value, shown.number_format or "General", uncalculated)  # type: ignore[arg-type]
        if not cell.is_blank:
            rows.setdefault(row, {})[column] = cell
    merged = {}
    for area in formulas.merged_cells.ranges:
        if area.size["rows"] * area.size["columns"] <= _MAX_MERGED_CELLS:
            for row, column in area.cells:
                merged[(row, column)] = (area.min_row, area.min_col)
    return Sheet(file, formulas.title, rows, merged, is_hidden=formulas.sheet_state != "visible")
