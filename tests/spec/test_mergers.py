"""Departments that merge: "theo cơ cấu lúc đó" and "theo cơ cấu hiện nay" (DOMAIN, departments).

In a small register a and b become ab on 01/03/2025, c goes on, x was split into y and z then.
Whichever way it is read, the totals are equal.
"""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.spec.tables import World, check_counts, check_rates, dates, line_of
from ttpv.monitor import Figures, answer_period, open_timeline
from ttpv.reference import Department, Reference
from ttpv.store import Store

LAST_DAY, FIRST_DAY = date(2025, 2, 28), date(2025, 3, 1)
TODAY = date(2026, 1, 1)


def department(
    id_: str,
    *successors: str,
    first: date | None = None,
    last: date | None = None,
) -> Department:
    return Department(
        id=id_,
        name=f"Sở {id_.upper()}",
        short=id_.upper(),
        first=first,
        last=last,
        successors=successors,
    )


@pytest.fixture
def merging(tmp_path: Path, small_reference: Reference) -> World:
    """February as of then, March in the new structure."""
    register = (
        department("a", "ab", last=LAST_DAY),
        department("b", "ab", last=LAST_DAY),
        department("c"),
        department("ab", first=FIRST_DAY),
    )
    world = World(
        Store(tmp_path / "world"), msgspec.structs.replace(small_reference, departments=register)
    )
    world.publish(
        "2025-02",
        """
        who | received_new | received_online | carried_over | pending_in_time | pending_overdue
        a   |          100 |              40 |           10 |              15 |               5
        b   |           50 |              50 |            5 |               4 |               1
        c   |            8 |               0 |            0 |               0 |               3
        """,
    )
    world.publish(
        "2025-03",
        """
        who | received_new | received_online | carried_over | pending_in_time | pending_overdue
        ab  |          200 |             110 |           25 |              19 |               1
        c   |           10 |               5 |            3 |               0 |               0
        """,
    )
    return world


BOTH = "2025-02-01..2025-03-31"


def today(world: World, period: str, *chosen: str) -> Figures:
    snapshot = world.store.current()
    assert snapshot is not None
    answer = answer_period(open_timeline(world.store, world.reference, snapshot), dates(period))
    return answer.figures(frozenset(chosen), structure="now", today=TODAY)


def test_a_month_before_the_merger_in_today_s_structure(merging: World):
    figures = today(merging, "2025-02")
    assert [line.department.id for line in figures.departments if line.department] == ["c", "ab"]
    assert line_of(figures, "ab").members == ("a", "b")
    check_counts(
        figures,
        """
        who   | received_new   | received_online | carried_over | pending_in_time | pending_overdue
        ab    | 100 + 50 = 150 | 40 + 50 = 90    | 10 + 5 = 15  | 15 + 4 = 19     | 5 + 1 = 6
        c     | 8              | 0               | 0            | 0               | 3
        total | 150 + 8 = 158  | 90              | 15           | 19              | 6 + 3 = 9
        """,
    )
    check_rates(
        figures,
        """
        who | rate              | value              | basis    | numerator | denominator
        ab  | online_submission | 100×90/150 = 60,0  | computed |        90 |         150
        """,
    )


def test_over_the_merger_as_of_then(merging: World):
    """a and b close with the stock that they handed on; the total is of those who were there."""
    figures = merging.figures(BOTH)
    check_counts(
        figures,
        """
        who   | received_new        | carried_over    | pending_in_time | pending_overdue
        a     | 100                 | 10              | 15              | 5
        b     | 50                  | 5               | 4               | 1
        ab    | 200                 | 25              | 19              | 1
        c     | 8 + 10 = 18         | 0               | 0               | 0
        total | 158 + 210 = 368     | 10 + 5 + 0 = 15 | 19 + 0 = 19     | 1 + 0 = 1
        """,
    )
    assert figures.missing == ()
    merging.publish(  # a stock that only the later form holds is missing of nobody before
        "2025-03", "who | suspended\nab | 1\nc | 0", form="dossiers"
    )
    assert merging.figures(BOTH).missing == ()
    assert line_of(figures, "a").within == dates("2025-02")
    assert line_of(figures, "ab").within == dates("2025-03")
    assert line_of(figures, "c").within is None


