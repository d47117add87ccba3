"""A rate as it is shown: what stands large, what below it, and where on the scale."""

from decimal import Decimal

import pytest

from tests.spec.tables import World, line_of
from ttpv.metrics import MetricValue, judge_rate
from ttpv.reference import Reference
from ttpv.views.rates import RateView, build_rate, lacks_transactions, rank_line

ONLINE = "online_submission"


def view(
    reference: Reference, metric: MetricValue, target: str | None = "50", *, unit: bool = True
) -> RateView:
    rate = reference.rates[ONLINE]
    goal = None if target is None else Decimal(target)
    figure = judge_rate(ONLINE, metric, goal, Decimal(5))
    return build_rate(rate, figure, reference.measures[rate.denominator] if unit else None)


def computed(numerator: int, denominator: int) -> MetricValue:
    value = Decimal(numerator * 100) / denominator
    return MetricValue(value, "computed", numerator, denominator)


def test_a_computed_rate_shows_its_parts(reference: Reference):
    found = view(reference, computed(1965, 2000))
    assert (found.value, found.sign, found.words) == ("98,3", "", "")  # 98,25 rounds half up
    assert found.note == "1.965 / 2.000 hồ sơ"
    assert (found.target, found.gap) == ("50", "+48,3 điểm %")
    assert (found.position, found.tick, found.band) == (98.25, 50.0, None)
    assert found.spoken == ("Tỷ lệ nộp hồ sơ trực tuyến: 98,3 %, chỉ tiêu 50 %, đạt")
    assert view(reference, computed(1, 2), unit=False).note == "1 / 2"


def test_a_published_rate_says_that_it_is(reference: Reference):
    assert (
        view(reference, MetricValue(Decimal("66.2"), "published")).note == "theo tỷ lệ đã công bố"
    )


def test_an_estimate_bears_its_sign_and_reason(reference: Reference):
    interval = (Decimal("59.1"), Decimal("59.3"))
    metric = MetricValue(Decimal("59.2"), "estimated", reason="Ước tính.", interval=interval)
    found = view(reference, metric)
    assert (found.sign, found.value, found.reason) == ("≈ ", "59,2", "Ước tính.")
    assert found.status == "met"
    assert found.spoken == "Tỷ lệ nộp hồ sơ trực tuyến: ≈ 59,2 %, chỉ tiêu 50 %, đạt"
    assert (found.gap, found.marked_gap) == ("+9,2 điểm %", "≈ +9,2 điểm %")
    assert view(reference, computed(3, 5)).marked_gap == "+10,0 điểm %"
    assert view(reference, metric, None).marked_gap == ""


def test_an_estimate_astride_its_target_has_no_verdict(reference: Reference):
    interval = (Decimal("49.9"), Decimal("50.1"))
    metric = MetricValue(Decimal("50"), "estimated", reason="Ước tính.", interval=interval)
    found = view(reference, metric)
    assert (found.status, found.status_word) == ("unavailable", "Không kết luận được")
    assert "không kết luận đạt hay chưa" in found.reason
    assert found.position == 50.0


def test_what_is_not_known_shows_where_it_must_lie(reference: Reference):
    interval = (Decimal(98), Decimal("99.9"))
    found = view(reference, MetricValue(None, "unavailable", reason="Vì sao.", interval=interval))
    assert (found.value, found.words, found.gap) == ("", "98,0–99,9", "")
    assert (found.position, found.band, found.sort_key) == (None, (98.0, 99.9), None)
    assert found.spoken == "Tỷ lệ nộp hồ sơ trực tuyến: chỉ tiêu 50 %, không tính được"
    bare = view(reference, MetricValue(None, "unavailable", reason="Vì sao."))
    assert (bare.words, bare.band, bare.note) == ("–", None, "")


def test_no_case_is_a_word_and_no_zero(reference: Reference):
    found = view(reference, MetricValue(None, "not_applicable", reason="Không phát sinh."))
    assert (found.value, found.words, found.status_word) == ("", "–", "Không phát sinh")
    assert (found.position, found.sort_key) == (None, None)


def test_without_a_target_there_is_neither_tick_nor_gap(reference: Reference):
    found = view(reference, computed(1, 2), None)
    assert (found.target, found.tick, found.gap) == ("", None, "")
    assert found.status_word == "Chưa có chỉ tiêu"
    assert "chỉ tiêu 50" not in found.spoken


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown", "gap", "word"),
    [
        (4996, 10_000, "49,96", "−0,04 điểm %", "Gần đạt"),  # 50,0 would look like met
        (49_999, 100_000, "49,999", "−0,001 điểm %", "Gần đạt"),
        (1, 2, "50,0", "đúng bằng chỉ tiêu", "Đạt"),
        (5004, 10_000, "50,0", "+0,04 điểm %", "Đạt"),
        (45, 100, "45,0", "−5,0 điểm %", "Gần đạt"),  # exactly the tolerance
        (4499, 10_000, "45,0", "−5,0 điểm %", "Chưa đạt"),
    ],
)
def test_rounding_never_hides_on_which_side_of_the_target(
    reference: Reference, numerator: int, denominator: int, shown: str, gap: str, word: str
):
    found = view(reference, computed(numerator, denominator))
    assert (found.value, found.gap, found.status_word) == (shown, gap, word)


def test_how_far_below_an_estimate_lies_is_an_estimate_itself(reference: Reference):
    exact = view(reference, computed(45, 100))
    estimated = view(reference, MetricValue(Decimal(45), "estimated"))
    assert (exact.lacking, estimated.lacking) == ("5,0 điểm %", "≈ 5,0 điểm %")


@pytest.mark.parametrize(("value", "position"), [("120", 100.0), ("0", 0.0), ("-3", 0.0)])
def test_positions_stay_on_the_scale(reference: Reference, value: str, position: float):
    found = view(reference, MetricValue(Decimal(value), "published"))
    assert found.position == position
    assert found.sort_key == float(value)


@pytest.fixture
def four(centre: World) -> World:
    centre.publish(
        "2023-01",
        """
        who          | received_new | received_online
        so-y-te      |         2000 |            1600
        so-tu-phap   |          100 |              80
        so-xay-dung  |          100 |             100
        so-ngoai-vu  |            0 |               0
        so-noi-vu    |          100 |              10
        """,
    )
    return centre


@pytest.mark.parametrize(
    ("department", "place"),
    [
        ("so-xay-dung", (1, 4)),
        ("so-y-te", (2, 4)),
        ("so-tu-phap", (2, 4)),
        ("so-noi-vu", (4, 4)),
        ("so-ngoai-vu", None),  # nothing received
        ("so-du-lich", None),  # no figure
    ],
)
def test_equal_rates_share_a_place_and_the_next_is_left_out(
    four: World, department: str, place: tuple[int, int] | None
):
    figures = four.figures("2023-01")
    line = line_of(figures, department)
    assert rank_line(ONLINE, line, figures.departments, four.reference) == place


def test_only_a_rate_over_fees_can_lack_transactions(four: World, reference: Reference):
    figures = four.figures("2023-01")
    lacking = [rate.id for rate in figures.rates if lacks_transactions(rate, figures)]
    assert lacking == ["online_payment"]
