"""Bytes of an .xlsb file → sheets.

pyxlsb knows the values but no number formats, merged ranges or anything hidden, so only its record
reader is used (xlsb_records.py). python-calamine has none of these either, and "" for an error.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from ttpv.readers import xlsb_records as records
from ttpv.readers.archive import unpack
from ttpv.readers.cell_count import keep_xml
from ttpv.readers.sheet import CellValue, Sheet, SheetCell, as_number
from ttpv.readers.sheet_builder import CellBudget, SheetBuilder
from ttpv.readers.xlsb_records import CellRecord, read_records

_BOOK = "xl/workbook.bin"
_RELATIONS = "xl/_rels/workbook.bin.rels"
_TEXTS = "sharedStrings"
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def read_xlsb(content: bytes, file: str) -> list[Sheet]:
    """The worksheets. Raises Refused, and what pyxlsb and zipfile raise on a damaged file."""
    members = unpack(content)
    relations = _read_relations(members[_RELATIONS])
    book = list(read_records(members[_BOOK], records.SHEETS_END))
    budget = CellBudget()
    shared = _Shared(
        texts=_read_texts(members, relations, budget),
        formats=_read_formats(members[_member(relations, "styles")], budget),
        uses_1904=any(record for number, record in book if number == records.PROPERTIES),
    )
    return [
        _read_sheet(
            members[relations[record.relation].member],
            shared,
            SheetBuilder(file, record.name, budget, record.is_hidden),
        )
        for number, record in book
        if number == records.SHEET and relations[record.relation].kind == "worksheet"
    ]


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str  # worksheet, styles, sharedStrings, …
    member: str


@dataclass(frozen=True, slots=True)
class _Shared:
    """What cells refer to: texts, number formats by style, and where days are counted from."""

    texts: list[str]
    formats: list[str]
    uses_1904: bool


def _read_relations(xml: bytes) -> dict[str, _Relation]:
    from defusedxml.ElementTree import fromstring

    root = fromstring(keep_xml({_RELATIONS: xml}, lambda *_: 1)[_RELATIONS])
    return {
        one.attrib["Id"]: _Relation(
            one.attrib["Type"].rpartition("/")[2],
            posixpath.normpath(posixpath.join("/xl", one.attrib["Target"])).lstrip("/"),
        )
        for one in root
    }


def _member(relations: Mapping[str, _Relation], kind: str) -> str:
    """The member of this kind. Raises KeyError where there is none."""
    for relation in relations.values():
        if relation.kind == kind:
            return relation.member
    raise KeyError(kind)


def _read_texts(
    members: Mapping[str, bytes], relations: Mapping[str, _Relation], budget: CellBudget
) -> list[str]:
    """The shared texts; a file without any may lack the part."""
    texts: list[str] = []
    named = [relation.member for relation in relations.values() if relation.kind == _TEXTS]
    for part in (members[name] for name in named if name in members):
        for number, text in read_records(part, records.ITEMS_END):
            budget.spend(1)
            if number == records.ITEM:
                texts.append(text)
    return texts


def _read_formats(part: bytes, budget: CellBudget) -> list[str]:
    """The number format of each cell style."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes = dict(BUILTIN_FORMATS)
    formats = []
    are_cells = False
    for number, record in read_records(part, records.CELL_XFS_END):
        budget.spend(1)
        if number == records.FORMAT:
            codes[record[0]] = record[1]
        elif number in (records.CELL_XFS, records.CELL_XFS_END):
            are_cells = number == records.CELL_XFS
        elif number == records.XF and are_cells:
            formats.append(codes.get(record, "General"))
    return formats


def _read_sheet(part: bytes, shared: _Shared, builder: SheetBuilder) -> Sheet:
    row = 0
    for number, record in read_records(part, records.DATA_END):
        builder.budget.spend(1)
        if number in records.CELLS:
            builder.put(row, record.column + 1, _read_cell(number, record, shared))
        elif number == records.ROW:
            row = record.first + 1
            if record.is_hidden:
                builder.hidden_rows.add(row)
        elif number == records.COLUMN and record.is_hidden:
            builder.hide_columns(record.first + 1, record.last + 1)
        elif number == records.MERGED:
            top, bottom, left, right = record
            builder.merge(top + 1, left + 1, bottom + 1, right + 1)
    return builder.build()


def _read_cell(number: int, record: CellRecord, shared: _Shared) -> SheetCell:
    number_format = shared.formats[record.style]
    value = record.value
    if number in (records.ERROR, records.FORMULA_ERROR):
        return SheetCell(_ERRORS.get(value, "#VALUE!"), number_format)
    if number == records.TEXT:
        return SheetCell(shared.texts[value], number_format)
    if isinstance(value, float):
        return SheetCell(_number_or_date(value, number_format, shared), number_format)
    return SheetCell(value, number_format)


def _number_or_date(value: float, number_format: str, shared: _Shared) -> CellValue:
    from openpyxl.styles.numbers import is_date_format
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    if is_date_format(number_format):
        try:
            epoch = MAC_EPOCH if shared.uses_1904 else WINDOWS_EPOCH
            found: CellValue = from_excel(value, epoch)
            return found
        except (OverflowError, ValueError):
            return value  # out of the calendar's range: a number in a date's format
    return as_number(value)
