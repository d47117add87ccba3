"""What we write is what the import reads: the same figures, and no more than is known."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from tests.conftest import EXAMPLE, TODAY, import_file
from tests.spec.tables import World
from tests.unit.reports.workbook.conftest import open_book, tables_of
from ttpv.imports import FilePreview, Upload, preview_files, publish_files
from ttpv.monitor import Figures
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.reports.workbook import build_workbook
from ttpv.store import Store

ReadBack = Callable[..., FilePreview]

YEAR = "2023-01-01..2023-12-25"
MONTH = """
    who        | received | received_new | received_online | carried_over | resolved
    so-y-te    |      110 |          100 |              40 |           10 |       90
    so-tu-phap |       55 |           50 |              50 |            5 |       50
    """
STATE = """
    who        | resolved_on_time | resolved_late | pending | pending_in_time | pending_overdue
    so-y-te    |               88 |             2 |      20 |              15 |               5
    so-tu-phap |               50 |             0 |       5 |               5 |               0
    """
RATES = """
    who        | eid  | digitisation
    so-y-te    | 98,0 |         80,0
    so-tu-phap | 99,9 |         60,0
    """
FEES = """
    who        | online_transactions | online_amount | direct_transactions | direct_amount
    so-y-te    |                  10 |     1.000.000 |                   5 |       500.000
    so-tu-phap |                   0 |             0 |                   0 |             0
    """


def test_the_report_of_2023_comes_back_to_the_digit(
    content: bytes, read_back: ReadBack, reference: Reference
):
    """All but the three rates of departments without any fee transaction: the export printed 0,0,
    ours says so in words, as the pages do."""
    ours = read_back(content)
    original = tables_of(read_back(EXAMPLE.read_bytes()))
    differing = {
        (form, who, field): (row[field], tables_of(ours)[form][who][field])
        for form, table in original.items()
        for who, row in table.items()
        for field in row
        if row[field] != tables_of(ours)[form][who][field]
    }
    without_case = ("so-giao-duc-va-dao-tao", "so-ngoai-vu", "so-tai-chinh")
    assert differing == {
        ("annex-1", who, "online_payment"): (Decimal("0.0"), None) for who in without_case
    }
    (said,) = ours.issues
    assert said.code == "rate_in_words"
    assert "“không phát sinh” và 2 ô khác của cột này" in said.message


def test_published_again_it_says_the_same(
    content: bytes, report: Figures, reference: Reference, tmp_path: Path
):
    """Counts, rates, bases and verdicts of every department and of the centre."""
    (tmp_path / "pl.xlsx").write_bytes(content)
    store = Store(tmp_path / "again")
    import_file(store, reference, tmp_path / "pl.xlsx")
    again = World(store, reference).figures(YEAR)
    assert again.total.counts == report.total.counts
    assert again.total.rates == report.total.rates
    for ours, theirs in zip(again.departments, report.departments, strict=True):
        assert ours.department == theirs.department
        assert ours.counts == theirs.counts
        assert ours.rates == theirs.rates


def publish_two_months(centre: World) -> Figures:
    """Two departments; their months' parts are known of one rate only."""
    for month in ("2023-03", "2023-04"):
        centre.publish(month, MONTH)
        centre.publish(month, STATE, form="annex-1")
        centre.publish(month, RATES, form="rates")
        centre.publish(month, FEES, form="annex-2")
    return centre.figures("2023-03-01..2023-04-30")


def test_a_composed_period_comes_back(centre: World, reference: Reference, read_back: ReadBack):
    figures = publish_two_months(centre)
    file = read_back(build_workbook(figures, reference))
    assert not any(issue.is_error for issue in file.issues)
    first, second = tables_of(file)["annex-1"], tables_of(file)["annex-2"]
    for line in figures.departments:
        assert line.department
        counts = {**first[line.department.id], **second[line.department.id]}
        for measure, count in line.counts.items():
            assert counts.get(measure) == count
    assert first["so-y-te"]["online_submission"] == Decimal("40.0")
    assert second["so-tu-phap"]["online_amount"] == 0


def test_an_estimate_does_not_come_back_as_published(
    centre: World, reference: Reference, read_back: ReadBack
):
    figures = publish_two_months(centre)
    metrics = {rate: figure.metric for rate, figure in line_of_health(figures).items()}
    assert (metrics["digitisation"].basis, metrics["eid"].basis) == ("estimated", "unavailable")
    content = build_workbook(figures, reference)
    shown = [c.value for row in open_book(content)["Phụ lục I"].iter_rows() for c in row]
    assert {"≈ 80,0", "trong 98,0–98,0"} <= set(shown)
    file = read_back(content)
    row = tables_of(file)["annex-1"]["so-y-te"]
    assert (row.get("digitisation"), row.get("eid")) == (None, None)
    assert "rate_in_words" in {issue.code for issue in file.issues}


def test_a_column_of_words_is_as_good_as_absent(
    centre: World, reference: Reference, read_back: ReadBack
):
    """Nothing would be known of the rate by the whole period, that its months still tell."""
    content = build_workbook(publish_two_months(centre), reference)
    file = read_back(content)
    (first, _) = file.drafts
    assert {"digitisation", "eid"}.isdisjoint(first.table.fields)
    assert "online_submission" in first.table.fields


def line_of_health(figures: Figures):
    return next(d.rates for d in figures.departments if d.department.id == "so-y-te")


def test_the_total_of_a_selection_is_not_taken_for_the_centres(
    example_store: Store, reference: Reference, read_back: ReadBack
):
    """Imported, it would replace eighteen departments by two: the import refuses its total row."""
    figures = World(example_store, reference).figures(YEAR, "so-y-te", "so-tu-phap")
    file = read_back(build_workbook(figures, reference))
    refused = [issue for issue in file.issues if issue.is_error]
    assert {issue.code for issue in refused} == {"department_unknown"}
    assert {issue.value for issue in refused} == {"Các đơn vị đã chọn"}


def test_the_sheet_of_rates_is_no_form(content: bytes, read_back: ReadBack, tmp_path: Path):
    book = open_book(content, results=True)
    assert book.sheetnames == ["Phụ lục I", "Phụ lục II", "Tỷ lệ"]
    assert [draft.table.form for draft in read_back(content).drafts] == ["annex-1", "annex-2"]
    del book["Phụ lục I"], book["Phụ lục II"]
    book.save(tmp_path / "rates.xlsx")
    alone = read_back((tmp_path / "rates.xlsx").read_bytes())
    assert [issue.code for issue in alone.issues] == ["form_unknown"]


def test_a_form_that_nobody_sent_is_said_and_not_invented(
    centre: World, reference: Reference, read_back: ReadBack
):
    centre.publish("2023-03", MONTH)
    content = build_workbook(centre.figures("2023-03"), reference)
    texts = [c.value for row in open_book(content)["Phụ lục II"].iter_rows() for c in row]
    assert "Kỳ này chưa có số liệu của biểu này." in texts
    assert [draft.table.form for draft in read_back(content).drafts] == ["annex-1"]


def test_it_can_be_published_upon_what_it_was_made_of(
    content: bytes, example_store: Store, reference: Reference
):
    preview = preview_files(
        [Upload("pl.xlsx", content)], reference, store=example_store, today=TODAY
    )
    outcome = publish_files(preview, example_store, Publisher("tests", may_publish=True))
    assert outcome.status == "published"
