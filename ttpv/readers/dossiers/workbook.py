"""A dossier list as a workbook (.xlsx, .xlsm, .xls, .xlsb, .ods), read in a process of its own.

The row reader (`row_reader.py`) hands back the needed columns and nothing else. Apart, because
calamine ends its process where memory does not suffice (one cell at XFD1048576 asks for 550 GB),
holds 2 GB for a million rows, and would keep other users' pages waiting for the interpreter.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import msgspec
import numpy as np
import pyarrow as pa

from ttpv.readers.dossiers.columns import read_columns
from ttpv.readers.dossiers.raw import Done, OpenList, RawRows, Unreadable, beside_form
from ttpv.readers.dossiers.row_reader import (
    BESIDE_FORM,
    HEADLESS,
    SEPARATOR,
    TWO_LISTS,
    Found,
    Request,
)
from ttpv.readers.dossiers.sheet_marks import find_workbook_marks
from ttpv.readers.dossiers.unpacked import check_unpacked
from ttpv.reference import DossierLayout, Layout

ROOT = Path(__file__).parents[3]
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOOK_SECONDS = 0.2
_ENDS = {TWO_LISTS: "dossier_two_lists", HEADLESS: "dossier_sheet_headless"}

Process = subprocess.Popen[bytes]


def is_workbook(head: bytes) -> bool:
    return head.startswith((b"PK", _OLE))


@contextmanager
def open_workbook(
    source: bytes | Path,
    layout: DossierLayout,
    forms: tuple[Layout, ...],
    look: Callable[[Done], None],
) -> Iterator[OpenList | None]:
    """The list in a workbook; None where it is none. Opening and reading raise Unreadable.

    `look` is called while the workbook is opened (twenty seconds for a million rows), and may raise
    to stop it.
    """
    check_unpacked(source)
    with _row_reader() as process:
        Thread(target=_send, args=(process, source, layout, forms), daemon=True).start()
        line = _await_line(process, look)
        if not line:
            _check_end(process)
            yield None
            return
        found = msgspec.json.decode(line, type=Found)
        progress = [0]
        total = found.height - found.header.body + 1

        def done() -> Done:
            return Done(progress[0], max(total, progress[0]), "rows")

        rows = _read_rows(process, found, layout, progress)
        # Beside the reading of the rows, which waits for the row reader most of the time. Whoever
        # cancels does not wait for the search.
        searcher = ThreadPoolExecutor(max_workers=1)
        marks = searcher.submit(find_workbook_marks, source, found.name)
        searcher.shutdown(wait=False)
        yield OpenList(
            found.name,
            found.header,
            rows,
            done,
            [],
            found.below_form,
            is_hidden=found.is_hidden,
            marks=marks.result,
        )


@contextmanager
def _row_reader() -> Iterator[Process]:
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "ttpv.readers.dossiers.row_reader"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _send(
    process: Process, source: bytes | Path, layout: DossierLayout, forms: tuple[Layout, ...]
) -> None:
    assert process.stdin is not None
    if isinstance(source, Path):
        request = Request(layout, forms, source.stat().st_size, str(source.absolute()))
    else:
        request = Request(layout, forms, len(source), None)
    try:
        with process.stdin as pipe:
            pipe.write(msgspec.json.encode(request) + b"\n")
            if isinstance(source, bytes):
                pipe.write(source)
    except (OSError, ValueError):  # the row reader has ended: its exit code says why
        pass


def _await_line(process: Process, look: Callable[[Done], None]) -> bytes:
    assert process.stdout is not None
    lines: list[bytes] = []
    reader = Thread(target=lambda pipe: lines.append(pipe.readline()), args=(process.stdout,))
    reader.start()
    try:
        while reader.is_alive():
            look(Done(0, None, "rows"))
            reader.join(_LOOK_SECONDS)
    finally:
        if reader.is_alive():
            process.kill()  # its end is the line's
            reader.join()
    return lines[0]


def _check_end(process: Process, found: Found | None = None) -> None:
    """Raises Unreadable where the row reader did not end well."""
    code = process.wait()
    if code == BESIDE_FORM and found is not None:
        raise beside_form(found.name)
    if code:
        raise Unreadable(_ENDS.get(code, "dossier_reader_ended"))


def _read_rows(
    process: Process, found: Found, layout: DossierLayout, progress: list[int]
) -> Iterator[RawRows]:
    at = found.header.body
    places = {column: place for place, column in enumerate(found.header.columns)}
    try:
        for columns in read_columns(
            process.stdout,
            places,
            layout,
            width=len(places),
            delimiter=SEPARATOR,
            is_quoted=False,
        ):
            numbers = np.arange(at, at + len(columns["code"]), dtype=np.int64)
            at += len(numbers)
            progress[0] += len(numbers)
            yield RawRows(numbers, columns)
    # Cut off in the middle of a row. Nothing is kept of the sentence, which quotes the row.
    except (pa.ArrowException, UnicodeError, ValueError):
        is_cut = True
    else:
        is_cut = False
    _check_end(process, found)
    if is_cut:
        raise Unreadable("dossier_reader_ended")
