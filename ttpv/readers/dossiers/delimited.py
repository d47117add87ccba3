"""A dossier list as CSV: any of the encodings and delimiters, read as a stream.

Arrow splits the rows and converts the needed columns only; of the others, names and addresses among
them, no value is made. It transcodes in memory; there is no temporary file.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from ttpv.readers.dossiers.beside import holds_form
from ttpv.readers.dossiers.columns import BLOCK, read_columns
from ttpv.readers.dossiers.header import HEAD_ROWS, DossierHeader, find_header
from ttpv.readers.dossiers.quotes import LineCounter, find_swallowed_row
from ttpv.readers.dossiers.raw import Done, Numbers, OpenList, RawRows, Unreadable
from ttpv.reference import DossierLayout, Layout

_HEAD_BYTES = 256 * 1024
_DELIMITERS = ",;\t"
# So many rows of another shape are not this list: to go on would only collect their numbers.
_MAX_MISSHAPEN = 1_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the bytes are to be read; `lines` stand above the body, the header among them."""

    encoding: str
    delimiter: str
    lines: int
    line_end: bytes = b"\n"


def find_delimited(
    head: bytes, layout: DossierLayout
) -> tuple[DossierHeader, Dialect, list[list[str]]] | None:
    """The header of a CSV that begins with `head`, and the rows above it. The delimiter is the one
    that makes a header."""
    encoding = find_encoding(head)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    for delimiter in _DELIMITERS:
        rows, lines = _split(text, delimiter)
        header = find_header(rows, layout)
        if header is not None:
            line_end = b"\n" if b"\n" in head else b"\r"
            dialect = Dialect(encoding, delimiter, lines[header.body - 2], line_end)
            return header, dialect, rows[: header.row - 1]
    return None


def find_encoding(head: bytes) -> str:
    """By the byte order mark, else by what the bytes can be: UTF-16, UTF-8, Windows-1258."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    if b"\0" in head[:200]:
        return "utf-16-be" if head[:200:2].count(0) > head[1:200:2].count(0) else "utf-16-le"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1258"
    return "utf-8"


def _split(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """The first rows, and how many lines are read after each."""
    rows, lines = [], []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            rows.append(row)
            lines.append(reader.line_num)
            if len(rows) > HEAD_ROWS:
                break
    except csv.Error:  # a cell of 128 KB: no header in what was read is none at all
        pass
    return rows, lines


def read_head(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source[:_HEAD_BYTES]
    with source.open("rb") as file:
        return file.read(_HEAD_BYTES)


@contextmanager
def open_delimited(
    source: bytes | Path, file: str, layout: DossierLayout, forms: tuple[Layout, ...]
) -> Iterator[OpenList | None]:
    """The list in a CSV file; None where it is none. Reading raises Unreadable."""
    found = find_delimited(read_head(source), layout)
    if found is None:
        yield None
        return
    header, dialect, above = found
    misshapen: list[int] = []
    # Never by its name: Arrow would take a path that ends with .gz for a compressed file.
    is_bytes = isinstance(source, bytes)
    with pa.BufferReader(source) if is_bytes else pa.OSFile(str(source), "rb") as stream:
        total = stream.size()

        def done() -> Done:
            return Done(total if stream.closed else stream.tell(), total, "bytes")

        counter = LineCounter(stream, dialect.line_end)
        rows = _read_rows(counter, source, header, dialect, layout, misshapen)
        yield OpenList(file, header, rows, done, misshapen, holds_form(above, forms))


def _read_rows(
    stream: LineCounter,
    source: bytes | Path,
    header: DossierHeader,
    dialect: Dialect,
    layout: DossierLayout,
    misshapen: list[int],
) -> Iterator[RawRows]:
    def keep_number(row: Any) -> str:
        # `row.text` is the citizen's: it is not looked at, only whether there is anything in it.
        if row.text.strip(f'{dialect.delimiter} "\t\r\n'):
            misshapen.append(row.number - dialect.lines + header.body - 1)
        else:
            blank.append(row.number - dialect.lines + header.body - 1)
        return "error" if len(misshapen) > _MAX_MISSHAPEN else "skip"

    blank: list[int] = []
    at = header.body
    try:
        for columns in read_columns(
            stream,
            header.columns,
            layout,
            width=header.width,
            delimiter=dialect.delimiter,
            skip_lines=dialect.lines,
            encoding="utf-8" if dialect.encoding == "utf-8-sig" else dialect.encoding,
            on_misshapen=keep_number,
        ):
            count = len(columns["code"])
            yield RawRows(_number(at, count, [*misshapen, *blank]), columns)
            at += count
    # Arrow's sentences quote the row: they must not reach a log, so nothing of them is kept.
    except (pa.ArrowException, UnicodeError, ValueError):
        failed = True
    else:
        failed = False
    if failed and len(misshapen) <= _MAX_MISSHAPEN:
        raise Unreadable("dossier_unreadable", limit=BLOCK >> 20)
    rows = at - header.body + len(misshapen) + len(blank)
    if not misshapen and stream.lines > dialect.lines + rows:
        line = find_swallowed_row(source, dialect.encoding, dialect.delimiter, header.width, layout)
        if line is not None:
            raise Unreadable("dossier_rows_swallowed", line=line)


def _number(first: int, count: int, left_out: Sequence[int]) -> Numbers:
    """The numbers of `count` rows, `first` if none were left out, given those that were."""
    numbers = np.arange(first, first + count, dtype=np.int64)
    if not left_out:
        return numbers
    # The k-th left out (from 0) stands before every row that has more than k of them before it.
    gaps = np.sort(np.array(left_out, dtype=np.int64)) - np.arange(len(left_out))
    return numbers + np.searchsorted(gaps, numbers, side="right")
