"""Worlds for the spec tables: three departments of 2023, or the real ones."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.spec.comparing import alone
from tests.spec.tables import World
from ttpv.reference import Department, Reference, Target
from ttpv.store import Store


@pytest.fixture(scope="session")
def small_reference(reference: Reference) -> Reference:
    """The shipped measures, rates and thresholds, for three departments a, b and c.

    The targets are those of 2023 without an end, so that a table may be of any year.
    """
    targets = {"online_submission": 50, "online_payment": 35, "eid": 100, "digitisation": 70}
    return msgspec.structs.replace(
        reference,
        departments=tuple(
            Department(id=letter, name=f"Sở {letter.upper()}", short=letter.upper())
            for letter in "abc"
        ),
        targets=tuple(
            Target(
                rate=rate,
                value=Decimal(value),
                scope="province",
                effective_from=date(2023, 1, 1),
                source="spec",
            )
            for rate, value in (targets | {"e_result": 100}).items()
        ),
    )


@pytest.fixture
def world(tmp_path: Path, small_reference: Reference) -> World:
    """An empty centre of the departments a, b and c."""
    return World(Store(tmp_path / "world"), small_reference)


@pytest.fixture
def one(world: World) -> World:
    """The same with department a only, so that one row a month is all of it."""
    return alone(world)
