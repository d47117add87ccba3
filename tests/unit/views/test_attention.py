"""Cần chú ý: how many are shown at once, and which view each leads to."""

import pytest

from tests.spec.tables import World, dates
from ttpv.comparisons import compare_period
from ttpv.monitor import open_timeline
from ttpv.views.attention import AttentionView, build_attention


def build(world: World, period: str, first: int = 5) -> AttentionView:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return build_attention(compare_period(timeline, dates(period)), first)


@pytest.fixture
def falling(centre: World) -> World:
    """Tư pháp falls from 60 to 40 of 100, has 30 of 100 overdue; Y tế takes fees at the counter."""
    for month, online, overdue in (("2023-01", 60, 0), ("2023-02", 40, 30)):
        centre.publish(
            month,
            f"""
            who        | received_new | received_online | pending | pending_overdue | carried_over
            so-tu-phap |          100 |        {online} |     100 |       {overdue} |          100
            so-y-te    |          100 |              80 |       0 |               0 |            0
            """,
        )
        centre.publish(
            month,
            """
            who        | online_transactions | direct_transactions
            so-tu-phap |                   1 |                   1
            so-y-te    |                   0 |                  50
            """,
            form="fees",
        )
    return centre


def test_each_leads_to_the_view_that_shows_it(falling: World):
    view = build(falling, "2023-02")
    assert [(i.finding.rule, i.finding.department, i.destination) for i in view.first] == [
        ("below_and_falling", "so-tu-phap", "trend"),
        ("overdue", "so-tu-phap", "department"),
        ("no_online_payment", "so-y-te", "fees"),
    ]
    assert (view.rest, view.empty) == ((), "")
    assert view.first[0].finding.words == (
        "Tỷ lệ nộp hồ sơ trực tuyến là 40,0 %, dưới chỉ tiêu 50 % và giảm 20,0 điểm % "
        "so với tháng 01/2023."
    )


def test_the_rest_waits_until_one_asks(falling: World):
    view = build(falling, "2023-02", first=1)
    assert (len(view.first), len(view.rest)) == (1, 2)


def test_nothing_remarkable_is_said_and_what_is_not_known_too(centre: World):
    for month in ("2023-01", "2023-02"):
        centre.publish(month, "who | received_new | received_online\nso-y-te | 100 | 80")
    assert build(centre, "2023-02").empty == "Không có điều gì vượt các ngưỡng cần chú ý."
    alone = build(centre, "2023-01")
    assert alone.first == ()
    assert alone.empty.endswith("Không có kỳ trước để so nên chưa biết tỷ lệ nào đang giảm.")
