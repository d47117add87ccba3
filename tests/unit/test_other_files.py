"""Other figures as files: what goes out comes back, and each fault says where it stands."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from ttpv.core.messages import MESSAGES
from ttpv.other_files import read_others
from ttpv.other_items import parse_count
from ttpv.reference import (
    Entered,
    IndexEntry,
    OtherEntries,
    OtherEntry,
    PeriodEntry,
    Reference,
    build_others_toml,
)
from ttpv.views.other_csv import build_others_csv

YEAR = PeriodEntry(
    first=date(2023, 1, 1),
    last=date(2023, 12, 25),
    figures={
        "questions_received": Entered(value=227),
        "questions_answered": Entered(value=188),
        "questions_cancelled": Entered(value=19),
        "emails": Entered(value=110, qualifier="hơn"),
        "calls": Entered(value=1200, qualifier="hơn"),
        "signatures": Entered(value=359, qualifier="hơn", since=date(2023, 8, 15)),
    },
    source="=HYPERLINK(x); Báo cáo",
)
INDEX = IndexEntry(
    day=date(2023, 12, 25),
    points=Decimal("90.18"),
    groups={"publicity": Decimal(17), "online_payment": Decimal("9.5")},
    band="xuất sắc",
    rank="-1 so với năm trước",
)
HEAD = "Từ ngày;Đến ngày;Nội dung;Số liệu;Lũy kế từ ngày;Nguồn\n"
LINE = "01/01/2024;31/01/2024;"


def with_entries(reference: Reference, *entries: OtherEntry) -> Reference:
    return msgspec.structs.replace(reference, other_entries=OtherEntries.of(entries))


@pytest.mark.parametrize("suffix", ["csv", "toml"])
def test_what_is_exported_comes_back(suffix: str, reference: Reference):
    entries = OtherEntries.of([YEAR, INDEX])
    content = (
        build_others_csv(entries.entries, reference)
        if suffix == "csv"
        else build_others_toml(entries).encode()
    )
    read = read_others(content, f"x.{suffix}", reference)
    assert (read.issues, read.entries) == ((), (YEAR, INDEX))


def test_the_csv_reads_as_the_report_does(reference: Reference):
    lines = build_others_csv([YEAR, INDEX], reference).decode("utf-8-sig").splitlines()
    assert lines[0] == "Từ ngày;Đến ngày;Nội dung;Số liệu;Lũy kế từ ngày;Nguồn"
    assert lines[6].startswith(
        "01/01/2023;25/12/2023;Chữ ký số từ xa đã hỗ trợ tạo;hơn 359;15/08/2023;"
    )
    assert '"\'=HYPERLINK(x); Báo cáo"' in lines[6]
    assert ";25/12/2023;Chỉ số 766: Tổng điểm;90,18;;" in lines
    assert ";25/12/2023;Chỉ số 766: Xếp hạng;'-1 so với năm trước;;" in lines


def test_a_file_replaces_its_own_periods_and_leaves_the_others(reference: Reference):
    month = PeriodEntry(
        first=date(2024, 1, 1), last=date(2024, 1, 31), figures={"calls": Entered(value=7)}
    )
    known = with_entries(reference, YEAR, INDEX, month)
    text = f"{HEAD}{LINE}emails;hơn 5;;\n{LINE}Cuộc gọi điện thoại của công dân;;;\n"
    read = read_others(text.encode(), "x.csv", known)
    assert read.issues == ()
    emails = Entered(value=5, qualifier="hơn")
    replaced = PeriodEntry(first=month.first, last=month.last, figures={"emails": emails})
    assert read.entries == (YEAR, replaced, INDEX)


def test_a_file_must_fit_what_was_entered_before(reference: Reference):
    text = f"{HEAD}01/12/2023;31/12/2023;Chỉ số 766: Tổng điểm;91;;\n"
    text += "01/12/2023;31/12/2023;calls;5;;\n"
    (issue,) = read_others(text.encode(), "x.csv", with_entries(reference, YEAR)).issues
    assert (issue.code, issue.row) == ("other_period_overlaps", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("227", (227, "")),
        ("1.200", (1200, "")),
        ("1 200", (1200, "")),
        ("hơn 110", (110, "hơn")),
        ("Hơn 1.200", (1200, "hơn")),
        ("khoảng trên 5", (5, "khoảng trên")),
        ("1,200", None),
        ("1.20", None),
        ("-5", None),
        ("5 email", None),
        ("hai trăm", None),
        ("12.5", None),
        ("", None),
        ("1" * 13, None),
    ],
)
def test_counts_as_people_write_them(text: str, expected: tuple[int, str] | None):
    assert parse_count(text) == expected


FAULTS: dict[str, tuple[str, int | None, str | None, str]] = {
    "other_file_unreadable": ("[[period]]\nfrom = x\n", None, None, "dòng 2, cột 8"),
    "other_columns_missing": ("Từ ngày;Đến ngày;Số liệu\n1;2;3\n", None, None, "“Nội dung”"),
    "other_item_unknown": (f"{HEAD}{LINE}Số fax;5;;\n", 2, "C", "“Số fax”"),
    "other_item_twice": (f"{HEAD}{LINE}calls;5;;\n{LINE}calls;6;;\n", 3, "C", "“calls”"),
    "other_number_unreadable": (f"{HEAD}{LINE}calls;nhiều;;\n", 2, "D", "“nhiều”"),
    "other_points_unreadable": (
        f"{HEAD};31/01/2024;Chỉ số 766: Tổng điểm;cao;;\n",
        2,
        "D",
        "“cao”",
    ),
    "other_date_unreadable": (f"{HEAD}31/02/2024;31/03/2024;calls;5;;\n", 2, "A", "31/02/2024"),
    "other_date_missing": (f"{HEAD};31/03/2024;calls;5;;\n", 2, "B", "thiếu ngày"),
}
CODES = FAULTS.keys()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_says_where_and_what(code: str, reference: Reference):
    content, row, column, words = FAULTS[code]
    issues = read_others(content.encode(), "x.csv", reference).issues
    issue = next(issue for issue in issues if issue.code == code)
    assert (issue.severity, issue.row, issue.column) == ("error", row, column)
    assert issue.message.startswith(f"Dòng {row}, cột {column}: " if row else "Tệp “x.csv”")
    assert words in issue.message
    assert MESSAGES[code][0] == "error"


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(50), b"  \n"])
def test_what_is_no_text_is_refused(content: bytes, reference: Reference):
    (issue,) = read_others(content, "x.csv", reference).issues
    assert issue.code == "other_file_unreadable"


def test_points_with_a_percent_sign_are_no_points(reference: Reference):
    text = f"{HEAD};31/01/2024;Tổng điểm;90 %;;\n"
    codes = {issue.code for issue in read_others(text.encode(), "x.csv", reference).issues}
    assert "other_points_unreadable" in codes


def test_impossible_days_of_a_toml_are_said_in_words(reference: Reference):
    text = "[[period]]\nfrom = 2024-02-01\nto = 2024-01-01\n[period.figures.calls]\nvalue = 1\n"
    text += "[[index]]\nday = 2024-01-31\nrank = 'nhất'\n" * 2
    issues = read_others(text.encode(), "x.toml", reference).issues
    assert [issue.message for issue in issues] == [
        "Ngày cuối 01/01/2024 đứng trước ngày đầu 01/02/2024. Hãy sửa một trong hai ngày.",
        "Chỉ số 766 ngày 31/01/2024 đã có. Hãy sửa số liệu đã ghi thay vì ghi thêm.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"[[period]]\na = {'[' * 5000}{']' * 5000}",
        f"[[period]]\nfrom = {'9' * 10_000}",
        "[[index]]\nday = 2024-12-31\npoints = nan",
        "[[index]]\nday = 2024-12-31\npoints = 1e999999999",
    ],
)
def test_toml_that_python_chokes_on_is_refused(text: str, reference: Reference):
    (issue,) = read_others(text.encode(), "x.toml", reference).issues
    assert (issue.code, "lồng quá sâu" in issue.message) == ("other_file_unreadable", True)


def test_texts_of_a_toml_file_are_printable(reference: Reference):
    text = '[[index]]\nday = 2024-12-31\npoints = 90\nrank = "nhất\\u202e"\nsource = " a\\u0007 "\n'
    read = read_others(text.encode(), "x.toml", reference)
    assert read.issues == ()
    entry = read.entries[-1]
    assert isinstance(entry, IndexEntry)
    assert (entry.rank, entry.source) == ("nhất\ufffd", "a\ufffd")
