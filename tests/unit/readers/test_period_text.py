"""The period that an export prints: of which table, and whether it is one."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from tests.dress import ANNEX_1, ANNEX_2, Style, dress, dressed, saved
from ttpv.core.issues import Place
from ttpv.core.periods import parse_period
from ttpv.readers import ExportRead, read_export
from ttpv.readers.period_text import find_periods
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
PLACE = Place(file="x.xlsx", sheet="Phụ lục I")
NOTE = "Ghi chú: xác thực định danh tính từ ngày 20/02/2023 đến ngày 25/12/2023."


def printed(text: str) -> list[str]:
    return [str(found.period) for found in find_periods(iter([(7, 1, text)]), PLACE)]


def read(book: Workbook, reference: Reference, **options) -> ExportRead:
    return read_export(saved(book), "x.xlsx", reference, today=TODAY, **options)


@pytest.mark.parametrize(
    "text",
    [
        "(Từ ngày 01/01/2023 đến ngày 25/12/2023)",
        "(từ ngày 01/01/2023 đến 25/12/2023)",
        "Từ ngày: 01/01/2023   Đến ngày: 25/12/2023",
        "(Từ ngày 01/01/2023 - 25/12/2023)",
        "từ 1.1.2023 – 25.12.2023",
        "Từ ngày 01-01-2023 đến hết ngày 25-12-2023",
        "Từ ngày 01 tháng 01 năm 2023 đến ngày 25 tháng 12 năm 2023",
        "Kỳ báo cáo: năm 2023 (từ ngày 1 tháng 1 năm 2023 tới ngày 25 tháng 12 năm 2023)",
        "Tu ngay 01/01/2023 den ngay 25/12/2023",
        "TỪ NGÀY 01/01/2023\nĐẾN NGÀY 25/12/2023",
    ],
)
def test_one_period_in_many_prints(text: str):
    assert printed(text) == ["2023-01-01..2023-12-25"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Năm 2023",
        "Tháng 12 năm 2023",
        "Từ ngày … đến ngày …",
        "Từ ngày 01/01 đến ngày 25/12/2023",
        "đến ngày 25/12/2023",
        "Quyết định số 468/QĐ-TTg ngày 27/03/2021",
        "(Kèm theo Báo cáo số: /BC-TTPVHCC ngày / /2023)",
        "Văn bản 12/2023 và 13/2023",
        "khoản 01/01/2023, 25/12/2023",
    ],
)
def test_what_names_no_period(text: str):
    assert printed(text) == []


def test_a_single_day_is_a_period():
    assert printed("Từ ngày 05/12/2023 đến ngày 05/12/2023") == ["2023-12-05..2023-12-05"]


def test_all_of_a_text_are_found():
    text = "Từ ngày 01/12/2023 đến ngày 31/12/2023; từ ngày 01/12/2022 đến ngày 31/12/2022"
    assert printed(text) == ["2023-12-01..2023-12-31", "2022-12-01..2022-12-31"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Từ ngày 29/02/2023 đến ngày 25/12/2023", "period_impossible"),
        ("Từ ngày 01/13/2023 đến ngày 25/12/2023", "period_impossible"),
        ("Từ ngày 00/01/2023 đến ngày 25/12/2023", "period_impossible"),
        ("Từ ngày 01/01/0000 đến ngày 25/12/2023", "period_impossible"),
        ("Từ ngày 01/01/2023 đến ngày 31/12/9999", "period_impossible"),
        ("Từ ngày 25/12/2023 đến ngày 24/12/2023", "period_reversed"),
    ],
)
def test_dates_that_make_no_sense(text: str, code: str):
    (found,) = find_periods(iter([(7, 3, text)]), PLACE)
    assert found.period is None
    assert (found.issue.code, found.issue.column, found.issue.row) == (code, "C", 7)
    assert text in found.issue.message


def test_the_last_day_may_be_today_but_not_tomorrow(reference: Reference):
    for last, codes in (("02/01/2024", []), ("03/01/2024", ["period_future"])):
        style = Style(period=f"Từ ngày 01/01/2024 đến ngày {last}")
        found = read_export(dressed(ANNEX_2, style=style), "x.xlsx", reference, today=TODAY)
        assert [issue.code for issue in found.issues] == codes


def test_a_period_of_the_future_said_by_the_person(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(period=None))))
    found = read(book, reference, period=parse_period("2024-01"))
    assert [issue.code for issue in found.issues] == ["period_future"]
    assert not found.tables


def test_the_person_answers_what_two_periods_leave_open(reference: Reference):
    style = Style(period="Từ 01/12/2023 đến 31/12/2023, so với từ 01/12/2022 đến 31/12/2022")
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=style)))
    asked = read(book, reference)
    assert ([i.code for i in asked.issues], asked.needs_period) == (["period_ambiguous"], True)
    assert "01/12/2022 – 31/12/2022" in asked.issues[0].message
    answered = read(book, reference, period=parse_period("2023-12"))
    assert (answered.issues, answered.tables[0].period) == ((), parse_period("2023-12"))


def test_one_period_above_serves_both_forms_of_a_sheet(reference: Reference):
    book = Workbook()
    last = dress(book.active, ANNEX_1, Style())
    dress(book.active, ANNEX_2, Style(top=last + 5, period=None))
    found = read(book, reference)
    assert [str(table.period) for table in found.tables] == ["2023-01-01..2023-12-25"] * 2


@pytest.mark.parametrize("own", ["(Từ ngày 01/01/2023 đến ngày 25/12/2023)", None])
def test_a_note_between_two_forms_is_not_taken_for_a_title(own: str | None, reference: Reference):
    """It would publish annex II under the dates of a remark on annex I: asked, not guessed."""
    book = Workbook()
    last = dress(book.active, ANNEX_1, Style(signature=False))
    book.active.cell(last + 1, 1).value = NOTE
    dress(book.active, ANNEX_2, Style(top=last + 7, period=own))
    found = read(book, reference)
    assert [issue.code for issue in found.issues] == ["period_ambiguous"]
    assert [(t.form, str(t.period)) for t in found.tables] == [
        ("annex-1", "2023-01-01..2023-12-25")
    ]


def test_months_below_each_other_have_their_own(reference: Reference):
    book, top = Workbook(), 9
    months = ["01/10/2023 đến ngày 31/10/2023", "01/11/2023 đến ngày 30/11/2023"]
    for month in months:
        top = dress(book.active, ANNEX_2, Style(top=top, period=f"Từ ngày {month}")) + 6
    found = read(book, reference)
    assert not found.issues
    assert [str(table.period) for table in found.tables] == [
        "2023-10-01..2023-10-31",
        "2023-11-01..2023-11-30",
    ]


def test_sheets_of_two_periods_are_not_each_other_s(reference: Reference):
    """A sheet that prints none, in a book of two: asked."""
    book = Workbook()
    dress(book.active, ANNEX_1, Style())
    dress(book.create_sheet("2"), ANNEX_2, Style(period="Từ 01/12/2023 đến 31/12/2023"))
    dress(book.create_sheet("3"), ANNEX_2, Style(period=None))
    found = read(book, reference)
    assert [issue.code for issue in found.issues] == ["period_ambiguous"]
    assert found.needs_period


def test_one_sheet_says_it_for_the_other(reference: Reference):
    book = Workbook()
    dress(book.active, ANNEX_1, Style())
    dress(book.create_sheet("2"), ANNEX_2, Style(period=None))
    found = read(book, reference)
    assert not found.issues
    assert {str(table.period) for table in found.tables} == {"2023-01-01..2023-12-25"}


def test_a_period_that_is_missing_is_asked_for_once(reference: Reference):
    content = dressed(ANNEX_1, ANNEX_2, style=Style(period=None))
    found = read_export(content, "x.xlsx", reference, today=TODAY)
    assert [issue.code for issue in found.issues] == ["period_missing"]
    assert (found.needs_period, found.forms) == (True, ("annex-1", "annex-2"))


def test_a_text_longer_than_any_title_is_not_folded_whole():
    """990 cells of 31 KB took five seconds."""
    period = "Từ ngày 01/01/2023 đến ngày 31/01/2023"
    assert len(printed("chữ " * 900 + period)) == 1
    assert printed("chữ " * 2_000 + period) == []
