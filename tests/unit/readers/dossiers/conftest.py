"""Reading lists as the product does, in a folder of the test's own."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.dossier_lists import csv_bytes
from ttpv.core.periods import Period, parse_period
from ttpv.readers.dossiers import DossierRead, read_dossiers
from ttpv.reference import Reference

DECEMBER = parse_period("2023-12")
assert isinstance(DECEMBER, Period)

ReadList = Callable[..., DossierRead]


@pytest.fixture
def read_list(tmp_path: Path, reference: Reference) -> ReadList:
    """Reads bytes, a path, or rows (as CSV) as a list of December 2023."""
    numbers = count()

    def read(
        source: bytes | Path | Iterable[Sequence[str]],
        *,
        period: Period | None = DECEMBER,
        today: date = TODAY,
        learned: Sequence[tuple[str, str]] = (),
    ) -> DossierRead:
        staging = tmp_path / f"staging{next(numbers)}"
        staging.mkdir()
        if not isinstance(source, (bytes, Path)):
            source = csv_bytes(source)
        found = read_dossiers(
            source,
            "tệp.csv",
            reference,
            today=today,
            staging=staging,
            period=period,
            learned=learned,
        )
        assert found is not None
        assert (found.table is None) == (not list(staging.iterdir()))
        return found

    return read
