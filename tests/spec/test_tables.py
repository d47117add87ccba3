"""The helper that reads the spec tables does what it says; else every spec could be hollow."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.spec.tables import World, as_written, calculate, check_rates, read_table


def test_a_table_is_rows_by_head():
    text = """
        who | received_new | digitisation
        ----+--------------+-------------
        a   |        1.965 |         80,5
        b   |              |          0,0
    """
    assert read_table(text) == [
        {"who": "a", "received_new": "1.965", "digitisation": "80,5"},
        {"who": "b", "received_new": "", "digitisation": "0,0"},
    ]


@pytest.mark.parametrize(
    ("arithmetic", "value"),
    [
        ("7", Fraction(7)),
        ("100×1.965 / 2.000", Fraction(393, 4)),
        ("(2×80,5 + 1×60) / 3", Fraction(221, 3)),
        ("50 − 49,96", Fraction(4, 100)),
    ],
)
def test_arithmetic_is_exact(arithmetic: str, value: Fraction):
    assert calculate(arithmetic) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("98,3", Decimal("98.25")),
        ("100×1.965/2.000 = 98,25", Decimal("98.25")),
        ("1.965", 1965),
        ("-0,04", Decimal("-0.04")),
        ("null", None),
    ],
)
def test_a_right_value_reads_as_it_is_written(cell: str, value: Decimal | int | None):
    assert as_written(cell, value) == cell


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("98,2", Decimal("98.25")),
        ("100×1.965/2.000 = 98,25", Decimal("98.2500001")),
        ("100×1.965/2.000 = 98,3", Decimal("98.26")),
        ("null", Decimal(0)),
        ("0", None),
    ],
)
def test_a_wrong_value_does_not(cell: str, value: Decimal | int | None):
    assert as_written(cell, value) != cell


def test_a_wrong_table_fails(world: World):
    world.publish("2023", "who | received_new | received_online\na | 3 | 1")
    with pytest.raises(AssertionError):
        check_rates(world.figures("2023", "a"), "who|rate|value\ntotal|online_submission|33,4")
