"""Texts in several fonts inside one cell of a workbook: marks, and what is struck through."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.dress import ANNEX_2, dressed, expected, figures, saved
from ttpv.readers import read_export
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)


def raised(text: str) -> TextBlock:
    return TextBlock(InlineFont(vertAlign="superscript"), text)


def struck(text: str) -> TextBlock:
    return TextBlock(InlineFont(strike=True), text)


def read(cell: str, value: object, reference: Reference, font: Font | None = None):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2)))
    book.active[cell] = value
    if font:
        book.active[cell].font = font
    return read_export(saved(book), "x.xlsx", reference, today=TODAY)


def online(found) -> int | None:
    return found.tables[0].rows[0].figures["online_transactions"]


@pytest.mark.parametrize(
    ("value", "count", "codes"),
    [
        (CellRichText("1.234", raised("1")), 1_234, []),
        (CellRichText(TextBlock(InlineFont(b=True), "1"), "34"), 134, []),
        (CellRichText(raised("12"), raised("3")), 123, []),
        (CellRichText(struck("100"), "120"), 120, ["text_struck"]),
        (CellRichText(struck("100")), None, ["figure_missing", "text_struck"]),
        ("1.234¹", None, ["count_not_number"]),
    ],
)
def test_marks_and_struck_text_are_no_digits(value, count, codes, reference: Reference):
    found = read("C12", value, reference)
    assert online(found) == count
    assert [issue.code for issue in found.issues] == codes


def test_a_mark_on_a_name_is_no_other_name(reference: Reference):
    name = load_workbook(io.BytesIO(dressed(ANNEX_2))).active["B12"].value
    found = read("B12", CellRichText(name, raised("(2)")), reference)
    assert found.issues == ()
    assert figures(found.tables[0]) == expected(ANNEX_2, reference)


def test_a_cell_struck_as_a_whole_is_blank_and_said(reference: Reference):
    found = read("C12", 77, reference, Font(strike=True))
    assert online(found) is None
    assert [issue.code for issue in found.issues] == ["figure_missing", "text_struck"]
    assert "ở 1 ô (C12)" in found.issues[1].message


def test_a_blank_cell_in_a_struck_font_says_nothing(reference: Reference):
    found = read("H12", None, reference, Font(strike=True))
    assert found.issues == ()
