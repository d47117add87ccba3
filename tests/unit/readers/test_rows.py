"""Which rows are departments, which is Σ, which are neither; nothing is dropped without a word."""

import io
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from tests.dress import ANNEX_1, ANNEX_2, Style, dress, dressed, expected, figures, saved
from ttpv.readers import ExportRead, read_export
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
FIRST, TOTAL = 14, 32  # annex I in plain dress: departments in rows 14–31, Σ in 32
FIGURES = range(3, 18)

Edit = Callable[[Worksheet], object]


def read(edit: Edit, reference: Reference, style: Style | None = None) -> ExportRead:
    """Annex I in plain dress, edited, read back."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_1, style=style)))
    edit(book.active)
    return read_export(saved(book), "xuat.xlsx", reference, today=TODAY)


def found_codes(found: ExportRead) -> list[str]:
    return [issue.code for issue in found.issues]


def fill(sheet: Worksheet, row: int, value: object, name: str | None = None) -> None:
    for column in FIGURES:
        sheet.cell(row, column).value = value
    if name is not None:
        sheet.cell(row, 2).value = name


@pytest.mark.parametrize(
    "labels",
    [
        ("Σ", None),
        ("∑", None),  # the sign for sums, which most keyboards give
        ("∑", "Tổng số"),
        (None, "TỔNG CỘNG:"),
        ("Tổng cộng", None),
        (None, unicodedata.normalize("NFD", "Tổng số")),
        (None, "Tổng\u00a0số"),
        ("", "Cộng"),
    ],
)
def test_the_total_under_its_many_names(labels, reference: Reference):
    found = read(lambda sheet: None, reference, Style(total_labels=labels))
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


@pytest.mark.parametrize("value", ["=SUM(C14:C31)", "#REF!"])
def test_a_total_that_holds_no_number_is_still_the_total(value: str, reference: Reference):
    """Passing it over would say that the form has no total, or publish without it."""
    found = read(lambda sheet: fill(sheet, TOTAL, value), reference)
    codes = ["row_formulas"] if value.startswith("=") else ["cell_error"] * len(FIGURES)
    assert found_codes(found) == codes
    assert {issue.row for issue in found.issues} == {TOTAL}


@pytest.mark.parametrize("value", [5, "5", -5, 5.5, "-", "#N/A", "=C1+C2"])
def test_an_unknown_name_beside_anything_like_a_figure(value: object, reference: Reference):
    found = read(lambda sheet: fill(sheet, 15, value, "Sở Lạ"), reference)
    (issue,) = (i for i in found.issues if i.code == "department_unknown")
    assert (issue.value, issue.column, issue.row) == ("Sở Lạ", "B", 15)


@pytest.mark.parametrize(
    "name",
    ["SỞ CÔNG THƯƠNG", "Sở  Công\u00a0Thương", "Sở Công\nThương", "so cong thuong", "Sở CT"],
)
def test_a_name_as_people_write_it(name: str, reference: Reference):
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, name)
        found = read(lambda sheet, name=written: sheet.__setitem__("B15", name), reference)
        assert not found.issues
        assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def test_departments_among_the_recipients_are_no_rows(reference: Reference):
    """ "Nơi nhận: - Sở Y tế;" below the table; Sở Y tế stands in it, or is the one that lacks."""

    def name_recipients(sheet: Worksheet) -> None:
        row = next(r for r in range(1, 60) if sheet.cell(r, 2).value == "Nơi nhận:")
        sheet.cell(row + 2, 2).value = "- Sở Y tế;"

    found = read(name_recipients, reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)

    def drop_and_name(sheet: Worksheet) -> None:
        name_recipients(sheet)
        sheet.delete_rows(31)

    found = read(drop_and_name, reference)
    assert not found.issues
    assert len(found.tables[0].rows) == 17


@pytest.mark.parametrize(
    ("cells", "down", "listed"),
    [
        ({2: "Sở Y tế", 4: 12}, 3, "dòng {} (“Sở Y tế”)"),
        ({2: "Tổng cộng", 3: 12, 4: 13}, 3, "dòng {} (“Tổng cộng”)"),
        ({3: 12, 4: 13}, 12, "dòng {}."),
        ({2: "- Như trên;", 4: "-", 5: "-"}, 3, ""),
        ({2: "- Lưu: VT.", 9: "GIÁM ĐỐC", 12: 2}, 3, ""),
        ({9: 2}, 12, ""),  # a page number
    ],
)
def test_figures_below_the_recipients_are_said(cells, down: int, listed: str, reference: Reference):
    below: list[int] = []

    def add(sheet: Worksheet) -> None:
        row = next(r for r in range(1, 60) if sheet.cell(r, 2).value == "Nơi nhận:")
        below.append(row + down)
        for column, value in cells.items():
            sheet.cell(row + down, column).value = value

    found = read(add, reference)
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)
    assert [issue.code for issue in found.issues] == ["rows_passed_over"] * bool(listed)
    for issue in found.issues:
        assert issue.row == below[0]
        assert listed.format(below[0]) in issue.message


@pytest.mark.parametrize("label", ["Sở, ban, ngành", "SỞ, BAN, NGÀNH", "Cấp tỉnh"])
def test_a_group_s_subtotal_is_neither_department_nor_total(label: str, reference: Reference):
    def add_group(sheet: Worksheet) -> None:
        fill(sheet, FIRST, 99, label)
        sheet.cell(FIRST, 1).value = "I"

    found = read(add_group, reference, Style(groups=True))
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def test_a_number_alone_is_said_and_left_out(reference: Reference):
    found = read(lambda sheet: sheet.__setitem__("I34", 2), reference)
    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.value) == ("number_stray", "warning", "2")
    assert (issue.column, issue.row) == ("I", 34)
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def test_a_number_alone_makes_no_table(reference: Reference):
    book = Workbook()
    dress(book.active, ANNEX_2, Style(total="none", signature=False), rows=[[""] * 6])
    book.active["D14"] = 2
    found = read_export(saved(book), "xuat.xlsx", reference, today=TODAY)
    assert found_codes(found) == ["number_stray", "table_empty"]


def test_dashes_without_a_name_say_nothing(reference: Reference):
    found = read(lambda sheet: fill(sheet, 34, "-"), reference)
    assert not found.issues


def test_a_row_of_figures_without_a_name(reference: Reference):
    found = read(lambda sheet: fill(sheet, 34, 7), reference)
    (issue,) = found.issues
    assert (issue.code, issue.column, issue.row) == ("department_blank", "B", 34)


def test_a_blank_is_no_zero(reference: Reference):
    def blank(sheet: Worksheet) -> None:
        sheet["D15"], sheet["E15"], sheet["N15"], sheet["F15"] = None, "-", "", 0

    found = read(blank, reference)
    row = figures(found.tables[0])["so-cong-thuong"]
    assert [row[f] for f in ("received_new", "received_online", "online_payment")] == [None] * 3
    assert row["carried_over"] == 0
    codes = {(issue.code, issue.column, issue.severity) for issue in found.issues}
    assert codes == {
        ("figure_missing", "D", "warning"),
        ("cell_dash", "E", "warning"),
        ("figure_missing", "N", "warning"),
    }


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("D15", True, "count_not_number"),
        ("D15", datetime(2023, 5, 1), "count_not_number"),
        ("D15", 10**18, "count_too_large"),
        ("M15", True, "rate_not_number"),
        ("M15", datetime(2023, 5, 1), "rate_not_number"),
        ("M15", "=E15/D15", "cell_formula"),
        ("M15", ArrayFormula("M15", "=E15/D15"), "cell_formula"),
        ("M15", -0.5, "rate_out_of_range"),
        ("M15", "#VALUE!", "cell_error"),
    ],
)
def test_what_is_no_figure(cell: str, value: object, code: str, reference: Reference):
    found = read(lambda sheet: sheet.__setitem__(cell, value), reference)
    (issue,) = found.issues
    assert (issue.code, f"{issue.column}{issue.row}", issue.severity) == (code, cell, "error")
    assert cell in issue.message
    assert "object" not in issue.message


def test_every_wrong_cell_is_said_at_once(reference: Reference):
    """Not one upload for each mistake."""

    def spoil(sheet: Worksheet) -> None:
        for row in range(FIRST, FIRST + 5):
            sheet.cell(row, 4).value = "abc"

    assert [issue.row for issue in read(spoil, reference).issues] == [*range(FIRST, FIRST + 5)]


def test_hidden_rows_count_and_what_is_hidden_is_said(reference: Reference):
    """A filter that hides departments does not take them out of the total."""

    def hide_rows(sheet: Worksheet) -> None:
        for row in range(16, 22):
            sheet.row_dimensions[row].hidden = True

    found = read(hide_rows, reference)
    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.row) == ("rows_hidden", "warning", 16)
    assert "6 dòng đang ẩn (16–21)" in issue.message
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)

    def hide_sheet(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"
        sheet.parent.create_sheet("Ghi chú")

    found = read(hide_sheet, reference)
    assert [(i.code, i.severity, i.sheet) for i in found.issues] == [
        ("sheet_hidden", "warning", "Phụ lục I")
    ]
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def test_departments_are_those_of_the_period_s_last_day(reference: Reference):
    """ "Sở Tài chính" is one department before 01/03/2025 and another after."""
    for period, department in [
        ("Từ ngày 01/02/2025 đến ngày 28/02/2025", "so-tai-chinh"),
        ("Từ ngày 01/03/2025 đến ngày 31/03/2025", "so-tai-chinh-2025"),
    ]:
        book = Workbook()
        rows = [["1", "Sở Tài chính", *["1"] * 4], ["", "Tổng cộng", *["1"] * 4]]
        dress(book.active, ANNEX_2, Style(period=period), rows=rows)
        found = read_export(saved(book), "x.xlsx", reference, today=date(2025, 4, 1))
        assert [row.department for row in found.tables[0].rows] == [department]


def test_a_department_that_is_no_more(reference: Reference):
    style = Style(period="Từ ngày 01/03/2025 đến ngày 31/03/2025")
    book = Workbook()
    rows = [["1", "Sở Du lịch", *["1"] * 4], ["", "Tổng cộng", *["1"] * 4]]
    dress(book.active, ANNEX_2, style, rows=rows)
    found = read_export(saved(book), "x.xlsx", reference, today=date(2025, 4, 1))
    assert found_codes(found) == ["department_unknown"]
