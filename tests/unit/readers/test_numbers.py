"""Cells → figures, by the kind of the column."""

from datetime import datetime
from decimal import Decimal

import pytest

from ttpv.readers.numbers import parse_count, parse_rate
from ttpv.readers.sheet import SheetCell


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (30816, 30816),
        (30816.0, 30816),
        (0, 0),
        (-0.0, 0),
        ("30.816", 30816),
        ("30,816", 30816),
        ("30 816", 30816),
        ("30\u00a0816", 30816),
        ("10.998.351.456", 10998351456),
        ("30.816,00", 30816),
        ("30,816.0", 30816),
        ("10.998.351.456,00", 10998351456),
        ("30\u202f816", 30816),
        ("458", 458),
        (" 458 ", 458),
        ("0", 0),
    ],
)
def test_a_count(value, count):
    assert (parse_count(SheetCell(value)).figure, parse_count(SheetCell(value)).problem) == (
        count,
        None,
    )


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (None, "figure_missing"),
        ("", "figure_missing"),
        ("-", "cell_dash"),
        ("–", "cell_dash"),
        ("#DIV/0!", "cell_error"),
        ("#N/A", "cell_error"),
        (30.816, "count_decimal"),  # Excel took the point for a decimal one: 30816 or 30,8?
        ("0,0", "count_not_number"),
        ("30.81", "count_not_number"),
        ("30.00", "count_not_number"),  # 30, or 30.000 that lost a zero?
        ("30816,00", "count_not_number"),
        ("30.816,50", "count_not_number"),
        ("30.816.00", "count_not_number"),
        ("30.816,000", "count_not_number"),
        ("1.09984E+10", "count_not_number"),  # what Excel leaves of 10.998.351.456 in a CSV
        ("1.234,567", "count_not_number"),
        ("abc", "count_not_number"),
        ("12 hồ sơ", "count_not_number"),
        (-5, "count_negative"),
        ("-5", "count_negative"),
        ("−1.234", "count_negative"),
        (10**16, "count_too_large"),
        (float("inf"), "count_not_number"),
        (float("nan"), "count_not_number"),
        (True, "count_not_number"),
        (datetime(2023, 1, 1), "count_not_number"),
    ],
)
def test_what_is_no_count(value, problem):
    parsed = parse_count(SheetCell(value))
    assert (parsed.figure, parsed.problem) == (None, problem)


@pytest.mark.parametrize(
    ("value", "number_format", "rate"),
    [
        (66.2, "0.0", "66.2"),
        (100, "0", "100"),
        ("66,2", "General", "66.2"),
        ("66.25%", "General", "66.25"),
        ("66,2 %", "General", "66.2"),
        ("66,20\u00a0%", "General", "66.2"),
        ("100,00%", "General", "100"),
        ("0,662", "General", "0.662"),  # all of a table's so: refused as fractions by a check
        ("100", "General", "100"),
        ("0,0", "General", "0"),
        (0.662, "0.0%", "66.2"),
        (66.2, '0.0"%"', "66.2"),  # the sign is printed, the number is not multiplied
        (66.2, r"0.0\%", "66.2"),
        (0.662, "General", "0.662"),  # as it stands; a check compares it with its parts
        (98.25, "0.0", "98.25"),
    ],
)
def test_a_rate(value, number_format, rate):
    assert parse_rate(SheetCell(value, number_format)).figure == Decimal(rate)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (None, "figure_missing"),
        ("-", "cell_dash"),
        ("#DIV/0!", "cell_error"),
        (100.01, "rate_out_of_range"),
        (-0.1, "rate_out_of_range"),
        ("-5", "rate_out_of_range"),
        ("101", "rate_out_of_range"),
        ("1.234,5", "rate_not_number"),
        ("cao", "rate_not_number"),
    ],
)
def test_what_is_no_rate(value, problem):
    assert parse_rate(SheetCell(value)).problem == problem


def test_a_formula_that_was_never_calculated_is_not_blank():
    cell = SheetCell("=C3+C4", is_uncalculated=True)
    assert parse_count(cell).problem == parse_rate(cell).problem == "cell_formula"


@pytest.mark.parametrize(
    ("value", "written", "rate"),
    [
        (0.5, "0.0;0.0%", "0.5"),  # only what is below zero is shown as a percentage
        (0.5, "0.0_%", "0.5"),  # a space as wide as a percent sign
        (0.5, "0.0*%", "0.5"),
        (0.5, "0.0%;-0.0", "50"),
        (0.894, "[<=1]0.0%;0.0", "89.4"),
        (89.4, "[<=1]0.0%;0.0", "89.4"),
        (0.5, "[>1]0.0;[Red]0.0%", "50"),
        (0.005, "0%%", "50"),
    ],
)
def test_the_section_of_a_format_that_shows_the_number_says_whether_it_is_percent(
    value, written, rate
):
    assert parse_rate(SheetCell(value, written)).figure == Decimal(rate)


def test_a_count_shown_as_a_percentage_is_none():
    assert parse_count(SheetCell(5, "0%")).problem == "count_not_number"
    assert parse_count(SheetCell(5, '#,##0"%"')).figure == 5


@pytest.mark.parametrize("value", ["123\n456", "123\r\n456", "123\t456", "123   456"])
def test_two_numbers_in_one_cell_are_not_one(value):
    assert parse_count(SheetCell(value)).problem == "count_not_number"
    assert parse_count(SheetCell(f"\n{value[:3]} 456\n")).figure == 123456
