"""Writes the dressed annexes in the containers that exports come in besides .xlsx.

Each writer takes a workbook that openpyxl made and keeps what the format can say: values, number
formats, merged cells, what is hidden. Old .xls cannot be written by any library here; for it see
tests/golden/make_files.py.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from docx import Document
from docx.oxml import parse_xml
from lxml import etree
from odf import number as odf_number
from odf import table as odf_table
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style as OdfStyle
from odf.style import TableProperties
from odf.text import P
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42}


def repacked(content: bytes, changes: Mapping[str, Callable[[bytes], bytes | None]]) -> bytes:
    """The same zip with some members changed, or left out (None)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data: bytes | None = old.read(name)
            if name in changes and data is not None:
                data = changes[name](data)
            if data is not None:
                new.writestr(name, data)
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


# What a sheet says, whatever the container


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


# .xlsb ([MS-XLSB]: records of number, length, data)


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


# .ods


def ods(book: Workbook) -> bytes:
    """The workbook as .ods; blanks between and behind are repeated cells and rows."""
    document = OpenDocumentSpreadsheet()
    percent = odf_number.PercentageStyle(name="N11")
    percent.addElement(odf_number.Number(decimalplaces="1"))
    percent.addElement(odf_number.Text(text="%"))
    document.automaticstyles.addElement(percent)
    for name, display in (("shown", "true"), ("gone", "false")):
        style = OdfStyle(name=name, family="table")
        style.addElement(TableProperties(display=display))
        document.automaticstyles.addElement(style)
    for sheet in book.worksheets:
        style = "shown" if sheet.sheet_state == "visible" else "gone"
        table = odf_table.Table(name=sheet.title, stylename=style)
        for element in (*_ods_columns(sheet), *_ods_rows(sheet)):
            table.addElement(element)
        document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _ods_columns(sheet: Worksheet) -> Iterator[object]:
    hidden = hidden_columns(sheet)
    for column in range(1, extent(sheet)[1] + 1):
        yield odf_table.TableColumn(visibility="collapse" if column in hidden else "visible")
    yield odf_table.TableColumn(numbercolumnsrepeated=str(16_384 - extent(sheet)[1]))


def _ods_rows(sheet: Worksheet) -> Iterator[object]:
    rows, columns = extent(sheet)
    spans = {(a.min_row, a.min_col): a.size for a in sheet.merged_cells.ranges}
    covered = {c for a in sheet.merged_cells.ranges for c in a.cells} - spans.keys()
    for row in range(1, rows + 1):
        line = odf_table.TableRow(
            visibility="filter" if row in hidden_rows(sheet) else "visible",
        )
        for column in range(1, columns + 1):
            if (row, column) in covered:
                line.addElement(odf_table.CoveredTableCell())
            else:
                size = spans.get((row, column), {"rows": 1, "columns": 1})
                line.addElement(_ods_cell(sheet._cells.get((row, column)), size))
        line.addElement(odf_table.TableCell(numbercolumnsrepeated=str(16_384 - columns)))
        yield line
    last = odf_table.TableRow(numberrowsrepeated=str(1_048_576 - rows))
    last.addElement(odf_table.TableCell(numbercolumnsrepeated="16384"))
    yield last


def _ods_cell(cell: Cell | None, size: Mapping[str, int]) -> object:
    options = {}
    if size["rows"] * size["columns"] > 1:
        options = {
            "numberrowsspanned": str(size["rows"]),
            "numbercolumnsspanned": str(size["columns"]),
        }
    if cell is None or cell.value is None:
        return odf_table.TableCell(**options)
    value = cell.value
    if value in ERRORS:
        options |= {"valuetype": "float", "value": "0", "formula": "of:=1/0"}
    elif isinstance(value, (int, float)):
        kind = "percentage" if is_percent(cell) else "float"
        options |= {"valuetype": kind, "value": repr(value)}
    else:
        options |= {"valuetype": "string"}
    element = odf_table.TableCell(**options)
    for line in str(value).split("\n"):
        element.addElement(P(text=line))
    return element


