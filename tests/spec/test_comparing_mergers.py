"""A period beside others where departments merged in between."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from tests.spec.comparing import RATE, compare
from tests.spec.tables import World, read_table
from ttpv.compare import Movement, NoRunRate, RunRate
from ttpv.monitor import Structure
from ttpv.reference import Department


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
