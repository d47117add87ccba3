"""Two dates, inclusive for people, half-open in code; and what tiles what."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.periods import (
    Period,
    YearToDate,
    add_months,
    parse_period,
)

DAY = timedelta(days=1)
days = st.dates(date(1900, 1, 1), date(2900, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    return Period(start, start + draw(st.integers(1, 800)) * DAY)


@st.composite
def chains(draw: st.DrawFn) -> list[Period]:
    """Adjacent periods, in order."""
    at = draw(days)
    chain = []
    for length in draw(st.lists(st.integers(1, 100), min_size=1, max_size=12)):
        chain.append(Period(at, at + length * DAY))
        at = chain[-1].stop
    return chain


def inclusive(text: str) -> Period:
    first, last = text.split("..")
    return Period.inclusive(date.fromisoformat(first), date.fromisoformat(last))


# Dates


def test_people_name_the_last_day_code_the_one_after():
    period = inclusive("2023-01-01..2023-12-25")
    assert (period.start, period.last, period.stop) == (
        date(2023, 1, 1),
        date(2023, 12, 25),
        date(2023, 12, 26),
    )
    assert period.days == 359


@pytest.mark.parametrize("stop", [date(2023, 1, 1), date(2022, 12, 31)])
def test_a_period_has_days(stop: date):
    with pytest.raises(ValueError, match="without days"):
        Period(date(2023, 1, 1), stop)


def test_one_day_is_a_period():
    assert inclusive("2024-02-29..2024-02-29").days == 1


@given(periods())
def test_what_is_printed_parses_to_the_same(period: Period):
    assert parse_period(str(period)) == period


@given(periods(), periods())
def test_order_is_by_start_then_stop(one: Period, other: Period):
    assert (one < other) == ((one.start, one.stop) < (other.start, other.stop))


@given(periods(), periods())
def test_contains_is_day_by_day(one: Period, other: Period):
    last_too = one.start <= other.last <= one.last
    assert one.contains(other) == (one.start <= other.start and last_too)


# Short forms


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2023", "2023-01-01..2023-12-31"),
        ("2023-01", "2023-01-01..2023-01-31"),
        ("2023-12", "2023-12-01..2023-12-31"),
        ("2023-02", "2023-02-01..2023-02-28"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2000-02", "2000-02-01..2000-02-29"),
        ("2100-02", "2100-02-01..2100-02-28"),
        ("2023-Q1", "2023-01-01..2023-03-31"),
        ("2024-Q1", "2024-01-01..2024-03-31"),
        ("2023-Q4", "2023-10-01..2023-12-31"),
        ("2023-H1", "2023-01-01..2023-06-30"),
        ("2023-H2", "2023-07-01..2023-12-31"),
        ("2023-9M", "2023-01-01..2023-09-30"),
        (" 2023-9M ", "2023-01-01..2023-09-30"),
        ("2024-02-29..2024-02-29", "2024-02-29..2024-02-29"),
        ("0001", "0001-01-01..0001-12-31"),
        ("9998", "9998-01-01..9998-12-31"),
    ],
)
def test_short_forms_are_calendar_periods(text: str, dates: str):
    assert parse_period(text) == inclusive(dates)


def test_year_to_date_is_a_wish():
    assert parse_period("2023-YTD") == YearToDate(2023)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "last month",
        "23",
        "2023-13",
        "2023-00",
        "2023-1",
        "2023-Q0",
        "2023-Q5",
        "2023-H3",
        "2023-8M",
        "2023-ytd",
        "2023-Q1..2023-Q2",
        "2023-01-01",
        "2023-01-01..",
        "2023-02-29..2023-03-01",
        "2023-01-31..2023-02-30",
        "2023-12-25..2023-01-01",
        "01/01/2023..25/12/2023",
        "2023-01-01...2023-12-25",
        "0000",
        "0000-YTD",
        "9999",
        "9999-12",
        "9999-12-31..9999-12-31",
        "2023-01-01..9999-12-31",
    ],
)
def test_anything_else_is_refused(text: str):
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)


# Kinds


@pytest.mark.parametrize(
    ("dates", "kind"),
    [
        ("2023-01-01..2023-01-31", "month"),
        ("2023-02-01..2023-02-28", "month"),
        ("2024-02-01..2024-02-29", "month"),
        ("2024-02-01..2024-02-28", "other"),
        ("2022-12-15..2023-01-14", "month"),
        ("2023-01-15..2023-02-14", "month"),
        ("2023-01-21..2023-02-20", "month"),
        ("2023-01-15..2023-02-15", "other"),
        ("2023-01-31..2023-02-27", "month"),
        ("2022-12-15..2023-03-14", "quarter"),
        ("2023-01-01..2023-03-31", "quarter"),
        ("2023-01-01..2023-06-30", "half"),
        ("2022-12-15..2023-06-14", "half"),
        ("2023-01-01..2023-09-30", "nine_months"),
        ("2022-12-21..2023-09-20", "nine_months"),
        ("2023-01-01..2023-12-31", "year"),
        ("2024-01-01..2024-12-31", "year"),
        ("2022-12-15..2023-12-14", "year"),
        ("2023-02-28..2024-02-27", "year"),
        ("2023-01-01..2023-12-25", "other"),
        ("2023-01-01..2023-01-01", "other"),
        ("2023-01-01..2023-04-30", "other"),
        ("2023-01-01..2024-12-31", "other"),
    ],
)
def test_kind_is_by_whole_months_from_any_day(dates: str, kind: str):
    assert inclusive(dates).kind == kind


@given(days, st.sampled_from([(1, "month"), (3, "quarter"), (6, "half"), (9, "nine_months")]))
def test_whole_months_have_their_kind_from_every_day(start: date, kind: tuple[int, str]):
    assert Period(start, add_months(start, kind[0])).kind == kind[1]


@given(days, st.integers(-600, 600))
def test_months_later_is_the_same_day_or_the_month_s_last(day: date, months: int):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + DAY).day == 1)
