"""On what a rate rests: DOMAIN's "Ratios: where honest systems differ from toys", case by case.

A rate of several departments is Σ numerators / Σ denominators. Where an export prints only
rounded rates, the figure says what it is instead: published, estimated, or not to be known.
"""

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.conftest import EditExample, import_file
from tests.spec.tables import World, check_counts, check_rates, dates, line_of
from tests.spec.test_annexes import EVERYONE, IDS
from ttpv.core.issues import Issue
from ttpv.metrics import reasons
from ttpv.monitor import Figures, read_figures
from ttpv.reference import Reference
from ttpv.store import Store

YEAR = dates("2023-01-01..2023-12-25")
RATES = ["online_submission", "online_payment", "eid", "digitisation", "e_result"]


def figures_of(store: Store, reference: Reference, *chosen: str) -> Figures:
    snapshot = store.current()
    assert snapshot is not None
    return read_figures(store, reference, snapshot, YEAR, chosen)


# The real report


def test_three_chosen_departments(example_store: Store, reference: Reference):
    """Y tế, Xây dựng and Tư pháp, from both annexes:

    |            | 4 mới  | 5 t.tuyến | 14   | 15   | 16   | 17   | II.3 online | II.5 direct |
    | Y tế       |  2.293 |     1.458 | 83,1 | 99,9 | 98,4 | 100  |       1.693 |         323 |
    | Xây dựng   |  2.451 |     1.021 | 41,0 | 99,3 | 92,5 | 98,7 |         866 |         670 |
    | Tư pháp    | 13.911 |    13.880 | 58,5 | 98   | 99,9 | 100  |       8.122 |       5.849 |

    Fee dossiers are inferred as online transactions / rate. A printed rate may be off by 0,05.
    """
    figures = figures_of(example_store, reference, "so-y-te", "so-xay-dung", "so-tu-phap")
    check_rates(
        figures,
        """
        who   | rate              | value | basis       | numerator | denominator | status
        total | online_submission | 87,7  | computed    |    16.359 |      18.655 | met
        total | online_payment    | 59,2  | estimated   |      null |        null | met
        total | eid               | null  | unavailable |      null |        null | unavailable
        total | digitisation      | 98,7  | estimated   |      null |        null | met
        total | e_result          | null  | unavailable |      null |        null | unavailable
        """,
    )
    check_rates(
        figures,
        """
        who      | total
        rate     | online_submission
        value    | 100×(1.458 + 1.021 + 13.880) / (2.293 + 2.451 + 13.911) = 87,6923
        interval | null
        """,
        sideways=True,
    )
    check_rates(
        figures,
        """
        who   | total
        rate  | online_payment
        value | (1.693 + 866 + 8.122) / (1.693/83,1 + 866/41 + 8.122/58,5) = 59,23
        low   | (1.693 + 866 + 8.122) / (1.693/83,05 + 866/40,95 + 8.122/58,45) = 59,18
        high  | (1.693 + 866 + 8.122) / (1.693/83,15 + 866/41,05 + 8.122/58,55) = 59,28
        """,
        sideways=True,
    )
    check_rates(
        figures,
        """
        who   | total
        rate  | digitisation
        value | (2.293×98,4 + 2.451×92,5 + 13.911×99,9) / (2.293 + 2.451 + 13.911) = 98,74
        low   | (2.293×98,35 + 2.451×92,45 + 13.911×99,85) / 18.655 = 98,69
        high  | (2.293×98,45 + 2.451×92,55 + 13.911×99,95) / 18.655 = 98,79
        """,
        sideways=True,
    )
    check_rates(
        figures,
        """
        who   | rate     | interval
        total | eid      | 98,0 … 99,9
        total | e_result | 98,7 … 100,0
        """,
    )
    for rate in ("online_payment", "eid", "digitisation", "e_result"):
        assert figures.total.rates[rate].metric.reason
    assert not figures.is_whole_centre


def test_the_rate_of_a_set_is_not_the_mean_of_its_rates(example_store: Store, reference: Reference):
    """The mean of 63,6, 41,7 and 99,8 would be 68,4 and not 87,7."""
    figures = figures_of(example_store, reference, "so-y-te", "so-xay-dung", "so-tu-phap")
    values = [line.rates["online_submission"].metric.value for line in figures.departments]
    mean = sum(values) / 3
    total = figures.total.rates["online_submission"].metric.value
    assert abs(mean - total) > 19


