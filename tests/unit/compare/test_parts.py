"""Numerator and denominator: known together, or not at all."""

import pytest

from ttpv.compare import Parts


@pytest.mark.parametrize(
    ("numerator", "denominator", "known"),
    [
        (1, 2, (1, 2)),
        (0, 2, (0, 2)),
        (None, 2, None),
        (1, None, None),
        (None, None, None),
        (None, 0, (0, 0)),
        (0, 0, (0, 0)),
        (0, None, None),
    ],
)
def test_of_nothing_the_numerator_is_known(
    numerator: int | None, denominator: int | None, known: tuple[int, int] | None
):
    assert Parts(numerator, denominator).known == known
