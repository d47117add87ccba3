"""The one query behind a page takes column names from the reference data and nowhere else."""

from datetime import date
from decimal import Decimal

import pytest

from ttpv.core.periods import Period
from ttpv.metrics import Cell, cells_sql, read_cells
from ttpv.published import find_holders
from ttpv.reference import Reference
from ttpv.store import Store

KNOWN = ["received", "eid", "online_payment"]


def test_columns_are_those_asked_for_each_once_in_order():
    sql = cells_sql(["received", "eid", "received"], KNOWN)
    assert "eid,\n    received\nFROM" in sql
    assert "{columns}" not in sql


@pytest.mark.parametrize(
    "column",
    [
        "received_new",
        "RECEIVED",
        "received ",
        "*",
        "",
        "1",
        "received) AS x FROM read_csv('/etc/passwd') --",
        "received; DROP TABLE x",
        'received"',
        "eid, department",
        "read_text('/etc/passwd')",
        "receıved",
    ],
)
def test_any_other_column_is_refused(column: str):
    with pytest.raises(ValueError, match="not a measure or rate"):
        cells_sql(["received", column], KNOWN)


@pytest.mark.parametrize("column", ["a b", "a)", "a--", "1a", "a;b", ""])
def test_what_is_no_name_is_refused_even_where_it_is_known(column: str):
    """A reference file with an odd id cannot reach the query either."""
    with pytest.raises(ValueError, match="not a measure or rate"):
        cells_sql([column], [column])


def test_every_id_of_the_reference_data_is_a_column_name(reference: Reference):
    known = [*reference.measures, *reference.rates]
    sql = cells_sql(known, known)
    assert all(f"    {name}" in sql for name in known)


def test_a_store_of_all_columns_answers(example_store: Store, reference: Reference):
    snapshot = example_store.current()
    fields = {field for entry in snapshot.entries for field in entry.fields}
    rows = example_store.query(cells_sql(fields, fields), snapshot.entries)
    cells = read_cells(rows, find_holders(snapshot.entries, reference))
    assert len(cells) == 19
    assert [cell.department for cell in cells].count(None) == 1
    of_health = next(cell for cell in cells if cell.department == "so-y-te")
    assert of_health.count("received") == 2454
    assert of_health.figures["eid"] == Decimal("99.9")
    assert of_health.count("online_transactions") == 1693
    assert set(of_health.figures) == fields


def test_rows_become_cells():
    row = {
        "period_start": date(2023, 1, 1),
        "period_stop": date(2023, 2, 1),
        "form": "annex-1",
        "department": None,
        "received": 12,
        "eid": None,
    }
    january = Period(date(2023, 1, 1), date(2023, 2, 1))
    (cell,) = read_cells([row], {january: {"received": "annex-1", "eid": "annex-1"}})
    assert cell == Cell(None, january, {"received": 12, "eid": None})


def test_a_figure_that_is_not_there_is_none_and_not_0():
    cell = Cell("a", Period(date(2023, 1, 1), date(2023, 2, 1)), {"received": 0, "pending": None})
    assert cell.count("received") == 0
    assert cell.count("pending") is None
    assert cell.count("resolved") is None
