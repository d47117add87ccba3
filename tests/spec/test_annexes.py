"""The 2023 report: what its annexes print is what the product shows after importing them.

The expected figures are the published strings of tests/golden/*.tsv, not our own output.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.spec.tables import check_counts, check_rates, dates, line_of, read_table
from ttpv.monitor import Figures, Line, read_figures
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.formatting import format_count, format_rate, format_share

GOLDEN = Path(__file__).parents[1] / "golden"

# Printed number and head of the TSV's column → what the product calls it.
COUNTS_1 = {
    "3_tong_tiep_nhan": "received",
    "4_ky_nay": "received_new",
    "5_truc_tuyen": "received_online",
    "6_ky_truoc": "carried_over",
    "7_da_giai_quyet": "resolved",
    "8_dung_han": "resolved_on_time",
    "9_tre_han": "resolved_late",
    "10_dang_giai_quyet": "pending",
    "11_trong_han": "pending_in_time",
    "12_qua_han": "pending_overdue",
}
RATES_1 = {
    "13_ty_le_truc_tuyen": "online_submission",
    "14_ty_le_thanh_toan": "online_payment",
    "15_ty_le_csdlqg_dan_cu": "eid",
    "16_ty_le_so_hoa": "digitisation",
    "17_ty_le_ket_qua_dien_tu": "e_result",
}
COUNTS_2 = {
    "3_gd_truc_tuyen": "online_transactions",
    "4_tien_truc_tuyen": "online_amount",
    "5_gd_truc_tiep": "direct_transactions",
    "6_tien_truc_tiep": "direct_amount",
}

# By the number in the annexes' first column (STT): names differ between the annexes.
IDS = [
    "ban-quan-ly-khu-kinh-te",
    "so-cong-thuong",
    "so-du-lich",
    "so-giao-duc-va-dao-tao",
    "so-giao-thong-van-tai",
    "so-ke-hoach-va-dau-tu",
    "so-khoa-hoc-va-cong-nghe",
    "so-lao-dong-tbxh",
    "so-ngoai-vu",
    "so-noi-vu",
    "so-nong-nghiep-va-ptnt",
    "so-tai-chinh",
    "so-tai-nguyen-va-moi-truong",
    "so-thong-tin-va-truyen-thong",
    "so-tu-phap",
    "so-van-hoa-va-the-thao",
    "so-xay-dung",
    "so-y-te",
]
EVERYONE = [*IDS, "total"]
WITHOUT_FEES = ["so-giao-duc-va-dao-tao", "so-ngoai-vu", "so-tai-chinh"]


def published(annex: str) -> dict[str, dict[str, str]]:
    """The TSV's rows, by department id and "total"."""
    with (GOLDEN / annex).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [row["stt"] for row in rows[:-1]] == [str(number) for number in range(1, 19)]
    return dict(zip(EVERYONE, rows, strict=True))


ANNEX_1 = published("annex-1.tsv")
ANNEX_2 = published("annex-2.tsv")


@pytest.fixture
def figures(example_store: Store, reference: Reference) -> Figures:
    snapshot = example_store.current()
    assert snapshot is not None
    return read_figures(example_store, reference, snapshot, dates("2023-01-01..2023-12-25"))


def counts(line: Line, columns: dict[str, str]) -> dict[str, str]:
    return {column: format_count(line.counts[measure]) for column, measure in columns.items()}


def test_the_departments_stand_in_the_report_s_order(figures: Figures):
    assert [line.department.id for line in figures.departments if line.department] == IDS


@pytest.mark.parametrize("who", EVERYONE)
def test_every_count_of_annex_1(figures: Figures, who: str):
    expected = {column: ANNEX_1[who][column] for column in COUNTS_1}
    assert counts(line_of(figures, who), COUNTS_1) == expected


@pytest.mark.parametrize("who", EVERYONE)
def test_every_count_and_amount_of_annex_2(figures: Figures, who: str):
    expected = {column: ANNEX_2[who][column] for column in COUNTS_2}
    assert counts(line_of(figures, who), COUNTS_2) == expected


