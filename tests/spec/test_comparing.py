"""A published period beside others: which, by what right, and what follows of it.

Figures are published month by month; `·` in an expected table is nothing to compare with.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from tests.spec.tables import World, as_written, dates, read_table
from ttpv.compare import Fall, Movement, NoMovement, NoRunRate, RunRate
from ttpv.comparisons import Beside, Comparison, compare_period
from ttpv.core.decimals import decimal_from_fraction
from ttpv.monitor import PeriodNotCovered, Structure, open_timeline
from ttpv.reference import Department, Reference, Target

RATE = "online_submission"


def compare(
    world: World, period: str, *chosen: str, structure: Structure | None = None
) -> Comparison:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return compare_period(timeline, dates(period), frozenset(chosen), structure=structure)


def publish_months(world: World, text: str, who: str = "a") -> None:
    """A row a month: dossiers received and of them online, of one department."""
    for row in read_table(text):
        world.publish(
            row["month"],
            f"who | received_new | received_online\n{who} | {row['received']} | {row['online']}",
        )


def in_words(comparison: Comparison, beside: Beside) -> str:
    """ "2023-11-01..2023-11-30", with "lacks …" where it cannot be answered."""
    other = comparison.other(beside)
    if other is None:
        return "·"
    if other.side is not None:
        return str(other.period)
    return f"{other.period} lacks {', '.join(map(str, other.missing))}"


def alone(world: World) -> World:
    """The same centre with department a only, so that one row a month is all of it."""
    return World(
        world.store,
        msgspec.structs.replace(world.reference, departments=world.reference.departments[:1]),
    )


@pytest.fixture
def one(world: World) -> World:
    return alone(world)


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


@pytest.fixture
def merging(world: World) -> World:
    """a and b become ab on 01/03/2023; c stays."""
    a, b, c = world.reference.departments
    end, start = date(2023, 2, 28), date(2023, 3, 1)
    replace = msgspec.structs.replace
    reference = replace(
        world.reference,
        departments=(
            replace(a, last=end, successors=("ab",)),
            replace(b, last=end, successors=("ab",)),
            c,
            Department(id="ab", name="Sở AB", short="AB", first=start),
        ),
    )
    merging = World(world.store, reference)
    merging.publish(
        "2023-02",
        """
        who | received_new | received_online | carried_over | pending_in_time | pending_overdue
        a   |          100 |              50 |            0 |               7 |               0
        b   |          100 |              80 |            0 |               5 |               0
        c   |          200 |             100 |            0 |               3 |               0
        """,
    )
    merging.publish(
        "2023-03",
        """
        who | received_new | received_online | carried_over | pending_in_time | pending_overdue
        ab  |          200 |             140 |           11 |               7 |               0
        c   |          200 |             100 |            3 |               3 |               0
        """,
    )
    return merging


@pytest.mark.parametrize(("structure", "before"), [("then", None), ("now", 65), (None, 65)])
def test_a_movement_across_a_merger(
    merging: World, structure: Structure | None, before: int | None
):
    """The centre 230/400 = 57,5 → 240/400 = 60 whichever way it is read. a and b were 130/200 = 65
    together and ab is 140/200 = 70: half of the dossiers, +2,5. As of then ab has no February of
    its own to be compared with, but a and b did not stop working either."""
    comparison = compare(merging, "2023-03", structure=structure)
    movement = comparison.movements.get(RATE)
    assert isinstance(movement, Movement)
    assert movement.change == Fraction("2.5")
    ab, c = movement.contributions
    assert (ab.department, ab.before, ab.after, ab.own, ab.share) == (
        "ab",
        65,
        70,
        movement.change,
        0,
    )
    assert (c.department, c.total) == ("c", 0)
    delta = comparison.delta(RATE, "previous", "ab")
    assert (delta.points if delta else None) == (None if before is None else 70 - before)


def test_a_movement_to_a_period_with_a_merger_in_it(merging: World):
    """February and March together: a and b for one month, ab for the other, are one. 57,5 of
    December and January (a, b, c as in February) → (130 + 140 + 200)/800 = 58,75, all of it ab's:
    (130 + 140)/400 = 67,5 from 65, of half of the dossiers."""
    merging.publish(
        "2022-12-01..2023-01-31",
        "who | received_new | received_online\na | 100 | 50\nb | 100 | 80\nc | 200 | 100",
    )
    movement = compare(merging, "2023-02-01..2023-03-31").movements.get(RATE)
    assert isinstance(movement, Movement)
    found = [(m.department, m.own, m.share) for m in movement.contributions]
    assert found == [("ab", Fraction("1.25"), 0), ("c", 0, 0)]


def test_a_department_that_did_not_exist_then_is_another_selection(merging: World):
    previous = compare(merging, "2023-03", "ab", structure="then").previous
    assert previous is not None
    assert (previous.side, previous.missing, previous.absent) == (None, (), ("ab",))
    assert compare(merging, "2023-03", "ab").delta(RATE, "previous") is not None


def test_who_was_there_for_a_part_of_a_period_is_not_compared(merging: World):
    """In February and March together a and b are one month of two: no like period for them. The
    centre, c, and in today's structure ab are: (50 + 80 + 140)/400 = 67,5 from 120/200 = 60."""
    merging.publish(
        "2022-12-01..2023-01-31",
        """
        who | received_new | received_online
        a   |          100 |              40
        b   |          100 |              80
        c   |          100 |              50
        """,
    )
    period = "2023-02-01..2023-03-31"
    comparison = compare(merging, period)
    assert [g.department.id for g in comparison.base.groups] == ["a", "b", "c", "ab"]
    assert [comparison.delta(RATE, "previous", who) for who in ("a", "b", "ab")] == [None] * 3
    assert comparison.delta(RATE, "previous", "c") is not None
    assert comparison.delta(RATE, "previous") is not None
    assert {f.department for f in comparison.findings if f.rate} <= {"c", None}
    alone = compare(merging, period, "a")
    assert alone.delta(RATE, "previous") is None
    assert alone.change("received_new", "previous") is None
    moved = compare(merging, period, structure="now").delta(RATE, "previous", "ab")
    assert moved is not None
    assert moved.points == Decimal("67.5") - 60


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


