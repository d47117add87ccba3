"""What follows of comparing: declines in a row, the rest of the year, distances, findings."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.spec.comparing import RATE, compare, publish_months
from tests.spec.tables import World, dates, read_table
from ttpv.compare import Fall, NoRunRate, RunRate
from ttpv.reference import Reference, Target


def test_declines_are_counted_as_far_back_as_they_go(one: World):
    """Five falls, though the rule asks for three; 2023-01 was lower than 2023-02."""
    publish_months(
        one,
        """
        month   | received | online
        2023-01 |      100 |     90
        2023-02 |      100 |     99
        2023-03 |      100 |     98
        2023-04 |      100 |     97
        2023-05 |      100 |     96
        2023-06 |      100 |     95
        2023-07 |      100 |     94
        """,
    )
    falls = {f.department: f.detail for f in compare(one, "2023-07").findings if f.rate == RATE}
    assert set(falls) == {"a", None}
    for fall in falls.values():
        assert isinstance(fall, Fall)
        assert (fall.times, fall.at_least, fall.since) == (5, False, dates("2023-02"))


def test_a_fall_to_or_from_an_estimate_is_none(world: World):
    """Digitisation of b is published, that of a and c is counted: of all three it is estimated, in
    March. (100×40 + 100×50 + 90)/300 — nobody knows whether it fell since February's 60."""
    parts = "received_new | digitised"
    for month, digitised in (("2023-01", 65), ("2023-02", 60)):
        world.publish(
            month,
            f"who | {parts}\na | 100 | {digitised}\nb | 100 | {digitised}\nc | 100 | {digitised}",
        )
    world.publish(
        "2023-03",
        f"who | {parts} | digitisation\na | 100 | 40 |\nb | 100 | | 50\nc | 100 | 30 |",
    )
    comparison = compare(world, "2023-03")
    assert comparison.base.rates["digitisation"].metric.basis == "estimated"
    fallen = {f.department for f in comparison.findings if f.rate == "digitisation"}
    assert fallen == {"a", "b", "c"}


def test_the_required_run_rate_of_the_year(one: World):
    """2022: 200 in the first half, 100 in the rest. 2023: 400 in the first half, of them 160
    online, so 200 are expected: (50 % × 600 − 160) / 200 = 70 %."""
    publish_months(
        one,
        """
        month   | received | online
        2022-H1 |      200 |    100
        2022-H2 |      100 |     50
        2023-H1 |      400 |    160
        """,
    )
    required = compare(one, "2023-H1").required.get(RATE)
    assert required is not None
    assert isinstance(required.run, RunRate)
    assert (required.run.required, required.run.expected) == (70, 200)
    assert (required.run.method, required.run.state) == ("last_year", "open")
    assert (required.target, required.of_year_end) == (Decimal(50), True)


def test_without_last_year_s_rest_it_is_reckoned_by_days(one: World):
    publish_months(one, "month | received | online\n2023-H1 | 400 | 160")
    required = compare(one, "2023-H1").required.get(RATE)
    assert required is not None
    assert isinstance(required.run, RunRate)
    assert required.run.method == "by_days"


@pytest.mark.parametrize(
    ("targets", "value", "of_year_end"),
    [
        ("50 until 31/12", 50, True),
        ("50 until 30/06, then 60", 60, True),
        ("50 until 30/06", 50, False),
    ],
)
def test_the_target_is_that_of_the_year_s_last_day_where_one_is_set(
    one: World, targets: str, value: int, of_year_end: bool
):
    lists = {
        "50 until 31/12": [(50, 1, 12)],
        "50 until 30/06, then 60": [(50, 1, 6), (60, 7, 12)],
        "50 until 30/06": [(50, 1, 6)],
    }
    ends = {6: 30, 12: 31}
    reference = msgspec.structs.replace(
        one.reference,
        targets=tuple(
            Target(
                rate=RATE,
                value=Decimal(target),
                scope="province",
                effective_from=date(2023, first, 1),
                effective_to=date(2023, last, ends[last]),
                source="spec",
            )
            for target, first, last in lists[targets]
        ),
    )
    other = World(one.store, reference)
    publish_months(other, "month | received | online\n2023-H1 | 400 | 160")
    required = compare(other, "2023-H1").required.get(RATE)
    assert required is not None
    assert (required.target, required.of_year_end) == (value, of_year_end)