def test_all_chosen_is_none_chosen_is_the_centre(example_store: Store, reference: Reference):
    none, everyone = (
        figures_of(example_store, reference),
        figures_of(example_store, reference, *reversed(IDS)),
    )
    assert none == everyone
    assert none.is_whole_centre
    bases = {rate: none.total.rates[rate].metric.basis for rate in RATES}
    assert bases == dict.fromkeys(RATES, "published") | {"online_submission": "computed"}


def test_all_but_one_is_not_the_centre(example_store: Store, reference: Reference):
    figures = figures_of(example_store, reference, *IDS[:-1])
    assert not figures.is_whole_centre
    assert figures.total.rates["eid"].metric.basis == "unavailable"


@pytest.mark.parametrize("who", IDS)
def test_one_chosen_is_its_own(example_store: Store, reference: Reference, who: str):
    alone = figures_of(example_store, reference, who)
    among_all = line_of(figures_of(example_store, reference), who)
    assert alone.total.rates == among_all.rates
    assert alone.total.counts == among_all.counts
    assert alone.departments == (among_all,)


def test_the_order_and_repetition_of_the_choice_do_not_matter(
    example_store: Store, reference: Reference
):
    once = figures_of(example_store, reference, "so-y-te", "so-xay-dung")
    again = figures_of(example_store, reference, "so-xay-dung", "so-y-te", "so-xay-dung")
    assert once == again


def test_only_departments_without_fees_chosen(example_store: Store, reference: Reference):
    check_rates(
        figures_of(example_store, reference, "so-ngoai-vu", "so-tai-chinh"),
        """
        who   | rate           | value | basis          | interval | status
        total | online_payment | null  | not_applicable | null     | not_applicable
        """,
    )


def test_a_department_without_fees_takes_no_part_in_an_estimate(
    example_store: Store, reference: Reference
):
    """Ngoại vụ prints 0,0 for payment but had nothing to be paid: the set has Y tế's rate."""
    check_rates(
        figures_of(example_store, reference, "so-y-te", "so-ngoai-vu"),
        """
        who   | rate           | value                 | basis     | interval
        total | online_payment | 1.693/(1.693/83,1) = 83,1 | estimated | 83,05 … 83,15
        """,
    )


@pytest.fixture
def only_annex_1(tmp_path: Path, reference: Reference, edit_example: EditExample) -> Store:
    """The 2023 report without annex II: nothing is known of fee transactions."""
    store = Store(tmp_path / "annex-1")
    import_file(store, reference, edit_example("annex-1.xlsx", drop_sheets=("Phụ lục II",)))
    return store


def test_without_annex_2_payment_is_as_published(only_annex_1: Store, reference: Reference):
    """A printed 0,0 may then be a failure or nothing to pay: it stays 0,0, met is out of 18."""
    figures = figures_of(only_annex_1, reference)
    payments = {who: line_of(figures, who).rates["online_payment"] for who in EVERYONE}
    assert {payment.metric.basis for payment in payments.values()} == {"published"}
    assert payments["so-ngoai-vu"].metric.value == 0
    assert payments["so-ngoai-vu"].status == "missed"
    states = [payments[who].status for who in IDS]
    assert states.count("met") == 13
    assert len(states) == 18
    check_counts(figures, "who | online_transactions | direct_amount\ntotal | null | null")
    assert figures.missing == ()


def test_without_annex_2_payment_of_a_set_is_unavailable(only_annex_1: Store, reference: Reference):
    check_rates(
        figures_of(only_annex_1, reference, "so-y-te", "so-xay-dung", "so-ngoai-vu"),
        """
        who   | rate              | value | basis       | interval   | status
        total | online_payment    | null  | unavailable | 0,0 … 83,1 | unavailable
        """,
    )


def test_annex_2_later_makes_it_known(
    only_annex_1: Store, reference: Reference, edit_example: EditExample
):
    path = edit_example("annex-2.xlsx", drop_sheets=("Phụ lục I",))
    import_file(only_annex_1, reference, path)
    check_rates(
        figures_of(only_annex_1, reference),
        """
        who         | rate           | value | basis
        so-ngoai-vu | online_payment | null  | not_applicable
        so-y-te     | online_payment | 83,1  | published
        total       | online_payment | 46,4  | published
        """,
    )


