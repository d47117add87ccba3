"""A range that no export covers alone, made of adjacent ones.

Flows add up, an opening stock is the first period's, closing stocks are the last's. Rates are
computed where their parts exist; published rates of the pieces are not the range's.
"""

import pytest

from tests.spec.tables import World, check_counts, check_rates
from ttpv.monitor import PeriodNotCovered

JANUARY = """
    who | received | received_new | received_online | carried_over | resolved | resolved_late
    a   |      110 |          100 |              40 |           10 |       90 |             2
    b   |       55 |           50 |              50 |            5 |       50 |             0
    c   |        8 |            8 |               0 |            0 |        5 |             5
    """
FEBRUARY = """
    who | received | received_new | received_online | carried_over | resolved | resolved_late
    a   |      220 |          200 |             110 |           20 |      200 |             0
    b   |       35 |           30 |              15 |            5 |       35 |             1
    c   |       13 |           10 |               5 |            3 |       13 |             0
    """
JANUARY_STATE = """
    who | resolved_on_time | pending | pending_in_time | pending_overdue
    a   |               88 |      20 |              15 |               5
    b   |               50 |       5 |               5 |               0
    c   |                0 |       3 |               0 |               3
    """
FEBRUARY_STATE = """
    who | resolved_on_time | pending | pending_in_time | pending_overdue
    a   |              200 |      20 |              19 |               1
    b   |               34 |       0 |               0 |               0
    c   |               13 |       0 |               0 |               0
    """
BOTH = "2023-01-01..2023-02-28"


@pytest.fixture
def two_months(world: World) -> World:
    world.publish("2023-01", JANUARY)
    world.publish("2023-01", JANUARY_STATE, form="state")
    world.publish("2023-02", FEBRUARY)
    world.publish("2023-02", FEBRUARY_STATE, form="state")
    return world


def test_flows_add_up_and_stocks_do_not(two_months: World):
    figures = two_months.figures(BOTH)
    assert [str(piece.period) for piece in figures.pieces] == [
        "2023-01-01..2023-01-31",
        "2023-02-01..2023-02-28",
    ]
    check_counts(
        figures,
        """
        who   | received_new      | received_online | resolved_on_time | resolved_late
        a     | 100 + 200 = 300   | 40 + 110 = 150  | 88 + 200 = 288   | 2 + 0 = 2
        b     | 50 + 30 = 80      | 50 + 15 = 65    | 50 + 34 = 84     | 0 + 1 = 1
        c     | 8 + 10 = 18       | 0 + 5 = 5       | 0 + 13 = 13      | 5 + 0 = 5
        total | 300 + 80 + 18 = 398 | 150 + 65 + 5 = 220 | 385          | 8
        """,
    )
    check_counts(
        figures,
        """
        who   | carried_over | pending_in_time | pending_overdue
        a     |           10 |              19 |               1
        b     |            5 |               0 |               0
        c     |            0 |               0 |               0
        total |           15 |              19 |               1
        """,
    )


def test_totals_are_the_sums_of_their_parts(two_months: World):
    """3 = 4 + 6, 7 = 8 + 9, 10 = 11 + 12, and still 3 = 7 + 10: not the sum of two columns 3."""
    check_counts(
        two_months.figures(BOTH),
        """
        who   | received          | resolved        | pending
        a     | 300 + 10 = 310    | 288 + 2 = 290   | 19 + 1 = 20
        b     | 80 + 5 = 85       | 84 + 1 = 85     | 0 + 0 = 0
        c     | 18 + 0 = 18       | 13 + 5 = 18     | 0 + 0 = 0
        total | 398 + 15 = 413    | 385 + 8 = 393   | 19 + 1 = 20
        """,
    )


def test_one_period_alone_keeps_its_printed_totals(world: World):
    """Figures that do not balance are shown as printed; the finding is the checks' matter."""
    world.publish("2023-01", "who | received | received_new | carried_over\na | 12 | 10 | 1")
    check_counts(world.figures("2023-01", "a"), "who | received\na | 12")


