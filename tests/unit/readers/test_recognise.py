"""Which form is this? Ours in many prints, and never another form for ours."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from tests.dress import ANNEX_1, ANNEX_2, Style, dress, dressed, expected, figures, saved
from ttpv.readers import read_export
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)

# Form II.06a/VPCP: 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, and 5 is what came by post.
II_06A = {
    "3": "(3)=(4)+(5)+(6)",
    "7": "(7)=(8)+(9)+(10)",
    "11": "(11)=(12)+(13)",
}


def read(content: bytes, reference: Reference):
    return read_export(content, "xuat.xlsx", reference, today=TODAY)


def changed(cells: dict[str, object], style: Style | None = None) -> bytes:
    """Annex I in plain dress (numbering row 13) with cells changed."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_1, style=style)))
    for name, value in cells.items():
        book.active[name] = value
    return saved(book)


def form_ii_06a(numbers: list[object], received: str) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
    sheet["A2"] = "(Từ ngày 01/01/2023 đến ngày 25/12/2023)"
    sheet["C4"], sheet["G4"] = "Số lượng hồ sơ tiếp nhận", "Số lượng hồ sơ đã giải quyết"
    header = ["STT", "Cơ quan", "Tổng số", f"{received}: trực tuyến", f"{received}: trực tiếp"]
    header += ["Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"]
    header += ["Tổng số", "Trong hạn", "Quá hạn"]
    rows = [
        [1, "Sở Y tế", 100, 60, 30, 10, 90, 40, 45, 5, 10, 9, 1],
        [2, "Sở Tư pháp", 200, 90, 90, 20, 150, 70, 70, 10, 50, 45, 5],
    ]
    for offset, values in enumerate([header, numbers, *rows], 5):
        for column, value in enumerate(values, 1):
            sheet.cell(offset, column, value)
    return saved(book)


@pytest.mark.parametrize("received", ["Trong kỳ", "Kỳ này"])
@pytest.mark.parametrize("printed", [{"3"}, {"7"}, {"11", "7"}, {"3", "7", "11"}])
def test_form_ii_06a_is_not_annex_1(printed: set[str], received: str, reference: Reference):
    """One printed sum tells the forms apart, whatever the header says."""
    numbers = [
        II_06A[str(number)] if str(number) in printed else f"({number})" for number in range(1, 14)
    ]
    found = read(form_ii_06a(numbers, received), reference)
    assert ([i.code for i in found.issues], found.forms) == ([], ("ii-06a",))
    health, justice = found.tables[0].rows
    assert health.figures == {
        "received": 100,
        "received_online": 60,
        "received_direct": 30,
        "carried_over": 10,
        "resolved": 90,
        "resolved_early": 40,
        "resolved_just_in_time": 45,
        "resolved_late": 5,
        "pending": 10,
        "pending_in_time": 9,
        "pending_overdue": 1,
        "received_new": 60 + 30,
        "resolved_on_time": 40 + 45,
    }
    assert (justice.department, justice.figures["received_new"]) == ("so-tu-phap", 180)


def test_form_ii_06a_without_printed_sums(reference: Reference):
    """Nothing but (1) … (13): the header's words tell it from annex I, which has these, too."""
    numbers: list[object] = [f"({number})" for number in range(1, 14)]
    found = read(form_ii_06a(numbers, "Trong kỳ"), reference)
    assert ([i.code for i in found.issues], found.forms) == ([], ("ii-06a",))


PLAIN = ["Đơn vị", "Đúng hạn", "Trễ hạn", "Tiếp nhận mới", "Trực tuyến", "Đã giải quyết", "Ghi chú"]


@pytest.mark.parametrize("numbers", [False, True])
def test_a_plain_table(numbers: bool, reference: Reference):
    """One header row, columns in any order, one of ours unknown; numbers below it say nothing."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "Kết quả giải quyết hồ sơ từ ngày 01/01/2023 đến ngày 31/01/2023"
    rows = [["Sở Y tế", 80, 5, 100, "60", 85, "x"], ["Tổng cộng", 80, 5, 100, 60, 85, None]]
    for offset, values in enumerate([PLAIN, *([[*range(1, 8)]] if numbers else []), *rows], 3):
        for column, value in enumerate(values, 1):
            sheet.cell(offset, column, value)
    found = read(saved(book), reference)
    assert (found.forms, {i.code for i in found.issues}) == (("plain",), {"column_absent"})
    assert found.tables[0].rows[0].figures == {
        "received_new": 100,
        "received_online": 60,
        "resolved": 85,
        "resolved_on_time": 80,
        "resolved_late": 5,
    }
    assert found.tables[0].total is not None


@pytest.mark.parametrize(
    ("heads", "figures"),
    [
        # late ones were published as open and overdue
        (["Đúng hạn", "Quá hạn"], {"resolved_on_time": 8}),
        (["Trong hạn", "Quá hạn"], {}),
        # 3 + 5 in time were published as 5
        (["Trước hạn", "Đúng hạn", "Trễ hạn"], {"resolved_late": 1}),
        (
            ["Đang giải quyết trong hạn", "Đang giải quyết quá hạn"],
            {"pending_in_time": 8, "pending_overdue": 1},
        ),
    ],
)
def test_headers_of_a_plain_table_that_mean_two_things_are_no_column(
    heads: list[str], figures: dict[str, int], reference: Reference
):
    book = Workbook()
    book.active.append(["Kết quả từ ngày 01/01/2023 đến ngày 31/01/2023"])
    book.active.append(["Cơ quan", "Tiếp nhận mới", "Đã giải quyết", *heads])
    book.active.append(["Sở Y tế", 10, 9, *([8, 1] if len(heads) == 2 else [3, 5, 1])])
    found = read(saved(book), reference)
    assert {i.code for i in found.issues} == {"column_absent"}
    known = {"received_new": 10, "resolved": 9} | figures
    row = found.tables[0].rows[0].figures
    assert row == known


def test_a_comparison_of_two_periods_is_not_an_opening_stock(reference: Reference):
    """ "Kỳ trước" alone is the period before, not what was carried over from it."""
    book = Workbook()
    book.active.append(["Kết quả từ ngày 01/01/2023 đến ngày 31/01/2023"])
    book.active.append(["Cơ quan", "Kỳ này", "Kỳ trước", "Đã giải quyết"])
    book.active.append(["Sở Y tế", 10, 20, 9])
    assert [i.code for i in read(saved(book), reference).issues] == ["form_unknown"]


def test_annex_1_without_numbers_is_not_a_plain_table(reference: Reference):
    found = read(dressed(ANNEX_1, style=Style(numbering="none")), reference)
    assert found.forms == ("annex-1",)


def test_the_same_numbers_under_other_headers_are_another_form(reference: Reference):
    """A table of 1, 2, 3, 4, 5, 6 is annex II only where it speaks of transactions and money."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_2)))
    for row in (9, 10):
        for column in range(3, 7):
            for area in list(book.active.merged_cells.ranges):
                book.active.unmerge_cells(str(area))
            book.active.cell(row, column).value = "Số lượng"
    book.active["A6"] = None
    assert [i.code for i in read(saved(book), reference).issues] == ["form_unknown"]


