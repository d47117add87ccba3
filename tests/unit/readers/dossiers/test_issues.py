"""Each issue that a list can have: at its row and column, and never with a value of the list."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.dossier_lists import COLUMNS, Record, csv_bytes, make_records, rows_of, write_xlsx
from tests.unit.readers.dossiers.conftest import ReadList
from ttpv.core.issues import Issue
from ttpv.core.messages import MESSAGES
from ttpv.core.periods import Period
from ttpv.readers.dossiers import reading

ROW = 4  # of the record that is edited: the header is row 1
OPEN: Record = {"returned": "", "status": "Đang xử lý", "e_result": ""}
RIGHT: Record = {
    "received": "05/12/2023 08:00:00",
    "due": "10/12/2023 17:00:00",
    "returned": "10/12/2023 09:00:00",
    "status": "Đã trả kết quả",
    "fee": "50.000",
    "payment": "Trực tuyến",
    "code": "000.00.16.H08-231205-9999",
}


def edited(**cells: str) -> bytes:
    """Six dossiers, the third of which (row 4) has these cells."""
    records = list(make_records(6, seed=3))
    records[2] |= RIGHT | cells
    return csv_bytes(rows_of(records))


def with_header(edit: Callable[[list[str]], list[str]]) -> bytes:
    header, *rows = rows_of(make_records(3, seed=3))
    return csv_bytes([edit(header), *rows])


def without(column: str) -> bytes:
    return csv_bytes(rows_of(make_records(3), [name for name in COLUMNS if name != column]))


def raw_line(line: str) -> bytes:
    lines = edited().decode().split("\r\n")
    lines.insert(ROW - 1, line)
    return "\r\n".join(lines).encode()


# Code → (the list, row, column letter).
LISTS: dict[str, tuple[bytes, int | None, str | None]] = {
    "dossier_column_missing": (without("status"), 1, None),
    "dossier_column_twice": (with_header(lambda h: [*h[:-1], "Tình trạng"]), 1, "O"),
    "dossier_column_absent": (without("eid"), 1, None),
    "dossier_empty": (csv_bytes(rows_of([])), 1, None),
    "dossier_unreadable": (edited() + b'"' + b"x" * (3 << 20), None, None),
    "dossier_row_shape": (raw_line("7,thiếu ô"), ROW, None),
    "dossier_blank": (edited(received=""), ROW, "K"),
    "dossier_code_unknown": (edited(code="052123456789"), ROW, "B"),
    "dossier_code_twice": (
        csv_bytes(rows_of([*make_records(6, seed=3), *make_records(1, seed=3)])),
        8,
        "B",
    ),
    "dossier_date_impossible": (edited(due="31/11/2023 08:00:00"), ROW, "L"),
    "dossier_dates_mixed": (edited(due="2023-12-10 17:00:00"), ROW, "L"),
    "dossier_dates_reversed": (edited(returned="05/12/2023 07:59:59"), ROW, "M"),
    "dossier_value_unknown": (edited(channel="Bồ câu"), ROW, "N"),
    "dossier_text_doubtful": (edited(field="0912 345 678"), ROW, "E"),
    "dossier_fee_unreadable": (edited(fee="30,5"), ROW, "P"),
    "dossier_department_unreadable": (edited(department="Nguyễn Văn An"), ROW, "F"),
    "department_unknown": (edited(department="Sở Công Thươngg"), ROW, "F"),
    "dossier_rows_skipped": (edited(code="", received="", status=""), ROW, "B"),
    "dossier_outside_period": (
        edited(received="01/01/2024 00:00:00", due="", returned="", status="Đang xử lý"),
        ROW,
        "K",
    ),
    "dossier_not_returned": (edited(returned=""), ROW, "M"),
    "dossier_returned_open": (edited(status="Đang xử lý"), ROW, "O"),
    "dossier_due_missing": (edited(due=""), ROW, "L"),
    "dossier_due_early": (edited(due="04/12/2023 17:00:00"), ROW, "L"),
    "dossier_due_midnight": (edited(due="12/12/2023 00:00:00"), ROW, "L"),
    "dossier_suspended_overdue": (
        edited(returned="", status="Yêu cầu bổ sung"),
        ROW,
        "L",
    ),
    "dossier_fee_contradicts": (edited(payment="Không thu phí"), ROW, "Q"),
    "dossier_more": (
        csv_bytes(rows_of([r | {"channel": "?"} for r in make_records(1254, seed=3)])),
        21,
        "N",
    ),
}
ELSEWHERE = {
    "dossier_period_impossible",
    "dossier_texts_many",
    "dossier_sheet_large",
    "dossier_two_lists",
    "dossier_too_large",
    "dossier_reader_ended",  # test_workbook.py
}
CODES = {code for code in {*LISTS, *ELSEWHERE} if code.startswith("dossier_")}


def check_issue(issue: Issue, values: Sequence[str] = ()) -> None:
    assert issue.severity == MESSAGES[issue.code][0]
    assert issue.message.endswith(".")
    assert "None" not in issue.message
    assert "{" not in issue.message
    assert issue.file == "tệp.csv"
    assert issue.value is None or issue.code == "department_unknown"
    assert not [value for value in values if value in issue.message]


@pytest.mark.parametrize("code", LISTS)
def test_an_issue_stands_at_its_row_and_column(code: str, read_list: ReadList):
    content, row, column = LISTS[code]
    found = read_list(content)
    assert code in {issue.code for issue in found.issues}
    for issue in found.issues:
        check_issue(issue, ["Nguyễn", "Bồ câu", "0912", "052123456789"])
    (issue, *_) = [issue for issue in found.issues if issue.code == code]
    assert (issue.row, issue.column) == (row, column)
    refused = any(issue.is_error for issue in found.issues)
    assert (found.table is None) == refused
    assert refused == (MESSAGES[code][0] == "error" or code == "dossier_more")


def test_no_code_of_lists_is_left_out():
    assert {code for code in MESSAGES if code.startswith("dossier_")} == CODES


def test_a_right_list_has_no_issue(read_list: ReadList):
    assert read_list(csv_bytes(rows_of([r | RIGHT for r in make_records(1)]))).issues == ()


def test_twenty_rows_are_listed_and_the_rest_counted(read_list: ReadList):
    issues = read_list(LISTS["dossier_more"][0]).issues
    unknown = [issue for issue in issues if issue.code == "dossier_value_unknown"]
    assert [issue.row for issue in unknown] == list(range(2, 22))
    (more,) = [issue for issue in issues if issue.code == "dossier_more"]
    assert "1.234 dòng khác" in more.message


def test_duplicates_are_counted_whole(read_list: ReadList):
    records = list(make_records(30, seed=5))
    issues = read_list(rows_of([*records, *records])).issues
    twice = [issue for issue in issues if issue.code == "dossier_code_twice"]
    assert [(issue.row, issue.message.partition("dòng ")[2][:2]) for issue in twice[:2]] == [
        (32, "2."),
        (33, "3."),
    ]
    assert len(twice) == 20
    assert "10 dòng khác" in issues[-1].message


def test_an_unknown_agency_is_asked_about_once(read_list: ReadList):
    records = [r | {"department": "Sở Công Thươngg"} for r in make_records(50)]
    (issue,) = (i for i in read_list(rows_of(records)).issues if i.is_error)
    assert issue.value == "Sở Công Thươngg"
    assert "Sở Công Thương”" in issue.message


def test_an_unknown_agency_comes_with_its_cell_and_whose_it_may_be(read_list: ReadList):
    found = read_list(edited(department="Sở Công Thươngg"))
    (unknown,) = found.unknown_names
    assert (unknown.name, unknown.place.row, unknown.place.column) == ("Sở Công Thươngg", ROW, "F")
    assert unknown.suggestions[0].id == "so-cong-thuong"
    assert found.period == unknown.period
    assert unknown.issue in found.issues


def test_an_answer_makes_the_list_whole(read_list: ReadList):
    """The list says under which names it knows the departments: what was answered is among them."""
    answers = [("Sở  công thươngg", "so-cong-thuong")]
    found = read_list(edited(department="Sở Công Thươngg"), learned=answers)
    assert (found.unknown_names, found.table is None) == ((), False)
    assert ("Sở Công Thươngg", "so-cong-thuong") in found.names


@pytest.mark.parametrize(
    "name", ["Trương Văn An", "TRUONG VAN AN", "So Minh", "Phong Lan", "Văn Phong"]
)
def test_people_are_not_taken_for_agencies(name: str, read_list: ReadList):
    """Without accents "Trường" is the family name Trương: a name without any is not shown."""
    found = read_list(edited(department=name))
    assert found.unknown_names == ()
    assert [issue.code for issue in found.issues if issue.is_error] == [
        "dossier_department_unreadable"
    ]
    assert name not in "".join(issue.message for issue in found.issues)


def test_an_agency_of_a_wrong_row_is_not_named(read_list: ReadList):
    """The row may be shifted: whatever stands there is not repeated."""
    found = read_list(edited(department="Sở Công Thươngg", status="?"))
    codes = {issue.code for issue in found.issues if issue.is_error}
    assert codes == {"dossier_value_unknown", "dossier_department_unreadable"}


def test_a_printed_period_that_makes_none(read_list: ReadList):
    title = ["Người lập: An, từ ngày 31/02/2023 đến ngày 25/12/2023"]
    rows = [title, *rows_of(make_records(3))]
    (issue,) = (i for i in read_list(rows, period=None).issues if i.is_error)
    assert (issue.code, issue.row, issue.column) == ("dossier_period_impossible", 1, "A")
    check_issue(issue, ["Người lập"])
    assert read_list(rows).table is not None


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Danh sách hồ sơ", "period_missing"),
        ("Từ ngày 01/12/2023 đến ngày 31/12/2025", "period_future"),
    ],
)
def test_without_a_period_nothing_is_read(read_list: ReadList, title: str, code: str):
    found = read_list([[title], *rows_of(make_records(3))], period=None)
    assert [issue.code for issue in found.issues] == [code]
    assert found.needs_period == (code == "period_missing")


def test_the_printed_period_is_taken_and_the_person_overrules_it(read_list: ReadList):
    rows = [["(Từ ngày 01/12/2023 đến ngày 25/12/2023)"], *rows_of(make_records(3))]
    printed = read_list(rows, period=None)
    assert str(printed.period) == "2023-12-01..2023-12-25"
    said = read_list(rows)
    assert str(said.period) == "2023-12-01..2023-12-31"
    assert "period_differs" in {issue.code for issue in said.issues}


def test_a_text_column_that_cannot_be_one(read_list: ReadList):
    """More different fields than any province has: applicants under a wrong header, perhaps."""
    records = [r | {"field": f"Trần Văn {n}"} for n, r in enumerate(make_records(2100))]
    found = read_list(rows_of(records))
    assert [(i.code, i.column) for i in found.issues if i.code == "dossier_texts_many"] == [
        ("dossier_texts_many", "E")
    ]
    assert found.table is None


def test_a_large_sheet_recommends_csv(
    tmp_path: Path, read_list: ReadList, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "LARGE_SHEET", 5)
    found = read_list(write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(6))))
    assert "dossier_sheet_large" in {issue.code for issue in found.issues}
    assert found.table is not None


def test_what_unpacks_to_too_much_is_refused(read_list: ReadList):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(150_000_000))
    (issue,) = read_list(out.getvalue()).issues
    assert issue.code == "dossier_too_large"
    check_issue(issue)


def test_departments_are_those_of_the_period_s_last_day(read_list: ReadList):
    """Merged on 01/03/2025."""
    records = [r | {"department": "Sở Giao thông vận tải"} for r in make_records(3)]
    assert read_list(rows_of(records)).table is not None
    later = Period(date(2025, 3, 1), date(2025, 4, 1))
    issues = read_list(rows_of(records), period=later, today=date(2026, 1, 1)).issues
    assert "department_unknown" in {issue.code for issue in issues}