def test_online_submission_is_computed(two_months: World):
    """a met in February alone, with 55,0; over both months it is 50,0, exactly the target."""
    check_rates(
        two_months.figures(BOTH),
        """
        who   | rate              | value                      | basis    | numerator | denominator
        a     | online_submission | 100×(40+110)/(100+200) = 50,0 | computed |    150 |         300
        b     | online_submission | 100×(50+15)/(50+30) = 81,25   | computed |     65 |          80
        total | online_submission | 100×220/398 = 55,28           | computed |    220 |         398
        """,
    )


def test_digitisation_is_estimated(world: World):
    """Per department over its months, and over all of it, weighted by dossiers received."""
    world.publish(
        "2023-01",
        """
        who | received_new | digitisation | eid
        a   |          100 |         80,0 |  95
        b   |           50 |         60,0 |  99
        c   |            0 |              | 100
        Σ   |          150 |         73,3 |  97
        """,
    )
    world.publish(
        "2023-02",
        """
        who | received_new | digitisation | eid
        a   |          300 |         90,0 |  90
        b   |           50 |         40,0 |  92
        c   |           10 |         10,0 | 100
        Σ   |          360 |         80,8 |  91
        """,
    )
    figures = world.figures(BOTH)
    check_rates(
        figures,
        """
        who   | a                                | b
        rate  | digitisation                     | digitisation
        basis | estimated                        | estimated
        value | (100×80 + 300×90) / 400 = 87,5   | (50×60 + 50×40) / 100 = 50,0
        low   | (100×79,95 + 300×89,95) / 400 = 87,45 | 49,95
        high  | (100×80,05 + 300×90,05) / 400 = 87,55 | 50,05
        """,
        sideways=True,
    )
    check_rates(
        figures,
        """
        who   | total
        rate  | digitisation
        basis | estimated
        value | (100×80 + 300×90 + 50×60 + 50×40 + 0 + 10×10) / 510 = 78,63
        """,
        sideways=True,
    )
    check_rates(
        figures,
        """
        who   | rate | value | basis       | interval     | status
        a     | eid  | null  | unavailable | 90,0 … 95,0  | unavailable
        b     | eid  | null  | unavailable | 92,0 … 99,0  | unavailable
        c     | eid  | null  | unavailable | 100,0 … 100,0 | unavailable
        total | eid  | null  | unavailable | 90,0 … 100,0 | unavailable
        """,
    )


def test_payment_is_estimated(world: World):
    """60/60 % + 30/50 % = 100 + 60 fee dossiers of a; b has none in January, 10/20 % = 50 then."""
    world.publish(
        "2023-01",
        """
        who | online_payment | online_transactions | direct_transactions
        a   |           60,0 |                  60 |                  40
        b   |            0,0 |                   0 |                   0
        c   |            0,0 |                   0 |                   0
        """,
    )
    world.publish(
        "2023-02",
        """
        who | online_payment | online_transactions | direct_transactions
        a   |           50,0 |                  30 |                  30
        b   |           20,0 |                  10 |                  40
        c   |            0,0 |                   0 |                   0
        """,
    )
    figures = world.figures(BOTH)
    check_rates(
        figures,
        """
        who   | rate           | value                           | basis          | status
        a     | online_payment | 100×(60 + 30) / (100 + 60) = 56,25 | estimated   | met
        b     | online_payment | 20,0                            | estimated      | missed
        c     | online_payment | null                            | not_applicable | not_applicable
        total | online_payment | 100×(60 + 30 + 10) / (100 + 60 + 50) = 47,62 | estimated | met
        """,
    )
    check_counts(figures, "who | online_transactions | direct_transactions\ntotal | 100 | 110")


