"""Whole numbers that add up, whatever is asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.periods import Period
from ttpv.demo.patterns import (
    apportion,
    apportion_within,
    make_chance,
    season,
    share_of,
    walk_stock,
)

COUNTS = st.integers(0, 10_000_000_000)
WEIGHTS = st.floats(0, 1_000, allow_nan=False)


@given(COUNTS, st.lists(WEIGHTS, min_size=1, max_size=20))
def test_the_parts_are_the_whole(total: int, weights: list[float]):
    parts = apportion(total, weights)
    assert sum(parts) == total
    assert min(parts) >= 0


def test_the_largest_remainders_are_rounded_up():
    assert apportion(10, [1, 1, 1]) == [4, 3, 3]  # 3,33 each; the first of equals
    assert apportion(10, [1, 2, 3.5]) == [2, 3, 5]  # 1,54 · 3,08 · 5,38
    assert apportion(7, [0, 0]) == [4, 3]
    assert apportion(7, [0, 1]) == [0, 7]


@given(st.data())
def test_no_part_is_larger_than_its_whole(data: st.DataObject):
    wholes = data.draw(st.lists(st.integers(0, 10_000), min_size=1, max_size=12))
    total = data.draw(st.integers(0, sum(wholes)))
    weights = data.draw(st.lists(WEIGHTS, min_size=len(wholes), max_size=len(wholes)))
    parts = apportion_within(total, wholes, weights)
    assert sum(parts) == total
    assert all(0 <= part <= whole for part, whole in zip(parts, wholes, strict=True))


def test_more_than_there_is_cannot_be_apportioned():
    with pytest.raises(ValueError, match="7 is more than 6"):
        apportion_within(7, [1, 2, 3], [1, 1, 1])


@given(st.data())
def test_a_stock_ends_where_it_must_and_never_makes_dossiers(data: st.DataObject):
    received = data.draw(st.lists(st.integers(0, 1_000), min_size=1, max_size=12))
    opening = data.draw(st.integers(0, 1_000))
    closing = data.draw(st.integers(0, opening + sum(received)))
    wishes = data.draw(
        st.lists(st.floats(-50, 3_000), min_size=len(received), max_size=len(received))
    )
    stocks = walk_stock(opening, closing, received, wishes)
    assert stocks[-1] == closing
    for before, new, after in zip([opening, *stocks[:-1]], received, stocks, strict=True):
        assert 0 <= after <= before + new


def test_shares_are_rounded_half_up_and_stay_within():
    assert [share_of(count, 0.5) for count in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert (share_of(10, 1.2), share_of(10, -0.1)) == (10, 0)


def test_the_month_of_tet_brings_least():
    year = [Period(date(2024, m, 1), date(2024, m + 1, 1)) for m in range(1, 12)]
    assert min(year, key=season) == year[1]  # Tết 10/02/2024
    whole, part = (
        Period(date(2023, 12, 1), date(2024, 1, 1)),
        Period(date(2023, 12, 1), date(2023, 12, 26)),
    )
    assert season(part) * 31 == pytest.approx(season(whole) * 25)


def test_random_numbers_are_the_same_on_every_python():
    """random() of a text seed is what the whole example hangs on."""
    chance = make_chance(2023, "so-y-te")
    assert [int(chance.random() * 10**9) for _ in range(3)] == [110734675, 150872277, 451302159]
