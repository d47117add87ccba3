"""Bytes of a .docx file → sheets, one a table: "Bảng 1", "Bảng 2", … as one counts them in Word.

Reports travel as Word files, and there the period stands in the text above the annexes. So what is
written between the table before and this one becomes rows of one text each above the table.
python-docx opens the file; its own texts leave out what was inserted under "Track Changes" and
what stands in content controls, so texts are taken from the elements here. Raised text (footnote
marks) and text that is struck through are left out of them: 234¹ is not 2341.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ttpv.core.text import fold
from ttpv.readers.archive import pack, unpack
from ttpv.readers.cell_count import keep_xml
from ttpv.readers.sheet import Sheet, SheetCell
from ttpv.readers.sheet_builder import CellBudget, SheetBuilder

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW, _CELL = _W + "p", _W + "tbl", _W + "tr", _W + "tc"
_RUN = _W + "r"
# What may stand around the parts of a text or a table without being one.
_WRAPPERS = frozenset(
    _W + name
    for name in (
        *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"),
        *("r", "hyperlink", "fldSimple", "dir", "bdo"),
    )
)
_BREAKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
# Borders closer than this (in twentieths of a point, 1,8 mm) are one border, drawn unevenly.
_SLIVER = 100
# What stands between the two parts of one table: a page number, "(tiếp theo)".
_CONTINUED = re.compile(r"\d*|tiep( theo)?( trang \d+)?")


def read_docx(content: bytes, file: str) -> list[Sheet]:
    """The tables with the text above each. Raises Refused, and what python-docx and lxml raise."""
    from docx import Document

    document = Document(pack(keep_xml(unpack(content), _weigh)))
    reader = _Reader(file, CellBudget())
    reader.read_blocks(document.element.body)
    return reader.finish()


def _weigh(name: str, attributes: dict[str, str]) -> int:
    """Everything counts, and a cell the columns that it says it spans."""
    if name != "gridSpan":
        return 1
    span = next((value for key, value in attributes.items() if key.endswith("val")), "")
    return int(span) if span.isdecimal() and len(span) < 10 else 1


@dataclass
class _Reader:
    """Goes through a document from top to bottom."""

    file: str
    budget: CellBudget
    sheets: list[SheetBuilder] = field(default_factory=list)
    above: list[str] = field(default_factory=list)  # texts since the table before
    columns: int = 0  # of the table before; 0 where none can go on
    next_row: int = 1
    tables: int = 0

    def finish(self) -> list[Sheet]:
        """The sheets; what is written below the last table stays below it."""
        if not self.sheets:
            self._begin_sheet("Văn bản")
        for row, text in enumerate(self.above, self.next_row):
            self.sheets[-1].put(row, 1, SheetCell(text))
        return [builder.build() for builder in self.sheets]

    def read_blocks(self, parent: Any) -> None:
        """The paragraphs and tables of the body, or those in a cell."""
        for block in _children(parent, _P, _TABLE):
            if block.tag == _TABLE:
                self._read_table(block)
            elif text := _text(block)[0]:
                self.above.append(text)

    def _read_table(self, table: Any) -> None:
        self.tables += 1
        places = _column_places(table)
        # A long table may be cut in two: without other words between, it goes on below the first.
        goes_on = all(_CONTINUED.fullmatch(fold(text)) for text in self.above)
        if not (goes_on and len(places) == self.columns):
            self._begin_sheet(f"Bảng {self.tables}")
        self.above.clear()
        self.columns = len(places)
        builder, nested = self.sheets[-1], []
        starts: dict[int, int] = {}  # by column: the row in which a merged cell begins
        for row in _children(table, _ROW):
            if _property(row, "trPr", "del") is not None:
                continue
            if _is_on(_property(row, "trPr", "hidden")):
                builder.hidden_rows.add(self.next_row)
            self._read_row(row, places, starts, builder)
            nested += [cell for cell in _children(row, _CELL) if _has_table(cell)]
            self.next_row += 1
        for cell in nested:
            self.columns = 0
            self.read_blocks(cell)
            self.columns = 0

    def _begin_sheet(self, name: str) -> None:
        builder = SheetBuilder(self.file, name, self.budget)
        for row, text in enumerate(self.above, 1):
            builder.put(row, 1, SheetCell(text))
        builder.is_passage = True
        self.sheets.append(builder)
        self.next_row = len(self.above) + 1
        self.above.clear()

    def _read_row(
        self, row: Any, places: list[int], starts: dict[int, int], builder: SheetBuilder
    ) -> None:
        at = row.grid_before
        for cell in _children(row, _CELL):
            left, right = _place(places, at), _place(places, at + cell.grid_span) - 1
            at += cell.grid_span
            if cell.vMerge != "continue":
                starts[left] = self.next_row
                texts = [_text(paragraph) for paragraph in _children(cell, _P)]
                text = "\n".join(words for words, _ in texts)
                builder.put(self.next_row, left, SheetCell(text))
                if any(is_struck for _, is_struck in texts):
                    builder.struck.add((self.next_row, left))
            builder.merge(starts.get(left, self.next_row), left, self.next_row, max(left, right))


def _children(parent: Any, *tags: str) -> Iterator[Any]:
    """The children of these tags, also those in content controls or inserted with tracking."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, *tags)


def _has_table(cell: Any) -> bool:
    return next(_children(cell, _TABLE), None) is not None


def _text(paragraph: Any) -> tuple[str, bool]:
    """What one reads in a paragraph, and whether some of it is struck through and so left out:
    without what was deleted, without text boxes, without what is raised behind other text."""
    runs = [(run, _run_text(run)) for run in _children(paragraph, _RUN)]
    standing = [(run, words) for run, words in runs if not _is_struck(run)]
    is_struck = any(words.strip() for run, words in runs if _is_struck(run))
    plain = "".join(words for run, words in standing if not _is_raised(run)).strip()
    # Raised throughout is how somebody dressed the cell, no mark on anything.
    return plain or "".join(words for _, words in standing).strip(), is_struck


def _run_text(run: Any) -> str:
    pieces = _children(run, _W + "t", *_BREAKS)
    return "".join(_BREAKS.get(piece.tag) or piece.text or "" for piece in pieces)


def _is_struck(run: Any) -> bool:
    return any(_is_on(_property(run, "rPr", name)) for name in ("strike", "dstrike"))


def _is_raised(run: Any) -> bool:
    align = _property(run, "rPr", "vertAlign")
    return align is not None and align.get(_W + "val") == "superscript"


def _property(element: Any, group: str, name: str) -> Any:
    found = element.find(_W + group)
    return None if found is None else found.find(_W + name)


def _is_on(flag: Any) -> bool:
    return flag is not None and flag.get(_W + "val", "1") not in ("0", "false", "off")


def _column_places(table: Any) -> list[int]:
    """The sheet's column of each of the table's grid columns. A sliver between two borders that
    were meant to be one shares the next column, unless a cell would then be lost."""
    widths = [column.get(_W + "w", "") for column in table.tblGrid.gridCol_lst]
    places, place = [], 1
    for width in widths:
        places.append(place)
        place += not (width.isdecimal() and 0 < int(width) < _SLIVER)
    for row in _children(table, _ROW):
        at, taken = row.grid_before, set()
        for cell in _children(row, _CELL):
            if _place(places, at) in taken:
                return list(range(1, len(widths) + 1))
            taken.add(_place(places, at))
            at += cell.grid_span
    return places


def _place(places: list[int], at: int) -> int:
    """The column of grid column `at`, 0-based, which may lie beyond the grid."""
    if at < len(places):
        return places[at]
    return (places[-1] if places else 0) + at - len(places) + 1
