"""Exports cumulated from the year's start: the month between two of them is their difference.

Counts subtract, the earlier closing stock is the opening one, published rates do not subtract; a
negative difference is a finding: the source has revised the earlier months (DOMAIN, periods).
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.spec.tables import World, check_counts, check_rates, dates, make_counts
from ttpv.core.periods import Period, add_months
from ttpv.core.tables import CountsTable
from ttpv.monitor import (
    Disagreement,
    answer_period,
    find_disagreements,
    open_timeline,
    timeline_of_tables,
)
from ttpv.reference import Reference

# January: 110 = 100 + 10 to handle, 90 resolved, 20 left; to the end of February 100 + 200 = 300.
JANUARY = """
    who              |   a |  b |   c |   Σ
    received         | 110 | 55 |   8 | 173
    received_new     | 100 | 50 |   8 | 158
    received_online  |  40 | 50 |   0 |  90
    carried_over     |  10 |  5 |   0 |  15
    resolved         |  90 | 50 |   5 | 145
    resolved_on_time |  88 | 50 |   0 | 138
    resolved_late    |   2 |  0 |   5 |   7
    pending          |  20 |  5 |   3 |  28
    pending_in_time  |  15 |  5 |   0 |  20
    pending_overdue  |   5 |  0 |   3 |   8
    eid              |  90 | 95 | 100 |  92
    digitisation     |  80 | 60 |  10 |  70
    """
TO_FEBRUARY = """
    who              |   a |  b |   c |   Σ
    received         | 310 | 85 |  18 | 413
    received_new     | 300 | 80 |  18 | 398
    received_online  | 150 | 65 |   5 | 220
    carried_over     |  10 |  5 |   0 |  15
    resolved         | 290 | 85 |  18 | 393
    resolved_on_time | 288 | 84 |  13 | 385
    resolved_late    |   2 |  1 |   5 |   8
    pending          |  20 |  0 |   0 |  20
    pending_in_time  |  19 |  0 |   0 |  19
    pending_overdue  |   1 |  0 |   0 |   1
    eid              |  91 | 96 | 100 |  93
    digitisation     |  82 | 66 |  20 |  75
    """
FEBRUARY = "2023-02"


@pytest.fixture
def cumulated(world: World) -> World:
    world.publish("2023-01", JANUARY, sideways=True)
    world.publish("2023-01-01..2023-02-28", TO_FEBRUARY, sideways=True)
    return world


def test_flows_subtract_and_the_earlier_closing_stock_opens(cumulated: World):
    check_counts(
        cumulated.figures(FEBRUARY),
        """
        who   | received_new    | received_online | resolved_on_time | resolved_late
        a     | 300 - 100 = 200 | 150 - 40 = 110  | 288 - 88 = 200   | 2 - 2 = 0
        b     | 80 - 50 = 30    | 65 - 50 = 15    | 84 - 50 = 34     | 1 - 0 = 1
        c     | 18 - 8 = 10     | 5 - 0 = 5       | 13 - 0 = 13      | 5 - 5 = 0
        total | 398 - 158 = 240 | 220 - 90 = 130  | 385 - 138 = 247  | 8 - 7 = 1
        """,
    )
    check_counts(
        cumulated.figures(FEBRUARY),
        """
        who   | carried_over | pending_in_time | pending_overdue
        a     |           20 |              19 |               1
        b     |            5 |               0 |               0
        c     |            3 |               0 |               0
        total |           28 |              19 |               1
        """,
    )


def test_the_identities_hold_again(cumulated: World):
    """3 = 4 + 6, 7 = 8 + 9, 10 = 11 + 12 and 3 = 7 + 10, though no column 3 was subtracted."""
    check_counts(
        cumulated.figures(FEBRUARY),
        """
        who   | received         | resolved        | pending
        a     | 200 + 20 = 220   | 200 + 0 = 200   | 19 + 1 = 20
        b     | 30 + 5 = 35      | 34 + 1 = 35     | 0
        c     | 10 + 3 = 13      | 13 + 0 = 13     | 0
        total | 240 + 28 = 268   | 247 + 1 = 248   | 19 + 1 = 20
        """,
    )


def test_published_rates_do_not_subtract(cumulated: World):
    """Nor do they weigh anything: a period derived by subtraction estimates nothing."""
    check_rates(
        cumulated.figures(FEBRUARY),
        """
        who   | rate              | value               | basis       | interval
        a     | online_submission | 100×110/200 = 55,0  | computed    | null
        total | online_submission | 100×130/240 = 54,17 | computed    | null
        a     | digitisation      | null                | unavailable | null
        total | digitisation      | null                | unavailable | null
        """,
    )


def test_the_rate_is_not_yet_in_force_in_january(cumulated: World):
    assert "eid" not in cumulated.figures("2023-01").total.rates
    assert cumulated.figures(FEBRUARY).total.rates["eid"].metric.basis == "unavailable"


def test_a_department_that_the_shorter_export_lacks_is_not_taken_for_0(world: World):
    world.publish("2023-01", "who | received_new\na | 10\nc | 5")
    world.publish("2023-01-01..2023-02-28", "who | received_new\na | 25\nb | 9\nc | 6")
    figures = world.figures(FEBRUARY)
    check_counts(
        figures,
        """
        who   | received_new
        a     | 25 - 10 = 15
        b     | null
        c     | 6 - 5 = 1
        total | null
        """,
    )
    assert figures.missing == ("b",)
    assert figures.partial["received_new"] == 15 + 1


def test_a_negative_difference_is_a_finding_and_not_a_figure(world: World):
    """To February a has fewer than in January alone: its January was revised later."""
    world.publish(
        "2023-01", "who | received_new | received_online\na | 100 | 40\nb | 1 | 1\nc | 2 | 2"
    )
    world.publish(
        "2023-01-01..2023-02-28",
        "who | received_new | received_online\na | 95 | 60\nb | 4 | 2\nc | 6 | 3",
    )
    check_counts(
        world.figures(FEBRUARY),
        """
        who   | received_new | received_online
        a     | null         | 60 - 40 = 20
        b     | 4 - 1 = 3    | 2 - 1 = 1
        c     | 6 - 2 = 4    | 3 - 2 = 1
        total | null         | 20 + 1 + 1 = 22
        """,
    )
    (finding,) = disagreements(world, FEBRUARY)
    assert (finding.kind, finding.department, finding.field) == ("revised", "a", "received_new")
    assert (finding.shown, finding.other) == (95, 100)


def test_a_quarter_out_of_cumulated_exports(world: World):
    """Q2 = to June − to March; its opening stock is what was open at the end of March."""
    world.publish("2024-Q1", "who | received_new | pending\na | 30 | 7\nb | 10 | 1\nc | 5 | 0")
    world.publish("2024-H1", "who | received_new | pending\na | 80 | 4\nb | 25 | 0\nc | 5 | 2")
    check_counts(
        world.figures("2024-Q2"),
        """
        who   | received_new | carried_over | received    | pending
        a     | 80 - 30 = 50 |            7 | 50 + 7 = 57 |       4
        b     | 25 - 10 = 15 |            1 | 15 + 1 = 16 |       0
        c     | 5 - 5 = 0    |            0 | 0           |       2
        total | 65           |            8 | 73          |       6
        """,
    )


def test_a_part_that_would_exceed_its_whole_is_no_figure_either(world: World):
    """a: 105 - 100 = 5 received, 60 - 20 = 40 of them online: January's 100 were others by then."""
    world.publish(
        "2023-01", "who | received_new | received_online\na | 100 | 20\nb | 1 | 1\nc | 2 | 2"
    )
    world.publish(
        "2023-01-01..2023-02-28",
        "who | received_new | received_online\na | 105 | 60\nb | 4 | 2\nc | 6 | 3",
    )
    figures = world.figures(FEBRUARY)
    check_counts(figures, "who | received_new | received_online\na | null | null\nb | 3 | 1")
    check_rates(
        figures,
        """
        who   | rate              | value | basis
        a     | online_submission | null  | unavailable
        total | online_submission | null  | unavailable
        b     | online_submission | 33,3  | computed
        """,
    )
    (finding,) = disagreements(world, FEBRUARY)
    assert (finding.kind, finding.field) == ("exceeds", "received_online")
    assert (finding.shown, finding.other) == (60 - 20, 105 - 100)


