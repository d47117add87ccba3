"""What is known of a period, from what was entered for others: readable tables.

An entry's cell is the figure as people write it; "hơn 359 @15/08/2023" is counted from that day.
"""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.spec.tables import calculate, dates, read_table
from ttpv.core.typed import parse_day
from ttpv.other_figures import Index766, OtherFigures, find_other_figures
from ttpv.reference import Entered, IndexEntry, OtherEntries, PeriodEntry, Reference

REPORT = """
    period              | 2023-01-01..2023-12-25
    questions_received  | 227
    questions_answered  | 188
    questions_cancelled | 19
    emails              | hơn 110
    calls               | hơn 1.200
    signatures          | hơn 359 @15/08/2023
"""
# February's cancelled questions were left blank; the quarter has a figure of its own.
MONTHS = """
    period              | 2024-01 | 2024-02 | 2024-03             | 2024-Q2             | 2024-H1
    questions_received  | 20      | 10      | 30                  | 40                  |
    questions_answered  | 12      | 4       | 30                  | 30                  |
    questions_cancelled | 3       |         | 0                   | 5                   |
    emails              | 10      | hơn 5   | khoảng 8            | trên 20             | hơn 60
    calls               | hơn 100 | 50      | gần 20              |                     |
    signatures          | 30      | 12      | hơn 400 @01/01/2024 | hơn 500 @01/01/2024 |
"""


def enter(text: str) -> tuple[PeriodEntry, ...]:
    entries = []
    for row in read_table(text, sideways=True):
        period = dates(row.pop("period"))
        figures = {name: entered(cell) for name, cell in row.items() if cell}
        entries.append(PeriodEntry(first=period.start, last=period.last, figures=figures))
    return tuple(entries)


def entered(cell: str) -> Entered:
    figure, _, since = cell.partition(" @")
    qualifier, _, value = figure.rpartition(" ")
    return Entered(value=int(value.replace(".", "")), qualifier=qualifier, since=parse_day(since))


def written(found: OtherFigures, name: str) -> str:
    quantity = found.quantities[name]
    if quantity.value is None:
        reason = found.reasons[name]
        return " ".join([reason.code, *map(str, reason.missing)])
    figure = f"{quantity.qualifier} {quantity.value:,}".replace(",", ".").strip()
    return f"{figure} @{quantity.since:%d/%m/%Y}" if quantity.since else figure


def check(reference: Reference, entries: str, expected: str) -> None:
    """A figure that is not known is its reason, and the days that lack."""
    register = OtherEntries(periods=enter(entries))
    world = msgspec.structs.replace(reference, other_entries=register)
    for row in read_table(expected, sideways=True):
        found = find_other_figures(world, dates(row.pop("period")))
        for name, cell in row.items():
            arithmetic, _, result = cell.rpartition(" = ")
            assert written(found, name) == result
            if arithmetic:
                assert calculate(arithmetic) == found.quantities[name].value


def test_the_report_of_2023(reference: Reference):
    """227 − 188 − 19 = 20 questions are open."""
    check(
        reference,
        REPORT,
        """
        period         | 2023-01-01..2023-12-25 | 2023-12             | 2023-11     | 2024
        questions_open | 227 − 188 − 19 = 20    | not_entered         | not_entered | not_entered
        emails         | hơn 110                | not_entered         | not_entered | not_entered
        calls          | hơn 1.200              | not_entered         | not_entered | not_entered
        signatures     | hơn 359 @15/08/2023    | hơn 359 @15/08/2023 | not_entered | not_entered
        """,
    )


def test_the_whole_year_lacks_the_last_days(reference: Reference):
    check(
        reference,
        REPORT,
        """
        period             | 2023
        questions_received | days_missing 2023-12-26..2023-12-31
        questions_open     | days_missing 2023-12-26..2023-12-31
        emails             | days_missing 2023-12-26..2023-12-31
        signatures         | hơn 359 @15/08/2023
        """,
    )


def test_months_add_up_and_an_entry_of_the_period_wins(reference: Reference):
    check(
        reference,
        MONTHS,
        """
        period             | 2024-01 | 2024-02 | 2024-Q1                | 2024-H1
        questions_received | 20      | 10      | 20 + 10 + 30 = 60      | 60 + 40 = 100
        questions_answered | 12      | 4       | 12 + 4 + 30 = 46       | 46 + 30 = 76
        emails             | 10      | hơn 5   | 10 + 5 + 8 = khoảng 23 | hơn 60
        """,
    )


def test_a_blank_month_leaves_what_is_open_unknown(reference: Reference):
    check(
        reference,
        MONTHS,
        """
        period         | 2024-01         | 2024-02    | 2024-Q1
        questions_open | 20 − 12 − 3 = 5 | left_blank | days_missing 2024-02-01..2024-02-29
        """,
    )


