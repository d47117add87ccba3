"""The example over time: 2023 adds up to the real annexes, and every month balances.

Checked on what is published, against the strings of the report (tests/golden/annex-*.tsv), by sums
of our own: neither the product's sums nor its periods take part.
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest

from tests.golden.make_example import number, published
from tests.spec.tables import dates, read_table
from ttpv.core.periods import Period
from ttpv.demo import Demo
from ttpv.monitor import read_figures
from ttpv.reference import DepartmentNames, Reference
from ttpv.store import Store

Counts = Mapping[str, int]
Rows = Mapping[str, Counts]

ANNEX_YEAR = """
from       | to
2023-01-01 | 2023-01-31
2023-02-01 | 2023-02-28
2023-03-01 | 2023-03-31
2023-04-01 | 2023-04-30
2023-05-01 | 2023-05-31
2023-06-01 | 2023-06-30
2023-07-01 | 2023-07-31
2023-08-01 | 2023-08-31
2023-09-01 | 2023-09-30
2023-10-01 | 2023-10-31
2023-11-01 | 2023-11-30
2023-12-01 | 2023-12-25
"""
FLOWS = ("received_new", "received_online", "resolved", "resolved_on_time", "resolved_late")
OPENING, CLOSING = ("carried_over",), ("pending", "pending_in_time", "pending_overdue")
FEES = ("online_transactions", "online_amount", "direct_transactions", "direct_amount")
# Annex I, columns 4, 5, 7–9; 6; 10–12. Annex II, columns 3–6.
COLUMNS_1 = dict(zip(FLOWS, (4, 5, 7, 8, 9), strict=True)) | {
    "carried_over": 6,
    "pending": 10,
    "pending_in_time": 11,
    "pending_overdue": 12,
}
COLUMNS_2 = dict(zip(FEES, (3, 4, 5, 6), strict=True))


@pytest.fixture(scope="module")
def store(made_demo: Demo) -> Store:
    return Store(made_demo.folder)


@pytest.fixture(scope="module")
def tables(store: Store) -> dict[tuple[date, date, str], Rows]:
    """(first day, day after the last, form) → department → its figures, as published."""
    current = store.current()
    assert current is not None
    return {
        entry.key: {
            row.department or "": {n: f for n, f in row.figures.items() if isinstance(f, int)}
            for row in store.read_table(entry).rows
        }
        for entry in current.entries
    }


def annex(source: str, columns: Mapping[str, int], reference: Reference) -> Rows:
    """The report's own figures: department id → measure → count."""
    names = DepartmentNames(reference.departments_on(date(2023, 12, 25)))
    rows = {}
    for texts in published(source)[:18]:
        department = names.find(texts[1])
        assert department is not None
        rows[department.id] = {
            measure: int(number(texts[column - 1], is_rate=False))
            for measure, column in columns.items()
        }
    return rows


def months(tables: Mapping[tuple[date, date, str], Rows], form: str) -> list[Rows]:
    periods = [dates(f"{row['from']}..{row['to']}") for row in read_table(ANNEX_YEAR)]
    return [tables[period.start, period.stop, form] for period in periods]


def test_the_year_adds_up_to_annex_1(tables, reference: Reference):
    real = annex("annex-1.tsv", COLUMNS_1, reference)
    year = months(tables, "annex-1")
    assert len(real) == 18
    for department, figures in real.items():
        rows = [month[department] for month in year]
        for measure in FLOWS:
            assert sum(row[measure] for row in rows) == figures[measure], (department, measure)
        for measure in OPENING:
            assert rows[0][measure] == figures[measure], (department, measure)
        for measure in CLOSING:
            assert rows[-1][measure] == figures[measure], (department, measure)


def test_the_year_adds_up_to_annex_2(tables, reference: Reference):
    real = annex("annex-2.tsv", COLUMNS_2, reference)
    year = months(tables, "annex-2")
    for department, figures in real.items():
        for measure, total in figures.items():
            assert sum(month[department][measure] for month in year) == total, (department, measure)


def test_the_product_puts_the_months_together_to_the_report_s_figures(
    store: Store, reference: Reference
):
    """01/01–25/12/2023 is nowhere published here; the twelve periods tile it."""
    current = store.current()
    assert current is not None
    figures = read_figures(store, reference, current, dates("2023-01-01..2023-12-25"))
    wanted = read_table("""
        measure         |  count
        received        | 99.364
        received_new    | 96.047
        received_online | 63.629
        carried_over    |  3.317
        resolved        | 95.207
        resolved_late   |     46
        pending         |  4.157
    """)
    for row in wanted:
        assert figures.total.counts[row["measure"]] == int(row["count"].replace(".", ""))
    assert f"{figures.total.rates['online_submission'].metric.value:.1f}" == "66.2"


