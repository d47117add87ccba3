"""The one query behind a page takes column names from the reference data and nowhere else."""

from datetime import date
from decimal import Decimal

import pytest

from ttpv.core.periods import Period
from ttpv.metrics import Cell, cells_sql, combine_forms, read_lines
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
    forms = read_lines(rows, {(e.period, e.form): e.fields for e in snapshot.entries})
    (period,) = snapshot.periods
    said = {form: lines for (_, form), lines in forms.items()}
    cells = combine_forms(period, said, find_holders(snapshot.entries, reference)[period])
    assert len(cells) == 19
    assert None in cells
    assert cells["so-y-te"].count("received") == 2454
    assert cells["so-y-te"].figures["eid"] == Decimal("99.9")
    assert cells["so-y-te"].count("online_transactions") == 1693
    assert set(cells["so-y-te"].figures) == fields


JANUARY = Period(date(2023, 1, 1), date(2023, 2, 1))


def test_rows_become_lines_of_the_form_s_own_fields():
    """The query gives every form the columns of all of them."""
    head = {"period_start": JANUARY.start, "period_stop": JANUARY.stop}
    row = head | {"form": "annex-1", "department": None, "received": 12, "eid": None, "x": None}
    lines = read_lines([row], {(JANUARY, "annex-1"): ("received", "eid")})
    assert lines == {(JANUARY, "annex-1"): {None: {"received": 12, "eid": None}}}


def test_a_field_comes_from_the_form_that_holds_it_even_where_that_says_nothing():
    forms = {
        "annex-1": {"a": {"received": 12, "eid": 90}, "b": {"received": 3, "eid": 80}},
        "template": {"a": {"received": None, "digitised": 5}},
    }
    holders = {"received": "template", "eid": "annex-1", "digitised": "template"}
    assert combine_forms(JANUARY, forms, holders) == {
        "a": Cell("a", JANUARY, {"received": None, "eid": 90, "digitised": 5}),
        "b": Cell("b", JANUARY, {"eid": 80}),
    }


def test_a_figure_that_is_not_there_is_none_and_not_0():
    cell = Cell("a", JANUARY, {"received": 0, "pending": None})
    assert cell.count("received") == 0
    assert cell.count("pending") is None
    assert cell.count("resolved") is None
