"""Series over time: gaps stay open, targets step, mergers keep the totals (DOMAIN, periods).

In a series table a row is a slot; `gap` stands where no figure may be shown.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.spec.tables import World, as_written, dates, read_table
from ttpv.compare import Movement
from ttpv.core.periods import Period
from ttpv.monitor import Structure, open_timeline
from ttpv.movements import compute_movement
from ttpv.reference import Department, Reference, Target
from ttpv.store import Store
from ttpv.trends import Series, Step, Trend, compute_trend, offer_steps

RATE = "online_submission"
MEASURES = ("received_new", "pending_in_time", "pending_overdue")
LAST_DAY, FIRST_DAY, TODAY = date(2025, 2, 28), date(2025, 3, 1), date(2026, 1, 1)


def trend_of(
    world: World,
    step: Step | None = None,
    *chosen: str,
    structure: Structure = "now",
) -> Trend:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return compute_trend(
        timeline,
        step or Step("month"),
        rates=(RATE,),
        measures=MEASURES,
        chosen=chosen,
        structure=structure,
        today=TODAY,
    )


def check_series(trend: Trend, series: Series, text: str) -> None:
    """Each row is a slot: its dates, then the rate, its target, and counts as far as written."""
    expected = read_table(text)
    assert len(trend.slots) == len(expected), [str(slot.period) for slot in trend.slots]
    found = []
    for at, row in enumerate(expected):
        assert trend.slots[at].period == dates(row["slot"])
        figure = series.rates[RATE][at]
        known = {
            "rate": figure.metric.value if figure else None,
            "target": series.targets[RATE][at],
        } | {name: counts[at] for name, counts in series.counts.items()}
        cells = {head: _cell(cell, known[head]) for head, cell in row.items() if head != "slot"}
        found.append({"slot": row["slot"]} | cells)
    assert found == expected


def _cell(cell: str, value: Decimal | int | None) -> str:
    if value is None:
        return cell if cell in ("gap", "null") else f"null, not {cell}"
    return str(value) if cell == "gap" else as_written(cell, value)


def month(received: int, online: int, overdue: int = 0) -> str:
    return f"""
        who | received_new | received_online | pending_in_time | pending_overdue
        a   | {received}   | {online}        | 5               | {overdue}
        b   | 100          | 50              | 5               | 0
        c   | 100          | 50              | 5               | 0
        """


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


def target(value: int, scope: str, first: date, last: date | None) -> Target:
    return Target(
        rate=RATE,
        value=Decimal(value),
        scope=scope,
        effective_from=first,
        effective_to=last,
        source="spec",
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


def test_all_chosen_are_the_centre(world: World):
    world.publish("2023-01", month(100, 20))
    trend = trend_of(world, None, "a", "b", "c")
    assert trend.chosen is trend.centre
    assert [series.department.id for series in trend.departments if series.department] == list(
        "abc"
    )


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


def moved(world: World, before: str, after: str, structure: Structure) -> Movement:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    movement = compute_movement(
        timeline, RATE, dates(before), dates(after), structure=structure, today=TODAY
    )
    assert isinstance(movement, Movement)
    return movement


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


def test_periods_of_the_series_tile_without_overlap(world: World):
    world.publish("2023-11", month(100, 20))
    world.publish("2024-03", month(100, 20))
    slots = [slot.period for slot in trend_of(world).slots]
    assert slots == [dates(t) for t in ("2023-11", "2023-12", "2024-01", "2024-02", "2024-03")]
    assert Period(slots[0].start, slots[-1].stop).days == sum(slot.days for slot in slots)
