"""Bytes of an .ods file → sheets.

lxml parses it. odfpy takes 30 times as long and 4 times the memory (50.000 cells: 1,9 s, 134 MB)
and knows nothing of sheets; python-calamine tells of .ods no percentages, no merged cells and no
hidden rows, and gives "" for an error.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from ttpv.readers.archive import unpack
from ttpv.readers.cell_count import MAX_COLUMNS, MAX_ROWS, check_cells, keep_xml
from ttpv.readers.sheet import CellValue, Sheet, SheetCell, as_number
from ttpv.readers.sheet_builder import CellBudget, SheetBuilder

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTENT = "content.xml"
_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT = _NAMES % "office", _NAMES % "table", _NAMES % "text"
_STYLE = _NAMES % "style"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"

_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_GROUPS = frozenset(
    _TABLE + f"table-{name}"
    for name in ("rows", "header-rows", "row-group", "columns", "header-columns", "column-group")
)
_SPACES = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_ERROR = re.compile(r"#[A-Z/0?]+!?|Err:\d{3}")


def read_ods(content: bytes, file: str) -> list[Sheet]:
    """The sheets. Raises Refused, and what lxml raises on damaged XML."""
    from lxml import etree

    body = unpack(content)[_CONTENT]
    counted = keep_xml({_CONTENT: body}, lambda *_: 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(counted[_CONTENT], parser)
    budget = CellBudget()
    hidden = _hidden_styles(root)
    found = root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    return [_read_sheet(file, table, hidden, budget) for table in found]


def _hidden_styles(root: "Element") -> frozenset[str | None]:
    """Names of the styles of hidden sheets."""
    return frozenset(
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        for properties in style.iterfind(_STYLE + "table-properties")
        if properties.get(_TABLE + "display") == "false"
    )


def _read_sheet(
    file: str, table: "Element", hidden: frozenset[str | None], budget: CellBudget
) -> Sheet:
    is_hidden = table.get(_TABLE + "style-name") in hidden
    builder = SheetBuilder(file, table.get(_TABLE + "name", ""), budget, is_hidden)
    column = 1
    for element in _children(table, _TABLE + "table-column"):
        times = _number(element, "number-columns-repeated", MAX_COLUMNS)
        if _is_hidden(element):
            builder.hide_columns(column, column + times - 1)
        column += times
    row = 1
    for line in _children(table, _TABLE + "table-row"):
        times = _number(line, "number-rows-repeated", MAX_ROWS)
        # Rows are repeated to the end of the sheet, mostly blank ones: those cost nothing.
        cells = list(_read_row(line))
        check_cells(times * sum(repeated for _, repeated, _, _ in cells))
        for repeated in range(row, row + times) if cells else ():
            _put_row(builder, repeated, cells, is_hidden=_is_hidden(line))
        row += times
    return builder.build()


def _children(parent: "Element", tag: str) -> Iterator["Element"]:
    """The rows or columns of a sheet, in groups or not."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _GROUPS:
            yield from _children(child, tag)


def _read_row(line: "Element") -> Iterator[tuple[int, int, "Element", SheetCell]]:
    """(first column, how often, element, cell) of each cell that is not blank, or is merged."""
    column = 1
    for element in line.iterchildren(*_CELLS):
        times = _number(element, "number-columns-repeated", MAX_COLUMNS)
        cell = _read_cell(element)
        if not cell.is_blank or _number(element, "number-columns-spanned", 2) > 1:
            yield column, times, element, cell
        column += times


def _put_row(
    builder: SheetBuilder,
    row: int,
    cells: list[tuple[int, int, "Element", SheetCell]],
    *,
    is_hidden: bool,
) -> None:
    for first, times, element, cell in cells:
        down = _number(element, "number-rows-spanned", MAX_ROWS)
        across = _number(element, "number-columns-spanned", MAX_COLUMNS)
        for column in range(first, first + times):
            builder.put(row, column, cell)
            builder.merge(row, column, row + down - 1, column + across - 1)
    if is_hidden:
        builder.hidden_rows.add(row)


def _number(element: "Element", name: str, limit: int) -> int:
    """How often or how far: 1 where nothing is said, at most `limit`."""
    return min(max(1, int(element.get(_TABLE + name, "1"))), limit)


def _is_hidden(element: "Element") -> bool:
    return element.get(_TABLE + "visibility", "visible") in ("collapse", "filter")


# Cells


def _read_cell(element: "Element") -> SheetCell:
    kind = element.get(_OFFICE + "value-type")
    shown = _shown(element)
    if element.get(_CALC + "value-type") == "error" or (
        _TABLE + "formula" in element.attrib and _ERROR.fullmatch(shown)
    ):
        return SheetCell(shown if _ERROR.fullmatch(shown) else "#VALUE!")
    if kind is None and _TABLE + "formula" in element.attrib and not shown:
        return SheetCell(element.get(_TABLE + "formula"), is_uncalculated=True)
    # The format of a number stands in a style; that it is a percentage stands in the cell.
    return SheetCell(_value(element, kind, shown), "0%" if kind == "percentage" else "General")


def _value(element: "Element", kind: str | None, shown: str) -> CellValue:
    if kind in ("float", "percentage", "currency"):
        return as_number(float(element.get(_OFFICE + "value", "")))
    if kind == "boolean":
        return bool(element.get(_OFFICE + "boolean-value") == "true")
    if kind == "date":
        value = element.get(_OFFICE + "date-value", "")
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return shown or str(element.get(_OFFICE + "string-value") or "") or None


def _shown(cell: "Element") -> str:
    """The text of a cell's paragraphs; comments and drawings are not its text."""
    return "\n".join("".join(_texts(paragraph)) for paragraph in cell.iterchildren(_TEXT + "p"))


def _texts(element: "Element") -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == _TEXT + "s":
            yield " " * min(int(child.get(_TEXT + "c", "1")), 1_000)
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif isinstance(child.tag, str) and child.tag.startswith(_TEXT):
            yield from _texts(child)  # spans, links; not notes, which are office:annotation
        yield child.tail or ""
