"""Annexes are written and read by one layout: what goes in comes back to the digit."""

from decimal import Decimal

import pytest

from tests.conftest import TODAY
from tests.spec.tables import dates
from ttpv.imports import Upload, preview_files
from ttpv.reference import Reference
from ttpv.reports.workbook import Annex, build_annexes

COUNTS = {
    "received": 120,
    "received_new": 100,
    "received_online": 60,
    "carried_over": 20,
    "resolved": 90,
    "resolved_on_time": 88,
    "resolved_late": 2,
    "pending": 30,
    "pending_in_time": 29,
    "pending_overdue": 1,
    "online_transactions": 26133,
    "online_amount": 10_998_351_456,
    "direct_transactions": 0,
    "direct_amount": 0,
}
RATES = {
    "online_submission": Decimal("60.0"),
    "online_payment": Decimal("0.0"),
    "eid": Decimal("94.3"),
    "digitisation": Decimal("85.4"),
    "e_result": Decimal(100),
}
YEAR = dates("2023-01-01..2023-12-25")


@pytest.mark.parametrize("without", [set(), {"eid"}])
def test_what_is_written_is_read(reference: Reference, without: set[str]):
    row = {name: figure for name, figure in (COUNTS | RATES).items() if name not in without}
    rows = {d.id: row for d in reference.departments_on(YEAR.last)}
    total = {**row, **{name: count * len(rows) for name, count in COUNTS.items()}}
    annexes = [Annex("annex-1", rows, total), Annex("annex-2", rows, total)]
    content = build_annexes(reference, YEAR, annexes)
    (preview,) = preview_files([Upload("pl.xlsx", content)], reference, today=TODAY).files
    assert [issue.code for issue in preview.issues] == ["column_absent"] * len(without)
    assert [draft.table.form for draft in preview.drafts] == ["annex-1", "annex-2"]
    for draft in preview.drafts:
        assert draft.table.period == YEAR
        assert [r.department for r in draft.table.rows] == list(rows)
        assert draft.table.total is not None
        assert without.isdisjoint(draft.table.fields)
        for read, written in [(r, row) for r in draft.table.rows] + [(draft.table.total, total)]:
            assert read.figures == {field: written[field] for field in draft.table.fields}