def test_the_centre_estimated_from_its_departments(
    tmp_path: Path, reference: Reference, edit_example: EditExample
):
    """Without Σ rows: digitisation 85,43 against the published 85,4, payment 46,4 as published.

    The weights are column 4, and annex II's online transactions / column 14.
    """
    store = Store(tmp_path / "no-total")
    path = edit_example("no-total.xlsx", drop_rows={"Phụ lục I": 32, "Phụ lục II": 30})
    import_file(store, reference, path)
    figures = figures_of(store, reference)
    assert [entry.departments for entry in figures.entries] == [18, 18]
    check_rates(
        figures,
        """
        who   | rate              | value | basis       | interval      | status
        total | online_submission | 66,2  | computed    | null          | met
        total | online_payment    | 46,4  | estimated   | 46,35 … 46,46 | met
        total | eid               | null  | unavailable | 79,6 … 100,0  | unavailable
        total | digitisation      | 85,43 | estimated   | 85,38 … 85,48 | met
        total | e_result          | null  | unavailable | 88,1 … 100,0  | unavailable
        """,
    )


@pytest.mark.parametrize(
    ("sheet", "cell", "measure", "printed"),
    [("Phụ lục I", "D32", "received_new", 96_048), ("Phụ lục II", "C30", "online_transactions", 1)],
)
def test_a_total_row_that_differs_from_its_sum(
    tmp_path: Path,
    reference: Reference,
    edit_example: EditExample,
    sheet: str,
    cell: str,
    measure: str,
    printed: int,
):
    """The counts show the sum, the Σ row is a finding, the published rates stay the centre's."""
    store = Store(tmp_path / "odd-total")
    import_file(store, reference, edit_example("odd.xlsx", {(sheet, cell): printed}))
    figures = figures_of(store, reference)
    check_counts(
        figures,
        """
        who   | received_new | online_transactions
        total |       96.047 |              26.133
        """,
    )
    check_rates(
        figures,
        """
        who   | rate              | value                    | basis
        total | online_submission | 100×63.629/96.047 = 66,2 | computed
        total | online_payment    | 46,4                     | published
        total | eid               | 94,3                     | published
        total | digitisation      | 85,4                     | published
        total | e_result          | 95,6                     | published
        """,
    )
    found: list[Issue] = [issue for entry in figures.entries for issue in entry.issues]
    assert ("total_differs", sheet, int(cell[1:]), cell[0]) in [
        (issue.code, issue.sheet, issue.row, issue.column) for issue in found
    ]


# A small centre of three departments


def test_numerators_and_denominators_in_the_export_are_computed(world: World):
    """A form that holds them needs no estimate; what it prints beside them gives way."""
    world.publish(
        "2023",
        """
        who             | a    | b   | c   | Σ
        online_payment  | 75,0 | 8,3 | 0,0 | 99,9
        paid_online     |   30 |  10 |   0 |   40
        fee_dossiers    |   40 | 120 |   0 |  160
        eid_checked     |   99 |   1 |   0 |  100
        eid_applicable  |  100 | 900 |   0 | 1.000
        digitised       |   50 | 150 |   0 |  200
        received_new    |  200 | 200 |   0 |  400
        e_results       |    7 |   0 |   0 |    7
        result_dossiers |    7 |   3 |   0 |   10
        """,
        sideways=True,
    )
    figures = world.figures("2023")
    check_rates(
        figures,
        """
        who   | rate           | value                           | basis    | numerator
        a     | online_payment | 100×30/40 = 75,00               | computed |        30
        b     | online_payment | 100×10/120 = 8,33               | computed |        10
        total | online_payment | 100×(30+10+0)/(40+120+0) = 25,0 | computed |        40
        total | eid            | 100×100/1.000 = 10,0            | computed |       100
        total | digitisation   | 100×200/400 = 50,0              | computed |       200
        total | e_result       | 100×7/10 = 70,0                 | computed |         7
        """,
    )
    check_rates(
        figures,
        """
        who   | rate           | value | basis          | numerator | denominator | interval
        c     | online_payment | null  | not_applicable |      null |        null | null
        c     | eid            | null  | not_applicable |      null |        null | null
        total | online_payment | 25,0  | computed       |        40 |         160 | null
        total | eid            | 10,0  | computed       |       100 |       1.000 | null
        """,
    )
    check_rates(
        world.figures("2023", "a", "b"),
        """
        who   | rate           | value                   | basis    | numerator | denominator
        total | eid            | 100×(99+1)/(100+900) = 10,0 | computed |   100 |       1.000
        total | e_result       | 100×(7+0)/(7+3) = 70,0  | computed |         7 |          10
        """,
    )


