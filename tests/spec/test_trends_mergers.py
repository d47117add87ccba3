"""Series over time where departments merged, split, or existed for a part of a slot."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.spec.series import (
    FIRST_DAY,
    LAST_DAY,
    MEASURES,
    RATE,
    TODAY,
    check_series,
    moved,
    trend_of,
)
from tests.spec.tables import World, dates
from ttpv.monitor import Structure, open_timeline
from ttpv.reference import Department, Reference
from ttpv.store import Store
from ttpv.trends import Step, compute_trend


@pytest.fixture
def merging(tmp_path: Path, small_reference: Reference) -> World:
    """On 01/03/2025 a and b become ab; x splits into y and z."""

    def make(name: str, *successors: str, first: date | None = None, last: date | None = None):
        return Department(
            id=name, name=f"Sở {name}", short=name, first=first, last=last, successors=successors
        )

    register = (
        make("a", "ab", last=LAST_DAY),
        make("b", "ab", last=LAST_DAY),
        make("x", "y", "z", last=LAST_DAY),
        make("ab", first=FIRST_DAY),
        make("y", first=FIRST_DAY),
        make("z", first=FIRST_DAY),
    )
    reference = msgspec.structs.replace(small_reference, departments=register)
    world = World(Store(tmp_path / "world"), reference)
    world.publish(
        "2025-02",
        """
        who | received_new | received_online | pending_in_time | pending_overdue
        a   |          100 |              20 |              10 |               1
        b   |          300 |             180 |              20 |               2
        x   |          100 |              50 |              30 |               3
        """,
    )
    world.publish(
        "2025-03",
        """
        who | received_new | received_online | pending_in_time | pending_overdue
        ab  |          400 |             300 |              40 |               4
        y   |           50 |              25 |               5 |               5
        z   |           50 |              25 |               6 |               6
        """,
    )
    return world


def test_in_todays_structure_predecessors_are_summed(merging: World):
    trend = trend_of(merging, None, "ab")
    check_series(
        trend,
        trend.departments[0],
        """
        slot    | rate                              | received_new    | pending_overdue
        2025-02 | (20 + 180) / (100 + 300) × 100 = 50 | 100 + 300 = 400 | 1 + 2 = 3
        2025-03 | 300 / 400 × 100 = 75              | 400             | 4
        """,
    )


def test_as_of_then_each_has_its_own_days(merging: World):
    """ab has no February and a no March: nothing there, not 0; so they make no sum together."""
    trend = trend_of(merging, None, "a", "ab", structure="then")
    a, ab = trend.departments
    check_series(trend, a, "slot | received_new\n 2025-02 | 100\n 2025-03 | gap")
    check_series(trend, ab, "slot | received_new\n 2025-02 | gap\n 2025-03 | 400")
    check_series(trend, trend.chosen, "slot | received_new\n 2025-02 | gap\n 2025-03 | gap")


@pytest.mark.parametrize("structure", ["then", "now"])
def test_the_centre_is_equal_either_way(merging: World, structure: Structure):
    trend = trend_of(merging, None, structure=structure)
    check_series(
        trend,
        trend.centre,
        """
        slot    | rate                               | received_new          | pending_overdue
        2025-02 | (20 + 180 + 50) / 500 × 100 = 50   | 100 + 300 + 100 = 500 | 1 + 2 + 3 = 6
        2025-03 | (300 + 25 + 25) / 500 × 100 = 70   | 400 + 50 + 50 = 500   | 4 + 5 + 6 = 15
        """,
    )


@pytest.mark.parametrize("structure", ["then", "now"])
def test_all_departments_together_are_the_centre(merging: World, structure: Structure):
    snapshot = merging.store.current()
    assert snapshot is not None
    timeline = open_timeline(merging.store, merging.reference, snapshot)
    trend = compute_trend(
        timeline,
        Step("month"),
        rates=(RATE,),
        measures=MEASURES,
        chosen="all",
        structure=structure,
        today=TODAY,
    )
    for at in range(len(trend.slots)):
        lines = [series.counts["received_new"][at] for series in trend.departments]
        assert sum(count or 0 for count in lines) == trend.centre.counts["received_new"][at]


def test_who_never_reported_is_an_empty_line_and_not_the_centre(merging: World, tmp_path: Path):
    """Only March is left of the store's months: as of then a has none of it."""
    world = World(Store(tmp_path / "march"), merging.reference)
    world.publish("2025-03", "who | received_new\n ab | 400\n y | 50\n z | 50")
    trend = trend_of(world, None, "a", structure="then")
    check_series(trend, trend.chosen, "slot | received_new\n 2025-03 | gap")
    with pytest.raises(ValueError, match="nobody"):
        trend_of(world, None, "nobody")