def test_a_selection_with_somebody_of_a_part_of_the_period_is_not_compared(merging: World):
    """a with c: c had both months, a only February; together they are no like period."""
    period = "2023-02-01..2023-03-31"
    merging.publish(
        "2022-12-01..2023-01-31",
        "who | received_new | received_online\na | 100 | 40\nb | 100 | 80\nc | 100 | 50",
    )
    both = compare(merging, period, "a", "c")
    assert both.delta(RATE, "previous") is None
    assert both.change("received_new", "previous") is None
    assert compare(merging, period, "c").delta(RATE, "previous") is not None


def test_what_a_department_handed_on_is_no_longer_its_own_to_look_after(merging: World):
    """In February 30 of a's 40 open dossiers are overdue. In March they are ab's."""
    merging.publish(
        "2023-02",
        """
        who | received_new | carried_over | pending | pending_in_time | pending_overdue
        a   |          100 |            0 |      40 |              10 |              30
        b   |          100 |            0 |       5 |               5 |               0
        c   |          200 |            0 |       3 |               3 |               0
        """,
    )
    overdue = [f.department for f in compare(merging, "2023-02").findings if f.rule == "overdue"]
    assert overdue == ["a", None]
    both = compare(merging, "2023-02-01..2023-03-31").findings
    assert [f.department for f in both if f.rule == "overdue"] == []


def test_stocks_are_held_against_each_other_across_a_merger(merging: World):
    """7 + 5 = 12 were open, ab opens with 11; as of then it has nothing before it."""
    [found] = [f for f in compare(merging, "2023-03").findings if f.rule == "stock_break"]
    assert (found.department, found.detail.closing, found.detail.opening) == ("ab", 12, 11)
    then = compare(merging, "2023-03", structure="then").findings
    assert [f for f in then if f.rule == "stock_break"] == []


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


def test_who_did_not_exist_in_all_of_the_year_so_far_has_no_run_rate(merging: World):
    """As of then ab came on 01/03: the target of a year is not for what began in March, and January
    to March is not what it received. c was there all along; by the structure of March ab is a and b
    before."""
    merging.publish(
        "2023-01", "who | received_new | received_online\na | 9 | 1\nb | 9 | 1\nc | 9 | 1"
    )
    rows = read_table(
        """
        chosen | structure | run-rate
        ab     | then      | part_of_year
        c      | then      | open
        -      | then      | open
        ab     | -         | open
        ab     | now       | open
        """
    )
    structures: dict[str, Structure | None] = {"then": "then", "now": "now", "-": None}
    for row in rows:
        chosen = () if row["chosen"] == "-" else row["chosen"].split()
        comparison = compare(merging, "2023-03", *chosen, structure=structures[row["structure"]])
        run = comparison.required[RATE].run
        found = run.reason if isinstance(run, NoRunRate) else run.state
        assert row | {"run-rate": found} == row


def test_last_year_is_no_pattern_of_who_came_in_the_middle_of_it(merging: World):
    """n came on 01/03/2023: the quarter that it had then is one month of three."""
    founded = Department(id="n", name="Sở N", short="N", first=date(2023, 3, 1))
    departments = (*merging.reference.departments, founded)
    world = World(
        merging.store, msgspec.structs.replace(merging.reference, departments=departments)
    )
    for month in ("2023-03", "2023-04-01..2023-12-31", "2024-Q1"):
        world.publish(
            month,
            "who | received_new | received_online\nab | 90 | 9\nc | 90 | 9\nn | 90 | 9",
        )
    world.publish(
        "2023-01", "who | received_new | received_online\na | 9 | 1\nb | 9 | 1\nc | 9 | 1"
    )
    methods = {}
    for who in ("ab", "c", "n"):
        run = compare(world, "2024-Q1", who).required[RATE].run
        assert isinstance(run, RunRate)
        methods[who] = run.method
    assert methods == {"ab": "last_year", "c": "last_year", "n": "by_days"}


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
