"""Words that stand where no rate is known: what views write, readers know."""

from decimal import Decimal

import pytest

from ttpv.core.no_rate import says_no_rate
from ttpv.metrics import MetricValue, judge_rate
from ttpv.reference import Reference
from ttpv.views.rates import build_rate

LOW_HIGH = (Decimal(98), Decimal("99.9"))
CASES = [
    MetricValue(Decimal("85.43"), "estimated", interval=LOW_HIGH, reason="."),
    MetricValue(None, "not_applicable"),
    MetricValue(None, "unavailable"),
    MetricValue(None, "unavailable", interval=LOW_HIGH),
]


@pytest.mark.parametrize("metric", CASES)
@pytest.mark.parametrize("target", [Decimal(70), Decimal(99), None])
def test_what_a_table_shows_is_known(
    metric: MetricValue, target: Decimal | None, reference: Reference
):
    figure = judge_rate("digitisation", metric, target, Decimal(5))
    assert says_no_rate(build_rate(reference.rates["digitisation"], figure).cell)


@pytest.mark.parametrize("text", ["66,2", "cao", "", "trong", "98,0–99,9", "trong 98", "tính được"])
def test_other_texts_are_not(text: str):
    assert not says_no_rate(text)
