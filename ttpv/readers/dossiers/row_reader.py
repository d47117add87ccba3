"""The process that reads a workbook's rows and hands on the needed columns, nothing else.

stdin: a Request as one line of JSON, then the file itself where the request has no path.
stdout: where a sheet holds a list a Found as one line of JSON, then a line per row, the cells of
the needed columns between SEPARATORs, without quotes.
"""

import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from operator import itemgetter
from typing import Any

import msgspec
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ttpv.readers.dossiers.beside import Area, holds_form
from ttpv.readers.dossiers.header import HEAD_ROWS, DossierHeader, find_header
from ttpv.readers.dossiers.raw import EXCEL
from ttpv.reference import DossierLayout, Layout

TWO_LISTS, HEADLESS, BESIDE_FORM = 3, 4, 5
"""The exit codes where another sheet holds a list as well, with a header or without one (the list
may go on there), or a summary form; any other but 0: it did not work out."""

SEPARATOR = "\x1f"
BREAK = "\v"
"""Stands for a line break, or a separator, within a cell."""

_FORM_ROWS = 2_000  # how far down another sheet a form is looked for
_BATCH = 2_000  # small enough for the processor's caches
_BREAKS = str.maketrans(dict.fromkeys(f"{SEPARATOR}\r\n", BREAK))
# A list of a million rows took 2,1 GB, twelve times its file; a small file may ask for half a GB.
_BASE, _TIMES = 512 << 20, 24


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: `size` bytes, at `path` or following on stdin. `forms` must not be beside."""

    layout: DossierLayout
    forms: tuple[Layout, ...]
    size: int
    path: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet with a list; `height` counts all its rows. `below_form`: a form stands above it."""

    name: str
    is_hidden: bool
    height: int
    header: DossierHeader
    below_form: bool


def main() -> int:
    request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
    file = BytesIO(sys.stdin.buffer.read(request.size)) if request.path is None else request.path
    _limit_memory(_BASE + _TIMES * request.size)
    try:
        with CalamineWorkbook.from_object(file) as book:
            lists, headless, beside = 0, False, False
            for sheet in book.sheets_metadata:
                if sheet.typ != SheetTypeEnum.WorkSheet:
                    continue
                hidden = sheet.visible != SheetVisibleEnum.Visible
                opened = book.get_sheet_by_name(sheet.name)
                rows = _find_list(opened, hidden, request)
                if rows is None:
                    headless = headless or _holds_codes(opened, request.layout)
                    beside = beside or _holds_form(opened, request.forms)
                    continue
                lists += 1
                if lists > 1:
                    return TWO_LISTS
                sys.stdout.buffer.writelines(rows)
            sys.stdout.buffer.flush()
            if lists and (beside or headless):
                return BESIDE_FORM if beside else HEADLESS
    except (CalamineError, OSError, ValueError, OverflowError):
        return 1  # nobody reads a traceback, which might quote a cell
    return 0


def _limit_memory(more: int) -> None:
    """At most so many bytes more, where the system can say and hold that (Linux)."""
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm") as file:
        pages = int(file.read().split()[0])
    limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _find_list(sheet: CalamineSheet, is_hidden: bool, request: Request) -> Iterator[bytes] | None:
    """What stdout gets of the sheet; None where it holds no list."""
    if sheet.start is None or sheet.end is None:
        return None
    left = sheet.start[1]  # calamine's rows begin with the sheet's first, but with this column
    rows = sheet.iter_rows()
    above = list(itertools.islice(rows, HEAD_ROWS + 2))
    texts = [[""] * left + [to_text(value) for value in row] for row in above]
    header = find_header(texts, request.layout)
    if header is None:
        return None
    below_form = holds_form(texts[: header.row - 1], request.forms, _merged(sheet))
    found = Found(sheet.name, is_hidden, sheet.end[0] + 1, header, below_form)
    pick = itemgetter(*(place - left for place in header.columns.values()))
    body = map(pick, itertools.chain(above[header.body - 1 :], rows))
    first = msgspec.json.encode(found) + b"\n"
    return itertools.chain([first], _lines(body, len(header.columns)))


def _holds_codes(sheet: CalamineSheet, layout: DossierLayout) -> bool:
    """Whether codes of dossiers stand in the first rows of a sheet without a header."""
    code = re.compile("|".join(layout.column_by_id["code"].patterns), re.IGNORECASE)
    return any(
        isinstance(value, str) and code.fullmatch(value.strip())
        for row in itertools.islice(sheet.iter_rows(), HEAD_ROWS)
        for value in row
    )


def _holds_form(sheet: CalamineSheet, forms: tuple[Layout, ...]) -> bool:
    if sheet.start is None:
        return False
    left = [""] * sheet.start[1]
    rows = itertools.islice(sheet.iter_rows(), _FORM_ROWS)
    return holds_form(([*left, *map(to_text, row)] for row in rows), forms, _merged(sheet))


def _merged(sheet: CalamineSheet) -> list[Area]:
    return sheet.merged_cell_ranges or []


def _lines(body: Iterator[Sequence[Any]], width: int) -> Iterator[bytes]:
    while rows := list(itertools.islice(body, _BATCH)):
        cells = [[v if type(v) is str else to_text(v) for v in row] for row in rows]
        text = "\n".join(map(SEPARATOR.join, cells))
        ends = (text.count("\n"), text.count(SEPARATOR), text.count("\r"))
        if ends != (len(rows) - 1, len(rows) * (width - 1), 0):
            cells = [[cell.translate(_BREAKS) for cell in row] for row in cells]
            text = "\n".join(map(SEPARATOR.join, cells))
        yield f"{text}\n".encode(errors="replace")


def to_text(value: object) -> str:
    """A cell as text. What must not pass for a text of that look is marked: real dates by
    EXCEL, numbers with decimals (30.009 is not 30.009 typed) and other kinds by "#"."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(int(value)) if value == int(value) else f"#{value!r}"
    if isinstance(value, datetime):
        whole = value + timedelta(microseconds=500_000)  # binary days: 12:59:59,9999996 is 13:00:00
        return f"{whole:%Y-%m-%d}{EXCEL}{whole:%H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}{EXCEL}"
    return "#"


if __name__ == "__main__":
    sys.exit(main())
