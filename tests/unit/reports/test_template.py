"""The template is written and read by one layout: what is filled in comes back to the digit."""

import io
import zipfile
from datetime import date

from openpyxl import load_workbook

from tests.conftest import TODAY
from ttpv.core.periods import Period, parse_period
from ttpv.imports import Upload, preview_files
from ttpv.reference import Reference
from ttpv.reports.template import build_template

YEAR = Period(date(2023, 1, 1), date(2023, 12, 26))
FIRST_ROW, LAST_ROW, TOTAL_ROW = 7, 24, 25


SUMS = ("received", "resolved", "pending")


def filled(
    content: bytes,
    reference: Reference,
    *,
    without: tuple[str, ...] = (),
    keep_formulas: bool = False,
    more: dict[str, object] | None = None,
) -> bytes:
    """Every department gets n, n + 1 … that balance; the sums are what Excel would make of them, or
    as a script leaves them: formulas without results."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.active
    fields = reference.layouts["template"].fields
    for index, row in enumerate(range(FIRST_ROW, LAST_ROW + 1)):
        for column, field in enumerate(fields, 3):
            if field not in without and not (keep_formulas and field in SUMS):
                sheet.cell(row, column, figure(field, index))
    for column, field in enumerate(fields, 3):
        total = sum(figure(field, index) for index in range(18))
        if not keep_formulas:
            sheet.cell(TOTAL_ROW, column).value = None if field in without else total
    for cell, value in (more or {}).items():
        sheet[cell] = value
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
    """Nothing is read as 0, and one sentence says so."""
    content = build_template(reference, YEAR)
    (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
    assert [issue.code for issue in preview.issues] == ["table_empty"]


def test_what_a_script_fills_in_is_what_a_person_does(reference: Reference):
    """openpyxl saves formulas without results; our own sums are known by their text."""
    template = build_template(reference, YEAR)
    (person,), (script,) = (
        preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
        for content in (
            filled(template, reference),
            filled(template, reference, keep_formulas=True),
        )
    )
    assert script.issues == ()
    by_person, by_script = person.drafts[0].table, script.drafts[0].table
    assert [row.figures for row in by_script.rows] == [row.figures for row in by_person.rows]
    assert by_script.total is not None
    assert by_person.total is not None
    assert by_script.total.figures == by_person.total.figures


def test_a_part_that_lacks_makes_no_smaller_sum(reference: Reference):
    """3 = 4 + 6 with 6 left blank is not 4."""
    content = filled(
        build_template(reference, YEAR), reference, keep_formulas=True, more={"F7": None}
    )
    (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
    table = preview.drafts[0].table
    assert table.rows[0].figures["received"] is None
    assert table.rows[1].figures["received"] == figure("received", 1)
    assert table.total is not None
    assert table.total.figures["received"] is None
    missing = [(i.column, i.row) for i in preview.issues if i.code == "figure_missing"]
    assert missing == [("F", 7), ("C", 7)]


def test_other_formulas_without_results_stay_errors(reference: Reference):
    """A department's own formula is not ours, whatever it says: one issue a row."""
    template = build_template(reference, YEAR)
    for more, expected in (
        ({"D7": "=50+50"}, [("cell_formula", "D", 7)]),
        ({"C7": "=D7+F7"}, [("cell_formula", "C", 7)]),
        (
            {"C7": "=1+1", "D7": "=2", "D8": "=3"},
            [("row_formulas", None, 7), ("cell_formula", "D", 8)],
        ),
        ({"D25": "=SUM(D7:D24)"}, [("row_formulas", None, 25)]),
    ):
        content = filled(template, reference, keep_formulas=True, more=more)
        (preview,) = preview_files([Upload("mau.xlsx", content)], reference, today=TODAY).files
        errors = [(i.code, i.column, i.row) for i in preview.issues if i.is_error]
        assert errors == expected
    assert "Tổng cộng có 17 ô là công thức chưa được tính" in preview.issues[0].message


def test_the_sums_are_formulas_with_a_result_and_a_hint(reference: Reference):
    content = build_template(reference, YEAR)
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet["C7"].value == '=IF(COUNT(D7,F7)=2,D7+F7,"")'
    assert sheet["G24"].value == '=IF(COUNT(H24,I24)=2,H24+I24,"")'
    assert "cột 10 = 11+12" in sheet["J5"].comment.text
    xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert xml.count(b"<f>") == xml.count(b"</f><v></v>") == xml.count(b't="str"') == 18 * 3 + 17


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