def test_annex_2_of_one_month_only_estimates_nothing(world: World):
    world.publish(
        "2023-01",
        """
        who | online_payment | online_transactions | direct_transactions
        a   |           60,0 |                  60 |                  40
        b   |           50,0 |                  10 |                  10
        c   |            0,0 |                   0 |                   0
        """,
    )
    world.publish("2023-02", "who | online_payment\na | 50,0\nb | 20,0\nc | 0,0")
    figures = world.figures(BOTH)
    check_rates(
        figures,
        """
        who   | rate           | value | basis       | interval
        a     | online_payment | null  | unavailable | 50,0 … 60,0
        total | online_payment | null  | unavailable | 0,0 … 60,0
        """,
    )
    check_counts(figures, "who | online_transactions\na | null\ntotal | null")


def test_published_numerators_make_any_rate_computed(world: World):
    for period, checked in (("2023-01", 10), ("2023-02", 30)):
        world.publish(
            period,
            f"""
            who | eid | eid_checked | eid_applicable
            a   | 99  | {checked}   | 40
            b   | 99  | 0           | 0
            c   | 99  | 0           | 0
            Σ   | 99  | {checked}   | 40
            """,
        )
    check_rates(
        world.figures(BOTH),
        """
        who   | rate | value                 | basis          | numerator | denominator
        a     | eid  | 100×(10+30)/80 = 50,0 | computed       |        40 |          80
        b     | eid  | null                  | not_applicable |      null |        null
        total | eid  | 100×40/80 = 50,0      | computed       |        40 |          80
        """,
    )


def test_a_department_missing_in_one_of_the_periods(world: World):
    """b has no January: its flows and the totals are missing, its closing stock is known."""
    world.publish(
        "2023-01",
        """
        who | received_new | received_online | carried_over | pending_overdue | digitisation | eid
        a   |          100 |              40 |           10 |               1 |         80,0 |  90
        c   |           10 |              10 |            0 |               1 |         80,0 |  90
        """,
    )
    world.publish(
        "2023-02",
        """
        who | received_new | received_online | carried_over | pending_overdue | digitisation | eid
        a   |          100 |              60 |           20 |               2 |         90,0 |  95
        b   |           50 |              50 |            5 |               4 |         70,0 |  99
        c   |           10 |              10 |            0 |               0 |         90,0 | 100
        """,
    )
    figures = world.figures(BOTH)
    assert figures.missing == ("b",)
    check_counts(
        figures,
        """
        who   | received_new | received_online | carried_over | pending_overdue
        a     |          200 |             100 |           10 |               2
        b     | null         | null            | null         |               4
        c     |           20 |              20 |            0 |               0
        total | null         | null            | null         |               6
        """,
    )
    check_rates(
        figures,
        """
        who   | rate              | value | basis       | interval
        b     | online_submission | null  | unavailable | null
        total | online_submission | null  | unavailable | null
        b     | digitisation      | null  | unavailable | null
        total | digitisation      | null  | unavailable | null
        b     | eid               | null  | unavailable | null
        total | eid               | null  | unavailable | null
        """,
    )
    without = world.figures(BOTH, "a", "c")
    assert without.missing == ()
    check_rates(
        without,
        """
        who   | rate              | value              | basis     | interval
        total | online_submission | 100×120/220 = 54,5 | computed  | null
        total | eid               | null               | unavailable | 90,0 … 100,0
        """,
    )


def test_an_export_of_exactly_the_range_wins(two_months: World):
    """Its published rates are the range's; the months could only check it."""
    two_months.publish(
        BOTH,
        """
        who | received_new | received_online | digitisation | eid
        a   |          301 |             150 |         87,6 | 91,0
        b   |           80 |              65 |         50,1 | 92,0
        c   |           18 |               5 |         10,0 | 100
        Σ   |          399 |             220 |         78,6 | 91,3
        """,
    )
    figures = two_months.figures(BOTH)
    assert [str(piece.period) for piece in figures.pieces] == [BOTH]
    check_counts(figures, "who | received_new\na | 301\ntotal | 399")
    check_rates(
        figures,
        """
        who   | rate         | value | basis
        a     | eid          | 91,0  | published
        total | eid          | 91,3  | published
        total | digitisation | 78,6  | published
        """,
    )