def test_who_was_split_is_named_and_not_summed(merging: World):
    trend = trend_of(merging, None, "x", "y")
    assert trend.split == ("x",)
    x = trend.departments[0]
    check_series(trend, x, "slot | received_new\n 2025-02 | 100\n 2025-03 | gap")


@pytest.mark.parametrize("structure", ["then", "now"])
def test_a_merger_between_two_periods_moves_nothing(merging: World, structure: Structure):
    """50 % → 70 %: ab moved it by its own rate, 0,8 × (75 − 50) = 20; a and b are ab before, in the
    structure of March as in today's. x was split, so it goes, and y and z come."""
    movement = moved(merging, "2025-02", "2025-03", structure)
    assert {c.department for c in movement.contributions} == {"ab", "x", "y", "z"}
    assert sum(c.total for c in movement.contributions) == movement.change == 20
    assert movement.contributions[0].department == "ab"
    assert movement.contributions[0].own == 20
    assert {c.department for c in movement.contributions if c.comes_or_goes} == set("xyz")


@pytest.mark.parametrize("structure", ["then", "now"])
def test_nor_does_a_merger_within_a_period(merging: World, structure: Structure):
    """January is a, b, x as in February; February and March together have a and b for one month and
    ab for the other. a and b do not go, and ab does not come: it moved the rate from 50 to
    (20 + 180 + 300)/800 = 62,5, with eight tenths of the dossiers."""
    merging.publish(
        "2024-12-01..2025-01-31",
        "who | received_new | received_online\na | 100 | 20\nb | 300 | 180\nx | 100 | 50",
    )
    movement = moved(merging, "2024-12-01..2025-01-31", "2025-02-01..2025-03-31", structure)
    assert sum(c.total for c in movement.contributions) == movement.change == 10
    assert {c.department for c in movement.contributions} == {"ab", "x", "y", "z"}
    assert {c.department for c in movement.contributions if c.comes_or_goes} == {"y", "z"}
    assert (movement.contributions[0].department, movement.contributions[0].own) == ("ab", 10)


def test_who_existed_in_a_part_of_a_quarter_has_no_quarter(merging: World):
    """a had January and February, ab March: neither is the first quarter. The centre's is all of
    it, and in today's structure ab's too."""
    merging.publish(
        "2025-01", "who | received_new | received_online\na | 100 | 20\nb | 1 | 0\nx | 1 | 0"
    )
    merging.publish(
        "2025-04-01..2025-06-30",
        "who | received_new | received_online\nab | 10 | 5\ny | 1 | 0\nz | 1 | 0",
    )
    quarter = Step("quarter")
    then = trend_of(merging, quarter, "a", "ab", structure="then")
    a, ab = then.departments
    check_series(then, a, "slot | rate | received_new\n2025-Q1 | gap | gap\n2025-Q2 | gap | gap")
    check_series(then, ab, "slot | rate | received_new\n2025-Q1 | gap | gap\n2025-Q2 | 50 | 10")
    check_series(then, then.chosen, "slot | received_new\n2025-Q1 | gap\n2025-Q2 | gap")
    assert a.parts == (dates("2025-01-01..2025-02-28"), None)
    assert ab.parts == (dates("2025-03"), None)
    check_series(
        then,
        then.centre,
        "slot | received_new\n2025-Q1 | 102 + 500 + 500 = 1.102\n2025-Q2 | 10 + 1 + 1 = 12",
    )
    now = trend_of(merging, quarter, "ab")
    check_series(
        now,
        now.departments[0],
        "slot | received_new\n2025-Q1 | 100 + 1 + 400 + 400 = 901\n2025-Q2 | 10",
    )
