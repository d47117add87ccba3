"""What calamine does not tell of an .xlsx sheet: cells with errors, formulas without a value,
merged cells, hidden rows and columns.

calamine gives "" for the first three kinds, and a blank date of returning makes a resolved dossier
an open one. The sheet's XML is searched in blocks of whole rows, and only a block in which one of
the marks occurs is looked at closely: a million rows take the unpacking and little more.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TypeVar
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import range_boundaries

from ttpv.readers.archive import find_elements
from ttpv.readers.dossiers.xlsx_head import ZIP_FAULTS

KEPT = 100_000
"""So many places of a kind are remembered: enough to say where, too little to fill the memory."""

_BLOCK = 1 << 20
_MAX_ROW = 32 << 20  # of XML; a longer one is no list's, and is not searched
_HEAD_BYTES = 4 << 20
# A block without these has none of the marks; the last three only beside a formula, so that a list
# without any is searched four times and not six. Names with a prefix (<x:c>) are rare: looked at
# all. Single quotes, which XML allows and no office program writes, are not looked for.
_MARKS = (b't="e"', b":c>", b"hidden=")
_UNCALCULATED = (b"</f></c>", b"<v></v></c>", b"/></c>")
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"[^>]*>')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^>/])>((?:(?!</(?:\w+:)?c>).){0,20000})</(?:\w+:)?c>", re.DOTALL
)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]{1,30})"')
_EXTENT = re.compile(rb'\b(min|max)="(\d{1,5})"')


_Place = TypeVar("_Place")


@dataclass(frozen=True, slots=True)
class XlsxMarks:
    """Places as (row, column), 1-based; `merged` are (first column, first row, last column, last
    row). At most KEPT of each."""

    wrong: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def find_marks(source: bytes | Path, sheet: str) -> XlsxMarks:
    """The marks of the sheet of that name; none where the file is no .xlsx, or damaged (the row
    reader says so)."""
    marks = XlsxMarks()
    try:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            part = _find_part(archive, sheet)
            if part is not None:
                for block in _blocks(archive, part):
                    _search(block, marks)
    except (*ZIP_FAULTS, EOFError, RuntimeError, KeyError, zipfile.LargeZipFile, expat.ExpatError):
        pass
    return marks


def _find_part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The member that holds the sheet."""
    relations = {
        one.get("Id"): one.get("Target", "")
        for one in find_elements(_head(archive, "xl/_rels/workbook.xml.rels"), "Relationship")
    }
    for one in find_elements(_head(archive, "xl/workbook.xml"), "sheet"):
        if one.get("name") == sheet:
            named = next((value for key, value in one.items() if key.endswith(":id")), None)
            if named in relations:
                return posixpath.normpath(posixpath.join("/xl", relations[named]))[1:]
    return None


def _head(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_HEAD_BYTES)


def _blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The XML, cut behind ends of rows."""
    rest = b""
    with archive.open(part) as xml:
        while piece := xml.read(_BLOCK):
            cut = piece.rfind(b"row>") + 4
            if cut < 4:
                rest += piece
                if len(rest) > _MAX_ROW:
                    return
                continue
            yield rest + piece[:cut]
            rest = piece[cut:]
    yield rest


def _search(block: bytes, marks: XlsxMarks) -> None:
    is_behind_rows = not block.endswith(b"row>")  # where merged cells stand
    for found in _MERGED.finditer(block) if is_behind_rows else ():
        left, top, right, bottom = range_boundaries(found[1].decode())
        if left and top and right and bottom:
            _keep(marks.merged, (left, top, right, bottom))
    formulas = b"<f" in block and any(mark in block for mark in _UNCALCULATED)
    if not formulas and not any(mark in block for mark in _MARKS):
        return
    for found in _COLUMN.finditer(block) if b"hidden=" in block else ():
        extent = {key: int(value) for key, value in _EXTENT.findall(found[0])}
        if _HIDDEN.search(found[0]) and len(extent) == 2:
            for column in range(extent[b"min"], min(extent[b"max"], 1_000) + 1):
                _keep(marks.hidden_columns, column)
    for found in _ROW.finditer(block) if b"hidden=" in block else ():
        if _HIDDEN.search(found[0]):
            _keep(marks.hidden_rows, int(found[1]))
    for found in _CELL.finditer(block):
        if b't="e"' in found[1] or (_FORMULA.search(found[2]) and not _VALUE.search(found[2])):
            place = _REFERENCE.search(found[1])
            if place:
                column = column_index_from_string(place[1].decode())
                _keep(marks.wrong, (int(place[2]), column))


def _keep(places: list[_Place], place: _Place) -> None:
    if len(places) < KEPT:
        places.append(place)
