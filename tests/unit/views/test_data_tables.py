"""Tables as data: the page's rows in its order, figures as figures, and why one is missing."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.conftest import TODAY, EditExample
from tests.spec.tables import World, dates
from ttpv.comparisons import compare_period
from ttpv.difference import compute_difference
from ttpv.imports import Upload, preview_files
from ttpv.monitor import Figures, open_timeline
from ttpv.reference import Reference
from ttpv.store import ReportRecord, Store
from ttpv.trends import Step, compute_trend
from ttpv.views.backlog import MEASURES
from ttpv.views.data_table import DataTable, Number
from ttpv.views.data_tables import (
    table_of_backlog,
    table_of_changes,
    table_of_departments,
    table_of_dossiers,
    table_of_effects,
    table_of_fees,
    table_of_laggards,
    table_of_multiples,
    table_of_read,
    table_of_registry,
    table_of_reports,
    table_of_targets,
)
from ttpv.views.overview import build_overview
from ttpv.views.registry import build_registry

ReadReport = Callable[..., Figures]
ONE = "Phụ lục I"


def rows_of(table: DataTable) -> list[dict[str, Any]]:
    """Rows by field; every row has a value for each, and no field stands twice."""
    ids = [field.id for field in table.fields]
    assert len(set(ids)) == len(ids)
    return [dict(zip(ids, row, strict=True)) for row in table.rows]


def by_department(table: DataTable) -> dict[str | None, dict[str, Any]]:
    return {row["department_id"]: row for row in rows_of(table)}


def test_a_rate_with_all_that_is_known(report: ReadReport, reference: Reference):
    rows = by_department(table_of_departments(report(), reference))
    health = rows["so-y-te"]
    assert (health["received_new"], health["is_total"]) == (2_293, False)
    online = health["online_submission"]
    assert isinstance(online, Number)
    assert (online.places, round(online.value, 4)) == (1, Decimal("63.5848"))
    names = ("numerator", "denominator", "basis", "status", "shortfall")
    assert [health[f"online_submission_{name}"] for name in names] == [
        1_458,
        2_293,
        "tính từ tử số và mẫu số",
        "Đạt",
        0,
    ]
    assert rows[None]["eid_gap"] == Number(Decimal("-5.7"), 1)


def test_it_shows_as_many_decimals_as_the_page(centre: World, reference: Reference):
    """49,96 % of a target of 50 is not 50,0."""
    centre.publish("2023-05", "who | received_new | received_online\nso-y-te | 10.000 | 4.996")
    row = by_department(table_of_departments(centre.figures("2023-05"), reference))["so-y-te"]
    assert row["online_submission"] == Number(Decimal("49.96"), 2)
    assert row["online_submission_shortfall"] == 4


def test_an_estimate_without_a_verdict_says_so_as_on_the_page(centre: World, reference: Reference):
    """(100 × 70,0 + 100 × 70,0) / 200 = 70,0, give or take 0,05, of 70 %."""
    for period in ("2023-11", "2023-12"):
        table = "who | received_new | digitisation\nso-y-te | 100 | 70,0"
        centre.publish(period, table, form="annex-1")
    figures = centre.figures("2023-11-01..2023-12-31", "so-y-te")
    (row, _) = rows_of(table_of_departments(figures, reference))
    assert row["digitisation"] == Number(Decimal(70), 1)
    assert row["digitisation_status"] == "Không kết luận được"


def test_a_share_of_almost_all_is_not_all(centre: World, reference: Reference):
    centre.publish(
        "2023-12",
        """
        who     | online_transactions | online_amount | direct_transactions | direct_amount
        so-y-te |               49999 |             1 |                   1 |             0
        """,
    )
    row = by_department(table_of_fees(centre.figures("2023-12", "so-y-te"), reference))["so-y-te"]
    assert row["transaction_share"] == Number(Decimal("99.998"), 3)
    assert row["amount_share"] == Number(Decimal(100), 2)


def test_changes_to_other_periods(centre: World, reference: Reference):
    for month, online in (("2023-04", 50), ("2023-05", 60)):
        text = f"who | received_new | received_online\nso-y-te | 100 | {online}"
        centre.publish(month, text)
    state = centre.store.current()
    assert state is not None
    timeline = open_timeline(centre.store, reference, state)
    comparison = compare_period(timeline, dates("2023-05"), frozenset())
    table = table_of_departments(centre.figures("2023-05"), reference, comparison)
    rows = by_department(table)
    assert rows["so-y-te"]["online_submission_change_previous"] == Number(Decimal(10), 1)
    heads = {field.id: field.head for field in table.fields}
    head = "Nộp trực tuyến: thay đổi so với tháng trước (điểm %)"
    assert heads["online_submission_change_previous"] == head


def test_who_lies_below_in_the_pages_order(report: ReadReport, reference: Reference):
    figures = report()
    view = build_overview(figures, reference)
    rows = rows_of(table_of_laggards(view.laggards, figures))
    shown = [laggard.department for group in view.laggards for laggard in group.laggards]
    assert [row["department_id"] for row in rows] == shown
    assert rows[0]["rate_id"] == "online_submission"
    assert rows[0]["value"].value < rows[1]["value"].value < 50


def test_counts_and_fees(report: ReadReport, reference: Reference):
    dossiers = rows_of(table_of_dossiers(report()))
    assert (dossiers[-1]["department"], dossiers[-1]["received_new"]) == ("Toàn Trung tâm", 96_047)
    assert len(dossiers) == 19
    fees = by_department(table_of_fees(report(), reference))
    assert (fees[None]["online_transactions"], fees[None]["online_amount"]) == (
        26_133,
        10_998_351_456,
    )
    share = fees[None]["transaction_share"]
    assert (share.places, round(share.value, 6)) == (2, Decimal("43.932822"))
    school = fees["so-giao-duc-va-dao-tao"]
    assert (school["transaction_share"], school["transaction_share_reason"]) == (
        None,
        "không phát sinh",
    )


def test_a_count_that_is_missing_is_empty_and_no_zero(centre: World, reference: Reference):
    centre.publish("2023-05", "who | received_new\nso-y-te | 10\nso-tu-phap |")
    rows = by_department(table_of_dossiers(centre.figures("2023-05")))
    assert (rows["so-tu-phap"]["received_new"], rows[None]["received_new"]) == (None, None)
    fees = by_department(table_of_fees(centre.figures("2023-05"), reference))
    assert fees[None]["amount_share_reason"] == "chưa có số liệu"


def test_over_time_a_gap_says_its_days(centre: World, reference: Reference):
    for month in ("2023-01", "2023-03"):
        head = "who | received_new | digitised | resolved"
        text = f"{head}\nso-y-te | 10 | 5 | 4\nso-tu-phap | 8 | 2 | 8"
        centre.publish(month, text)
    state = centre.store.current()
    assert state is not None
    timeline = open_timeline(centre.store, reference, state)
    rate = reference.rates["digitisation"]
    trend = compute_trend(
        timeline, Step("month"), rates=[rate.id], measures=MEASURES, chosen="all", structure="then"
    )
    order = ["so-y-te", "so-tu-phap"]
    rows = rows_of(table_of_multiples(trend, rate, order))
    assert [row["department_id"] for row in rows] == ["so-y-te"] * 3 + ["so-tu-phap"] * 3
    assert [row["period_start"] for row in rows[:3]] == [date(2023, m, 1) for m in (1, 2, 3)]
    assert (rows[0]["numerator"], rows[0]["denominator"]) == (5, 10)
    assert (rows[1]["value"], rows[1]["reason"]) == (
        None,
        "Chưa đủ số liệu: thiếu 01/02/2023 – 28/02/2023",
    )
    backlog = rows_of(table_of_backlog(trend, reference))
    assert [row["period"] for row in backlog] == ["Tháng 03/2023", "Tháng 02/2023", "Tháng 01/2023"]


def test_targets_and_departments_with_their_days(reference: Reference):
    targets = rows_of(table_of_targets(reference, date(2023, 12, 25)))
    assert len(targets) == len(reference.targets)
    online = next(row for row in targets if row["rate_id"] == "online_submission")
    assert (online["target"], online["scope_id"]) == (Number(Decimal(50), 0), "province")
    groups = build_registry(reference, (), date(2025, 4, 1))
    registry = {row["department_id"]: row for row in rows_of(table_of_registry(groups, reference))}
    assert len(registry) == len(reference.departments)
    assert registry["so-du-lich"]["exists_to"] == date(2025, 2, 28)
    assert registry["so-y-te"]["exists_to"] is None


def test_reports_that_were_taken(reference: Reference):
    made = datetime(2023, 12, 26, 3, 0, tzinfo=UTC)
    record = ReportRecord(
        number=7,
        start=date(2023, 1, 1),
        stop=date(2023, 12, 26),
        kind="niem-yet",
        format="pdf",
        file="=x.pdf",
        sha256="",
        size=1,
        made_at=made,
        made_by=None,
    )
    (row,) = rows_of(table_of_reports([record], reference))
    assert (row["period_end"], row["snapshot"], row["file"]) == (
        date(2023, 12, 25),
        "000007",
        "=x.pdf",
    )
    assert row["made_at"] == made.astimezone().replace(tzinfo=None)


def test_a_form_as_it_was_read(reference: Reference, edit_example: EditExample):
    path = edit_example("x.xlsx", {(ONE, "E15"): "abc", (ONE, "B17"): "Sở Lạ", (ONE, "N20"): None})
    (file,) = preview_files([Upload("x.xlsx", path.read_bytes())], reference, today=TODAY).files
    table = file.drafts[0].table
    rows = rows_of(table_of_read(table, file.issues, reference, file.unknown_names))
    assert len(rows) == 19
    assert rows[0]["row"] == 14
    assert (rows[1]["received_online"], rows[1]["received_new"]) == (None, 30_009)
    assert "“abc” không phải là số đếm" in rows[1]["notes"]
    assert (rows[3]["department_id"], rows[3]["department"]) == (None, "Sở Lạ")
    assert rows[3]["is_total"] is False
    assert rows[-1]["is_total"] is True
    assert rows[0]["notes"] is None


def test_what_would_change(example_store: Store, reference: Reference, edit_example: EditExample):
    path = edit_example("x.xlsx", {(ONE, "E15"): 20_000})
    preview = preview_files(
        [Upload("x.xlsx", path.read_bytes())], reference, store=example_store, today=TODAY
    )
    changes = compute_difference(preview, example_store, reference)
    cell = next(
        row for row in rows_of(table_of_changes(changes, reference)) if row["department_id"]
    )
    assert (cell["department_id"], cell["field_id"], cell["unit"]) == (
        "so-cong-thuong",
        "received_online",
        "hồ sơ",
    )
    assert (cell["before"], cell["after"]) == (
        Number(Decimal(29_754), 0),
        Number(Decimal(20_000), 0),
    )
    effects = {row["rate_id"]: row for row in rows_of(table_of_effects(changes, reference))}
    online = effects["online_submission"]
    assert (online["before_numerator"], online["after_numerator"]) == (63_629, 53_875)
    assert online["after"].value < online["before"].value