def test_qualifiers_of_one_side_stay_and_of_both_become_about(reference: Reference):
    check(
        reference,
        MONTHS,
        """
        period | 2024-01-01..2024-02-29 | 2024-02-01..2024-03-31 | 2024-Q1
        calls  | 100 + 50 = hơn 150     | 50 + 20 = gần 70       | 100 + 50 + 20 = khoảng 170
        """,
    )


def test_cumulated_figures_subtract_where_they_are_exact(reference: Reference):
    """Entered from the year's start to June and to July: July is what lies between."""
    check(
        reference,
        """
        period             | 2024-H1 | 2024-01-01..2024-07-31
        questions_received | 100     | 120
        emails             | hơn 60  | hơn 70
        """,
        """
        period             | 2024-07
        questions_received | 120 − 100 = 20
        emails             | not_exact
        """,
    )


def test_what_contradicts_itself_is_not_known_and_never_below_zero(reference: Reference):
    """Fewer questions to July than to June; in 2023 more answers by quarters than questions."""
    check(
        reference,
        """
        period              | 2024-H1 | 2024-01-01..2024-07-31 | 2023-H1 | 2023-Q1 | 2023-Q2
        questions_received  | 100     | 90                     | 10      |         |
        questions_answered  |         |                        |         | 8       | 7
        questions_cancelled |         |                        |         | 0       | 0
        """,
        """
        period             | 2024-07       | 2023-H1
        questions_received | contradictory | 10
        questions_answered | not_entered   | 8 + 7 = 15
        questions_open     | contradictory | contradictory
        """,
    )


def test_what_is_counted_from_another_day_is_the_last_one_inside(reference: Reference):
    check(
        reference,
        MONTHS,
        """
        period     | 2024-01-01..2024-02-29 | 2024-Q1             | 2025
        signatures | 30 + 12 = 42           | hơn 400 @01/01/2024 | not_entered
        """,
    )


def test_the_last_index_inside_the_period(reference: Reference):
    groups = {"publicity": 17, "progress": "19.5", "online_service": 8, "online_payment": 9}
    groups |= {"digitisation": "20.14", "satisfaction": 18}
    register = OtherEntries(
        indexes=(
            IndexEntry(day=date(2023, 11, 30), points=Decimal("88.07"), rank="thứ hai"),
            IndexEntry(day=date(2023, 12, 25), points=Decimal("90.18"), rank="thứ nhất toàn quốc"),
            IndexEntry(day=date(2024, 3, 31), groups={k: Decimal(v) for k, v in groups.items()}),
            IndexEntry(day=date(2024, 6, 30), groups={"publicity": Decimal(18)}),
        )
    )
    world = msgspec.structs.replace(reference, other_entries=register)

    def index(period: str) -> Index766 | None:
        return find_other_figures(world, dates(period)).index

    assert index("2023") == index("2023-12")
    of_2023 = index("2023")
    assert of_2023 is not None
    assert (of_2023.points, of_2023.band, of_2023.day) == (
        Decimal("90.18"),
        "xuất sắc",
        date(2023, 12, 25),
    )
    assert of_2023.rank == "thứ nhất toàn quốc"
    assert list(of_2023.groups.values()) == [None] * 6
    november = index("2023-11")
    assert november is not None
    assert november.band == "tốt"
    march = index("2024-03")  # 17 + 19,5 + 8 + 9 + 20,14 + 18 = 91,64
    assert march is not None
    assert (march.points, march.band) == (Decimal("91.64"), "xuất sắc")
    june = index("2024-Q2")
    assert june is not None
    assert (june.points, june.band, june.groups["publicity"]) == (None, "", Decimal(18))
    assert index("2023-10") is None
    assert find_other_figures(world, dates("2023-10")).reasons["index"].code == "not_entered"


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (90, "xuất sắc"),
        ("89.99", "tốt"),
        (80, "tốt"),
        (70, "khá"),
        (50, "trung bình"),
        ("49.99", "yếu"),
        (0, "yếu"),
    ],
)
def test_bands(reference: Reference, points: str, band: str):
    assert reference.others.index.band_of(Decimal(points)) == band


def test_nothing_entered_is_nothing_known(reference: Reference):
    found = find_other_figures(reference, dates("2023"))
    assert not found.is_known
    assert list(found.quantities) == [
        "questions_received",
        "questions_answered",
        "questions_cancelled",
        "questions_open",
        "emails",
        "calls",
        "signatures",
    ]
    assert {q.value for q in found.quantities.values()} == {None}
    assert set(found.reasons) == {*found.quantities, "index"}
