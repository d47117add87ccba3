"""Bytes of an old .xls file (BIFF 2 to 8) → sheets."""

import io
import struct
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from ttpv.readers.archive import check_size
from ttpv.readers.cell_count import check_cells
from ttpv.readers.ole import SIGNATURE, OleContainer
from ttpv.readers.refused import CUT_OFF, Refused
from ttpv.readers.sheet import CellValue, Sheet, SheetCell, as_number
from ttpv.readers.sheet_builder import CellBudget, SheetBuilder

if TYPE_CHECKING:
    from xlrd.book import Book

WORKBOOK_STREAMS = ("workbook", "book")
MAX_XLS_MB = 10
"""Nothing is packed in it: an annex takes 30 KB, the largest form that is read 6 MB."""

_VIETNAMESE = "cp1258"

# Records that count more than one object, or heavy ones ([MS-XLS] 2.3).
_BOFS = frozenset({0x809, 0x409, 0x209, 0x09})
_EOF, _FILEPASS, _BOUNDSHEET, _SST = 0x0A, 0x2F, 0x85, 0xFC
_MULRK, _MULBLANK, _MERGED, _LINK = 0xBD, 0xBE, 0xE5, 0x1B8
_STYLES = frozenset({0xE0, 0x43, 0x243, 0x443, 0x31, 0x231, 0x1E, 0x41E, 0x93, 0x18, 0x218})
_FILEPASS_WITHIN = 50  # it stands among the first records, in the clear
_STYLE_WEIGHT = 10  # an XF is some ten objects


def read_xls(content: bytes, file: str) -> list[Sheet]:
    """The worksheets. Raises Refused, and whatever xlrd raises on a damaged file."""
    stream = _workbook_stream(content)
    if any(kind == _FILEPASS for kind, _ in islice(_records(stream, 0), _FILEPASS_WITHIN)):
        raise Refused("file_encrypted")
    check_size(len(content), MAX_XLS_MB)
    _check_records(stream)
    book = _open(stream)
    if book.biff_version < 80 and book.codepage is None:
        book = _open(stream, encoding_override=_VIETNAMESE)  # xlrd would take it for Latin 1
    budget = CellBudget()
    return [_read_sheet(file, book, sheet, budget) for sheet in book.sheets()]


def _workbook_stream(content: bytes) -> bytes:
    """The records of the workbook, out of their container if they stand in one."""
    if not content.startswith(SIGNATURE):
        return content
    container = OleContainer(content)
    return container.read(next(name for name in WORKBOOK_STREAMS if name in container.names))


def _open(stream: bytes, **options: Any) -> "Book":
    import xlrd

    return xlrd.open_workbook(
        file_contents=stream,
        logfile=_Quiet(),
        formatting_info=True,
        ragged_rows=True,  # else one stray cell in the last row would fill the sheet
        **options,
    )


class _Quiet(io.TextIOBase):
    """What xlrd would tell the terminal goes nowhere; of a damaged file that can be megabytes."""

    def write(self, text: str) -> int:
        return len(text)


# What xlrd would make of it


def _check_records(stream: bytes) -> None:
    """Refuses workbooks with too many cells, before xlrd makes any."""
    starts = []
    count = 0
    for kind, data in _records(stream, 0):
        if kind == _BOUNDSHEET and len(data) >= 4:
            starts.append(struct.unpack_from("<I", data)[0])
        count += _weigh(kind, data)
        check_cells(count)
    for start in starts:
        for kind, data in _records(stream, start):
            count += _weigh(kind, data)
            check_cells(count)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """(kind, data) of the records of one substream, charts inside it included, up to its end."""
    depth = 0
    while True:
        if at + 4 > len(stream):
            raise Refused("file_damaged", detail=CUT_OFF)
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind in _BOFS) - (kind == _EOF)
        if depth <= 0:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _weigh(kind: int, data: bytes) -> int:
    if kind == _MULRK:
        return len(data) // 6
    if kind == _MULBLANK:
        return len(data) // 2
    if kind == _MERGED:
        return len(data) // 8
    if kind == _LINK and len(data) >= 8:
        top, bottom, left, right = struct.unpack_from("<4H", data)
        return int(max(1, (bottom - top + 1) * (right - left + 1)))
    if kind == _SST and len(data) >= 8:
        return int(struct.unpack_from("<II", data)[1])
    return _STYLE_WEIGHT if kind in _STYLES else 1


# Sheets


def _read_sheet(file: str, book: "Book", sheet: Any, budget: CellBudget) -> Sheet:
    builder = SheetBuilder(file, sheet.name, budget, is_hidden=bool(sheet.visibility))
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            value = _value(book, sheet.cell_type(row, column), sheet.cell_value(row, column))
            if value is not None:
                number_format = _number_format(book, sheet.cell_xf_index(row, column))
                builder.put(row + 1, column + 1, SheetCell(value, number_format))
    for top, bottom, left, right in sheet.merged_cells:
        builder.merge(top + 1, left + 1, bottom, right)
    builder.hidden_rows |= {row + 1 for row, it in sheet.rowinfo_map.items() if it.hidden}
    for column, it in sheet.colinfo_map.items():
        if it.hidden:
            builder.hide_columns(column + 1, column + 1)
    return builder.build()


def _value(book: "Book", kind: int, value: Any) -> CellValue:
    from xlrd import biffh
    from xlrd.xldate import XLDateError, xldate_as_datetime

    if kind == biffh.XL_CELL_ERROR:
        return str(biffh.error_text_from_code.get(value, "#VALUE!"))
    if kind == biffh.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == biffh.XL_CELL_DATE:
        try:
            found: datetime = xldate_as_datetime(value, book.datemode)
            return found
        except (XLDateError, OverflowError, ValueError):
            return float(value)  # out of the calendar's range: a number in a date's format
    if kind == biffh.XL_CELL_NUMBER:
        return as_number(value)
    return str(value) if kind == biffh.XL_CELL_TEXT else None


def _number_format(book: "Book", xf_index: int) -> str:
    found = book.format_map.get(book.xf_list[xf_index].format_key)
    return "General" if found is None else str(found.format_str)