def test_numerators_of_only_some_departments_compute_nothing_for_all(world: World):
    """Less than all numerators would be another rate; what is printed is then the next best."""
    world.publish(
        "2023",
        """
        who | digitised | received_new | digitisation
        a   |        30 |          100 |         30,0
        b   |           |          300 |         70,0
        """,
    )
    check_rates(
        world.figures("2023", "a", "b"),
        """
        who   | rate         | value                       | basis     | numerator | denominator
        a     | digitisation | 100×30/100 = 30,0           | computed  |        30 |         100
        b     | digitisation | 70,0                        | published |      null |        null
        total | digitisation | (100×30 + 300×70)/400 = 60,0 | estimated |     null |        null
        """,
    )


def test_zero_denominators_are_not_applicable(world: World):
    """Nothing received: neither 0 % nor 100 %, whatever the export prints."""
    world.publish(
        "2023",
        """
        who | received_new | received_online | online_submission | digitisation
        a   |            0 |               0 |               0,0 |         57,0
        b   |            0 |               0 |                   |
        c   |           10 |               0 |               0,0 |          0,0
        """,
    )
    check_rates(
        world.figures("2023", "a", "b"),
        """
        who   | rate              | value | basis          | interval | status
        a     | online_submission | null  | not_applicable | null     | not_applicable
        b     | online_submission | null  | not_applicable | null     | not_applicable
        total | online_submission | null  | not_applicable | null     | not_applicable
        a     | digitisation      | null  | not_applicable | null     | not_applicable
        b     | digitisation      | null  | not_applicable | null     | not_applicable
        total | digitisation      | null  | not_applicable | null     | not_applicable
        """,
    )
    check_rates(
        world.figures("2023", "a", "c"),
        """
        who   | rate              | value          | basis     | denominator | status
        c     | online_submission | 100×0/10 = 0,0 | computed  |          10 | missed
        c     | digitisation      | 0,0            | published |        null | missed
        total | online_submission | 100×0/10 = 0,0 | computed  |          10 | missed
        total | digitisation      | (0×0 + 10×0)/10 = 0,0 | estimated | null |  missed
        """,
    )


def test_a_department_that_received_nothing_needs_no_rate_in_an_estimate(world: World):
    world.publish(
        "2023",
        """
        who | received_new | digitisation
        a   |          300 |         80,0
        b   |          100 |         60,0
        c   |            0 |
        """,
    )
    check_rates(
        world.figures("2023"),
        """
        who   | total
        rate  | digitisation
        basis | estimated
        value | (300×80 + 100×60) / 400 = 75,00
        low   | (300×79,95 + 100×59,95) / 400 = 74,95
        high  | (300×80,05 + 100×60,05) / 400 = 75,05
        """,
        sideways=True,
    )


def test_the_interval_of_an_estimate_stays_within_0_and_100(world: World):
    """100,0 can have been 99,95 but not 100,05; 0,0 can have been 0,05 but not −0,05."""
    world.publish(
        "2023",
        """
        who | received_new | digitisation
        a   |          100 |        100,0
        b   |          100 |         50,0
        c   |          200 |          0,0
        """,
    )
    check_rates(
        world.figures("2023"),
        """
        who   | total
        rate  | digitisation
        value | (100×100 + 100×50 + 200×0) / 400 = 37,5
        low   | (100×99,95 + 100×49,95 + 200×0) / 400 = 37,475
        high  | (100×100 + 100×50,05 + 200×0,05) / 400 = 37,5375
        """,
        sideways=True,
    )


def test_an_estimate_lacks_what_one_department_lacks(world: World):
    world.publish(
        "2023",
        """
        who | received_new | digitisation | eid
        a   |          300 |         80,0 | 90
        b   |          100 |              |
        c   |              |         60,0 | 70
        """,
    )
    expected = """
        who   | rate         | value | basis       | interval
        total | digitisation | null  | unavailable | {}
        total | eid          | null  | unavailable | {}
        """
    check_rates(world.figures("2023", "a", "b"), expected.format("null", "null"))
    check_rates(world.figures("2023", "a", "c"), expected.format("60,0 … 80,0", "70,0 … 90,0"))


