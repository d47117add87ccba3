"""Adding up: None is not 0, a stock is not a flow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.periods import Period, add_months
from ttpv.metrics import Cell, fold_periods, missing_departments, sum_counts
from ttpv.metrics.counts import add_counts
from ttpv.reference import Reference, read_reference

MEASURES = read_reference().measures
IDENTITIES = [(m.id, m.parts) for m in MEASURES.values() if m.parts]

counts = st.one_of(st.none(), st.integers(0, 10**6))


def months(*figures: dict[str, int | None]) -> list[Cell]:
    starts = [add_months(date(2023, 1, 1), n) for n in range(len(figures) + 1)]
    return [Cell("a", Period(starts[n], starts[n + 1]), figure) for n, figure in enumerate(figures)]


@pytest.mark.parametrize(
    ("parts", "total"), [([], 0), ([0, 0], 0), ([1, 2], 3), ([1, None], None), ([None], None)]
)
def test_a_sum_with_a_missing_part_is_missing(parts: list[int | None], total: int | None):
    assert add_counts(parts) == total


def test_every_kind_folds_in_its_own_way(reference: Reference):
    """received_new is a flow, carried_over an opening stock, pending_overdue a closing one."""
    folded = fold_periods(
        months(
            {"received_new": 10, "carried_over": 3, "pending_overdue": 2, "received": 99},
            {"received_new": 20, "carried_over": 5, "pending_overdue": 7, "received": 99},
            {"received_new": 0, "carried_over": 8, "pending_overdue": 1, "received": 99},
        ),
        reference.measures,
    )
    assert folded["received_new"] == 10 + 20 + 0
    assert folded["carried_over"] == 3
    assert folded["pending_overdue"] == 1
    assert folded["received"] == (10 + 20 + 0) + 3
    assert folded["pending"] is None


@pytest.mark.parametrize(
    ("first", "last", "flow", "opening", "closing", "total"),
    [
        ({}, {"received_new": 2, "carried_over": 3, "pending_overdue": 4}, None, None, 4, None),
        ({"received_new": 2, "carried_over": 3, "pending_overdue": 4}, {}, None, 3, None, None),
        ({"received_new": 2}, {"received_new": 2}, 4, None, None, None),
        ({"received_new": 0, "carried_over": 0}, {"received_new": 0}, 0, 0, None, 0),
    ],
)
def test_a_missing_month_is_missing_where_it_counts(
    first: dict[str, int], last: dict[str, int], flow, opening, closing, total
):
    folded = fold_periods(months(first, last), MEASURES)
    assert folded["received_new"] == flow
    assert folded["carried_over"] == opening
    assert folded["pending_overdue"] == closing
    assert folded["received"] == total


def test_one_month_is_as_printed():
    folded = fold_periods(months({"received": 99, "received_new": 1, "carried_over": 1}), MEASURES)
    assert folded["received"] == 99
    assert set(folded) == set(MEASURES)
    assert folded["online_amount"] is None


@given(st.lists(st.dictionaries(st.sampled_from(list(MEASURES)), counts), min_size=2, max_size=5))
def test_a_folded_total_is_the_sum_of_its_folded_parts(figures: list[dict[str, int | None]]):
    folded = fold_periods(months(*figures), MEASURES)
    for total, parts in IDENTITIES:
        if all(month.get(part) is None for month in figures for part in parts):
            continue  # the next test
        values = [folded[part] for part in parts]
        assert folded[total] == (None if None in values else sum(values))


def test_a_total_whose_parts_no_form_holds_folds_as_they_would():
    """resolved is made of flows, pending of closing stocks; received is made of both."""
    folded = fold_periods(
        months(
            {"resolved": 10, "pending": 4, "received": 14},
            {"resolved": 7, "pending": 3, "received": 10},
        ),
        MEASURES,
    )
    assert folded["resolved"] == 10 + 7
    assert folded["pending"] == 3
    assert folded["received"] is None


@given(
    st.lists(
        st.lists(st.dictionaries(st.sampled_from(list(MEASURES)), counts), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_adding_up_departments_and_months_in_either_order_is_the_same(grid):
    """Flows: Σ over departments of Σ over months = Σ over months of Σ over departments."""
    lines = [fold_periods(months(*row), MEASURES) for row in grid]
    by_department = sum_counts(lines, MEASURES)
    flows = [m.id for m in MEASURES.values() if m.kind == "flow"]
    for flow in flows:
        by_month = [add_counts(row[n].get(flow) for row in grid) for n in range(3)]
        assert by_department[flow] == add_counts(by_month)


def test_the_sum_of_nobody_is_missing():
    assert set(sum_counts([], MEASURES).values()) == {None}


def test_the_missing_are_those_without_a_known_figure():
    lines = {
        "a": {"received": 1, "pending": 1, "online_amount": None},
        "b": {"received": 1, "pending": None, "online_amount": None},
        "c": {"received": None, "pending": None, "online_amount": None},
    }
    assert missing_departments(lines, ["received", "pending"]) == ("b", "c")
    assert missing_departments(lines, ["received"]) == ("c",)
    assert missing_departments(lines, []) == ()
