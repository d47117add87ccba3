"""Fees: amounts as reports say them, shares with two decimals, nothing where nothing was paid."""

from collections.abc import Callable

import pytest

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.views.fees import build_fees

Report = Callable[..., Figures]


def test_the_fees_of_2023(report: Report):
    view = build_fees(report())
    assert view.is_known
    assert view.summary == (
        "Thu trực tuyến: 26.133 giao dịch, trên 10,9 tỷ đồng. "  # 10.998.351.456, cut not rounded
        "Thu trực tiếp: 33.351 giao dịch, trên 14,2 tỷ đồng."
    )
    total = view.total
    assert (total.id, total.name) == ("", "Tổng cộng")
    assert (total.online_amount, total.direct_amount) == ("10.998.351.456 đ", "14.206.183.957 đ")
    assert total.transaction_share == "43,93 %"  # 26.133 / 59.484: not the payment rate of 46,4
    assert total.amount_share == "43,64 %"
    assert len(view.rows) == 18


def test_a_department_without_transactions_has_no_share(report: Report):
    row = next(row for row in build_fees(report()).rows if row.id == "so-tai-chinh")
    assert (row.online_transactions, row.online_amount) == ("0", "0 đ")
    assert (row.transaction_share, row.amount_share) == ("không phát sinh", "không phát sinh")
    assert (row.online, row.direct) == (0, 0)


def test_only_online_is_all_online(report: Report):
    row = next(row for row in build_fees(report()).rows if row.id == "so-noi-vu")
    assert (row.transaction_share, row.amount_share) == ("100,00 %", "100,00 %")


@pytest.mark.parametrize(
    ("online", "amount", "said"),
    [
        ("0", "0", "không phát sinh"),
        ("3", "999.999.999", "3 giao dịch, 999.999.999 đ"),
        ("3", "1.000.000.000", "3 giao dịch, trên 1,0 tỷ đồng"),
        ("1.200", "1.999.999.999", "1.200 giao dịch, trên 1,9 tỷ đồng"),
        ("3", "", "chưa đủ số liệu"),
        ("", "5", "chưa đủ số liệu"),
    ],
)
def test_how_much_is_said_in_words(centre: World, online: str, amount: str, said: str):
    centre.publish(
        "2023-01",
        f"""
        who     | online_transactions | online_amount | direct_transactions | direct_amount
        so-y-te | {online}            | {amount}      |                   0 |             0
        """,
    )
    summary = build_fees(centre.figures("2023-01", "so-y-te")).summary
    assert summary == f"Thu trực tuyến: {said}. Thu trực tiếp: không phát sinh."


def test_half_known_has_no_share(centre: World):
    centre.publish(
        "2023-01",
        """
        who     | online_transactions | online_amount | direct_transactions | direct_amount
        so-y-te |                   3 |             9 |                     |             1
        """,
    )
    view = build_fees(centre.figures("2023-01", "so-y-te"))
    assert (view.rows[0].transaction_share, view.rows[0].amount_share) == ("–", "90,00 %")
    assert view.is_known


def test_without_annex_2_nothing_is_known(centre: World):
    centre.publish("2023-01", "who | received_new\nso-y-te | 10")
    view = build_fees(centre.figures("2023-01"))
    assert not view.is_known
    assert "chưa đủ số liệu" in view.summary
    assert (view.total.transaction_share, view.total.online_amount) == ("–", "–")
