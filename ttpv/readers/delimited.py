"""CSV and TSV → one sheet of texts. What the delimiter is, the content says."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import format_number
from ttpv.readers.cell_count import MAX_CELLS
from ttpv.readers.sheet import Sheet, SheetCell

SHEET_NAME = "Dữ liệu"
_DELIMITERS = "\t;|,"  # where they fit equally well, the first: commas stand in numbers, too
_SAMPLE_ROWS = 200
_SAMPLE_LENGTH = 200_000
_SEPARATOR_LINE = re.compile(r"sep=([\t;|,])\r?\n?", re.IGNORECASE)
_TEXT_FORMULA = re.compile(r'="([^"]*)"')  # how exports keep Excel from reading a text as a number
_MAX_COLUMNS = 16_384  # Excel's
_END = "\ue000"  # closes the text: a quote that is still open swallows it


def find_delimiter(text: str) -> str:
    """The delimiter that cuts the most rows into the same number of columns; "," if none does."""
    said = _SEPARATOR_LINE.match(text)
    if said:
        return said[1]
    sample = text[:_SAMPLE_LENGTH]
    if len(text) > _SAMPLE_LENGTH:  # whole lines only
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    scores = {delimiter: _score(sample, delimiter) for delimiter in _DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] else ","


def _score(sample: str, delimiter: str) -> int:
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # a field beyond all measure: what stands before it counts
        for row in islice(_rows(sample, delimiter), _SAMPLE_ROWS):
            widths[len(row)] += 1
    return max(((width - 1) * rows for width, rows in widths.items()), default=0)


def read_delimited(text: str, file: str) -> tuple[list[Sheet], list[Issue]]:
    """One sheet of the text's rows, numbered as Excel numbers them, or the reason why not."""
    place = Place(file=file)
    delimiter = find_delimiter(text)
    said = _SEPARATOR_LINE.match(text)
    rows: dict[int, dict[int, SheetCell]] = {}
    number = cells = 0
    row: list[str] = []
    try:
        for number, row in enumerate(
            _rows(text[said.end() if said else 0 :] + "\n" + _END, delimiter), 1
        ):
            filled = {column: cell for column, cell in _cells(row) if not cell.is_blank}
            cells += len(filled)
            if cells > MAX_CELLS:
                words = {
                    "cells": f"hơn {format_number(MAX_CELLS)}",
                    "limit": format_number(MAX_CELLS),
                }
                return [], [make_issue("file_too_many_cells", place, **words)]
            if max(filled, default=0) > _MAX_COLUMNS:
                return [], [make_issue("text_line_too_long", place.at(number))]
            if filled:
                rows[number] = filled
    except csv.Error:  # a field beyond csv.field_size_limit()
        return [], [make_issue("text_line_too_long", place.at(number + 1))]
    if row != [_END]:
        return [], [make_issue("text_quote_open", place.at(number))]
    del rows[number]
    return [Sheet(file, SHEET_NAME, rows)], []


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _cells(row: list[str]) -> Iterator[tuple[int, SheetCell]]:
    for column, text in enumerate(row, 1):
        if text:
            kept = _TEXT_FORMULA.fullmatch(text)
            yield column, SheetCell(kept[1] if kept else text)
