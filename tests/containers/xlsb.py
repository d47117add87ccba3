"""Writes .xlsb ([MS-XLSB]: records of number, length, data); LibreOffice reads it the same."""

import struct
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.containers.sheets import ERRORS, extent, hidden_columns, hidden_rows
from tests.containers.zips import zipped


def record(number: int, data: bytes = b"") -> bytes:
    """`number` as ttpv/readers/xlsb_records.py writes it."""
    length, rest = bytearray(), len(data)
    while True:
        length.append(rest & 0x7F | (0x80 if rest > 0x7F else 0))
        rest >>= 7
        if not rest:
            break
    return number.to_bytes(max(1, (number.bit_length() + 7) // 8), "little") + bytes(length) + data


def text(value: str) -> bytes:
    data = value.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def xlsb(book: Workbook) -> bytes:
    """The workbook as .xlsb."""
    formats: dict[str, int] = {"General": 0}
    texts: dict[str, int] = {}
    members, sheets, relations = {}, b"", ""
    for index, sheet in enumerate(book.worksheets, 1):
        members[f"xl/worksheets/sheet{index}.bin"] = _xlsb_sheet(sheet, formats, texts)
        state = {"visible": 0, "hidden": 1, "veryHidden": 2}[sheet.sheet_state]
        sheets += record(
            0x019C, struct.pack("<II", state, index) + text(f"rId{index}") + text(sheet.title)
        )
        relations += _relation(index, "worksheet", f"worksheets/sheet{index}.bin")
    relations += _relation(98, "styles", "styles.bin") + _relation(
        99, "sharedStrings", "sharedStrings.bin"
    )
    members["xl/workbook.bin"] = (
        record(0x0183)
        + record(0x0199, bytes(8) + text(""))
        + record(0x018F)
        + sheets
        + record(0x0190)
        + record(0x0184)
    )
    members["xl/_rels/workbook.bin.rels"] = _relations(relations)
    members["_rels/.rels"] = _relations(_relation(1, "officeDocument", "xl/workbook.bin"))
    members["[Content_Types].xml"] = _CONTENT_TYPES
    members["xl/styles.bin"] = _xlsb_styles(formats)
    items = b"".join(record(0x13, b"\0" + text(value)) for value in texts)
    count = struct.pack("<II", len(texts), len(texts))
    members["xl/sharedStrings.bin"] = record(0x019F, count) + items + record(0x01A0)
    return zipped(members)


_EXCEL = "application/vnd.ms-excel"
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="bin" ContentType="{_EXCEL}.worksheet"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.bin" ContentType="{_EXCEL}.sheet.binary.macroEnabled.main"/>'
    f'<Override PartName="/xl/styles.bin" ContentType="{_EXCEL}.styles"/>'
    f'<Override PartName="/xl/sharedStrings.bin" ContentType="{_EXCEL}.sharedStrings"/></Types>'
).encode()


def _relations(inside: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats'
        f'.org/package/2006/relationships">{inside}</Relationships>'
    ).encode()


def _relation(number: int, kind: str, target: str) -> str:
    return (
        f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships/{kind}" Target="{target}"/>'
    )


def _xlsb_styles(formats: Mapping[str, int]) -> bytes:
    codes = list(formats)
    written = b"".join(
        record(0x2C, struct.pack("<H", 164 + index) + text(code))
        for index, code in enumerate(codes)
        if code != "General"
    )
    xfs = b"".join(
        record(0x2F, struct.pack("<HH", 0, 0 if code == "General" else 164 + index) + bytes(12))
        for index, code in enumerate(codes)
    )
    parent = record(0x04F2, struct.pack("<I", 1)) + record(0x2F, b"\xff\xff" + bytes(14))
    return (
        record(0x0296)
        + record(0x04E7, struct.pack("<I", len(codes) - 1))
        + written
        + record(0x04E8)
        + parent
        + record(0x04F3)
        + record(0x04E9, struct.pack("<I", len(codes)))
        + xfs
        + record(0x04EA)
        + record(0x0297)
    )


def _xlsb_sheet(sheet: Worksheet, formats: dict[str, int], texts: dict[str, int]) -> bytes:
    rows, columns = extent(sheet)
    hidden = hidden_rows(sheet)
    data = record(0x0181) + record(0x0194, struct.pack("<4I", 0, rows, 0, columns))
    if gone := sorted(hidden_columns(sheet)):
        column = (struct.pack("<4IH", c - 1, c - 1, 2048, 0, 1) for c in gone)
        data += record(0x0386) + b"".join(record(0x3C, one) for one in column) + record(0x0387)
    data += record(0x0191)
    for row in range(1, rows + 1):
        flags = 0x1000 if row in hidden else 0
        data += record(0x00, struct.pack("<IIHHBI", row - 1, 0, 300, flags, 0, 0))
        for column in range(1, columns + 1):
            cell = sheet._cells.get((row, column))
            if cell is not None and cell.value is not None:
                data += _xlsb_cell(cell, formats, texts)
    data += record(0x0192)
    areas = [(a.min_row, a.max_row, a.min_col, a.max_col) for a in sheet.merged_cells.ranges]
    merged = (record(0x01B0, struct.pack("<4I", *(n - 1 for n in area))) for area in areas)
    if areas:
        data += record(0x01B1, struct.pack("<I", len(areas))) + b"".join(merged) + record(0x01B2)
    return data + record(0x0182)


def _xlsb_cell(cell: Cell, formats: dict[str, int], texts: dict[str, int]) -> bytes:
    style = formats.setdefault(cell.number_format, len(formats))
    head = struct.pack("<II", cell.column - 1, style)
    value = cell.value
    if isinstance(value, bool):
        return record(0x04, head + bytes([value]))
    if isinstance(value, int) and abs(value) < 1 << 29:
        return record(0x02, head + struct.pack("<i", value << 2 | 2))  # RK: a whole number
    if isinstance(value, (int, float)):
        return record(0x05, head + struct.pack("<d", value))
    if value in ERRORS:
        return record(0x03, head + bytes([ERRORS[value]]))
    return record(0x07, head + struct.pack("<I", texts.setdefault(str(value), len(texts))))
