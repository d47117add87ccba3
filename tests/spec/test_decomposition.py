"""What moved the centre's rate: own rates and shares of dossiers, adding up exactly.

w: share of the dossiers, r: own rate; own = w̄·Δr, share = Δw·(r̄ − R̄), in percentage points.
"""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.tables import as_written, read_table
from ttpv.compare import Movement, NoMovement, Parts, decompose_change
from ttpv.core.decimals import decimal_from_fraction

Figures = Mapping[str, Parts]


def read_parts(text: str) -> tuple[Figures, Figures]:
    """who | num before | den before | num after | den after; `?` unknown, `-` not there."""

    def number(cell: str) -> int | None:
        return None if cell == "?" else int(cell.replace(".", ""))

    periods: tuple[dict[str, Parts], dict[str, Parts]] = ({}, {})
    for row in read_table(text):
        who, *cells = row.values()
        for period, numerator, denominator in zip(periods, cells[::2], cells[1::2], strict=True):
            if denominator != "-":
                period[who] = Parts(number(numerator), number(denominator))
    return periods


def check(text: str, expected: str) -> Movement:
    movement = decompose_change(*read_parts(text))
    assert isinstance(movement, Movement)
    table = read_table(expected)
    found = [
        {
            "who": row["who"],
            "own": as_written(row["own"], decimal_from_fraction(contribution.own)),
            "share": as_written(row["share"], decimal_from_fraction(contribution.share)),
        }
        for row, contribution in zip(table, movement.contributions, strict=True)
    ]
    assert found == table
    assert [c.department for c in movement.contributions] == [row["who"] for row in table]
    assert sum(c.total for c in movement.contributions) == movement.change
    return movement


def test_own_rates_alone():
    """Shares stay 3/4 and 1/4, so each moves the centre by its weight times its own change:
    R from (150 + 10)/400 = 40 to (180 + 20)/400 = 50."""
    movement = check(
        """
        who | num 1 | den 1 | num 2 | den 2
        a   |   150 |   300 |   180 |   300
        b   |    10 |   100 |    20 |   100
        """,
        """
        who | own                  | share
        a   | 3/4 × (60−50) = 7,50 | 0
        b   | 1/4 × (20−10) = 2,50 | 0
        """,
    )
    assert (movement.before, movement.after, movement.change) == (40, 50, 10)


def test_shares_alone():
    """Nobody changes: a stays at 80, b at 40. a grows from 1/2 to 3/4 of the dossiers, so R goes
    from 60 to 70; R̄ = 65. a grew above the mean rate, b shrank below it: both lift it."""
    check(
        """
        who | num 1 | den 1 | num 2 | den 2
        a   |    80 |   100 |   240 |   300
        b   |    40 |   100 |    40 |   100
        """,
        """
        who | own | share
        b   | 0   | (1/4−1/2) × (40−65) = 6,25
        a   | 0   | (3/4−1/2) × (80−65) = 3,75
        """,
    )


def test_every_rate_rises_and_the_centre_falls():
    """Simpson's paradox: a 80 → 82, b 20 → 25, but b grows from 1/10 to 1/2 of the dossiers:
    R = 74 → 53,5, R̄ = 63,75. Own rates +1,4 and +1,5, shares −6,9 and −16,5."""
    check(
        """
        who | num 1 | den 1 | num 2 | den 2
        a   |   720 |   900 |   410 |   500
        b   |    20 |   100 |   125 |   500
        """,
        """
        who | own                                | share
        b   | (1/10 + 1/2)/2 × (25−20) = 1,50    | (1/2−1/10) × ((20+25)/2 − 63,75) = -16,50
        a   | (9/10 + 1/2)/2 × (82−80) = 1,40    | (1/2−9/10) × ((80+82)/2 − 63,75) = -6,90
        """,
    )


