"""What no register of other figures may say: each fault with its place and its words."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from ttpv.checks.other_figures import OtherRow, check_others, make_other_issue
from ttpv.core.issues import Issue, Place
from ttpv.reference import Entered, IndexEntry, OtherEntry, PeriodEntry, Reference

DAY = date(2023, 12, 25)
GROUPS = {
    "publicity": "16.5",
    "progress": "18",
    "online_service": "10",
    "online_payment": "9",
    "digitisation": "20",
    "satisfaction": "16.68",
}


def period(first: str = "2023-01-01", last: str = "2023-12-25", **figures: Entered) -> PeriodEntry:
    ends = (date.fromisoformat(first), date.fromisoformat(last))
    return PeriodEntry(first=ends[0], last=ends[1], figures=figures or {"calls": Entered(value=5)})


def index(points: str | None = "90.18", *, band: str = "", **groups: str) -> IndexEntry:
    known = {name: Decimal(value) for name, value in groups.items()}
    return IndexEntry(day=DAY, points=Decimal(points) if points else None, groups=known, band=band)


def exact(value: int, qualifier: str = "", since: date | None = None) -> Entered:
    return Entered(value=value, qualifier=qualifier, since=since)


def check(reference: Reference, *entries: OtherEntry) -> list[Issue]:
    place = Place(file="x.csv", row=7)
    places = {"emails": place.at(9, "C"), "points": place.at(12, "C"), "band": place.at(19, "C")}
    return check_others([OtherRow(entry, place, places) for entry in entries], reference)


FAULTS: dict[str, tuple[tuple[OtherEntry, ...], int, str]] = {
    "other_dates_reversed": ((period("2023-02-01", "2023-01-31"),), 7, "31/01/2023"),
    "other_day_outside": ((period("2023-02-01", "9999-12-31"),), 7, "31/12/9999 nằm ngoài"),
    "other_text_long": ((msgspec.structs.replace(period(), source="a" * 301),), 7, "dài hơn 300"),
    "other_entry_empty": ((index(None),), 7, "Chỉ số 766 ngày 25/12/2023"),
    "other_entry_twice": ((period(), period()), 7, "Kỳ 01/01/2023 – 25/12/2023 đã có"),
    "other_period_overlaps": (
        (period("2023-01-01", "2023-02-15"), period("2023-02-01", "2023-02-28")),
        7,
        "trùng một phần với kỳ 01/01/2023 – 15/02/2023",
    ),
    "other_qualifier_unknown": ((period(emails=exact(5, "tầm")),), 9, "“tầm”"),
    "other_value_outside": ((period(emails=exact(-1)),), 9, "là -1, ngoài khoảng 0–999.999.999"),
    "other_parts_exceed": (
        (
            period(
                questions_received=exact(227),
                questions_answered=exact(209),
                questions_cancelled=exact(19),
            ),
        ),
        7,
        "Đã trả lời và đã hủy cộng lại là 228, nhiều hơn tiếp nhận (227)",
    ),
    "other_since_wrong": ((period(emails=exact(9, since=date(2023, 1, 1))),), 9, "01/01/2023"),
    "other_points_sum": ((index("90.17", **GROUPS),), 12, "là 90,17, nhưng theo điểm sáu nhóm"),
    "other_band_differs": ((index(band="tốt"),), 19, "xếp loại xuất sắc, không phải “tốt”"),
    "other_band_unknown": ((index(band="giỏi"),), 19, "xuất sắc, tốt, khá, trung bình, yếu"),
    "other_item_unknown": ((period(faxes=exact(1)),), 7, "“faxes”"),
}

CODES = FAULTS.keys()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_says_where_and_what(code: str, reference: Reference):
    entries, row, words = FAULTS[code]
    (issue,) = check(reference, *entries)
    assert (issue.code, issue.severity, issue.file, issue.row) == (code, "error", "x.csv", row)
    column = ", cột C" if issue.column else ""
    assert issue.message.startswith(f"Dòng {row}{column}: ")
    assert words.lower() in issue.message.lower()
    assert issue.message.endswith(".")


SOUND: dict[str, tuple[OtherEntry, ...]] = {
    "the report": (
        period(
            questions_received=exact(227),
            questions_answered=exact(188),
            questions_cancelled=exact(19),
            emails=exact(110, "hơn"),
            calls=exact(1200, "hơn"),
            signatures=exact(359, "hơn", date(2023, 8, 15)),
        ),
        index(band="xuất sắc"),
    ),
    "all are answered or cancelled": (
        period(
            questions_received=exact(10), questions_answered=exact(8), questions_cancelled=exact(2)
        ),
    ),
    "months in their year": (
        period(),
        period("2023-01-01", "2023-01-31"),
        period("2023-12-01", "2023-12-25"),
    ),
    "a month and the next": (
        period("2023-01-01", "2023-01-31"),
        period("2023-02-01", "2023-02-28"),
    ),
    "more may have been received": (
        period(questions_received=exact(10, "hơn"), questions_answered=exact(12)),
    ),
    "fewer may have been answered": (
        period(questions_received=exact(10), questions_answered=exact(12, "gần")),
    ),
    "groups alone": (index(None, **GROUPS),),
    "groups that give the points": (index("90.18", **GROUPS),),
    "one group is blank": (index("90.18", **{name: GROUPS[name] for name in list(GROUPS)[1:]}),),
    "rank alone": (IndexEntry(day=DAY, rank="thứ nhất toàn quốc"),),
}


@pytest.mark.parametrize("case", SOUND)
def test_nothing_is_said_of(case: str, reference: Reference):
    assert check(reference, *SOUND[case]) == []


OUTSIDE = {
    "a group above its most": (
        index(None, publicity="18.01"),
        "Công khai, minh bạch là 18,01",
    ),
    "points above 100": (index("100.01"), "ngoài khoảng 0–100"),
    "more than could be": (index(None, progress="-1"), "ngoài khoảng 0–20"),
}


@pytest.mark.parametrize("case", OUTSIDE)
def test_points_have_their_bounds(case: str, reference: Reference):
    entry, words = OUTSIDE[case]
    (issue,) = check(reference, entry)
    assert issue.code == "other_value_outside"
    assert words in issue.message


def test_points_that_the_known_groups_rule_out(reference: Reference):
    """17 of 18 for publicity alone leave at most 17 + 82 = 99 points, at least 17."""
    (issue,) = check(reference, index("99.5", publicity="17"))
    assert issue.code == "other_points_sum"
    assert "phải là 17 đến 99" in issue.message


def test_more_than_certainly_received(reference: Reference):
    """ "hơn 12" answered are more than 10 received, "gần 10" received too."""
    for received in (exact(10), exact(10, "gần")):
        answered = exact(12, "hơn")
        (issue,) = check(
            reference, period(questions_received=received, questions_answered=answered)
        )
        assert issue.code == "other_parts_exceed"


def test_what_is_counted_from_after_the_period_is_refused(reference: Reference):
    late = exact(359, since=date(2023, 12, 26))
    (issue,) = check(reference, period(signatures=late))
    assert issue.code == "other_since_wrong"


def test_in_the_form_it_stands_nowhere():
    issue = make_other_issue("other_item_unknown", Place(), "fax")
    assert issue.message.startswith("Không có số liệu nào tên là “fax”")


@pytest.mark.parametrize("points", ["nan", "inf", "-inf", "1e999999", "1e-999999", "-0.1", "100.1"])
def test_no_points_at_all(points: str, reference: Reference):
    (issue,) = check(reference, index(points))
    assert issue.code == "other_value_outside"
    assert len(issue.message) < 200
