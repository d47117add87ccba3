"""HTML tables, as .xls of vendors or as Excel's web page → sheets.

Every table is a sheet. What stands between tables (titles, the period) becomes rows above the next
one, and what follows the last one rows below it. Tables that only lay out the page dissolve.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import clean, format_number
from ttpv.readers.cell_count import MAX_CELLS
from ttpv.readers.html_grid import Grid, lay_out
from ttpv.readers.html_parse import (
    MAX_DEPTH,
    MAX_TABLES,
    HtmlCell,
    HtmlTable,
    TooComplex,
    parse_html,
)
from ttpv.readers.refused import PART_BROKEN
from ttpv.readers.sheet import Sheet, SheetCell

_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?")

Line = dict[int, SheetCell]


def read_html(text: str, file: str) -> tuple[list[Sheet], list[Issue]]:
    """The page's tables as sheets, or no sheets and the reason."""
    place = Place(file=file)
    try:
        page = parse_html(text)
        pieces = _collect(page.parts)
    except TooComplex as error:
        words = {
            "cells": f"hơn {format_number(MAX_CELLS)}",
            "limit": format_number(MAX_CELLS),
            "tables": MAX_TABLES,
            "depth": MAX_DEPTH,
        }
        return [], [make_issue(error.code, place, **words)]
    except (etree.LxmlError, ValueError):
        return [], [make_issue("file_damaged", place, detail=PART_BROKEN)]
    if not pieces:
        return [], [make_issue("html_no_table", place)]
    names = page.sheet_names
    is_text = len(names) != len(pieces)  # one page of text and tables, no book of sheets
    if is_text:
        names = [f"Bảng {number}" for number in range(1, len(pieces) + 1)]
    sheets = [piece.sheet(file, name) for piece, name in zip(pieces, names, strict=True)]
    return [replace(sheet, is_passage=is_text) for sheet in sheets], []


@dataclass(slots=True)
class _Piece:
    """A table with the lines above it and, for the last one, below it."""

    above: list[Line]
    grid: Grid
    is_hidden: bool
    below: list[Line] = field(default_factory=list)

    def sheet(self, file: str, name: str) -> Sheet:
        shift = len(self.above)
        rows = {number: line for number, line in enumerate(self.above, 1) if line}
        for (row, column), cell in self.grid.cells.items():
            read = _read_cell(cell)
            if not read.is_blank:
                rows.setdefault(row + shift, {})[column] = read
        last = shift + self.grid.height
        rows |= {number: line for number, line in enumerate(self.below, last + 1) if line}
        merged = {
            (row + shift, column): (first + shift, left)
            for (row, column), (first, left) in self.grid.merged.items()
        }
        hidden_rows = frozenset(r + shift for r in self.grid.hidden_rows if r + shift in rows)
        filled = {column for row in rows.values() for column in row}
        hidden_columns = frozenset(self.grid.hidden_columns & filled)
        return Sheet(file, name, rows, merged, self.is_hidden, hidden_rows, hidden_columns)


def _collect(parts: list[str | HtmlTable]) -> list[_Piece]:
    """Lines and tables in order → tables, each with the lines above it."""
    pieces: list[_Piece] = []
    lines: list[Line] = []
    count = 0
    for part in _flatten(parts):
        if isinstance(part, HtmlTable):
            pieces.append(_Piece(lines, lay_out(part), part.is_hidden))
            lines = []
        else:
            count += 1
            if count > MAX_CELLS:
                raise TooComplex("file_too_many_cells")
            lines.append(part)
    if pieces:
        pieces[-1].below = lines
    return pieces


def _flatten(parts: list[str | HtmlTable]) -> Iterator[Line | HtmlTable]:
    """Texts as lines, tables of data as they are, tables of layout as what they hold."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        yield from _lines("".join(texts))
        texts.clear()
        if _is_layout(part):
            yield from _dissolve(part)
        elif part.count:
            yield part
    yield from _lines("".join(texts))


def _lines(text: str) -> Iterator[Line]:
    for line in text.split("\n"):
        cell = SheetCell(clean(line))
        if not cell.is_blank:
            yield {1: cell}


def _dissolve(table: HtmlTable) -> Iterator[Line | HtmlTable]:
    for row in table.rows:
        if any(cell.tables for cell in row.cells):
            for cell in row.cells:
                yield from _flatten(cell.parts)
        else:
            read = {column: _read_cell(cell) for column, cell in enumerate(row.cells, 1)}
            yield {column: cell for column, cell in read.items() if not cell.is_blank}


def _is_layout(table: HtmlTable) -> bool:
    """Whether a table is there to place others: it holds one with rows and columns, and no more
    texts of its own than that has cells. Other tables in cells are texts of these cells."""
    inner = [nested for cell in table.cells for nested in cell.tables]
    own = sum(
        1 for cell in table.cells if any(isinstance(p, str) and p.strip() for p in cell.parts)
    )
    return any(map(_has_figures, inner)) and own <= sum(nested.count for nested in inner)


def _has_figures(table: HtmlTable) -> bool:
    rows = [row for row in table.rows if row.cells]
    if len(rows) > 1 and any(len(row.cells) > 1 for row in rows):
        return True
    return any(_has_figures(nested) for cell in table.cells for nested in cell.tables)


def _read_cell(cell: HtmlCell) -> SheetCell:
    """The number that Excel wrote behind the text, with its format; else the text."""
    if cell.number is not None and _NUMBER.fullmatch(cell.number.strip()):
        number = float(cell.number)
        if math.isfinite(number):
            whole = number.is_integer() and abs(number) < 2**53
            return SheetCell(int(number) if whole else number, cell.number_format)
    return SheetCell(cell.text.strip(), cell.number_format)