# .docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(book: Workbook) -> bytes:
    """The workbook as a report: what stands around a table becomes paragraphs, figures are
    written as one prints them."""
    parts: list[str] = []
    for sheet in book.worksheets:
        rows, columns = extent(sheet)
        width = {r: sum(c.value is not None for c in sheet[r]) for r in range(1, rows + 1)}
        table = [row for row, cells in width.items() if cells > 2]
        parts += (paragraph(_words(sheet, row)) for row in range(1, table[0]))
        parts.append(_docx_table(sheet, range(table[0], table[-1] + 1), columns))
        parts += (paragraph(_words(sheet, row)) for row in range(table[-1] + 1, rows + 1))
    return document(*parts)


def document(*parts: str) -> bytes:
    """A .docx of paragraphs and tables in WordprocessingML (prefix w)."""
    file = Document()
    body = file.element.body
    for child in parse_xml(f'<w:body xmlns:w="{W}">{"".join(parts)}</w:body>'):
        body[-1].addprevious(child)  # before the section's properties
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{_escaped(words)}</w:t></w:r></w:p>"


def table(rows: Iterable[str], columns: int, width: int = 800) -> str:
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def table_row(cells: Iterable[str], properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table_cell(words: str, span: int = 1, merge: str = "", inside: str = "") -> str:
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    properties = f'<w:tcPr><w:gridSpan w:val="{span}"/>{down}</w:tcPr>'
    return f"<w:tc>{properties}{inside}{paragraph(words)}</w:tc>"


def _escaped(words: str) -> str:
    holder = etree.Element("t")
    holder.text = words
    return etree.tostring(holder, encoding="unicode")[3:-4] if words else ""


def _words(sheet: Worksheet, row: int) -> str:
    return " ".join(printed(cell) for cell in sheet[row] if cell.value is not None)


def printed(cell: Cell) -> str:
    """A cell as one reads it on a Vietnamese machine."""
    value = cell.value
    if is_percent(cell):
        return f"{Decimal(repr(value)) * 100:.1f}%".replace(".", ",")
    if cell.number_format == "#,##0" and isinstance(value, (int, float)):
        return f"{value:,.0f}".replace(",", ".")
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _docx_table(sheet: Worksheet, rows: range, columns: int) -> str:
    areas = {cell: area for area in sheet.merged_cells.ranges for cell in area.cells}
    lines = []
    for row in rows:
        cells, column = [], 1
        while column <= columns:
            area = areas.get((row, column))
            span = area.size["columns"] if area else 1
            down = area is not None and area.size["rows"] > 1
            merge = ("restart" if row == area.min_row else "continue") if area and down else ""
            cell = sheet._cells.get((row, column))
            words = printed(cell) if cell is not None and cell.value is not None else ""
            cells.append(table_cell(words, span, merge))
            column += span
        gone = "<w:hidden/>" if row in hidden_rows(sheet) else ""
        lines.append(table_row(cells, gone))
    return table(lines, columns)


# OLE containers ([MS-CFB]), for what stands in them


def ole(**streams: bytes) -> bytes:
    """A compound file of these streams, each at least 4096 bytes long (padded with zeros)."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    fat: list[int] = []
    body = b""
    entries = [_ole_entry("Root Entry", 5, 1, end, 0)]
    for index, (name, data) in enumerate(streams.items(), 1):
        data = data.ljust(4096, b"\0")
        right = index + 1 if index < len(streams) else free
        entries.append(_ole_entry(name, 2, free, len(fat), len(data), right))
        count = -(-len(data) // sector)
        fat += [*range(len(fat) + 1, len(fat) + count), end]
        body += data.ljust(count * sector, b"\0")
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * sector, b"\0")
    start, count = len(fat), len(directory) // sector
    fat += [*range(start + 1, start + count), end]
    tables = -(-(len(fat) + 1) // 127)
    places = list(range(len(fat), len(fat) + tables))
    fat += [0xFFFFFFFD] * tables
    fat += [free] * (tables * 128 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, tables, start, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *places, *[free] * (109 - tables))
    return header + body + directory + struct.pack(f"<{len(fat)}I", *fat)


def _ole_entry(name: str, kind: int, child: int, start: int, size: int, right: int = -1) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    free = 0xFFFFFFFF
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(encoded), kind, 1, free, right % (1 << 32), child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def biff(*records: tuple[int, bytes]) -> bytes:
    """Records of an .xls stream."""
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
