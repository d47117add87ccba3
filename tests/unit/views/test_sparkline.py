"""The small line under a gauge: where it is open, how high it is, and what it says aloud."""

import pytest

from tests.spec.tables import World, dates
from ttpv.comparisons import compare_period
from ttpv.monitor import open_timeline
from ttpv.views.sparkline import SparkView, build_sparkline

RATE = "online_submission"


def build(world: World, months: dict[str, int]) -> SparkView | None:
    """Of 100 dossiers a month so many online; the last month is the one looked at."""
    for month, online in months.items():
        world.publish(month, f"who | received_new | received_online\nso-y-te | 100 | {online}")
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    comparison = compare_period(timeline, dates(list(months)[-1]), frozenset({"so-y-te"}))
    return build_sparkline(world.reference.rates[RATE], comparison.series)


def test_a_missing_month_is_left_open_and_said(centre: World):
    view = build(centre, {"2023-01": 40, "2023-02": 60, "2023-04": 55})
    assert view is not None
    assert view.values == (40.0, 60.0, None, 55.0)
    assert view.targets == (50.0, 50.0, None, 50.0)
    assert (view.low, view.high) == (40.0, 60.0)
    assert view.spoken == (
        "Tỷ lệ nộp hồ sơ trực tuyến, 4 kỳ từ Tháng 01/2023 đến Tháng 04/2023: "
        "từ 40,0 % đến 55,0 %, thấp nhất 40,0 % (Tháng 01/2023), cao nhất 60,0 % (Tháng 02/2023); "
        "chỉ tiêu 50 %; thiếu Tháng 03/2023."
    )


def test_one_value_is_no_line(centre: World):
    assert build(centre, {"2023-01": 40}) is None


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ((49, 50), (44.5, 54.5)),  # at least ten points, so that noise is no mountain
        ((99, 100), (50.0, 100.0)),  # the target of 50 is in the picture
        ((0, 1), (0.0, 50.0)),
    ],
)
def test_the_picture_holds_the_target_and_is_never_steeper_than_it_should(
    centre: World, values: tuple[int, int], bounds: tuple[float, float]
):
    view = build(centre, {"2023-01": values[0], "2023-02": values[1]})
    assert view is not None
    assert (view.low, view.high) == bounds
