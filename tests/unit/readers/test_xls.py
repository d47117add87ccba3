"""Old .xls: what xlrd must not be given, and code pages."""

import struct
import tracemalloc

import pytest

from tests.containers import biff, ole
from ttpv.readers.cell_count import MAX_CELLS
from ttpv.readers.sheets import read_sheets
from ttpv.readers.xls import MAX_XLS_MB

Record = tuple[int, bytes]

FONT: Record = (0x31, struct.pack("<5H8B", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 5, 0, 0, 0)[:14])
XF: Record = (0xE0, bytes(20))
END: Record = (0x0A, b"")


def number(row: int, column: int, value: float) -> Record:
    return (0x203, struct.pack("<3Hd", row, column, 0, value))


def xls(cells: list[Record], more: list[Record] | None = None) -> bytes:
    """A book of BIFF 8 with one sheet."""
    globals_: list[Record] = [bof(0x600, 5), (0x42, struct.pack("<H", 1200)), XF, *(more or [])]
    start = len(biff(*globals_)) + 4 + 9 + 4
    globals_ += [(0x85, struct.pack("<IHBB", start, 0, 1, 0) + b"S"), END]
    return ole(Workbook=biff(*globals_, bof(0x600, 0x10), *cells, END))


def bof(version: int, kind: int) -> Record:
    return (
        0x809,
        struct.pack("<HHHHII", version, kind, 0, 0, 0, 0)[: 16 if version > 0x500 else 8],
    )


def test_a_small_book():
    (sheet,), issues = read_sheets(xls([number(1, 2, 30816.0)]), "x.xls")
    assert not issues
    assert (sheet.name, sheet.cell(2, 3).text) == ("S", "30816")


@pytest.mark.parametrize(
    "cells",
    [
        [(0xBE, struct.pack("<HH", row, 0) + bytes(2 * 256 + 2)) for row in range(1_200)],
        [(0xBD, struct.pack("<HH", row, 0) + bytes(6 * 256 + 2)) for row in range(1_200)],
        [(0x1B8, struct.pack("<4H", 0, 65535, 0, 255) + bytes(24))],
        [XF] * (MAX_CELLS // 10 + 1),
    ],
    ids=["blanks in a row", "numbers in a row", "a link over the sheet", "styles"],
)
def test_too_many_are_refused_before_xlrd_makes_them(cells: list[Record]):
    content = xls(cells)
    tracemalloc.start()
    sheets, issues = read_sheets(content, "x.xls")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sheets, [issue.code for issue in issues]) == ([], ["file_too_many_cells"])
    assert peak < 4 * len(content) + 10_000_000


def test_texts_without_end_are_refused():
    shared = (0xFC, struct.pack("<II", 10, 2_000_000_000))
    assert [i.code for i in read_sheets(xls([], [shared]), "x")[1]] == ["file_too_many_cells"]


def test_a_large_file_is_refused():
    content = biff(bof(0x500, 5)) + bytes(MAX_XLS_MB * 1_000_000)
    assert [issue.code for issue in read_sheets(content, "x.xls")[1]] == ["file_too_large"]


def test_a_stray_cell_in_the_last_place_costs_little():
    tracemalloc.start()
    (sheet,), _ = read_sheets(xls([number(65535, 255, 1.0)]), "x.xls")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sheet.cell(65536, 256).text == "1"
    assert peak < 50_000_000


@pytest.mark.parametrize("codepage", [1258, None])
def test_old_code_pages(codepage: int | None):
    """Excel 5 stored bytes of a code page; one that names none is read as Vietnamese Windows'."""
    words = "Sở Tài chính"
    encoded = b"S\xf5\xd2 T\xe0i chi\xecnh"
    named = [] if codepage is None else [(0x42, struct.pack("<H", codepage))]
    globals_: list[Record] = [bof(0x500, 5), *named, (0xE0, bytes(16))]
    start = len(biff(*globals_)) + 4 + 8 + 4
    globals_ += [(0x85, struct.pack("<IHB", start, 0, 1) + b"S"), END]
    label = (0x204, struct.pack("<4H", 0, 0, 0, len(encoded)) + encoded)
    book = ole(Book=biff(*globals_, bof(0x500, 0x10), label, END))
    (sheet,), issues = read_sheets(book, "x.xls")
    assert not issues
    assert sheet.cell(1, 1).text == words