@pytest.mark.parametrize(
    ("case", "online", "direct", "rate", "interval"),
    [
        ("counter only", 0, 7, "0,0", "0,0 … 60,0"),
        ("rate 0 beside online", 5, 7, "0,0", "0,0 … 60,0"),
        ("no rate printed", 5, 7, "", "null"),
        ("counter only, no rate printed", 0, 7, "", "null"),
        ("a rate without transactions", 0, 0, "40,0", "40,0 … 60,0"),
        ("a rate that rounding may have made of 0", 5, 7, "0,05", "0,05 … 60,0"),
    ],
)
def test_payment_of_a_set_cannot_be_inferred(
    world: World, case: str, online: int, direct: int, rate: str, interval: str
):
    world.publish(
        "2023",
        f"""
        who | online_payment | online_transactions | direct_transactions
        a   |           60,0 |                  60 |                  40
        b   | {rate}         | {online}            | {direct}
        c   |            0,0 |                   0 |                   0
        """,
    )
    check_rates(
        world.figures("2023", "a", "b"),
        f"""
        who   | rate           | value | basis       | interval   | status
        total | online_payment | null  | unavailable | {interval} | unavailable
        """,
    )
    check_rates(
        world.figures("2023", "a", "c"),
        "who | rate | value | basis\ntotal | online_payment | 60/(60/60) = 60,0 | estimated",
    )


def test_the_interval_leaves_out_who_had_nothing_to_be_paid(world: World):
    """c's printed 0,0 is no rate: the true one lies between those of a and b."""
    world.publish(
        "2023",
        """
        who | online_payment | online_transactions | direct_transactions
        a   |           60,0 |                  60 |                  40
        b   |           20,0 |                   0 |                   7
        c   |            0,0 |                   0 |                   0
        """,
    )
    check_rates(
        world.figures("2023"),
        """
        who   | rate           | value | basis       | interval
        total | online_payment | null  | unavailable | 20,0 … 60,0
        """,
    )


def test_a_published_total_speaks_against_no_transactions_at_all(world: World):
    """Annex II of zeros beside a Σ of 46,4 is a contradiction; the printed rate stands."""
    world.publish(
        "2023",
        """
        who | online_payment | online_transactions | direct_transactions
        a   |            0,0 |                   0 |                   0
        b   |            0,0 |                   0 |                   0
        c   |            0,0 |                   0 |                   0
        Σ   |           46,4 |                   0 |                   0
        """,
    )
    check_rates(
        world.figures("2023"),
        """
        who   | rate           | value | basis
        a     | online_payment | null  | not_applicable
        total | online_payment | 46,4  | published
        """,
    )


def test_payment_is_estimated_by_inferred_fee_dossiers(world: World):
    """60 of 100 dossiers and 10 of 50 are 70 of 150, not the 70 of 200 transactions."""
    world.publish(
        "2023",
        """
        who | online_payment | online_transactions | direct_transactions
        a   |           60,0 |                  60 |                  40
        b   |           20,0 |                  10 |                  90
        """,
    )
    check_rates(
        world.figures("2023", "a", "b"),
        """
        who   | total
        rate  | online_payment
        basis | estimated
        value | 100×70 / (60×100/60 + 10×100/20) = 46,67
        low   | 100×70 / (60×100/59,95 + 10×100/19,95) = 46,60
        high  | 100×70 / (60×100/60,05 + 10×100/20,05) = 46,73
        """,
        sideways=True,
    )


def test_a_department_without_a_row_makes_the_total_missing(world: World):
    """Missing, not smaller. A published total stays what was published."""
    world.publish(
        "2023",
        """
        who | received_new | received_online | online_submission | eid  | digitisation
        a   |          300 |             100 |              33,3 | 90,0 |         80,0
        c   |          100 |              10 |              10,0 | 70,0 |         60,0
        Σ   |          400 |             110 |              27,5 | 85,0 |         75,0
        """,
    )
    figures = world.figures("2023")
    assert figures.missing == ("b",)
    assert [line.has_data for line in figures.departments] == [True, False, True]
    check_counts(
        figures,
        """
        who   | received_new | received_online | online_transactions
        a     |          300 |             100 | null
        b     | null         | null            | null
        c     |          100 |              10 | null
        total | null         | null            | null
        """,
    )
    check_rates(
        figures,
        """
        who   | rate              | value | basis       | interval | status
        b     | online_submission | null  | unavailable | null     | unavailable
        b     | eid               | null  | unavailable | null     | unavailable
        total | online_submission | 27,5  | published   | null     | missed
        total | eid               | 85,0  | published   | null     | missed
        total | digitisation      | 75,0  | published   | null     | met
        """,
    )
    check_counts(world.figures("2023", "a", "c"), "who | received_new\ntotal | 400")
    assert world.figures("2023", "a", "c").missing == ()


