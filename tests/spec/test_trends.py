"""Series over time: gaps stay open, targets step, mergers keep the totals (DOMAIN, periods).

In a series table a row is a slot; `gap` stands where no figure may be shown.
"""

from datetime import date

import msgspec

from tests.spec.series import (
    RATE,
    check_series,
    month,
    target,
    trend_of,
)
from tests.spec.tables import World, dates
from ttpv.core.periods import Period
from ttpv.monitor import open_timeline
from ttpv.trends import Step, compute_trend, offer_steps


def test_a_missing_month_stands_open(world: World):
    """February is not published: it is no 0, and no line between January and March."""
    world.publish("2023-01", month(100, 20))
    world.publish("2023-03", month(200, 100, overdue=7))
    trend = trend_of(world)
    check_series(
        trend,
        trend.centre,
        """
        slot    | rate                             | received_new          | pending_overdue
        2023-01 | (20 + 50 + 50) / 300 × 100 = 40  | 100 + 100 + 100 = 300 | 0
        2023-02 | gap                              | gap                   | gap
        2023-03 | (100 + 50 + 50) / 400 × 100 = 50 | 200 + 100 + 100 = 400 | 7
        """,
    )
    assert [slot.is_answered for slot in trend.slots] == [True, False, True]
    assert trend.slots[1].missing == (dates("2023-02"),)


def test_a_part_of_a_month_is_not_the_month(world: World):
    """01–25/12 are known; the days that the month lacks are said."""
    for known in ("2023-10", "2023-11", "2023-12-01..2023-12-25", "2024-01"):
        world.publish(known, month(100, 20))
    trend = trend_of(world)
    assert [slot.is_answered for slot in trend.slots] == [True, True, False, True]
    assert trend.slots[2].missing == (dates("2023-12-26..2023-12-31"),)


def test_a_department_without_a_figure_leaves_the_sum_open(world: World):
    world.publish("2023-01", month(100, 20))
    world.publish(
        "2023-02",
        """
        who | received_new | received_online
        a   |          100 |              30
        b   |          100 |              50
        c   |              |
        """,
    )
    trend = trend_of(world, None, "a")
    check_series(
        trend,
        trend.centre,
        """
        slot    | rate | received_new
        2023-01 | 40   | 300
        2023-02 | null | null
        """,
    )
    check_series(
        trend,
        trend.departments[0],
        """
        slot    | rate | received_new
        2023-01 | 20   | 100
        2023-02 | 30   | 100
        """,
    )


def test_targets_step_and_a_department_has_its_own(world: World):
    """50 % until the end of February, 60 % from April on; a owes 80 % from February on."""
    targets = (
        target(50, "province", date(2023, 1, 1), date(2023, 2, 28)),
        target(60, "province", date(2023, 4, 1), None),
        target(80, "a", date(2023, 2, 1), None),
    )
    world = World(world.store, msgspec.structs.replace(world.reference, targets=targets))
    for number in (1, 2, 4):
        world.publish(f"2023-{number:02d}", month(100, 20))
    trend = trend_of(world, None, "a")
    check_series(
        trend,
        trend.centre,
        """
        slot    | rate | target
        2023-01 | 40   | 50
        2023-02 | 40   | 50
        2023-03 | gap  | null
        2023-04 | 40   | 60
        """,
    )
    check_series(
        trend,
        trend.departments[0],
        """
        slot    | rate | target
        2023-01 | 20   | 50
        2023-02 | 20   | 80
        2023-03 | gap  | 80
        2023-04 | 20   | 80
        """,
    )
    assert trend.chosen is trend.departments[0]


def test_quarters_are_whole_or_open(world: World):
    """Flows add, the stock is that of the last month, and a quarter of two months is none."""
    for number in (1, 2, 3, 4, 5, 7, 8, 9):
        world.publish(f"2023-{number:02d}", month(100, 20, overdue=number))
    trend = trend_of(world, Step("quarter"))
    check_series(
        trend,
        trend.centre,
        """
        slot    | rate | received_new  | pending_overdue
        2023-Q1 | 40   | 3 × 300 = 900 | 3
        2023-Q2 | gap  | gap           | gap
        2023-Q3 | 40   | 3 × 300 = 900 | 9
        """,
    )
    assert trend.slots[1].missing == (dates("2023-06"),)


def test_months_that_open_on_the_21st_are_a_series_of_their_own(world: World):
    """They close on the 20th; calendar months beside them are another series."""
    first = "2023-12-21..2024-01-20"
    later = "2024-02-21..2024-03-20"
    world.publish(first, month(100, 20))
    world.publish(later, month(100, 60))
    world.publish("2023-05", month(100, 90))
    world.publish("2023-06", month(100, 90))
    trend = trend_of(world, Step("month", 21))
    check_series(
        trend,
        trend.centre,
        f"""
        slot                   | rate
        {first}                | 40
        2024-01-21..2024-02-20 | gap
        {later}                | (60 + 50 + 50) / 300 × 100 = 53,33333333333333333333333333
        """,
    )
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    assert offer_steps(timeline) == (Step("month", 1), Step("month", 21))


def test_cumulated_exports_give_months_by_difference(world: World):
    """January; to the end of February; to the end of March: a 100, 100 + 50, 150 + 50 dossiers."""
    world.publish("2023-01", month(100, 20))
    world.publish("2023-01-01..2023-02-28", month(150, 60, overdue=2))
    world.publish("2023-01-01..2023-03-31", month(200, 60, overdue=3))
    trend = trend_of(world, None, "a")
    check_series(
        trend,
        trend.departments[0],
        """
        slot    | rate                       | received_new   | pending_overdue
        2023-01 | 20                         | 100            | 0
        2023-02 | (60 − 20) / 50 × 100 = 80  | 150 − 100 = 50 | 2
        2023-03 | (60 − 60) / 50 × 100 = 0   | 200 − 150 = 50 | 3
        """,
    )


def test_all_chosen_are_the_centre(world: World):
    world.publish("2023-01", month(100, 20))
    trend = trend_of(world, None, "a", "b", "c")
    assert trend.chosen is trend.centre
    assert [series.department.id for series in trend.departments if series.department] == list(
        "abc"
    )


def test_the_slot_that_is_looked_at_ends_by_the_chosen_day(world: World):
    for number in (1, 2, 3, 5):
        world.publish(f"2023-{number:02d}", month(100, 20))
    trend = trend_of(world)
    assert trend.find_slot(date(2023, 4, 1)) == 2
    assert trend.find_slot(date(2023, 5, 1)) == 2  # April is not answered
    assert trend.find_slot(date(2024, 1, 1)) == 4
    assert trend.find_slot(date(2022, 1, 1)) == 4  # nothing ends by then: the last


def test_a_state_without_months_offers_no_step(world: World):
    world.publish("2023-01-01..2023-12-25", month(100, 20))
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    assert offer_steps(timeline) == ()
    assert compute_trend(timeline, Step("month"), rates=(RATE,)).slots == ()


def test_periods_of_the_series_tile_without_overlap(world: World):
    world.publish("2023-11", month(100, 20))
    world.publish("2024-03", month(100, 20))
    slots = [slot.period for slot in trend_of(world).slots]
    assert slots == [dates(t) for t in ("2023-11", "2023-12", "2024-01", "2024-02", "2024-03")]
    assert Period(slots[0].start, slots[-1].stop).days == sum(slot.days for slot in slots)