def test_a_total_is_not_made_without_a_part_that_shrank(world: World):
    """Late went from 5 to 3: resolved is not 103 - 95 = 8 beside 10 on time."""
    head = "who | resolved | resolved_on_time | resolved_late"
    world.publish("2023-01", f"{head}\na | 95 | 90 | 5\nb | 1 | 1 | 0\nc | 1 | 1 | 0")
    world.publish(
        "2023-01-01..2023-02-28", f"{head}\na | 103 | 100 | 3\nb | 2 | 2 | 0\nc | 1 | 1 | 0"
    )
    check_counts(
        world.figures(FEBRUARY),
        "who | resolved | resolved_on_time | resolved_late\na | null | 10 | null\nb | 1 | 1 | 0",
    )


def test_totals_without_parts_subtract(world: World):
    world.publish("2023-01", "who | resolved | pending\na | 90 | 20\nb | 1 | 0\nc | 1 | 0")
    world.publish(
        "2023-01-01..2023-02-28", "who | resolved | pending\na | 290 | 15\nb | 2 | 1\nc | 1 | 0"
    )
    check_counts(
        world.figures(FEBRUARY),
        "who | resolved | pending\na | 290 - 90 = 200 | 15",
    )


def test_opening_stocks_that_differ_are_a_finding(world: World):
    """Both start on 01/01: 10 carried over in one, 30 in the other."""
    for period, a in (("2023-01", "100 | 10"), ("2023-01-01..2023-02-28", "300 | 30")):
        rest = "b | 1 | 0\nc | 1 | 0"
        world.publish(period, f"who | received_new | carried_over\na | {a}\n{rest}")
    (finding,) = disagreements(world, FEBRUARY)
    assert (finding.kind, finding.field) == ("revised", "carried_over")
    assert (finding.shown, finding.other) == (30, 10)


