"""Dossiers that need attention: the list is of exactly what the page says it is of."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ttpv.core.periods import Period
from ttpv.database import run_query
from ttpv.dossier_lists import find_lists

SQL = Path(__file__).parents[2] / "ttpv" / "metrics" / "sql" / "attention.sql"


@dataclass(frozen=True)
class Published:
    """What `find_lists` looks at of an entry."""

    period: Period
    extras: tuple[str, ...] = ("dossiers",)

    @property
    def start(self) -> date:
        return self.period.start

    @property
    def stop(self) -> date:
        return self.period.stop


def months(first: int, last: int) -> Period:
    return Period(date(2025, first, 1), date(2025, last + 1, 1))


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ([(1, 1), (2, 2), (3, 3)], [(1, 1), (2, 2), (3, 3)]),
        ([(2, 2), (1, 1)], [(1, 1), (2, 2)]),
        ([(1, 3), (1, 1)], [(1, 3)]),  # exactly the period
        ([(1, 2), (2, 3), (3, 3)], [(1, 2), (3, 3)]),  # none is counted twice
        ([(1, 4), (4, 4)], []),  # beyond it
        ([], []),
    ],
)
def test_lists_of_a_period_and_its_parts(
    published: list[tuple[int, int]], found: list[tuple[int, int]]
):
    entries = [Published(months(*each)) for each in published]
    without = Published(months(1, 3), extras=())
    lists = find_lists([without, *entries], months(1, 3))
    assert [entry.period for entry in lists] == [months(*each) for each in found]


@pytest.mark.parametrize(
    ("field", "procedure", "codes"),
    [
        (None, None, ["A", "B", "C", "D"]),
        ("Y tế", None, ["A", "B"]),
        ("", None, ["C", "D"]),  # "not said" listed every field's dossiers
        ("Y tế", "1.01", ["A"]),
        ("Y tế", "", ["B"]),
        ("", "", ["D"]),
    ],
)
def test_a_field_that_is_not_said_is_a_field_of_its_own(
    tmp_path: Path, field: str | None, procedure: str | None, codes: list[str]
):
    lines = [("A", "Y tế", "1.01"), ("B", "Y tế", None), ("C", None, "1.02"), ("D", None, None)]
    columns = dict(zip(("code", "field", "procedure_code"), zip(*lines, strict=True), strict=True))
    same = {"state": "suspended", "department": "so-y-te"}
    table = pa.table(
        {name: pa.array(values, pa.string()) for name, values in columns.items()}
        | {name: pa.array([value] * 4) for name, value in same.items()}
        | {"procedure_name": pa.nulls(4, pa.string())}
        | {name: pa.nulls(4, pa.timestamp("s")) for name in ("received", "due", "returned")}
    )
    pq.write_table(table, tmp_path / "list.parquet")
    values = {"field": field, "procedure": procedure, "most": 9, **same}
    found = run_query(SQL.read_text(), {"files": [str(tmp_path / "list.parquet")], **values})
    assert [row["code"] for row in found] == codes