def test_a_year_that_is_over_needs_nothing_more(one: World):
    publish_months(one, "month | received | online\n2023 | 400 | 160")
    required = compare(one, "2023").required.get(RATE)
    assert required is not None
    assert required.run == NoRunRate("year_over")


def test_the_distance_of_the_centre_and_of_its_departments(world: World):
    """50 % of 400 are 200, 190 are there: 10 lack. b lacks 30 alone, a is 20 above, c has none."""
    world.publish(
        "2023-12",
        """
        who | received_new | received_online
        a   |          200 |             120
        b   |          200 |              70
        c   |            0 |               0
        """,
    )
    distance = compare(world, "2023-12").distances[RATE]
    assert (distance.own.lacking, distance.total, distance.leading) == (10, 30, ("b",))


def test_findings_of_months_in_a_row(world: World):
    """a falls below 50; b falls three times, above it, and has 200 fees at the counter and none
    online; c's fall is over a month that is missing, and so is that of the centre."""
    rows = """
    month   | a  | b  | c
    2023-08 | 60 | 90 | 60
    2023-09 | 60 | 85 | 60
    2023-10 | 60 | 80 |
    2023-11 | 48 | 75 | 55
    """
    for row in read_table(rows):
        world.publish(
            row["month"],
            "who | received_new | received_online | online_transactions | direct_transactions\n"
            + f"a | 100 | {row['a']} | 5 | 5\n"
            + f"b | 100 | {row['b']} | 0 | 200"
            + (f"\nc | 100 | {row['c']} | 5 | 5" if row["c"] else ""),
        )
    found = [(f.rule, f.department, f.rate) for f in compare(world, "2023-11").findings]
    assert found == [
        ("below_and_falling", "a", RATE),
        ("declines", "b", RATE),
        ("no_online_payment", "b", None),
    ]


def test_small_numbers_make_no_finding(one: World, small_reference: Reference):
    """29 dossiers are below the threshold of 30: 20 of 29 then 10 of 29 is no fall to tell."""
    assert small_reference.centre.small_denominator == 30
    publish_months(
        one,
        """
        month   | received | online
        2023-10 |       29 |     20
        2023-11 |       29 |     10
        """,
    )
    comparison = compare(one, "2023-11")
    assert comparison.base.is_small("a", RATE)
    assert comparison.findings == ()


def test_two_ways_to_a_figure_are_a_finding(one: World):
    """The quarter's own export says 290; its months sum to 300."""
    publish_months(
        one,
        """
        month   | received | online
        2023-01 |      100 |     50
        2023-02 |      100 |     50
        2023-03 |      100 |     50
        2023-Q1 |      290 |    150
        """,
    )
    [finding] = [f for f in compare(one, "2023-Q1").findings if f.rule == "revised"]
    assert (finding.department, finding.detail.found, finding.detail.expected) == ("a", 290, 300)


def test_one_department_s_findings_are_its_own(world: World):
    """a and b are at 40, 10 below the target; the centre at (40 + 40 + 60) / 3 = 46,7."""
    for month, online in (("2023-10", 60), ("2023-11", 40)):
        world.publish(
            month,
            f"""
            who | received_new | received_online
            a   |          100 |        {online}
            b   |          100 |        {online}
            c   |          100 |              60
            """,
        )
    whole = [f.department for f in compare(world, "2023-11").findings]
    assert whole == ["a", "b", None]
    assert [f.department for f in compare(world, "2023-11", "b").findings] == ["b"]