# An export of exactly the range wins; shorter ones check it


def test_an_exact_export_that_its_months_contradict_is_a_finding_with_both_figures(world: World):
    for month, received in (("2023-04", 10), ("2023-05", 20), ("2023-06", 30)):
        world.publish(
            month, f"who | received_new | received_online\na | {received} | 5\nb | 1 | 1\nc | 1 | 0"
        )
    world.publish(
        "2023-Q2",
        """
        who | received_new | received_online
        a   |           62 |              15
        b   |            3 |               3
        c   |            3 |               0
        """,
    )
    check_counts(world.figures("2023-Q2"), "who | received_new\na | 62\ntotal | 62 + 3 + 3 = 68")
    (finding,) = disagreements(world, "2023-Q2")
    assert (finding.kind, finding.department, finding.field) == (
        "tiling_differs",
        "a",
        "received_new",
    )
    assert (finding.shown, finding.other) == (62, 10 + 20 + 30)
    assert finding.pieces == (dates("2023-04"), dates("2023-05"), dates("2023-06"))


def test_an_exact_published_rate_is_held_against_the_parts_of_its_months(world: World):
    """a: (10 + 30) of (40 + 40) is 50,0, and 66,2 is printed. b: 1/3 is 33,3 as printed, all
    together 41/83 = 49,4, as printed too."""
    for month, a, b in (("2023-04", 10, "0 | 1"), ("2023-05", 30, "1 | 2")):
        world.publish(
            month,
            f"who | eid_checked | eid_applicable\na | {a} | 40\nb | {b}\nc | 0 | 0",
            form="template",
        )
    world.publish("2023-04-01..2023-05-31", "who | eid\na | 66,2\nb | 33,3\nc | 0,0\nΣ | 49,4")
    found = disagreements(world, "2023-04-01..2023-05-31")
    assert [(f.department, f.field, f.shown) for f in found] == [
        ("a", "eid", Decimal("66.2")),
    ]
    assert found[0].other == 50


