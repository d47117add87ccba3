"""Old fonts on sheets of any format: every text is converted, and it is said."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from tests.dress import ANNEX_1, ANNEX_2, Style, dressed, expected, figures, saved
from tests.dress_text import to_legacy
from ttpv.core.legacy import TABLES
from ttpv.readers import read_export
from ttpv.readers.legacy import decode_legacy
from ttpv.readers.sheet import Sheet, SheetCell
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
legacies = pytest.mark.parametrize("legacy", list(TABLES))


def rewritten(content: bytes, legacy, *, except_for: str = "") -> bytes:
    """A workbook whose texts are glyphs of an old font, but those that hold a word."""
    book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and not (except_for and except_for in cell.value):
                    cell.value = to_legacy(cell.value, legacy)
    return saved(book)


@legacies
@pytest.mark.parametrize("style", [Style(), Style(counts="dots", numbering="none")])
def test_a_workbook_in_an_old_font(legacy, style: Style, reference: Reference):
    content = rewritten(dressed(ANNEX_1, ANNEX_2, style=style), legacy)
    found = read_export(content, "cu.xlsx", reference, today=TODAY)
    assert [(i.code, i.severity, i.sheet) for i in found.issues] == [
        ("charset_legacy", "warning", "Phụ lục I"),
        ("charset_legacy", "warning", "Phụ lục II"),
    ]
    assert legacy in found.issues[0].message
    for table, annex in zip(found.tables, (ANNEX_1, ANNEX_2), strict=True):
        assert figures(table) == expected(annex, reference)


@legacies
def test_names_typed_in_unicode_into_an_old_template(legacy, reference: Reference):
    content = rewritten(dressed(ANNEX_1), legacy, except_for="Sở")
    found = read_export(content, "cu.xlsx", reference, today=TODAY)
    assert {issue.code for issue in found.issues} == {"charset_legacy"}
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def test_a_title_sheet_follows_the_others(reference: Reference):
    """Two old words alone would not be enough."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(period=None))))
    book.create_sheet("Bìa", 0)["A1"] = "Từ 01/01/2023 đến 25/12/2023"
    content = rewritten(saved(book), "TCVN3")
    found = read_export(content, "cu.xlsx", reference, today=TODAY)
    assert {issue.code for issue in found.issues} == {"charset_legacy"}
    assert figures(found.tables[0]) == expected(ANNEX_2, reference)


def test_an_unknown_file_says_its_old_font_as_well(reference: Reference):
    book = Workbook()
    for row, text in enumerate(["Sở Tài chính", "Sở Y tế", "Số lượng hồ sơ đã giải quyết"], 1):
        book.active.cell(row, 1).value = to_legacy(text, "VNI")
    found = read_export(saved(book), "cu.xlsx", reference, today=TODAY)
    assert [issue.code for issue in found.issues] == ["charset_legacy", "form_unknown"]


def test_numbers_and_formats_stay():
    number = SheetCell(0.662, "0.0%")
    cells = {1: SheetCell("Së Tµi chÝnh tØnh B×nh §Þnh"), 2: number, 3: SheetCell("30.816")}
    sheet, legacy = decode_legacy(Sheet("cu.xlsx", "1", {5: cells}, {(6, 1): (5, 1)}))
    assert legacy == "TCVN3"
    assert sheet.rows[5] == {1: SheetCell("Sở Tài chính tỉnh Bình Định"), 2: number, 3: cells[3]}
    assert sheet.merged == {(6, 1): (5, 1)}


def test_unicode_sheets_are_the_same_objects():
    sheet = Sheet("moi.xlsx", "1", {1: {1: SheetCell("Sở Tài chính")}, 2: {1: SheetCell("Sè")}})
    assert decode_legacy(sheet) == (sheet, None)
    assert decode_legacy(sheet)[0] is sheet
