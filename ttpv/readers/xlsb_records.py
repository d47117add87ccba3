"""The records of .xlsb parts: pyxlsb splits them, the handlers here read what it skips.

Numbers of records are written as pyxlsb does ([MS-XLSB] 2.3.2: the bytes, least first).
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ttpv.readers.refused import CUT_OFF, Refused

# Texts and styles
ITEM, ITEMS_END, FORMAT, XF, CELL_XFS, CELL_XFS_END = 0x13, 0x01A0, 0x2C, 0x2F, 0x04E9, 0x04EA
# The workbook
PROPERTIES, SHEET, SHEETS_END = 0x0199, 0x019C, 0x0190
# A worksheet
ROW, COLUMN, DATA_END, MERGED = 0x00, 0x3C, 0x0192, 0x01B0
BLANK, RK, ERROR, BOOLEAN, REAL, INLINE_TEXT, TEXT = range(0x01, 0x08)
FORMULA_TEXT, FORMULA_REAL, FORMULA_BOOLEAN, FORMULA_ERROR, RICH_TEXT = 8, 9, 10, 11, 0x3E
_MARKS = (ITEMS_END, CELL_XFS, CELL_XFS_END, SHEETS_END, DATA_END)
CELLS = frozenset({*range(BLANK, FORMULA_ERROR + 1), RICH_TEXT})


@dataclass(frozen=True, slots=True)
class SheetRecord:
    name: str
    relation: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """A row, or columns from `first` to `last`; 0-based."""

    first: int
    last: int
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class CellRecord:
    """`value` as stored: the index of a text, the number of an error."""

    column: int
    style: int
    value: Any


def read_records(part: bytes, end: int) -> Iterator[tuple[int, Any]]:
    """(record number, what it says) of the records that are wanted. Raises ValueError where one
    stops before it has said it, Refused where the part stops before its record `end`."""
    from pyxlsb.reader import BIFF12Reader

    reader = BIFF12Reader(io.BytesIO(part))
    reader.handlers = _HANDLERS
    is_whole = False
    for number, record in reader:
        is_whole = is_whole or number == end
        yield number, record
    if not is_whole:
        raise Refused("file_damaged", detail=CUT_OFF)


class _Handler:
    """What pyxlsb asks of a handler."""

    def __init__(self, parse: Any) -> None:
        self.parse = parse

    def read(self, reader: Any, number: int, length: int) -> Any:
        return self.parse(number, reader)


def _whole(value: Any) -> Any:
    """pyxlsb gives None where a record is too short."""
    if value is None:
        raise ValueError("a record is cut off")
    return value


def _integers(reader: Any, count: int) -> list[int]:
    return [_whole(reader.read_int()) for _ in range(count)]


def _read_item(number: int, reader: Any) -> str:
    reader.skip(1)  # whether formats of single letters follow
    return str(_whole(reader.read_string()))


def _read_format(number: int, reader: Any) -> tuple[int, str]:
    return _whole(reader.read_short()), _whole(reader.read_string())


def _read_xf(number: int, reader: Any) -> int:
    reader.skip(2)
    return int(_whole(reader.read_short()))


def _read_properties(number: int, reader: Any) -> bool:
    """Whether days are counted from 1904."""
    return bool(_whole(reader.read_int()) & 1)


def _read_sheet(number: int, reader: Any) -> SheetRecord:
    state, _ = _integers(reader, 2)
    relation = _whole(reader.read_string())
    return SheetRecord(_whole(reader.read_string()), relation, state != 0)


def _read_row(number: int, reader: Any) -> Extent:
    row, _ = _integers(reader, 2)
    reader.skip(3)
    return Extent(row, row, bool(_whole(reader.read_byte()) & 0x10))


def _read_columns(number: int, reader: Any) -> Extent:
    first, last, _, _ = _integers(reader, 4)
    return Extent(first, last, bool(_whole(reader.read_short()) & 1))


def _read_merged(number: int, reader: Any) -> list[int]:
    """First and last row, first and last column; 0-based."""
    return _integers(reader, 4)


def _read_cell(number: int, reader: Any) -> CellRecord:
    column, style = _integers(reader, 2)
    return CellRecord(column, style & 0xFFFFFF, _read_value(number, reader))


def _read_value(number: int, reader: Any) -> Any:
    match number:
        case 0x01:  # BLANK
            return None
        case 0x02:  # RK
            return _whole(reader.read_float())
        case 0x05 | 0x09:  # REAL, FORMULA_REAL
            return _whole(reader.read_double())
        case 0x03 | 0x0B:  # ERROR, FORMULA_ERROR
            return _whole(reader.read_byte())
        case 0x04 | 0x0A:  # BOOLEAN, FORMULA_BOOLEAN
            return bool(_whole(reader.read_byte()))
        case 0x07:  # TEXT
            return _whole(reader.read_int())
        case 0x3E:  # RICH_TEXT
            return _read_item(number, reader)
    return _whole(reader.read_string())


_HANDLERS = {
    ITEM: _Handler(_read_item),
    FORMAT: _Handler(_read_format),
    XF: _Handler(_read_xf),
    PROPERTIES: _Handler(_read_properties),
    SHEET: _Handler(_read_sheet),
    ROW: _Handler(_read_row),
    COLUMN: _Handler(_read_columns),
    MERGED: _Handler(_read_merged),
    **{number: _Handler(_read_cell) for number in CELLS if number != BLANK},
    **{number: _Handler(lambda *_: True) for number in _MARKS},
}
