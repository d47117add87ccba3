"""Whether an .xlsx file holds a dossier list, by the first rows of its sheets and nothing more.

The row reader opens a workbook whole, twenty seconds for a million rows; to choose a reader sixty
rows are enough. Reading stops after a bounded number of bytes, so a zip bomb costs nothing here.
"""

import io
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_from_string

from ttpv.readers.dossiers.header import HEAD_ROWS, DossierHeader, find_header
from ttpv.reference import DossierLayout

_SHEET_BYTES = 4 << 20
_TEXTS_BYTES = 32 << 20
_CHUNK = 64 << 10
_MAX_COLUMNS = 500

ZIP_FAULTS = (zipfile.BadZipFile, ValueError, NotImplementedError, OSError)
"""What zipfile raises where a file is no zip or its directory is damaged; NotImplementedError is
its word for a way of packing that it does not know."""


def is_xlsx(source: bytes | Path) -> bool:
    try:
        with _open(source) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except ZIP_FAULTS:
        return False


def find_in_xlsx(source: bytes | Path, layout: DossierLayout) -> DossierHeader | None:
    """The header of the first sheet that has one; None also where the file is damaged."""
    try:
        with _open(source) as archive:
            names = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
            for name in names:
                header = find_header(_read_rows(archive, name), layout)
                if header is not None:
                    return header
    except (*ZIP_FAULTS, EOFError, RuntimeError):
        pass  # damaged, or encrypted within the zip: whoever reads it says so
    return None


def _open(source: bytes | Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)


def _read_rows(archive: zipfile.ZipFile, name: str) -> list[list[str]]:
    sheet = _SheetHead()
    _feed(archive, name, _SHEET_BYTES, sheet)
    wanted = {int(cell.text) for cell in sheet.cells if cell.kind == "s" and cell.text.isdecimal()}
    texts = _SharedTexts(max(wanted, default=-1))
    if wanted and "xl/sharedStrings.xml" in archive.namelist():
        _feed(archive, "xl/sharedStrings.xml", _TEXTS_BYTES, texts)
    rows: list[list[str]] = [[] for _ in range(max((c.row for c in sheet.cells), default=0))]
    for cell in sheet.cells:
        row = rows[cell.row - 1]
        row += [""] * (cell.column - len(row))
        row[cell.column - 1] = texts.find(cell.text) if cell.kind == "s" else cell.text
    return rows


@dataclass
class _Cell:
    row: int
    column: int
    kind: str
    text: str = ""


class _Enough(Exception):
    """What was looked for is read."""


@dataclass
class _Handler(ABC):
    """Collects texts inside some elements."""

    parts: list[str] | None = None

    @abstractmethod
    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    @abstractmethod
    def end(self, name: str) -> None: ...

    def data(self, text: str) -> None:
        if self.parts is not None:
            self.parts.append(text)


@dataclass
class _SheetHead(_Handler):
    cells: list[_Cell] = field(default_factory=list)
    row: int = 0
    column: int = 0
    kind: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
            if self.row > HEAD_ROWS:
                raise _Enough
        elif name == "c":
            letters = coordinate_from_string(attributes["r"])[0] if "r" in attributes else None
            self.column = column_index_from_string(letters) if letters else self.column + 1
            self.kind = attributes.get("t", "n")
        elif name in ("v", "t"):
            self.parts = self.parts or []

    def end(self, name: str) -> None:
        if name == "c" and self.parts is not None:
            if 0 < self.column <= _MAX_COLUMNS and self.row > 0:
                text = "".join(self.parts)
                self.cells.append(_Cell(self.row, self.column, self.kind, text))
            self.parts = None


@dataclass
class _SharedTexts(_Handler):
    last: int = -1
    texts: list[str] = field(default_factory=list)

    def __init__(self, last: int) -> None:
        super().__init__()
        self.last, self.texts = last, []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.parts = []

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append("".join(self.parts or []))
            self.parts = None
            if len(self.texts) > self.last:
                raise _Enough

    def find(self, index: str) -> str:
        place = int(index) if index.isdecimal() else -1
        return self.texts[place] if 0 <= place < len(self.texts) else ""


def _feed(archive: zipfile.ZipFile, name: str, limit: int, handler: _Handler) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, found: handler.start(_local(tag), found)
    parser.EndElementHandler = lambda tag: handler.end(_local(tag))
    parser.CharacterDataHandler = handler.data
    parser.EntityDeclHandler = _refuse
    try:
        for chunk in _chunks(archive, name, limit):
            parser.Parse(chunk, False)
    except (_Enough, expat.ExpatError):
        pass  # what is damaged further down is the row reader's to say


def _chunks(archive: zipfile.ZipFile, name: str, limit: int) -> Iterator[bytes]:
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError  # zipfile unpacks the others without bounds
    with archive.open(name) as part:
        while limit > 0 and (chunk := part.read(_CHUNK)):
            limit -= len(chunk)
            yield chunk


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise ValueError("entities are not allowed")