def test_every_department_balances_in_every_period(tables):
    rows = [
        (key, department, row)
        for key, table in tables.items()
        if key[2] != "annex-2"
        for department, row in table.items()
    ]
    assert len(rows) > 600
    for key, department, row in rows:
        where = (key, department)
        assert min(row.values()) >= 0, where
        new, opening = row["received_new"], row["carried_over"]
        resolved = row["resolved_on_time"] + row["resolved_late"]
        pending = row["pending_in_time"] + row["pending_overdue"]
        assert new + opening == resolved + pending, where  # 4 + 6 = 7 + 10
        assert row["received"] == new + opening, where  # 3 = 4 + 6
        assert row["resolved"] == resolved, where  # 7 = 8 + 9
        assert row["pending"] == pending, where  # 10 = 11 + 12
        for part, whole in (
            ("received_online", "received_new"),
            ("digitised", "received_new"),
            ("fee_dossiers", "received_new"),
            ("paid_online", "fee_dossiers"),
            ("eid_checked", "eid_applicable"),
            ("e_results", "result_dossiers"),
        ):
            assert row.get(part, 0) <= row.get(whole, row.get(part, 0)), (*where, part)


def test_stocks_continue_for_every_department_and_across_the_mergers(tables, reference: Reference):
    """Opening = the closing of the month before; a successor opens with its predecessors' sum."""
    forms = {"annex-1", "template"}
    chain = sorted((key[0], key[1], key) for key in tables if key[2] in forms)
    assert (chain[0][0], chain[-1][1]) == (date(2023, 1, 1), date(2026, 1, 1))
    merged = 0
    for (_, stop, before), (start, _, after) in pairwise(chain):
        assert stop == start
        for department, row in tables[after].items():
            others = [d.id for d in reference.departments if department in d.successors]
            known = [d for d in [department, *others] if d in tables[before]]
            assert row["carried_over"] == sum(tables[before][d]["pending"] for d in known)
            merged += len(known) > 1
    assert merged == 6  # successors of 01/03/2025; the new Sở Dân tộc và Tôn giáo opens with 0


@pytest.mark.parametrize("month", ["2025-10", "2025-11", "2025-12"])
def test_the_lists_and_the_template_of_a_month_hold_the_same_counts(tables, month: str):
    period: Period = dates(month)
    listed = tables[period.start, period.stop, "dossiers"]
    template = tables[period.start, period.stop, "template"]
    fees = tables[period.start, period.stop, "annex-2"]
    assert 8_000 <= sum(row["received_new"] for row in listed.values()) <= 11_000
    assert listed.keys() == template.keys() == fees.keys()
    for department, row in template.items():
        assert len(row) == 17
        assert row == {measure: listed[department][measure] for measure in row}
        transactions = fees[department]
        assert transactions["online_transactions"] == row["paid_online"]
        assert (
            sum(transactions[n] for n in FEES if n.endswith("transactions")) == row["fee_dossiers"]
        )


def test_the_end_of_the_story_deserves_attention(tables):
    """Each rule of findings.toml that a month can meet has its department in December 2025."""
    keys = [(dates(m).start, dates(m).stop) for m in ("2025-09", "2025-10", "2025-11", "2025-12")]
    template = [tables[*key, "template"] for key in keys]
    fees = tables[*keys[-1], "annex-2"]["so-dan-toc-va-ton-giao"]
    building, trade = template[-1]["so-xay-dung-2025"], "so-cong-thuong"
    schools = [m["so-giao-duc-va-dao-tao"] for m in template[-2:]]

    digitised = [100 * m[trade]["digitised"] / m[trade]["received_new"] for m in template]
    online = [100 * row["received_online"] / row["received_new"] for row in schools]
    assert digitised == sorted(digitised, reverse=True)  # three declines in a row …
    assert digitised[0] - digitised[-1] > 10  # … of more than ten points in all
    assert online[-1] < online[0] - 1  # falling …
    assert online[-1] < 70  # … and below the (invented) target
    assert building["pending_overdue"] > 0.05 * building["pending"] > 1
    assert (fees["online_transactions"], fees["direct_transactions"] >= 10) == (0, True)
