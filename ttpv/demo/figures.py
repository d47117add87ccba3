"""One department's counts in one period, complete and in balance."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ttpv.core.decimals import percent, round_half_up
from ttpv.core.tables import Figure
from ttpv.reference import Rate

Counts = dict[str, int]
"""Measure id → count."""

Month = dict[str, Counts]
"""Department id → its counts."""


def complete(counts: Counts) -> Counts:
    """The counts with their totals: 3 = 4 + 6, 7 = 8 + 9, 10 = 11 + 12 (annex I)."""
    return {
        **counts,
        "received": counts["received_new"] + counts["carried_over"],
        "resolved": counts["resolved_on_time"] + counts["resolved_late"],
        "pending": counts["pending_in_time"] + counts["pending_overdue"],
    }


def sum_counts(rows: Iterable[Counts]) -> Counts:
    """Measure by measure, over departments of one period."""
    total: Counts = {}
    for counts in rows:
        for measure, count in counts.items():
            total[measure] = total.get(measure, 0) + count
    return total


def print_rates(counts: Counts, rates: Iterable[Rate]) -> Mapping[str, Figure]:
    """The counts with the rates as the annex prints them: one decimal, half up, 0,0 for no case."""
    printed: dict[str, Figure] = dict(counts)
    for rate in rates:
        whole = counts[rate.denominator]
        exact = percent(counts[rate.numerator], whole) if whole else Decimal(0)
        printed[rate.id] = round_half_up(exact, 1)
    return printed
