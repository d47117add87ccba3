"""What only .xlsb has: parts of binary records."""

import struct
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from tests.containers import record, repacked, text, xlsb
from ttpv.readers.sheets import read_sheets

SHEET = "xl/worksheets/sheet1.bin"
DATA_END = record(0x0192)


def book(*rows: list[object]) -> Workbook:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    return made


def planted(records: bytes) -> bytes:
    """A sheet with these records behind its cells."""
    return repacked(
        xlsb(book(["a"])), {SHEET: lambda part: part.replace(DATA_END, records + DATA_END)}
    )


@pytest.mark.parametrize(
    "part", [SHEET, "xl/styles.bin", "xl/sharedStrings.bin", "xl/workbook.bin"]
)
def test_a_part_that_ends_early_is_damage(part: str):
    """pyxlsb just stops there: rows would be lost without a word."""
    content = xlsb(book(["một", "hai"], [1, 2.5]))
    for kept in (0, 10, 20):
        cut = repacked(content, {part: lambda data, kept=kept: data[:kept]})
        assert [i.code for i in read_sheets(cut, "x.xlsb")[1]] == ["file_damaged"]


def test_texts_in_the_cell_itself():
    """Not shared ones, plain and rich; pyxlsb knows neither."""
    head = struct.pack("<II", 1, 0)
    content = planted(
        record(0x00, struct.pack("<IIHHBI", 1, 0, 300, 0, 0, 0))
        + record(0x06, head + text("chữ"))
        + record(0x3E, struct.pack("<II", 2, 0) + b"\x01" + text("đậm") + bytes(8))
        + record(0x08, struct.pack("<II", 3, 0) + text("tính") + bytes(10))
        + record(0x0A, struct.pack("<II", 4, 0) + b"\x01" + bytes(10))
        + record(0x09, struct.pack("<IId", 5, 0, 66.2) + bytes(10))
    )
    (sheet,), issues = read_sheets(content, "x.xlsb")
    assert not issues
    assert [sheet.cell(2, c).value for c in range(2, 7)] == ["chữ", "đậm", "tính", True, 66.2]


def test_numbers_and_days():
    made = book([45285.0, 30816, -7, 0.5, 1 << 40])
    made.active["A1"].number_format = "dd/mm/yyyy"
    (sheet,), _ = read_sheets(xlsb(made), "x.xlsb")
    values = [sheet.cell(1, column).value for column in range(1, 6)]
    assert isinstance(values[0], datetime)
    assert values[0].date() == date(2023, 12, 25)
    assert values[1:] == [30816, -7, 0.5, 1 << 40]

    def from_1904(part: bytes) -> bytes:
        return part.replace(record(0x0199, bytes(12)), record(0x0199, b"\x01" + bytes(11)))

    (sheet,), _ = read_sheets(repacked(xlsb(made), {"xl/workbook.bin": from_1904}), "x.xlsb")
    found = sheet.cell(1, 1).value
    assert isinstance(found, datetime)
    assert found.date() == date(2027, 12, 26)


def test_a_day_beyond_the_calendar_is_a_number():
    made = book([1e12])
    made.active["A1"].number_format = "dd/mm/yyyy"
    (sheet,), _ = read_sheets(xlsb(made), "x.xlsb")
    assert sheet.cell(1, 1).value == 1e12


@pytest.mark.parametrize(
    ("records", "code"),
    [
        (record(0x00, struct.pack("<IIHHBI", 0, 0, 300, 0, 0, 0)) * 300_001, "file_too_many_cells"),
        (record(0x02, struct.pack("<IIi", 20_000, 0, 6)), "file_damaged"),
        (record(0x02, struct.pack("<IIi", 5, 999, 6)), "file_damaged"),
        (record(0x07, struct.pack("<III", 5, 0, 999)), "file_damaged"),
        (record(0x02, b"\0\0"), "file_damaged"),
    ],
    ids=["rows", "outside", "no such style", "no such text", "too short"],
)
def test_records_that_no_program_writes(records: bytes, code: str):
    assert [issue.code for issue in read_sheets(planted(records), "x.xlsb")[1]] == [code]


def test_a_range_merged_over_the_sheet_costs_nothing():
    whole = record(0x01B0, struct.pack("<4I", 0, 1_048_575, 0, 16_383))
    content = repacked(xlsb(book(["a"])), {SHEET: lambda part: part + whole})
    (sheet,), issues = read_sheets(content, "x.xlsb")
    assert (issues, sheet.merged) == ([], {})
