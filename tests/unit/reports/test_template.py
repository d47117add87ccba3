"""The template is written and read by one layout: what is filled in comes back to the digit."""

import io
from datetime import date

from openpyxl import load_workbook

from tests.conftest import TODAY
from ttpv.core.periods import Period, parse_period
from ttpv.imports import Upload, preview_files
from ttpv.reference import Reference
from ttpv.reports.template import build_template

YEAR = Period(date(2023, 1, 1), date(2023, 12, 26))
FIRST_ROW, LAST_ROW, TOTAL_ROW = 7, 24, 25


def filled(content: bytes, reference: Reference, *, without: tuple[str, ...] = ()) -> bytes:
    """Every department gets n, n + 1 … that balance; the sums are what Excel would make of them."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.active
    fields = reference.layouts["template"].fields
    for index, row in enumerate(range(FIRST_ROW, LAST_ROW + 1)):
        for column, field in enumerate(fields, 3):
            if field not in without:
                sheet.cell(row, column, figure(field, index))
    for column, field in enumerate(fields, 3):
        total = sum(figure(field, index) for index in range(18))
        sheet.cell(TOTAL_ROW, column).value = None if field in without else total
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def figure(field: str, index: int) -> int:
    """3 = 4 + 6 = 7 + 10, 7 = 8 + 9, 10 = 11 + 12, numerators within denominators."""
    figures = {
        "received": 120 + index,
        "received_new": 100 + index,
        "received_online": 60,
        "carried_over": 20,
        "resolved": 90,
        "resolved_on_time": 88,
        "resolved_late": 2,
        "pending": 30 + index,
        "pending_in_time": 29 + index,
        "pending_overdue": 1,
        "fee_dossiers": 50,
        "paid_online": 25 + index,
        "eid_applicable": 80,
        "eid_checked": 79,
        "digitised": 70 + index,
        "result_dossiers": 85,
        "e_results": 84,
    }
    return figures[field]


def test_what_is_filled_in_comes_back(reference: Reference):
    content = filled(build_template(reference, YEAR), reference)
    (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
    assert preview.issues == ()
    (draft,) = preview.drafts
    assert (draft.table.form, draft.table.period) == ("template", YEAR)
    names = [row.printed_name for row in draft.table.rows]
    assert names == [d.name for d in reference.departments_on(YEAR.last)]
    for index, row in enumerate(draft.table.rows):
        assert row.figures == {field: figure(field, index) for field in row.figures}
    assert draft.table.total is not None


def test_a_column_left_blank_is_one_warning_and_no_figure(reference: Reference):
    content = filled(
        build_template(reference, YEAR), reference, without=("eid_applicable", "eid_checked")
    )
    (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
    assert [issue.code for issue in preview.issues] == ["column_blank", "column_blank"]
    assert not {"eid_applicable", "eid_checked"} & set(preview.drafts[0].table.fields)


def test_the_departments_are_those_of_the_periods_last_day(reference: Reference):
    later = parse_period("2025-04")
    assert isinstance(later, Period)
    sheet = load_workbook(io.BytesIO(build_template(reference, later))).active
    names = [sheet.cell(row, 2).value for row in range(FIRST_ROW, FIRST_ROW + 30)]
    expected = [department.name for department in reference.departments_on(later.last)]
    assert names[: len(expected) + 1] == [*expected, "Tổng cộng"]
    assert sheet["A3"].value == "(Từ ngày 01/04/2025 đến ngày 30/04/2025)"


def test_an_untouched_template_is_no_figures(reference: Reference):
    """Its sums are formulas that nobody has calculated: said, not read as 0."""
    content = build_template(reference, YEAR)
    (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
    assert not preview.is_valid


def test_a_filled_template_is_read_as_it_is(reference: Reference):
    """With figures it needs no Excel: its total row is summed, and blank where one figure is."""
    fields = reference.layouts["template"].fields
    figures = {
        d.id: {field: figure(field, index) for field in fields}
        for index, d in enumerate(reference.departments_on(YEAR.last))
    }
    content = build_template(reference, YEAR, figures)
    (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
    assert preview.issues == ()
    table = preview.drafts[0].table
    assert {row.department: row.figures for row in table.rows} == figures
    assert table.total is not None
    assert table.total.figures["digitised"] == sum(
        figure("digitised", index) for index in range(18)
    )


def test_a_sum_that_lacks_a_figure_is_blank(reference: Reference):
    first, *others = reference.departments_on(YEAR.last)
    figures = {d.id: {"received_new": 1, "digitised": 1} for d in others}
    figures[first.id] = {"received_new": 1}
    sheet = load_workbook(io.BytesIO(build_template(reference, YEAR, figures))).active
    total = {sheet.cell(5, c).value: sheet.cell(TOTAL_ROW, c).value for c in range(3, 20)}
    assert total["Hồ sơ tiếp nhận mới trong kỳ"] == 18
    assert total["Hồ sơ đã số hóa thành phần"] is None
