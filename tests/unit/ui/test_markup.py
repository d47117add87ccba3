"""Gauges and tables as markup: positions, words for every state, and no markup from data."""

import re
from decimal import Decimal

import pytest

from ttpv.metrics import MetricValue, RateFigure, judge_rate
from ttpv.monitor import default_period, read_figures
from ttpv.reference import Reference
from ttpv.ui.gauges import draw_gauge
from ttpv.ui.html import text
from ttpv.views.rates import RateView, build_rate, count_shortfall, rank_line, write_shortfall


def view(reference: Reference, metric: MetricValue, target: str | None = "50") -> RateView:
    return build_rate(reference.rates["online_submission"], figure(metric, target))


def figure(metric: MetricValue, target: str | None = "50") -> RateFigure:
    goal = None if target is None else Decimal(target)
    return judge_rate("online_submission", metric, goal, Decimal(5))


def computed(numerator: int, denominator: int) -> MetricValue:
    value = Decimal(numerator * 100) / denominator
    return MetricValue(value, "computed", numerator, denominator)


@pytest.mark.parametrize(
    ("metric", "target", "status", "word", "big"),
    [
        (computed(66, 100), "50", "met", "Đạt", "66,0"),
        (computed(4996, 10000), "50", "near", "Gần đạt", "49,96"),
        (computed(1, 10), "50", "missed", "Chưa đạt", "10,0"),
        (computed(1, 10), None, "no_target", "Chưa có chỉ tiêu", "10,0"),
        (MetricValue(None, "not_applicable"), "50", "not_applicable", "Không phát sinh", "–"),
        (MetricValue(None, "unavailable"), "50", "unavailable", "Không tính được", "–"),
        (
            MetricValue(None, "unavailable", interval=(Decimal(98), Decimal("99.9"))),
            "50",
            "unavailable",
            "Không tính được",
            "98,0–99,9",
        ),
        (
            MetricValue(Decimal("50"), "estimated", interval=(Decimal("49.9"), Decimal("50.1"))),
            "50",
            "unavailable",
            "Không kết luận được",
            "≈ 50,0",
        ),
    ],
)
def test_every_state_has_shape_word_and_figure(
    metric, target, status, word, big, reference: Reference
):
    markup = draw_gauge(view(reference, metric, target))
    assert f'data-status="{status}"' in markup
    assert f'<svg class="mark {status}"' in markup
    assert f"<b>{word}</b>" in markup
    assert f">{big}<" in markup


def test_the_arc_is_as_long_as_the_rate_and_the_tick_stands_at_the_target(reference: Reference):
    markup = draw_gauge(view(reference, computed(25, 100)))
    assert 'stroke-dasharray="25.00 100"' in markup
    assert 'aria-valuenow="25.0" role="meter"' in markup
    tick = re.search(r'class="tick" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"', markup)
    assert [float(number) for number in tick.groups()] == [110, 38, 110, 10]  # 50 %: straight up


def test_above_100_the_arc_is_full_and_the_figure_true(reference: Reference):
    markup = draw_gauge(view(reference, computed(120, 100)))
    assert 'stroke-dasharray="100.00 100"' in markup
    assert ">120,0<" in markup


def test_markup_and_markdown_in_data_are_shown_not_obeyed():
    assert text("<img src=x onerror=alert(1)>") == "&lt;img src=x onerror=alert(1)&gt;"
    assert text("a\n\n# b") == "a  # b"
    assert text('"><script>') == "&quot;&gt;&lt;script&gt;"
    assert "$" not in text("$x$")
    assert "*" not in text("**x**")


@pytest.mark.parametrize(
    ("numerator", "denominator", "target", "lacking"),
    [
        (1536, 15285, "50", 6107),  # ceil(7642,5) − 1536
        (50, 100, "50", 0),
        (49, 100, "50", 1),
        (99, 100, "50", 0),
        (0, 3, "33.4", 2),  # ceil(1,002)
        (0, 0, "50", 0),
    ],
)
def test_what_lacks_to_the_target(numerator, denominator, target, lacking):
    metric = MetricValue(Decimal(0), "computed", numerator, denominator)
    assert count_shortfall(figure(metric, target)) == lacking


def test_what_lacks_is_not_guessed(reference: Reference):
    rate = reference.rates["online_submission"]
    published = figure(MetricValue(Decimal("10.0"), "published"))
    assert count_shortfall(published) is None
    assert write_shortfall(rate, published) == ""
    assert write_shortfall(rate, figure(computed(49, 100))) == (
        "Còn thiếu 1 hồ sơ trực tuyến để đạt 50 %"
    )


def test_equal_values_share_a_place_and_no_case_takes_none(example_store, reference: Reference):
    snapshot = example_store.current()
    lines = read_figures(example_store, reference, snapshot, default_period(snapshot)).departments
    by_id = {line.department.id: line for line in lines}
    assert rank_line("online_submission", by_id["so-tai-chinh"], lines, reference) == (1, 18)
    assert rank_line("online_submission", by_id["so-ngoai-vu"], lines, reference) == (1, 18)
    assert rank_line("online_submission", by_id["so-tu-phap"], lines, reference) == (4, 18)
    assert rank_line(
        "online_submission", by_id["so-tai-nguyen-va-moi-truong"], lines, reference
    ) == (18, 18)
    assert rank_line("online_payment", by_id["so-noi-vu"], lines, reference) == (1, 15)
    assert rank_line("online_payment", by_id["so-tai-chinh"], lines, reference) is None
