"""A published period beside others: which, by what right, and what follows of it.

Figures are published month by month; `·` in an expected table is nothing to compare with.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.spec.comparing import RATE, compare, in_words, publish_months
from tests.spec.tables import World, as_written, read_table
from ttpv.compare import Movement, NoMovement
from ttpv.core.decimals import decimal_from_fraction
from ttpv.monitor import PeriodNotCovered


def test_what_is_compared_with_what(one: World):
    publish_months(
        one,
        """
        month   | received | online
        2022-12 |      100 |     40
        2023-01 |      100 |     50
        2023-02 |      200 |    120
        2023-03 |      100 |     70
        2023-12 |      100 |     66
        """,
    )
    expected = """
    period  | beside              | is
    2023-03 | previous            | 2023-02-01..2023-02-28
    2023-03 | year_before         | 2022-03-01..2022-03-31 lacks 2022-03-01..2022-03-31
    2023-03 | year_to_date        | 2023-01-01..2023-03-31
    2023-03 | year_to_date_before | 2022-01-01..2022-03-31 lacks 2022-01-01..2022-03-31
    2023-12 | previous            | 2023-11-01..2023-11-30 lacks 2023-11-01..2023-11-30
    2023-12 | year_before         | 2022-12-01..2022-12-31
    2023-12 | year_to_date        | 2023-01-01..2023-12-31 lacks 2023-04-01..2023-11-30
    2023-12 | year_to_date_before | 2022-01-01..2022-12-31 lacks 2022-01-01..2022-11-30
    """
    rows = read_table(expected)
    found = [row | {"is": in_words(compare(one, row["period"]), row["beside"])} for row in rows]
    assert found == rows


def test_differences_are_percentage_points(one: World):
    publish_months(
        one,
        """
        month   | received | online
        2022-03 |      100 |     40
        2023-01 |      100 |     50
        2023-02 |      200 |    120
        2023-03 |      100 |     70
        """,
    )
    comparison = compare(one, "2023-03")
    expected = read_table(
        """
        beside              | points             | received
        previous            | 70 − 60 = 10,0     | -100
        year_before         | 70 − 40 = 30,0     | 0
        year_to_date        | 70 − 240/4 = 10,0  | -300
        year_to_date_before | null               | null
        """
    )
    found = []
    for row in expected:
        delta = comparison.delta(RATE, row["beside"])
        change = comparison.change("received_new", row["beside"])
        found.append(
            row
            | {
                "points": as_written(row["points"], delta.points if delta else None),
                "received": "null" if change is None else str(change),
            }
        )
    assert found == expected
    previous = comparison.delta(RATE, "previous")
    assert previous is not None
    assert not previous.estimated


def test_published_and_computed_rates_may_be_compared_and_unknown_ones_not(one: World):
    """November prints 80,0; December has the parts: 85 of 100."""
    one.publish(
        "2023-11",
        """
        who | received_new | digitisation | eid
        a   |          100 |         80,0 | 90,0
        Σ   |          100 |         80,0 | 90,0
        """,
    )
    one.publish("2023-12", "who | received_new | digitised\na | 100 | 85")
    comparison = compare(one, "2023-12")
    delta = comparison.delta("digitisation", "previous")
    assert delta is not None
    assert (delta.points, delta.estimated) == (Decimal(5), False)
    assert comparison.delta("eid", "previous") is None


def test_an_estimate_makes_the_difference_one(world: World):
    """November has no line of the centre: (300×80 + 100×60) / 400 = 75."""
    world.publish(
        "2023-11",
        """
        who | received_new | digitisation
        a   |          300 |         80,0
        b   |          100 |         60,0
        """,
    )
    world.publish(
        "2023-12",
        """
        who | received_new | digitised
        a   |          300 |       240
        b   |          100 |        80
        """,
    )
    delta = compare(world, "2023-12", "a", "b").delta("digitisation", "previous")
    assert delta is not None
    assert (delta.points, delta.estimated) == (Decimal(5), True)


def test_the_series_leaves_missing_months_open(one: World):
    publish_months(
        one,
        """
        month   | received | online
        2023-08 |      100 |     40
        2023-09 |      100 |     50
        2023-11 |      100 |     70
        """,
    )
    series = compare(one, "2023-11").series
    assert [(str(o.period), o.side is not None) for o in series] == [
        ("2023-08-01..2023-08-31", True),
        ("2023-09-01..2023-09-30", True),
        ("2023-10-01..2023-10-31", False),
        ("2023-11-01..2023-11-30", True),
    ]


def test_the_series_is_a_year_and_the_same_month_before_it(one: World):
    for year in (2022, 2023):
        for month in range(1, 13):
            one.publish(f"{year}-{month:02}", "who | received_new | received_online\na | 10 | 5")
    series = compare(one, "2023-12").series
    assert [str(series[0].period), len(series)] == ["2022-12-01..2022-12-31", 13]


def test_months_that_begin_on_the_15th_make_a_year_of_their_own(one: World):
    for period in ("2022-12-15..2023-01-14", "2023-01-15..2023-02-14"):
        one.publish(period, "who | received_new | received_online\na | 10 | 5")
    comparison = compare(one, "2023-01-15..2023-02-14")
    assert in_words(comparison, "previous") == "2022-12-15..2023-01-14"
    assert in_words(comparison, "year_to_date") == "2022-12-15..2023-02-14"
    assert str(comparison.year) == "2022-12-15..2023-12-14"


def test_what_cannot_be_answered_raises(one: World):
    publish_months(one, "month | received | online\n2023-01 | 10 | 5")
    with pytest.raises(PeriodNotCovered):
        compare(one, "2023-02")
    with pytest.raises(ValueError, match="nobody"):
        compare(one, "2023-01", "nobody")


def test_a_movement_adds_up_to_the_difference(world: World):
    """a: 50 → 60 of a growing share; b: 80 both times; c comes: all share effect.

    November (100×50 + 100×80)/200 = 65; December (180 + 80 + 50)/500 = 62.
    """
    world.publish(
        "2023-11",
        """
        who | received_new | received_online
        a   |          100 |              50
        b   |          100 |              80
        c   |            0 |               0
        """,
    )
    world.publish(
        "2023-12",
        """
        who | received_new | received_online
        a   |          300 |             180
        b   |          100 |              80
        c   |          100 |              50
        """,
    )
    comparison = compare(world, "2023-12")
    movement = comparison.movements.get(RATE)
    assert isinstance(movement, Movement)
    delta = comparison.delta(RATE, "previous")
    assert delta is not None
    assert decimal_from_fraction(movement.change) == delta.points == Decimal(-3)
    assert sum(c.total for c in movement.contributions) == movement.change
    by_id = {c.department: c for c in movement.contributions}
    # mean share of a: (100/200 + 300/500)/2 = 0,55, times 10 points
    assert by_id["a"].own == Fraction("5.5")
    assert by_id["b"].own == 0
    assert (by_id["c"].own, by_id["c"].before) == (0, None)


def test_without_a_department_s_parts_nothing_is_decomposed(world: World):
    world.publish("2023-11", "who | received_new | received_online\na | 10 | 5\nb | 10 | 5")
    world.publish(
        "2023-12", "who | received_new | received_online\na | 10 | 5\nb | 10 | 5\nc | 10 | 5"
    )
    assert compare(world, "2023-12").movements.get(RATE) == NoMovement("parts_unknown", ("c",))
    assert compare(world, "2023-11").movements.get(RATE) is None
