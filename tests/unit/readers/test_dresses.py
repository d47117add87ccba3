"""The figures of 2023 out of every dress that an export can wear, equal to the digit."""

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.dress import (
    ANNEX_1,
    ANNEX_2,
    FORMS,
    Style,
    dress,
    dressed,
    expected,
    figures,
    rows_of,
    saved,
)
from ttpv.core.periods import parse_period
from ttpv.readers import ExportRead, read_export
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
YEAR = parse_period("2023-01-01..2023-12-25")

DRESSES = {
    "as the report prints it": Style(),
    "anywhere on the sheet": Style(top=40, left=7),
    "numbers in brackets": Style(numbering="brackets"),
    "formulas with brackets": Style(numbering="formulas"),
    "numbering as text": Style(numbering="text", italic=True),
    "numbering with spaces": Style(numbering="spaced"),
    "numbering as floats": Style(numbering="float"),
    "counts as text with points": Style(counts="dots", rates="comma"),
    "counts as text with commas": Style(counts="commas", rates="point"),
    "counts with spaces": Style(counts="spaces", rates="comma %"),
    "counts as digits": Style(counts="digits", rates="point%"),
    "rates as fractions": Style(counts="float", rates="fraction"),
    "broken over pages": Style(break_after=13, page_numbers=True),
    "only numbers repeated": Style(break_after=13, repeated="numbers"),
    "header one cell too far left": Style(shifted=True, break_after=13),
    "total above": Style(total="first"),
    "groups": Style(groups=True),
    "decomposed accents": Style(decomposed=True),
    "unmerged header": Style(merged=False),
    "no numbering row": Style(numbering="none"),
    "no numbering row, unmerged": Style(numbering="none", merged=False),
    "total named Tổng cộng": Style(total_labels=(None, "Tổng cộng")),
    "total in the first column": Style(total_labels=("TỔNG SỐ", None)),
}


def read(content: bytes, reference: Reference, **options) -> ExportRead:
    return read_export(content, "xuat.xlsx", reference, today=TODAY, **options)


@pytest.mark.parametrize("style", DRESSES.values(), ids=DRESSES.keys())
def test_every_dress_holds_the_same_figures(style: Style, reference: Reference):
    found = read(dressed(ANNEX_1, ANNEX_2, style=style), reference)
    assert {issue.code for issue in found.issues} <= {"number_stray"}
    assert [table.form for table in found.tables] == ["annex-1", "annex-2"]
    for table, annex in zip(found.tables, (ANNEX_1, ANNEX_2), strict=True):
        assert table.period == YEAR
        assert figures(table) == expected(annex, reference)


