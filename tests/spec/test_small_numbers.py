"""A rate over few dossiers is marked: fewer than the threshold, here 30.

`counted` is the denominator as a count of the form, `den` the one that the rate was computed from.
"""

from decimal import Decimal

import pytest

from tests.spec.tables import World, read_table
from ttpv.compare import is_small
from ttpv.metrics import Basis, MetricValue
from ttpv.reference import Reference
from ttpv.store import Store


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@pytest.mark.parametrize(
    "row",
    read_table(
        """
        basis          | value | num | den | counted | small
        computed       | 50    |  14 |  28 |      28 | yes
        computed       | 50    |  15 |  30 |      30 | no
        published      | 98    |     |     |      29 | yes
        published      | 98    |     |     |      49 | no
        published      | 98    |     |     |         | no
        estimated      | 98    |     |     |      12 | yes
        not_applicable |       |     |     |       0 | no
        unavailable    |       |     |     |      12 | no
        """
    ),
    ids=lambda row: " ".join(row.values()),
)
def test_marked_or_not(row: dict[str, str]):
    """Without a value there is nothing to mark; without a denominator it cannot be told."""
    bases: dict[str, Basis] = {
        name: name
        for name in ("computed", "published", "estimated", "not_applicable", "unavailable")
    }
    metric = MetricValue(
        Decimal(row["value"]) if row["value"] else None,
        bases[row["basis"]],
        _number(row["num"]),
        _number(row["den"]),
    )
    assert is_small(metric, _number(row["counted"]), 30) == (row["small"] == "yes")


def test_nobody_in_2023_but_above_it(example_store: Store, reference: Reference):
    """Ngoại vụ received 49: the fewest of 2023, more than the shipped threshold of 30. With one of
    50 it alone is marked, in the computed rate as in the published one over the same dossiers."""
    figures = World(example_store, reference).figures("2023-01-01..2023-12-25")

    def marked(threshold: int) -> set[tuple[str, str]]:
        return {
            (line.department.id, rate.id)
            for line in figures.departments
            if line.department
            for rate in figures.rates
            if is_small(line.rates[rate.id].metric, line.counts[rate.denominator], threshold)
        }

    assert reference.centre.small_denominator == 30
    assert marked(30) == set()
    assert marked(50) == {
        ("so-ngoai-vu", "online_submission"),
        ("so-ngoai-vu", "digitisation"),
    }