def test_a_missing_department_leaves_no_estimate(world: World):
    """Without a Σ row nothing is known of the whole centre."""
    world.publish(
        "2023",
        """
        who | received_new | received_online | eid  | digitisation
        a   |          300 |             100 | 90,0 |         80,0
        b   |          100 |              10 | 70,0 |         60,0
        """,
    )
    check_rates(
        world.figures("2023"),
        """
        who   | rate              | value | basis       | interval | status
        total | online_submission | null  | unavailable | null     | unavailable
        total | eid               | null  | unavailable | null     | unavailable
        total | digitisation      | null  | unavailable | null     | unavailable
        """,
    )


@pytest.mark.parametrize("chosen", [("c",), ("b", "c")])
def test_the_missing_are_named_even_where_only_they_are_chosen(
    world: World, chosen: tuple[str, ...]
):
    world.publish("2023", "who | received_new | received_online\na | 300 | 100")
    figures = world.figures("2023", *chosen)
    check_counts(figures, "who | received_new\ntotal | null")
    assert figures.missing == chosen


def test_one_blank_cell_makes_only_its_own_sum_missing(world: World):
    world.publish(
        "2023",
        """
        who | received_new | received_online | resolved_late
        a   |          300 |             100 |             0
        b   |          100 |              10 |
        c   |           50 |               5 |             2
        """,
    )
    figures = world.figures("2023")
    check_counts(
        figures,
        """
        who   | received_new | received_online | resolved_late
        b     |          100 |              10 | null
        total |          450 |             115 | null
        """,
    )
    assert figures.missing == ("b",)


def test_what_no_form_holds_is_not_a_department_s_fault(world: World):
    world.publish("2023", "who | received_new\na | 1\nb | 2\nc | 3")
    figures = world.figures("2023")
    check_counts(figures, "who | received_new | pending\ntotal | 6 | null")
    assert figures.missing == ()


def test_a_rate_that_no_form_holds_is_unavailable(world: World):
    world.publish("2023", "who | received_new\na | 1\nb | 2\nc | 3")
    check_rates(
        world.figures("2023"),
        """
        who   | rate              | value | basis       | interval | target | gap  | status
        a     | eid               | null  | unavailable | null     | 100    | null | unavailable
        total | eid               | null  | unavailable | null     | 100    | null | unavailable
        total | online_submission | null  | unavailable | null     | 50     | null | unavailable
        """,
    )
    alone = world.figures("2023", "a").total.rates["digitisation"].metric
    assert alone.reason == reasons.NO_FIGURE


def test_figures_are_decimals_all_the_way(example_store: Store, reference: Reference):
    figures = figures_of(example_store, reference)
    for line in (figures.total, *figures.departments):
        for figure in line.rates.values():
            numbers = [
                figure.metric.value,
                figure.target,
                figure.gap,
                *(figure.metric.interval or ()),
            ]
            assert {type(number) for number in numbers} <= {Decimal, type(None)}


def test_a_department_s_own_target_judges_it_alone(world: World):
    """Chosen by itself it has its own target, as in the list; the centre keeps the province's."""
    own = msgspec.structs.replace(
        world.reference.target_on("eid", dates("2023").last), scope="a", value=Decimal(80)
    )
    reference = msgspec.structs.replace(world.reference, targets=(*world.reference.targets, own))
    world = World(world.store, reference)
    world.publish("2023", "who | eid\na | 90\nb | 90\nc | 90\nΣ | 90")
    check_rates(
        world.figures("2023"),
        """
        who   | rate | value | target | gap   | status
        a     | eid  | 90,0  | 80     | 10,0  | met
        b     | eid  | 90,0  | 100    | -10,0 | missed
        total | eid  | 90,0  | 100    | -10,0 | missed
        """,
    )
    check_rates(world.figures("2023", "a"), "who | rate | target | status\ntotal | eid | 80 | met")