@pytest.mark.parametrize("annex", [ANNEX_1, ANNEX_2], ids=["annex I", "annex II"])
@pytest.mark.parametrize("numbering", ["plain", "none"])
def test_columns_may_stand_in_any_order(annex, numbering, reference: Reference):
    count = len(annex.widths)
    style = Style(order=[2, 1, *range(count, 2, -1)], numbering=numbering, merged=False)
    found = read(dressed(annex, style=style), reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(annex, reference)


def test_both_annexes_on_one_sheet(reference: Reference):
    book = Workbook()
    last = dress(book.active, ANNEX_1, Style())
    dress(book.active, ANNEX_2, Style(top=last + 8))
    found = read(saved(book), reference)
    assert not found.issues
    assert [figures(table) for table in found.tables] == [
        expected(ANNEX_1, reference),
        expected(ANNEX_2, reference),
    ]


@settings(max_examples=25)
@given(
    top=st.integers(4, 60),
    left=st.integers(1, 30),
    counts=st.sampled_from(["number", "float", "dots", "commas", "spaces", "digits"]),
    rates=st.sampled_from(["number", "comma", "point", "comma %", "point%", "fraction"]),
    numbering=st.sampled_from(["plain", "text", "brackets", "formulas", "spaced", "none"]),
    break_after=st.one_of(st.none(), st.integers(1, 17)),
    annex=st.sampled_from([ANNEX_1, ANNEX_2]),
    data=st.data(),
)
def test_any_dress_is_read_back(
    top, left, counts, rates, numbering, break_after, annex, data, reference: Reference
):
    order = data.draw(st.permutations(range(1, len(annex.widths) + 1)))
    style = Style(
        top=top,
        left=left,
        counts=counts,
        rates=rates,
        numbering=numbering,
        order=order,
        merged=False,
        break_after=break_after if numbering != "none" else None,
        signature=False,
    )
    found = read(dressed(annex, style=style), reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(annex, reference)


def test_other_sheets_are_passed_over(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_1)))
    book.create_sheet("Bìa", 0)["A1"] = "BÁO CÁO"
    book.create_sheet("Trống")
    found = read(saved(book), reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


# Periods


@pytest.mark.parametrize(
    "text",
    [
        "(Từ ngày 01/01/2023 đến ngày 25/12/2023)",
        "(từ ngày 01/01/2023 đến 25/12/2023)",
        "Từ 1/1/2023 đến 25/12/2023",
        "Từ ngày 01-01-2023 đến ngày 25.12.2023",
        "TỪ NGÀY 01 THÁNG 01 NĂM 2023 ĐẾN NGÀY 25 THÁNG 12 NĂM 2023",
        "Từ ngày 01/01/2023 đến hết ngày 25/12/2023",
    ],
)
def test_a_period_in_many_words(text: str, reference: Reference):
    found = read(dressed(ANNEX_2, style=Style(period=text)), reference)
    assert found.tables[0].period == YEAR


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Từ ngày 25/12/2023 đến ngày 01/01/2023", "period_reversed"),
        ("Từ ngày 31/02/2023 đến ngày 25/12/2023", "period_impossible"),
        ("Từ ngày 01/01/2024 đến ngày 31/01/2024", "period_future"),
        (None, "period_missing"),
        ("Năm 2023", "period_missing"),
    ],
)
def test_a_period_that_cannot_be(text, code, reference: Reference):
    found = read(dressed(ANNEX_2, style=Style(period=text)), reference)
    assert [issue.code for issue in found.issues] == [code]
    assert found.tables == ()
    assert found.forms == ("annex-2",)
    assert found.needs_period == (code == "period_missing")


def test_the_person_s_word_answers_and_overrules(reference: Reference):
    december = parse_period("2023-12-01..2023-12-31")
    asked = read(dressed(ANNEX_2, style=Style(period=None)), reference, period=december)
    assert (asked.tables[0].period, asked.issues) == (december, ())
    against = read(dressed(ANNEX_2), reference, period=december)
    assert against.tables[0].period == december
    assert [issue.code for issue in against.issues] == ["period_differs"]


def test_two_periods_above_a_table_are_asked_about(reference: Reference):
    style = Style(
        period="(Từ ngày 01/01/2023 đến ngày 25/12/2023, so với từ 01/01/2022 đến 25/12/2022)"
    )
    found = read(dressed(ANNEX_2, style=style), reference)
    assert [issue.code for issue in found.issues] == ["period_ambiguous"]
    assert found.needs_period


def test_a_note_below_the_table_is_not_its_period(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(period=None))))
    book.active["A60"] = "Ghi chú: chỉ tiêu 3 tính từ ngày 20/02/2023 đến ngày 25/12/2023."
    assert [i.code for i in read(saved(book), reference).issues] == ["period_missing"]


def test_a_cover_sheet_may_say_the_period(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(period=None))))
    book.create_sheet("Bìa", 0)["A1"] = "Từ ngày 01/01/2023 đến ngày 25/12/2023"
    assert read(saved(book), reference).tables[0].period == YEAR


def test_a_column_that_a_later_page_lacks_is_missed(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(break_after=9))))
    rows = [r for r in range(11, 60) if book.active.cell(r, 3).value == 3]
    book.active.cell(rows[1], 6).value = None
    issues = read(saved(book), reference).issues
    assert [(issue.code, issue.row) for issue in issues] == [("column_missing", rows[1])]