def test_a_book_of_other_tables_is_refused(reference: Reference):
    book = Workbook()
    for row in range(1, 40):
        for column in range(1, 12):
            book.active.cell(row, column, row * column)
    assert [i.code for i in read(saved(book), reference).issues] == ["form_unknown"]


@pytest.mark.parametrize(
    "cells",
    [
        {"M13": "13=5/4*100"},
        {"M13": "13=(5/4)x100%"},
        {"M13": "(13)=(5)/(4)*100%"},
        {"C13": "(3) = (4) + (6)", "G13": "(7)=(8)+(9)", "J13": "10=11+12"},
        {"C13": 3, "M13": 13},
    ],
)
def test_the_form_s_own_formulas(cells: dict[str, object], reference: Reference):
    found = read(changed(cells), reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


@pytest.mark.parametrize(
    "cells", [{"M13": "13=4/5"}, {"M13": "13=5/3"}, {"C13": "3=7+9"}, {"G13": "7=8+9+10"}]
)
def test_a_foreign_formula_is_a_foreign_form(cells: dict[str, object], reference: Reference):
    assert [i.code for i in read(changed(cells), reference).issues] == ["form_unknown"]


@pytest.mark.parametrize("first", ["plain", "none"])
@pytest.mark.parametrize("second", ["plain", "none"])
def test_each_of_two_forms_has_its_own_way(first, second, reference: Reference):
    """Annex II without a numbering row stands below one that has it, or the other way round."""
    book = Workbook()
    last = dress(book.active, ANNEX_1, Style(numbering=first))
    dress(book.active, ANNEX_2, Style(top=last + 6, numbering=second, period=None))
    found = read(saved(book), reference)
    assert not found.issues
    assert [table.form for table in found.tables] == ["annex-1", "annex-2"]
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)
    assert figures(found.tables[1]) == expected(ANNEX_2, reference)


def test_two_forms_side_by_side_are_refused(reference: Reference):
    """Their numbers share a row; which belongs to which is not ours to say."""
    book = Workbook()
    dress(book.active, ANNEX_1, Style())
    dress(book.active, ANNEX_2, Style(left=20))
    assert "column_twice" in {i.code for i in read(saved(book), reference).issues}


def test_without_numbers_a_missing_column_hides_the_form(reference: Reference):
    """Then nothing says which columns these are: refused, not read by position."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(numbering="none"))))
    book.active["F10"] = "Ghi chú"
    assert [i.code for i in read(saved(book), reference).issues] == ["form_unknown"]


@pytest.mark.parametrize("numbering", ["plain", "none"])
def test_rates_may_be_missing(numbering: str, reference: Reference):
    """The counts stand without the rates; that these are missing is said, column by column."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_1, style=Style(numbering=numbering))))
    for area in list(book.active.merged_cells.ranges):
        if area.min_col >= 13:
            book.active.unmerge_cells(str(area))
    book.active.delete_cols(13, 5)
    found = read(saved(book), reference)
    assert [issue.code for issue in found.issues] == ["column_absent"] * 5
    counts = {
        department: {f: v for f, v in row.items() if f not in reference.rates}
        for department, row in expected(ANNEX_1, reference).items()
    }
    assert figures(found.tables[0]) == counts
    assert set(found.tables[0].fields) == set(counts[None])


def test_a_table_without_ordinals(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_1)))
    for row in book.active.iter_rows(min_row=13, max_col=1):
        row[0].value = None
    found = read(saved(book), reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def test_slips_of_the_pen_in_the_header(reference: Reference):
    """ "Kỳ trước chuyên sang", as the report of 2023 has it on its first page."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_1, style=Style(numbering="none"))))
    book.active["F11"] = "Kỳ trước chuyên  sang"
    book.active["E11"] = "HỒ SƠ TIẾP\u00a0NHẬN\nTRỰC TUYẾN"
    found = read(saved(book), reference)
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)