def test_over_the_merger_in_today_s_structure(merging: World):
    figures = today(merging, BOTH)
    check_counts(
        figures,
        """
        who   | received_new          | carried_over    | received       | pending
        ab    | 100 + 50 + 200 = 350  | 10 + 5 = 15     | 350 + 15 = 365 | 19 + 1 = 20
        c     | 8 + 10 = 18           | 0               | 18             | 0
        total | 350 + 18 = 368        | 15              | 368 + 15 = 383 | 20
        """,
    )
    assert line_of(figures, "ab").within is None


@pytest.mark.parametrize("period", ["2025-02", "2025-03", BOTH])
def test_totals_are_equal_either_way(merging: World, period: str):
    then, now = merging.figures(period), today(merging, period)
    assert dict(then.total.counts) == dict(now.total.counts)
    assert then.total.rates == now.total.rates
    assert then.missing == now.missing == ()


def test_one_of_the_merged_alone_cannot_be_chosen_today(merging: World):
    with pytest.raises(ValueError, match="'a'"):
        today(merging, "2025-02", "a")
    check_counts(today(merging, "2025-02", "ab"), "who | received_new\ntotal | 150")


def test_a_predecessor_without_figures_makes_the_successor_s_missing(merging: World):
    merging.publish("2025-01", "who | received_new\na | 7\nc | 1")
    figures = today(merging, "2025-01")
    check_counts(figures, "who | received_new\nab | null\nc | 1\ntotal | null")
    assert figures.missing == ("ab",)
    assert figures.partial == {"received_new": 7 + 1}  # of a and c


def test_published_rates_of_two_predecessors_are_no_rate_of_the_successor(merging: World):
    """Only estimated, by the rules for chosen departments; e-ID not even that."""
    merging.publish(
        "2025-01",
        """
        who | received_new | digitisation | eid
        a   |           30 |           80 |  90
        b   |           10 |           60 |  70
        c   |            1 |            0 |   0
        """,
    )
    check_rates(
        today(merging, "2025-01"),
        """
        who | rate         | value                      | basis       | interval
        ab  | digitisation | (30×80 + 10×60) / 40 = 75,0 | estimated   | 74,95 … 75,05
        ab  | eid          | null                       | unavailable | 70,0 … 90,0
        """,
    )


def test_a_predecessor_that_never_reported_leaves_the_range_s_total_missing(merging: World):
    """b has no January; the quarter must not be smaller for it, whatever came after the merger."""
    merging.publish(
        "2025-01",
        """
        who | received_new | received_online | carried_over | pending_in_time | pending_overdue
        a   |            7 |               0 |            3 |               6 |               4
        c   |            1 |               0 |            0 |               0 |               0
        """,
    )
    figures = merging.figures("2025-01-01..2025-03-31")
    check_counts(figures, "who | received_new\nb | null\ntotal | null")
    assert figures.missing == ("b",)
    assert today(merging, "2025-01-01..2025-03-31").missing == ("ab",)


def test_what_those_with_figures_have_counts_no_stock_twice(merging: World):
    """c lacks April. Without it: opening a 10 + b 5, closing ab 12 — not a's and b's again."""
    merging.publish(
        "2025-04",
        """
        who | received_new | received_online | carried_over | pending_in_time | pending_overdue
        ab  |           30 |              10 |           20 |              11 |               1
        """,
    )
    figures = merging.figures("2025-02-01..2025-04-30")
    assert figures.missing == ("c",)
    assert figures.partial["received_new"] == 100 + 50 + 200 + 30
    assert figures.partial["pending"] == 11 + 1
    assert figures.partial["received"] == 380 + 10 + 5


