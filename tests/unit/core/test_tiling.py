"""What tiles what: published periods, and the rest of cumulated ones."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.test_periods import DAY, chains, inclusive, periods
from ttpv.core.periods import Period, add_months
from ttpv.core.tiling import Piece, Tiler


def tile(wanted: Period, published: list[Period]) -> list[Period] | None:
    """The periods of the answer."""
    pieces = Tiler(published).tile(wanted)
    return None if pieces is None else [piece.period for piece in pieces]


@given(chains(), st.randoms(use_true_random=False))
def test_a_chain_tiles_its_whole(chain: list[Period], random):
    whole = Period(chain[0].start, chain[-1].stop)
    shuffled = random.sample(chain, len(chain))
    assert tile(whole, shuffled) == chain
    assert Tiler(shuffled).missing(whole) == []


@given(chains(), st.data())
def test_a_chain_with_a_link_taken_out_does_not(chain: list[Period], data: st.DataObject):
    whole = Period(chain[0].start, chain[-1].stop)
    gone = data.draw(st.sampled_from(chain))
    rest = [period for period in chain if period != gone]
    assert tile(whole, rest) is None
    assert Tiler(rest).missing(whole) == [gone]


@given(chains(), st.lists(periods(), max_size=5))
def test_periods_beside_the_point_change_nothing(chain: list[Period], others: list[Period]):
    """Whatever else is published, the answer covers every day once and is no longer."""
    whole = Period(chain[0].start, chain[-1].stop)
    tiles = tile(whole, [*others, *chain])
    assert tiles is not None
    assert len(tiles) <= len(chain)
    assert tiles[0].start == whole.start
    assert tiles[-1].stop == whole.stop
    assert all(a.stop == b.start for a, b in pairwise(tiles))


@given(periods(), st.lists(periods(), max_size=8))
def test_missing_days_are_those_that_nothing_inside_touches(
    wanted: Period, published: list[Period]
):
    gaps = Tiler(published).missing(wanted)
    inside = [p for p in published if wanted.contains(p)]
    touched = {p.start + n * DAY for p in inside for n in range(p.days)}
    missing = [gap.start + n * DAY for gap in gaps for n in range(gap.days)]
    every_day = [wanted.start + n * DAY for n in range(wanted.days)]
    derived = {
        p.start + n * DAY
        for whole in published
        for less in published
        if less.start == whole.start and less.stop < whole.stop
        for p in [Period(less.stop, whole.stop)]
        if wanted.contains(p)
        for n in range(p.days)
    }
    assert missing == [day for day in every_day if day not in touched | derived]


def test_an_equal_period_is_the_answer_by_itself():
    year = inclusive("2023-01-01..2023-12-31")
    halves = [inclusive("2023-01-01..2023-06-30"), inclusive("2023-07-01..2023-12-31")]
    assert tile(year, [*halves, year]) == [year]


def test_the_fewest_periods_are_chosen():
    months = [Period(date(2023, m, 1), add_months(date(2023, m, 1), 1)) for m in range(1, 7)]
    quarters = [inclusive("2023-01-01..2023-03-31"), inclusive("2023-04-01..2023-06-30")]
    half = inclusive("2023-01-01..2023-06-30")
    assert tile(half, months) == months
    assert tile(half, [*months, quarters[0]]) == [quarters[0], *months[3:]]
    assert tile(half, [*months, *quarters]) == quarters


def test_a_long_last_piece_does_not_win_by_being_long():
    """Three pieces that end with the longest, or two: two it is."""
    wanted = inclusive("2023-01-01..2023-01-31")
    three = ["2023-01-01..2023-01-01", "2023-01-02..2023-01-02", "2023-01-03..2023-01-31"]
    two = ["2023-01-01..2023-01-30", "2023-01-31..2023-01-31"]
    assert tile(wanted, [inclusive(text) for text in (*three, *two)]) == [
        inclusive(text) for text in two
    ]


def test_overlapping_periods_do_not_tile():
    wanted = inclusive("2023-01-01..2023-02-28")
    overlapping = [inclusive("2023-01-01..2023-02-01"), inclusive("2023-02-01..2023-02-28")]
    assert tile(wanted, overlapping) is None


def test_a_longer_period_does_not_answer_for_a_shorter():
    year = inclusive("2023-01-01..2023-12-31")
    assert tile(inclusive("2023-12-01..2023-12-31"), [year]) is None


def test_nothing_published_tiles_nothing():
    wanted = inclusive("2023-01-01..2023-01-31")
    assert tile(wanted, []) is None
    assert Tiler([]).missing(wanted) == [wanted]


# Cumulated exports


def to_date(month: int) -> Period:
    return Period(date(2023, 1, 1), add_months(date(2023, 1, 1), month))


def test_two_exports_from_one_day_give_the_days_between_their_ends():
    wanted = inclusive("2023-02-01..2023-03-31")
    pieces = Tiler([to_date(1), to_date(3)]).tile(wanted)
    assert pieces == (Piece(wanted, less=to_date(1)),)
    assert pieces[0].whole == to_date(3)
    assert pieces[0].sources == (to_date(3), to_date(1))


def test_exports_that_end_on_one_day_give_nothing():
    ending = [inclusive("2023-01-01..2023-03-31"), inclusive("2023-03-01..2023-03-31")]
    assert Tiler(ending).tile(inclusive("2023-01-01..2023-02-28")) is None


def test_what_is_published_is_believed_before_what_is_derived():
    """Three published months, though one difference would do."""
    months = [Period(date(2023, m, 1), add_months(date(2023, m, 1), 1)) for m in (4, 5, 6)]
    second_quarter = inclusive("2023-04-01..2023-06-30")
    assert Tiler([*months, to_date(3), to_date(6)]).tile(second_quarter) == tuple(
        Piece(month) for month in months
    )


def test_a_derived_piece_and_a_published_one_go_together():
    april = inclusive("2023-04-01..2023-04-30")
    pieces = Tiler([to_date(1), to_date(3), april]).tile(inclusive("2023-02-01..2023-04-30"))
    assert pieces == (Piece(inclusive("2023-02-01..2023-03-31"), less=to_date(1)), Piece(april))


def test_what_may_not_take_part_does_not_in_differences_either():
    first = to_date(1)
    tiler = Tiler([first, to_date(2), inclusive("2023-02-01..2023-02-28")])
    assert tiler.tile(to_date(2), without=to_date(2)) == (
        Piece(first),
        Piece(inclusive("2023-02-01..2023-02-28")),
    )
    assert Tiler([first, to_date(2)]).tile(to_date(2), without=to_date(2)) is None


@given(chains(), st.data())
def test_cumulated_exports_answer_every_range_between_their_ends(
    chain: list[Period], data: st.DataObject
):
    start = chain[0].start
    cumulated = [Period(start, link.stop) for link in chain]
    ends = [start, *(link.stop for link in chain)]
    first, last = sorted(data.draw(st.permutations(range(len(ends))))[:2])
    wanted = Period(ends[first], ends[last])
    pieces = Tiler(cumulated).tile(wanted)
    assert pieces is not None
    assert len(pieces) == 1
    assert pieces[0].period == wanted
    assert (pieces[0].less is None) == (first == 0)
