"""Numbers and dates as Vietnamese reports write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.tables import dates
from ttpv.views.formatting import (
    format_amount,
    format_billions,
    format_count,
    format_date,
    format_decimal,
    format_interval,
    format_moment,
    format_period,
    format_points,
    format_rate,
    format_share,
    format_target,
    name_period,
)


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    "show",
    [
        format_count,
        format_amount,
        format_billions,
        format_rate,
        format_target,
        format_share,
        format_points,
        format_interval,
        lambda nothing: format_decimal(nothing, 1),
    ],
)
def test_what_is_missing_is_a_dash_and_never_0(show):
    assert show(None) == "–"


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (46, "46"), (999, "999"), (1000, "1.000"), (99364, "99.364"), (10**6, "1.000.000")],
)
def test_counts(count: int, text: str):
    assert format_count(count) == text


def test_amounts():
    assert format_amount(10_998_351_456) == "10.998.351.456 đ"
    assert format_amount(0) == "0 đ"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (10_998_351_456, "10,9 tỷ đồng"),
        (14_206_183_957, "14,2 tỷ đồng"),
        (999_999_999, "0,9 tỷ đồng"),
        (0, "0,0 tỷ đồng"),
        (1_234_567_890_123, "1.234,5 tỷ đồng"),
    ],
)
def test_billions_are_cut_as_in_the_report(amount: int, text: str):
    """The report says "trên 10,9 tỷ" for 10.998.351.456."""
    assert format_billions(amount) == text


@pytest.mark.parametrize(
    ("value", "target", "text"),
    [
        ("98.25", None, "98,3"),
        ("66.247774", "50", "66,2"),
        ("0", None, "0,0"),
        ("100", "100", "100,0"),
        ("49.96", None, "50,0"),
        ("49.96", "50", "49,96"),
        ("49.94", "50", "49,9"),
        ("50.04", "50", "50,0"),
        ("49.996", "50", "49,996"),
        ("49.9951", "50", "49,995"),
        ("49.99999", "50", "49,99999"),
        ("99.96", "100", "99,96"),
        ("66.46", "66.5", "66,46"),
        ("66.54", "66.5", "66,5"),
    ],
)
def test_a_rate_never_rounds_onto_a_target_that_it_missed(
    value: str, target: str | None, text: str
):
    assert format_rate(Decimal(value), decimal(target)) == text


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.integers(0, 100))
def test_what_is_shown_is_on_the_right_side_of_the_target(part: int, more: int, target: int):
    value = Decimal(100 * part) / Decimal(part + more)
    shown = Decimal(format_rate(value, Decimal(target)).replace(",", "."))
    assert (shown >= target) == (value >= target)


@pytest.mark.parametrize(
    ("target", "text"),
    [("50", "50"), ("66.5", "66,5"), ("100", "100"), ("100.0", "100"), ("0", "0")],
)
def test_targets_are_written_as_they_are_set(target: str, text: str):
    assert format_target(Decimal(target)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("99.9516842", "99,95 %"),
        ("0.0483157", "0,05 %"),
        ("100", "100,00 %"),
        ("0", "0,00 %"),
        ("0.005", "0,01 %"),
        ("99.9979872", "99,998 %"),
        ("0.0020128", "0,002 %"),
    ],
)
def test_shares_have_two_decimals_and_more_where_two_would_say_all_or_none(share: str, text: str):
    assert format_share(Decimal(share)) == text


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        ("16.2477", "+16,2 điểm %"),
        ("-5.7", "−5,7 điểm %"),
        ("0", "không đổi"),
        ("0.0", "không đổi"),
        ("-0.04", "−0,04 điểm %"),
        ("0.04", "+0,04 điểm %"),
        ("-0.05", "−0,1 điểm %"),
        ("-0.0004", "−0,0004 điểm %"),
        ("-100", "−100,0 điểm %"),
    ],
)
def test_a_gap_has_its_sign_and_is_not_rounded_away(gap: str, text: str):
    assert format_points(Decimal(gap)) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("1234567.891", 2, "1.234.567,89"),
        ("2.5", 0, "3"),
        ("-2.25", 1, "-2,3"),
        ("7", 3, "7,000"),
    ],
)
def test_decimals(value: str, places: int, text: str):
    assert format_decimal(Decimal(value), places) == text


def test_intervals():
    assert format_interval((Decimal(98), Decimal("99.9"))) == "98,0–99,9"


def test_dates_and_periods():
    assert format_date(date(2023, 2, 5)) == "05/02/2023"
    assert format_period(dates("2023-01-01..2023-12-25")) == "01/01/2023 – 25/12/2023"


def test_a_moment_is_in_the_machine_s_time():
    moment = datetime(2024, 1, 2, 3, 4, tzinfo=UTC)
    local = moment.astimezone()
    assert (
        format_moment(moment) == f"{local.hour:02d}:{local.minute:02d} {format_date(local.date())}"
    )


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2023-12", "Tháng 12/2023"),
        ("2024-02", "Tháng 02/2024"),
        ("2023-Q1", "Quý I/2023"),
        ("2023-Q2", "Quý II/2023"),
        ("2023-Q3", "Quý III/2023"),
        ("2023-Q4", "Quý IV/2023"),
        ("2023-H1", "6 tháng đầu năm 2023"),
        ("2023-H2", "6 tháng cuối năm 2023"),
        ("2023-9M", "9 tháng đầu năm 2023"),
        ("2023", "Năm 2023"),
        ("2023-01-01..2023-12-25", "01/01/2023 – 25/12/2023"),
        ("2022-12-15..2023-01-14", "15/12/2022 – 14/01/2023"),
        ("2023-02-01..2023-04-30", "01/02/2023 – 30/04/2023"),
        ("2023-04-01..2023-09-30", "01/04/2023 – 30/09/2023"),
        ("2023-04-01..2024-03-31", "01/04/2023 – 31/03/2024"),
        ("2023-02-01..2023-10-31", "01/02/2023 – 31/10/2023"),
    ],
)
def test_a_period_s_name_is_the_calendar_s_or_its_dates(period: str, name: str):
    assert name_period(dates(period)) == name