def test_a_month_derived_over_the_merger(merging: World):
    """Q1 − January–February: ab's figures less a's and b's; c's less its own."""
    world = merging
    world.publish(
        "2024-12-01..2025-02-28",
        "who | received_new | pending_overdue\na | 120 | 5\nb | 60 | 1\nc | 9 | 3",
    )
    world.publish(
        "2024-12-01..2025-03-20",
        "who | received_new | pending_overdue\nab | 300 | 2\nc | 12 | 1",
    )
    check_counts(
        world.figures("2025-03-01..2025-03-20"),
        """
        who   | received_new          | pending_overdue
        ab    | 300 - 120 - 60 = 120  | 2
        c     | 12 - 9 = 3            | 1
        total | 120 + 3 = 123         | 3
        """,
    )


def test_who_was_founded_since_had_nothing_before(tmp_path: Path, small_reference: Reference):
    register = (department("c"), department("n", first=FIRST_DAY))
    world = World(
        Store(tmp_path / "new"), msgspec.structs.replace(small_reference, departments=register)
    )
    world.publish("2025-01-01..2025-02-28", "who | received_new\nc | 9")
    world.publish("2025-01-01..2025-03-31", "who | received_new\nc | 12\nn | 4")
    figures = world.figures("2025-03")
    check_counts(figures, "who | received_new\nc | 12 - 9 = 3\nn | 4 - 0 = 4\ntotal | 7")
    assert figures.missing == ()


def test_today_is_a_day_and_not_the_register_s_end(merging: World):
    """On 28/02/2025 nothing had merged yet."""
    snapshot = merging.store.current()
    assert snapshot is not None
    timeline = open_timeline(merging.store, merging.reference, snapshot)
    figures = answer_period(timeline, dates("2025-02")).figures(structure="now", today=LAST_DAY)
    assert [line.department.id for line in figures.departments if line.department] == [
        "a",
        "b",
        "c",
    ]


def test_a_department_that_was_split_is_not_summed_under_anybody(
    tmp_path: Path, small_reference: Reference
):
    register = (
        department("x", "y", "z", last=LAST_DAY),
        department("y", first=FIRST_DAY),
        department("z", first=FIRST_DAY),
    )
    world = World(
        Store(tmp_path / "split"), msgspec.structs.replace(small_reference, departments=register)
    )
    world.publish("2025-02", "who | received_new | carried_over\nx | 9 | 1")
    world.publish("2025-03", "who | received_new | carried_over\ny | 4 | 1\nz | 3 | 0")
    figures = today(world, BOTH)
    assert figures.split == ("x",)
    check_counts(
        figures,
        """
        who   | received_new  | carried_over
        x     | 9             | 1
        y     | 4             | 1
        z     | 3             | 0
        total | 9 + 4 + 3 = 16 | 1
        """,
    )


def test_the_mergers_of_2025_in_the_shipped_register(tmp_path: Path, reference: Reference):
    """Kế hoạch và Đầu tư + Tài chính → Sở Tài chính; Dân tộc và Tôn giáo is new."""
    world = World(Store(tmp_path / "world"), reference)
    old = [d.id for d in reference.departments_on(LAST_DAY)]
    new = [d.id for d in reference.departments_on(FIRST_DAY)]
    world.publish("2025-02", "who | received_new\n" + "\n".join(f"{id_} | 10" for id_ in old))
    world.publish("2025-03", "who | received_new\n" + "\n".join(f"{id_} | 7" for id_ in new))
    now = today(world, BOTH)
    assert line_of(now, "so-tai-chinh-2025").counts["received_new"] == 10 + 10 + 7
    assert line_of(now, "so-y-te").counts["received_new"] == 10 + 7
    assert line_of(now, "so-dan-toc-va-ton-giao").counts["received_new"] == 7
    assert {line.department.id for line in now.departments if line.department} == set(new)
    assert now.total.counts["received_new"] == 10 * len(old) + 7 * len(new)
    assert world.figures(BOTH).total.counts == now.total.counts
