"""Whether a rate reached its target: on the unrounded value, and only where that is certain."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.spec.tables import World, check_rates, read_table
from ttpv.metrics import MetricValue, judge_rate
from ttpv.reference import Target
from ttpv.views.formatting import format_points, format_rate
from ttpv.views.show_json import build_show_json


def decimal(cell: str) -> Decimal | None:
    return None if cell == "null" else Decimal(cell.replace(",", "."))


@pytest.mark.parametrize(
    "row",
    read_table(
        """
        value  | basis          | target | tolerance | gap   | status
        50     | computed       | 50     | 5         | 0     | met
        50,01  | computed       | 50     | 5         | 0,01  | met
        49,999 | computed       | 50     | 5         | -0,001| near
        45     | computed       | 50     | 5         | -5    | near
        44,999 | computed       | 50     | 5         | -5,001| missed
        0      | computed       | 50     | 5         | -50   | missed
        100    | published      | 100    | 5         | 0     | met
        99,9   | published      | 100    | 5         | -0,1  | near
        95     | published      | 100    | 5         | -5    | near
        94,9   | published      | 100    | 5         | -5,1  | missed
        49,9   | published      | 50     | 0         | -0,1  | missed
        50     | published      | 50     | 0         | 0     | met
        49,9   | published      | 50     | 0,1       | -0,1  | near
        49,9   | published      | null   | 5         | null  | no_target
        49,9   | computed       | null   | 5         | null  | no_target
        null   | not_applicable | 50     | 5         | null  | not_applicable
        null   | not_applicable | null   | 5         | null  | not_applicable
        null   | unavailable    | 50     | 5         | null  | unavailable
        null   | unavailable    | null   | 5         | null  | unavailable
        """
    ),
    ids=lambda row: " ".join(row.values()),
)
def test_status(row: dict[str, str]):
    """met: target ≤ value; near: target − tolerance ≤ value < target, both ends exact."""
    metric = MetricValue(decimal(row["value"]), row["basis"])
    figure = judge_rate("eid", metric, decimal(row["target"]), decimal(row["tolerance"]))
    assert (figure.status, figure.gap) == (row["status"], decimal(row["gap"]))


@pytest.mark.parametrize(
    "row",
    read_table(
        """
        value | low   | high  | target | status
        75,00 | 74,95 | 75,05 | 70     | met
        75,00 | 75,00 | 75,05 | 75     | met
        75,00 | 74,99 | 75,05 | 75     | unavailable
        74,97 | 74,95 | 75,00 | 75     | unavailable
        74,97 | 74,95 | 74,99 | 75     | near
        60,00 | 59,95 | 60,05 | 75     | missed
        75,00 | 74,95 | 75,05 | null   | no_target
        """
    ),
    ids=lambda row: " ".join(row.values()),
)
def test_an_estimate_is_judged_only_where_rounding_cannot_matter(row: dict[str, str]):
    """Its interval must lie wholly on one side: all reach the target, or none does."""
    interval = (decimal(row["low"]), decimal(row["high"]))
    metric = MetricValue(decimal(row["value"]), "estimated", reason="≈", interval=interval)
    figure = judge_rate("digitisation", metric, decimal(row["target"]), Decimal(5))
    assert figure.status == row["status"]
    assert figure.metric.value == metric.value
    assert ("không kết luận" in figure.metric.reason) == (row["status"] == "unavailable")


def test_49_96_is_not_50(world: World):
    """1.249 of 2.500: shows as 49,96, rounds to 50,0, misses 50."""
    world.publish(
        "2023",
        """
        who | received_new | received_online
        a   |        2.500 |           1.249
        b   |        2.500 |           1.250
        """,
    )
    figures = world.figures("2023", "a", "b")
    check_rates(
        figures,
        """
        who | rate              | value                   | target | gap   | status
        a   | online_submission | 100×1.249/2.500 = 49,96 | 50     | -0,04 | near
        b   | online_submission | 100×1.250/2.500 = 50,00 | 50     | 0,00  | met
        """,
    )
    a, b = (line.rates["online_submission"] for line in figures.departments)
    assert format_rate(a.metric.value, a.target) == "49,96"
    assert format_rate(b.metric.value, b.target) == "50,0"
    assert format_points(a.gap) == "−0,04 điểm %"
    answer = build_show_json(figures)["departments"][0]["rates"]["online_submission"]
    assert (answer["rounded"], answer["status"]) == ("50.0", "near")


def test_an_estimate_around_its_target_is_not_judged(world: World):
    """70,02 ± 0,05 can be 69,97: not known. The parts, as published, can be judged."""
    world.publish(
        "2023",
        """
        who | received_new | digitisation
        a   |          200 | 80,0
        b   |          100 | 50,1
        c   |        1.000 | 50,0
        """,
    )
    check_rates(
        world.figures("2023", "a", "b"),
        """
        who   | rate         | value                       | gap    | basis     | status
        a     | digitisation | 80,0                        | 10,0   | published | met
        b     | digitisation | 50,1                        | -19,9  | published | missed
        total | digitisation | (200×80 + 100×50,1) / 300 = 70,03 | 0,03 | estimated | unavailable
        """,
    )
    check_rates(
        world.figures("2023"),
        """
        who   | rate         | value                                   | basis     | status
        total | digitisation | (16.000 + 5.010 + 50.000) / 1.300 = 54,6 | estimated | missed
        """,
    )


def test_without_a_target_in_force_nothing_is_judged(world: World):
    """The targets of this world begin with 2023."""
    world.publish("2022", "who | received_new | received_online\na | 10 | 1")
    check_rates(
        world.figures("2022", "a"),
        """
        who | rate              | value | target | gap  | status
        a   | online_submission | 10,0  | null   | null | no_target
        a   | digitisation      | null  | null   | null | unavailable
        """,
    )


def test_the_target_is_that_of_the_period_s_last_day(world: World):
    """A target that changes on 1 July judges the half year by the new value."""
    old = world.reference.target_on("online_submission", date(2023, 6, 30))
    changed = [
        msgspec.structs.replace(old, effective_to=date(2023, 6, 30)),
        Target(
            rate="online_submission",
            value=Decimal(80),
            scope="province",
            effective_from=date(2023, 7, 1),
            source="spec",
        ),
    ]
    world = World(world.store, msgspec.structs.replace(world.reference, targets=tuple(changed)))
    rows = "who | received_new | received_online\na | 10 | 6"
    expected = "who | rate | value | target | status\na | online_submission | 60,0 | {} | {}"
    for period, target, status in (
        ("2023-06-01..2023-06-30", "50", "met"),
        ("2023-06-15..2023-07-14", "80", "missed"),
    ):
        world.publish(period, rows)
        check_rates(world.figures(period, "a"), expected.format(target, status))


def test_a_rate_counts_from_the_day_it_is_in_force(world: World):
    """e-ID is counted from 20/02/2023; a period that ends before has no such rate."""
    rows = "who | eid\na | 90"
    for period, known in (("2023-01-20..2023-02-19", False), ("2023-01-21..2023-02-20", True)):
        world.publish(period, rows)
        figures = world.figures(period, "a")
        assert ("eid" in figures.total.rates) is known
        assert ("eid" in [rate.id for rate in figures.rates]) is known


def test_how_near_is_near_is_configured(world: World):
    world.publish("2023", "who | received_new | received_online\na | 100 | 42")
    expected = "who | rate | value | gap | status\na | online_submission | 42,0 | -8,0 | {}"
    check_rates(world.figures("2023", "a"), expected.format("missed"))
    centre = msgspec.structs.replace(world.reference.centre, near_tolerance=Decimal(8))
    wider = World(world.store, msgspec.structs.replace(world.reference, centre=centre))
    check_rates(wider.figures("2023", "a"), expected.format("near"))
