"""What the workbook shows and how it prints."""

from tests.spec.tables import World
from tests.unit.reports.workbook.conftest import open_book
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.reports.workbook import build_workbook
from ttpv.store import Store


def test_sums_and_shares_are_formulas_and_published_rates_values(content: bytes):
    formulas, results = open_book(content)["Phụ lục I"], open_book(content, results=True)
    total = next(row for row in range(1, 40) if formulas.cell(row, 1).value == "Σ")
    assert formulas.cell(total, 2).value == "Tổng số"
    assert formulas.cell(total, 4).value == f"=SUM(D11:D{total - 1})"
    assert formulas.cell(11, 3).value == "=D11+F11"
    assert formulas.cell(11, 13).value == "=ROUND(100*E11/D11,1)"
    assert [formulas.cell(total, column).value for column in range(14, 18)] == [
        46.4,
        94.3,
        85.4,
        95.6,
    ]
    shown = [results["Phụ lục I"].cell(total, column).value for column in (3, 4, 6, 7, 9, 10, 13)]
    assert shown == [99364, 96047, 3317, 95207, 46, 4157, 66.2]


def test_where_a_total_is_no_sum_it_is_a_value(centre: World, reference: Reference):
    """Σ of the counts is ours; what a department lacks leaves it a dash, not a smaller sum."""
    centre.publish(
        "2023-03",
        """
        who        | received | received_new | carried_over
        so-y-te    |      121 |          100 |           20
        so-tu-phap |       50 |           50 |
        """,
        form="annex-1",
    )
    sheet = open_book(build_workbook(centre.figures("2023-03"), reference))["Phụ lục I"]
    rows = {sheet.cell(row, 2).value: row for row in range(9, 30)}
    health, total = rows["Sở Y tế"], rows["Tổng số"]
    assert sheet.cell(health, 3).value == 121  # 4 + 6 would say 120
    assert sheet.cell(rows["Sở Tư pháp"], 6).value == "–"
    assert sheet.cell(total, 6).value == "–"


def test_frozen_and_printed(content: bytes):
    for sheet in open_book(content):
        assert sheet.freeze_panes is not None
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        fit = (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)
        assert fit == (None, 0)  # one page wide, as many as it takes
        assert sheet.print_title_rows is not None
        assert sheet.oddFooter.center.text == "&P/&N"
        assert not sheet.oddHeader.center.text
    book = open_book(content)
    assert (book["Phụ lục I"].freeze_panes, book["Phụ lục I"].print_title_rows) == ("C11", "$6:$10")
    formats = {book["Phụ lục I"].cell(11, column).number_format for column in (4, 13)}
    assert formats == {"#,##0", "0.0"}


def test_it_says_where_its_figures_come_from(content: bytes, report: Figures):
    for sheet in open_book(content):
        texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
        assert any(f"lần {report.snapshot.id}" in str(text) for text in texts)
        assert any("01/01/2023" in str(text) and "25/12/2023" in str(text) for text in texts)
        assert not any("MÔ PHỎNG" in str(text) for text in texts)


def test_invented_figures_say_so_on_every_sheet_and_page(report: Figures, reference: Reference):
    for sheet in open_book(build_workbook(report, reference, is_simulated=True)):
        assert str(sheet["A5"].value).startswith("SỐ LIỆU MÔ PHỎNG")
        assert "SỐ LIỆU MÔ PHỎNG" in str(sheet.oddHeader.center.text)


def test_each_rate_with_what_it_rests_on(content: bytes):
    sheet = open_book(content, results=True)["Tỷ lệ"]
    heads, *rows = (tuple(cell.value for cell in row) for row in sheet["A6:L101"])
    assert len(heads) == 12
    lines = {(row[0], row[1]): row[2:] for row in rows}
    assert len(lines) == 5 * 19
    online = lines["Tỷ lệ nộp hồ sơ trực tuyến", "Toàn Trung tâm"]
    assert online[:7] == (63629, 96047, 66.2, "tính từ tử số và mẫu số", 50, 16.2, "Đạt")
    eid = lines["Tỷ lệ xác thực định danh điện tử", "Toàn Trung tâm"]
    assert eid[:7] == (None, None, 94.3, "theo tỷ lệ đã công bố", 100, -5.7, "Chưa đạt")
    fees = lines["Tỷ lệ thanh toán trực tuyến", "Sở Tài chính"]
    assert fees[2:4] == ("không phát sinh", "không phát sinh")
    assert str(fees[9]).startswith("Không phát sinh: không có giao dịch")


def test_an_estimate_is_a_number_with_its_basis(example_store: Store, reference: Reference):
    figures = World(example_store, reference).figures(
        "2023-01-01..2023-12-25", "so-y-te", "so-tu-phap"
    )
    sheet = open_book(build_workbook(figures, reference), results=True)["Tỷ lệ"]
    lines = {(row[0].value, row[1].value): row for row in sheet.iter_rows(min_row=7)}
    estimate = lines["Tỷ lệ số hóa hồ sơ", "Các đơn vị đã chọn"]
    assert estimate[5].value == "ước tính"
    assert 90 < estimate[4].value < 100
    unknown = lines["Tỷ lệ xác thực định danh điện tử", "Các đơn vị đã chọn"]
    assert (unknown[4].value, unknown[9].value, unknown[10].value) == (
        "trong 98,0–99,9",
        98,
        99.9,
    )


def test_one_state_is_one_file(report: Figures, reference: Reference):
    assert build_workbook(report, reference) == build_workbook(report, reference)