def test_what_agrees_is_no_finding(cumulated: World):
    cumulated.publish(FEBRUARY, "who | received_new\na | 200\nb | 30\nc | 10")
    assert disagreements(cumulated, "2023-01-01..2023-02-28") == ()


def disagreements(world: World, period: str) -> tuple[Disagreement, ...]:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return find_disagreements(answer_period(timeline, dates(period)))


# Forms of a range that are published for other periods


def test_one_form_for_the_range_and_another_by_months(world: World):
    """Annex II covers two months in one, annex I each: neither makes the other blank."""
    for month in ("2023-04", "2023-05"):
        world.publish(month, "who | received_new\na | 10\nb | 5\nc | 1", form="annex-1")
    world.publish(
        "2023-04-01..2023-05-31",
        "who | online_transactions | direct_transactions\na | 7 | 3\nb | 2 | 2\nc | 0 | 0",
        form="annex-2",
    )
    check_counts(
        world.figures("2023-04-01..2023-05-31"),
        """
        who   | received_new  | online_transactions
        a     | 10 + 10 = 20  | 7
        b     | 5 + 5 = 10    | 2
        c     | 1 + 1 = 2     | 0
        total | 32            | 9
        """,
    )


# Laws


@st.composite
def monthly_chains(draw: st.DrawFn) -> list[tuple[Period, list[int]]]:
    """Adjacent months with (new, online, resolved, opening, closing) that balance."""
    start = dates(f"{draw(st.integers(2020, 2030))}-01").start
    opening = draw(st.integers(0, 50))
    chain = []
    for index in range(draw(st.integers(2, 12))):
        new = draw(st.integers(0, 300))
        resolved = draw(st.integers(0, new + opening))
        closing = opening + new - resolved
        period = Period(add_months(start, index), add_months(start, index + 1))
        chain.append((period, [new, draw(st.integers(0, new)), resolved, opening, closing]))
        opening = closing
    return chain


def total(
    tables: Sequence[CountsTable], period: Period, reference: Reference
) -> dict[str, int | None]:
    answer = answer_period(timeline_of_tables(tables, reference), period)
    return answer.counts_of(("a", "b", "c"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(monthly_chains(), st.data())
def test_any_tiling_of_a_range_gives_the_same(
    small_reference: Reference, chain: list[tuple[Period, list[int]]], data: st.DataObject
):
    """Months, longer exports made of some of them, and differences of cumulated ones."""
    reference = small_reference
    months = [merged([link], reference) for link in chain]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(chain) - 1))) | {0, len(chain)})
    longer = [merged(chain[a:b], reference) for a, b in pairwise(cuts)]
    cumulated = [merged(chain[:end], reference) for end in range(1, len(chain) + 1)]
    first = data.draw(st.integers(0, len(chain) - 1))
    last = data.draw(st.integers(first, len(chain) - 1))
    wanted = Period(chain[first][0].start, chain[last][0].stop)
    expected = total([merged(chain[first : last + 1], reference)], wanted, reference)
    assert total(months, wanted, reference) == expected
    assert total(cumulated, wanted, reference) == expected
    assert total([*longer, *cumulated], wanted, reference) == expected
    whole = Period(chain[0][0].start, chain[-1][0].stop)
    assert total(longer, whole, reference) == total(cumulated[-1:], whole, reference)


def merged(chain: list[tuple[Period, list[int]]], reference: Reference) -> CountsTable:
    """One export of these months together, as a source would write it."""
    new, online, resolved = (sum(figures[i] for _, figures in chain) for i in range(3))
    opening, closing = chain[0][1][3], chain[-1][1][4]
    busy = {
        "received": new + opening,
        "received_new": new,
        "received_online": online,
        "carried_over": opening,
        "resolved": resolved,
        "resolved_on_time": resolved,
        "resolved_late": 0,
        "pending": closing,
        "pending_in_time": closing,
        "pending_overdue": 0,
    }
    rows = [
        {"who": who} | {field: str(count if who == "a" else 0) for field, count in busy.items()}
        for who in "abc"
    ]
    period = Period(chain[0][0].start, chain[-1][0].stop)
    return make_counts(rows, period, reference, "spec")