def test_each_sheet_has_its_own_period(reference: Reference):
    book = Workbook()
    dress(book.active, ANNEX_2, Style())
    other = Style(period="Từ ngày 01/11/2023 đến ngày 30/11/2023")
    dress(book.create_sheet("Tháng 11"), ANNEX_2, other)
    found = read(saved(book), reference)
    assert [str(table.period) for table in found.tables] == [
        "2023-01-01..2023-12-25",
        "2023-11-01..2023-11-30",
    ]


# Rows and columns that are wrong


def change(cells: dict[str, object], annex=ANNEX_1) -> bytes:
    """Annex in plain dress (numbering row 13, departments 14–31, Σ 32) with cells changed."""
    book = load_workbook(io.BytesIO(dressed(annex)))
    for name, value in cells.items():
        book.active[name] = value
    return saved(book)


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ({"D15": "abc"}, "count_not_number", ("D", 15)),
        ({"D15": -1}, "count_negative", ("D", 15)),
        ({"D15": 30.009}, "count_decimal", ("D", 15)),
        ({"D15": "#DIV/0!"}, "cell_error", ("D", 15)),
        ({"D15": "=C15-F15"}, "cell_formula", ("D", 15)),
        ({"D15": None}, "figure_missing", ("D", 15)),
        ({"D15": "-"}, "cell_dash", ("D", 15)),
        ({"M15": 199.2}, "rate_out_of_range", ("M", 15)),
        ({"M15": "cao"}, "rate_not_number", ("M", 15)),
        ({"B15": "Sở Công Thươngg"}, "department_unknown", ("B", 15)),
        ({"B15": "Sở Y tế"}, "department_twice", ("B", 31)),
        ({"B15": None}, "department_blank", ("B", 15)),
        ({"D13": None}, "column_missing", (None, None)),
        ({"N13": None}, "column_absent", (None, None)),
        ({"B31": "Tổng cộng"}, "total_twice", (None, 32)),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(cells, code, place, reference: Reference):
    issues = [issue for issue in read(change(cells), reference).issues if issue.code == code]
    assert len(issues) == 1
    column, row = place
    assert issues[0].file == "xuat.xlsx"
    assert issues[0].sheet == "Phụ lục I"
    if column:
        assert (issues[0].column, issues[0].row) == (column, row)


def test_an_unknown_department_comes_with_suggestions(reference: Reference):
    (issue,) = read(change({"B15": "Sở Công Thươngg"}), reference).issues
    assert "“Sở Công Thươngg”" in issue.message
    assert "“Sở Công Thương”" in issue.message


def test_a_column_twice_is_refused(reference: Reference):
    found = read(change({"Q13": 4}), reference)
    assert "column_twice" in {issue.code for issue in found.issues}
    assert found.tables == ()


def test_another_form_of_the_same_counts_is_refused_not_misread(reference: Reference):
    """II.06a/VPCP: 3 = 4 + 5 + 6 there, so column 4 is something else."""
    found = read(change({"C13": "3=4+5+6"}), reference)
    assert [issue.code for issue in found.issues] == ["form_unknown"]


def test_a_table_without_departments_is_refused(reference: Reference):
    annex = ANNEX_2
    book = Workbook()
    dress(book.active, annex, Style(total="none"), rows=[["", "", *[""] * 4]])
    assert [i.code for i in read(saved(book), reference).issues] == ["table_empty"]


def test_figures_of_another_number_of_rows(reference: Reference):
    """Only some departments: read as they are; that others lack is the checks' to say."""
    rows = [rows_of(ANNEX_2)[5], rows_of(ANNEX_2)[17], rows_of(ANNEX_2)[-1]]
    book = Workbook()
    dress(book.active, ANNEX_2, Style(), rows=rows)
    found = read(saved(book), reference)
    assert figures(found.tables[0]) == expected(ANNEX_2, reference, rows)


def test_layouts_know_the_annexes(reference: Reference):
    assert set(FORMS.values()) <= set(reference.layouts)
    assert all(isinstance(f, (int, Decimal)) for f in expected(ANNEX_1, reference)[None].values())
