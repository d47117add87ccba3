"""What `compute_rate` promises for any cells; the cases stand in tests/spec/test_bases.py."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.periods import Period
from ttpv.metrics import Cell, MetricValue, compute_rate, compute_share
from ttpv.reference import read_reference

REFERENCE = read_reference()
RATES = list(REFERENCE.rates.values())
HALF_UNIT = Decimal("0.05")
YEAR = Period(date(2023, 1, 1), date(2024, 1, 1))

counts = st.one_of(st.none(), st.integers(0, 10**6))
published = st.one_of(st.none(), st.decimals(0, 100, places=1))
FIELDS = sorted({n for r in RATES for n in (r.numerator, r.denominator, r.online, r.direct) if n})


@st.composite
def cells(draw: st.DrawFn) -> list[Cell]:
    """Any figures of one to four departments, consistent or not."""
    return [
        Cell(
            f"d{n}",
            YEAR,
            {field: draw(counts) for field in FIELDS} | {r.id: draw(published) for r in RATES},
        )
        for n in range(draw(st.integers(1, 4)))
    ]


@given(st.sampled_from(RATES), cells(), published)
def test_a_value_keeps_the_promises_of_its_basis(rate, some, printed):
    metric = compute_rate(rate, some, printed, HALF_UNIT)
    is_number = metric.basis in ("computed", "published", "estimated")
    assert (metric.value is not None) == is_number
    assert (metric.numerator is not None) == (metric.basis == "computed")
    assert (metric.denominator is not None) == (metric.basis == "computed")
    assert bool(metric.reason) == (metric.basis not in ("computed", "published"))
    if metric.basis == "computed":
        exact = Fraction(100 * metric.numerator, metric.denominator)
        assert abs(Fraction(metric.value) - exact) < Fraction(1, 10**30)
    if metric.basis == "published":
        assert metric.value == printed
    if metric.basis == "estimated":
        low, high = metric.interval
        assert 0 <= low <= metric.value <= high <= 100
    if metric.basis == "unavailable" and metric.interval:
        assert metric.interval[0] <= metric.interval[1]


@given(st.sampled_from(RATES), cells(), st.randoms(use_true_random=False))
def test_the_order_of_the_cells_does_not_matter(rate, some, random):
    shuffled = random.sample(some, len(some))
    one = compute_rate(rate, some, None, HALF_UNIT)
    other = compute_rate(rate, shuffled, None, HALF_UNIT)
    assert _to_20_places(one) == _to_20_places(other) or len({one.reason, other.reason}) == 2


def _to_20_places(metric: MetricValue) -> tuple:
    ends = metric.interval or ()
    numbers = [None if n is None else round(n, 20) for n in (metric.value, *ends)]
    return (metric.basis, metric.numerator, metric.denominator, *numbers)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.decimals(0, 100, places=1)), min_size=2))
def test_an_estimate_lies_between_its_parts(parts):
    rate = REFERENCE.rates["digitisation"]
    some = [Cell("a", YEAR, {"received_new": n, rate.id: r}) for n, r in parts]
    metric = compute_rate(rate, some, None, HALF_UNIT)
    assert metric.basis == "estimated"
    tiny = Decimal("1e-20")
    assert min(r for _, r in parts) - tiny <= metric.value <= max(r for _, r in parts) + tiny


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 1000)), min_size=2, max_size=6))
def test_true_numerators_lie_in_the_interval_of_the_estimate(parts):
    """Digitised of received, printed with one decimal: the true rate is where we say it is."""
    rate = REFERENCE.rates["digitisation"]
    parts = [(min(part, whole), whole) for part, whole in parts]
    some = [
        Cell("a", YEAR, {"received_new": w, rate.id: Decimal(round(Fraction(1000 * p, w))) / 10})
        for p, w in parts
    ]
    metric = compute_rate(rate, some, None, HALF_UNIT)
    true = Fraction(100 * sum(p for p, _ in parts), sum(w for _, w in parts))
    low, high = metric.interval
    assert Fraction(low) <= true <= Fraction(high)


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (46, 95207, Fraction(4600, 95207)),
        (0, 5, 0),
        (0, 0, None),
        (3, 0, None),
        (None, 5, None),
        (5, None, None),
    ],
)
def test_a_share_of_nothing_is_none(part: int | None, whole: int | None, share: Fraction | None):
    found = compute_share(part, whole)
    assert found is None if share is None else abs(Fraction(found) - share) < Fraction(1, 10**30)