def test_the_months_still_stand_for_themselves(two_months: World):
    check_counts(two_months.figures("2023-01"), "who | received\na | 110\ntotal | 173")
    check_counts(two_months.figures("2023-02"), "who | received\na | 220\ntotal | 268")


def test_fewer_and_longer_pieces_are_preferred(two_months: World):
    """A quarter of a two-month export and March has two pieces, not three."""
    two_months.publish(BOTH, "who | received_new\na | 300\nb | 80\nc | 18")
    two_months.publish("2023-03", "who | received_new\na | 1\nb | 1\nc | 1")
    figures = two_months.figures("2023-Q1")
    assert [str(piece.period) for piece in figures.pieces] == [BOTH, "2023-03-01..2023-03-31"]
    check_counts(figures, "who | received_new\ntotal | 401")


def test_a_gap_is_not_bridged(two_months: World):
    two_months.publish("2023-04", "who | received_new\na | 1\nb | 1\nc | 1")
    with pytest.raises(PeriodNotCovered) as caught:
        two_months.figures("2023-01-01..2023-04-30")
    assert [str(gap) for gap in caught.value.missing] == ["2023-03-01..2023-03-31"]


def test_months_that_close_on_the_14th_compose_too(world: World):
    """Decree 09/2019: 15th to 14th."""
    for period, received in (("2022-12-15..2023-01-14", 7), ("2023-01-15..2023-02-14", 5)):
        world.publish(period, f"who | received_new\na | {received}\nb | 0\nc | 0")
    figures = world.figures("2022-12-15..2023-02-14")
    check_counts(figures, "who | received_new\ntotal | 7 + 5 = 12")


def test_parts_of_months_win_over_a_longer_export_that_only_prints_the_rate(world: World):
    """Publishing more must not make a known rate unknown: April–May only prints e-ID."""
    for month, checked in (("2023-04", 10), ("2023-05", 20), ("2023-06", 30)):
        world.publish(
            month,
            f"who | eid_checked | eid_applicable\na | {checked} | 40\nb | 1 | 1\nc | 1 | 1",
            form="template",
        )
    world.publish("2023-04-01..2023-05-31", "who | eid\na | 40,0\nb | 100\nc | 100\nΣ | 42,0")
    check_rates(
        world.figures("2023-Q2"),
        """
        who | rate | value                  | basis    | numerator | denominator
        a   | eid  | 100×(10+20+30)/120 = 50,0 | computed |     60 |         120
        """,
    )


def test_what_a_longer_export_does_not_hold_its_months_still_say(world: World):
    for month in ("2023-04", "2023-05"):
        world.publish(
            month, "who | received_new | resolved\na | 10 | 9\nb | 1 | 1\nc | 1 | 1", form="annex-1"
        )
    world.publish(
        "2023-04-01..2023-05-31", "who | received_new\na | 20\nb | 2\nc | 2", form="plain"
    )
    check_counts(
        world.figures("2023-04-01..2023-05-31"),
        "who | received_new | resolved\na | 20 | 9 + 9 = 18\ntotal | 24 | 22",
    )


def test_months_of_which_one_prints_the_rate_and_one_has_its_parts(world: World):
    """Digitisation: April 80,0 of 100 as printed, May exactly 60 of 100."""
    world.publish("2023-04", "who | received_new | digitisation\na | 100 | 80,0\nb | 0 |\nc | 0 |")
    world.publish("2023-05", "who | received_new | digitised\na | 100 | 60\nb | 0 | 0\nc | 0 | 0")
    check_rates(
        world.figures("2023-04-01..2023-05-31"),
        """
        who | rate         | value                       | basis     | interval
        a   | digitisation | (100×80 + 100×60)/200 = 70,0 | estimated | 69,975 … 70,025
        """,
    )