def test_a_department_in_one_period_only_is_share_effect():
    """b goes, c comes (a merger read "theo cơ cấu lúc đó"). R = (50+10)/200 = 30 →
    (60+90)/200 = 75, R̄ = 52,5. b's rate where it is absent is taken as its 10, c's as its 90."""
    movement = check(
        """
        who | num 1 | den 1 | num 2 | den 2
        a   |    50 |   100 |    60 |   100
        b   |    10 |   100 |     - |     -
        c   |     - |     - |    90 |   100
        """,
        """
        who | own               | share
        b   | 0                 | (0−1/2) × (10−52,5) = 21,25
        c   | 0                 | (1/2−0) × (90−52,5) = 18,75
        a   | 1/2 × (60−50) = 5 | 0
        """,
    )
    assert [(c.before, c.after) for c in movement.contributions] == [
        (10, None),
        (None, 90),
        (50, 60),
    ]


def test_without_a_case_in_a_period_it_is_as_if_absent():
    """b exists in both periods but had nothing to count in the first: no own rate there. c never
    had: no effect at all, and its unknown numerator is no reason."""
    check(
        """
        who | num 1 | den 1 | num 2 | den 2
        a   |    50 |   100 |    50 |   100
        b   |     0 |     0 |   100 |   100
        c   |     ? |     0 |     ? |     0
        """,
        """
        who | own | share
        b   | 0   | (1/2−0) × (100 − (50+75)/2) = 18,75
        a   | 0   | (1/2−1) × (50 − (50+75)/2) = 6,25
        c   | 0   | 0
        """,
    )


def test_unknown_parts_make_it_impossible_and_say_whose():
    found = decompose_change(
        *read_parts(
            """
            who | num 1 | den 1 | num 2 | den 2
            a   |    50 |   100 |     ? |   100
            b   |    10 |   100 |    10 |   100
            c   |     - |     - |     5 |     ?
            """
        )
    )
    assert found == NoMovement("parts_unknown", ("a", "c"))


def test_a_period_without_any_dossier_has_no_rate_to_move():
    nothing = {"a": Parts(0, 0)}
    some = {"a": Parts(1, 2)}
    assert decompose_change(nothing, some) == NoMovement("no_case")
    assert decompose_change(some, nothing) == NoMovement("no_case")
    assert decompose_change({}, {}) == NoMovement("no_case")


def known(denominator: int) -> st.SearchStrategy[Parts]:
    return st.integers(0, denominator).map(lambda numerator: Parts(numerator, denominator))


periods = st.dictionaries(
    st.sampled_from("abcdefgh"), st.integers(0, 10**6).flatmap(known), max_size=8
)


@given(periods, periods)
def test_it_always_adds_up_exactly_and_the_way_back_is_its_mirror(before: Figures, after: Figures):
    there, back = decompose_change(before, after), decompose_change(after, before)
    if isinstance(there, NoMovement) or isinstance(back, NoMovement):
        assert there == back == NoMovement("no_case")
        return
    totals = [
        Fraction(
            100 * sum(p.numerator or 0 for p in period.values()),
            sum(p.denominator or 0 for p in period.values()),
        )
        for period in (before, after)
    ]
    assert there.change == totals[1] - totals[0]
    assert sum(c.own + c.share for c in there.contributions) == there.change
    mirrored = {c.department: (-c.own, -c.share) for c in back.contributions}
    assert {c.department: (c.own, c.share) for c in there.contributions} == mirrored


@given(periods, periods)
def test_who_is_in_one_period_only_has_no_own_effect(before: Figures, after: Figures):
    movement = decompose_change(before, after)
    if isinstance(movement, Movement):
        for c in movement.contributions:
            if c.department not in before or c.department not in after:
                assert c.own == 0


@given(periods, periods)
def test_the_largest_comes_first(before: Figures, after: Figures):
    movement = decompose_change(before, after)
    if isinstance(movement, Movement):
        sizes = [abs(c.total) for c in movement.contributions]
        assert sizes == sorted(sizes, reverse=True)
