"""Figures for the views: the 2023 report, and small made-up periods of real departments."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.store import Store


@pytest.fixture
def report(example_store: Store, reference: Reference) -> Callable[..., Figures]:
    """The figures of the 2023 report: `report()` of all, `report("so-y-te")` of some."""

    def read(*departments: str) -> Figures:
        return World(example_store, reference).figures("2023-01-01..2023-12-25", *departments)

    return read


@pytest.fixture
def centre(tmp_path: Path, reference: Reference) -> World:
    """An empty centre of the real departments, to publish small tables in."""
    return World(Store(tmp_path / "centre"), reference)