@pytest.mark.parametrize("who", EVERYONE)
def test_every_rate_of_annex_1_as_rounded_there(figures: Figures, who: str):
    """The annex prints "98" beside "98,0" and "0,0" where there was nothing to pay."""
    shown = {
        column: format_rate(line_of(figures, who).rates[rate].metric.value)
        for column, rate in RATES_1.items()
    }
    expected = {
        column: ANNEX_1[who][column] if "," in ANNEX_1[who][column] else f"{ANNEX_1[who][column]},0"
        for column in RATES_1
    }
    if who in WITHOUT_FEES:
        assert expected["14_ty_le_thanh_toan"] == "0,0"
        expected["14_ty_le_thanh_toan"] = "–"
    assert shown == expected


def test_the_total_row_is_the_sum_of_its_departments():
    """Of the published strings themselves: nothing above depends on which of the two we show."""
    for annex, columns in ((ANNEX_1, COUNTS_1), (ANNEX_2, COUNTS_2)):
        for column in columns:
            parts = [int(annex[who][column].replace(".", "")) for who in IDS]
            assert sum(parts) == int(annex["total"][column].replace(".", "")), column


def test_the_province_s_rates_and_counts(figures: Figures):
    check_rates(
        figures,
        """
        who   | rate              | value                    | basis     | target | gap  | status
        total | online_submission | 100×63.629/96.047 = 66,2 | computed  | 50     | 16,2 | met
        total | online_payment    | 46,4                     | published | 35     | 11,4 | met
        total | eid               | 94,3                     | published | 100    | -5,7 | missed
        total | digitisation      | 85,4                     | published | 70     | 15,4 | met
        total | e_result          | 95,6                     | published | 100    | -4,4 | near
        """,
    )
    check_counts(
        figures,
        """
        who   | received | received_new | carried_over | resolved | resolved_late | pending
        total |   99.364 |       96.047 |        3.317 |   95.207 |            46 |   4.157
        """,
    )


def test_halves_are_rounded_up(figures: Figures):
    """Python's round and binary floats give 98,2."""
    check_rates(
        figures,
        """
        who                    | rate              | numerator | denominator | value
        so-giao-duc-va-dao-tao | online_submission |     1.965 |       2.000 | 98,3
        so-giao-duc-va-dao-tao | online_submission |     1.965 |       2.000 | 98,25
        """,
    )


def test_on_time_and_late_have_two_decimals(figures: Figures):
    """One decimal would print 100,0 % beside 46 late dossiers."""
    resolved = Decimal(95_207)
    assert format_share(100 * 95_161 / resolved) == "99,95 %"
    assert format_share(100 * 46 / resolved) == "0,05 %"


@pytest.mark.parametrize(
    "row",
    read_table(
        """
        rate              | met | judged
        online_submission |  11 |     18
        online_payment    |  13 |     15
        eid               |   4 |     18
        digitisation      |  14 |     18
        e_result          |   6 |     18
        """
    ),
    ids=lambda row: row["rate"],
)
def test_departments_that_met_the_target(figures: Figures, row: dict[str, str]):
    states = [line.rates[row["rate"]].status for line in figures.departments]
    judged = [state for state in states if state != "not_applicable"]
    assert set(judged) <= {"met", "near", "missed"}
    assert (judged.count("met"), len(judged)) == (int(row["met"]), int(row["judged"]))


def test_three_departments_had_no_fee_transaction(figures: Figures):
    """They print 0,0 for payment: that is no failure."""
    check_rates(
        figures,
        """
        who                    | rate           | value | basis          | gap  | status
        so-giao-duc-va-dao-tao | online_payment | null  | not_applicable | null | not_applicable
        so-ngoai-vu            | online_payment | null  | not_applicable | null | not_applicable
        so-tai-chinh           | online_payment | null  | not_applicable | null | not_applicable
        """,
    )
    others = [line for line in figures.departments if line.department.id not in WITHOUT_FEES]
    assert {line.rates["online_payment"].metric.basis for line in others} == {"published"}


def test_nothing_is_missing(figures: Figures):
    assert figures.missing == ()
    assert all(line.has_data for line in figures.departments)
