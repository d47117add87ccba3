"""Halves go up, as in Vietnamese reports; binary floats take no part."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.decimals import (
    decimal_from_cell,
    decimal_from_fraction,
    divide,
    percent,
    round_half_up,
    truncate,
)

counts = st.integers(0, 10**15)


def test_half_up_where_python_and_floats_say_98_2():
    exact = percent(1965, 2000)
    assert exact == Decimal("98.25")
    assert str(round_half_up(exact, 1)) == "98.3"
    assert round(exact, 1) == Decimal("98.2")
    assert round(1965 / 2000 * 100, 1) == 98.2


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("0.05", 1, "0.1"),
        ("0.049999999999", 1, "0.0"),
        ("0.15", 1, "0.2"),
        ("0.25", 1, "0.3"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.04", 1, "-0.0"),
        ("99.95", 1, "100.0"),
        ("66.2", 12, "66.200000000000"),
        ("10998351456", 1, "10998351456.0"),
    ],
)
def test_round_half_up(value: str, places: int, rounded: str):
    assert str(round_half_up(Decimal(value), places)) == rounded


@given(st.integers(-(10**12), 10**12), st.integers(0, 5))
def test_halves_go_away_from_zero(units: int, places: int):
    """x,5 units of the last place: always the neighbour that is farther from zero."""
    half = Decimal(units) + (Decimal("0.5") if units >= 0 else Decimal("-0.5"))
    scaled = half.scaleb(-places)
    assert abs(round_half_up(scaled, places).scaleb(places)) == abs(units) + 1


@given(st.decimals(-100, 100, places=14), st.integers(0, 12))
def test_rounding_is_within_half_a_unit(value: Decimal, places: int):
    rounded = round_half_up(value, places)
    assert abs(Fraction(rounded) - Fraction(value)) * 10**places * 2 <= 1
    assert -rounded.as_tuple().exponent == places


@pytest.mark.parametrize(
    ("value", "cut"), [("10.998351456", "10.9"), ("10.9", "10.9"), ("0.99", "0.9"), ("3", "3.0")]
)
def test_truncate_cuts(value: str, cut: str):
    assert str(truncate(Decimal(value), 1)) == cut


@given(counts, st.integers(1, 10**15))
def test_percent_is_exact_far_beyond_what_is_shown(numerator: int, denominator: int):
    exact = Fraction(100 * numerator, denominator)
    assert abs(Fraction(percent(numerator, denominator)) - exact) * 10**30 < 1


@given(st.integers(1, 10**15), st.integers(0, 100))
def test_a_comparison_with_a_target_is_that_of_the_fraction(denominator: int, target: int):
    """At, just below and just above the target, in one dossier of a thousand billion."""
    at = target * denominator // 100
    for numerator in (at - 1, at, at + 1):
        met = percent(numerator, denominator) >= target
        assert met == (100 * numerator >= target * denominator)


@given(counts, st.integers(1, 10**15))
def test_a_fraction_becomes_the_decimal_that_dividing_gives(numerator: int, denominator: int):
    value = Fraction(numerator, denominator)
    assert abs(Fraction(decimal_from_fraction(value)) - value) * 10**30 < 1


def test_dividing_by_zero_raises():
    with pytest.raises(ZeroDivisionError):
        percent(1, 0)
    with pytest.raises(ArithmeticError):
        divide(Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    ("number", "text"),
    [(66.2, "66.2"), (0.1 + 0.2, "0.30000000000000004"), (98, "98"), (0.0, "0.0")],
)
def test_a_cell_s_number_is_the_decimal_that_a_spreadsheet_shows(number: float, text: str):
    assert str(decimal_from_cell(number)) == text
