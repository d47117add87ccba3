"""Rows that two stray quotation marks have made one cell of.

A mark at the beginning of a cell opens a quotation that ends at the next mark, be it rows further
down. Stand both in the same column, the row that comes of it has the right number of cells, and
the rows between are in a column that nobody reads: 60 dossiers were 56 without a word
(tests/unit/readers/dossiers/test_quotes.py). So where a file has more lines than rows it is split a
second time, and cells that are as long as a row are looked into for a dossier's code on its own.
"""

import csv
import io
import re
from pathlib import Path
from typing import Any

from ttpv.reference import DossierLayout


class LineCounter:
    """A stream that counts the lines it gives; all that Arrow asks of one."""

    def __init__(self, stream: Any, line_end: bytes) -> None:
        self._stream = stream
        self._line_end = line_end
        self._last = line_end
        self.ends = 0

    @property
    def lines(self) -> int:
        """Lines so far, an unended last one included."""
        return self.ends + (self._line_end not in self._last)

    @property
    def closed(self) -> bool:
        return bool(self._stream.closed)

    def read(self, size: int = -1) -> bytes:
        block = bytes(self._stream.read(size))
        if block:
            self.ends += block.count(self._line_end)
            self._last = block[-2:]  # in UTF-16 the end is two bytes
        return block

    def close(self) -> None:
        self._stream.close()


def find_swallowed_row(
    source: bytes | Path, encoding: str, delimiter: str, width: int, layout: DossierLayout
) -> int | None:
    """The line (1-based) on which a row ends that holds other rows, of `width` cells, in one of its
    own: between its lines stand all the delimiters of a row, and a code alone."""
    codes = "|".join(layout.column_by_id["code"].patterns)
    edge = re.escape(delimiter)
    alone = re.compile(rf'(?:^|[{edge}"])\s*(?:{codes})\s*(?:[{edge}"]|$)', re.M | re.IGNORECASE)
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
        reader = csv.reader(text, delimiter=delimiter)
        try:
            for row in reader:
                for cell in row:
                    if cell.count(delimiter) >= width - 1 and alone.search(cell):
                        return reader.line_num
        except csv.Error:  # a cell of more than 128 KB, which no cell of a list is
            return reader.line_num
    return None
