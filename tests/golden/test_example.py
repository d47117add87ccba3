"""The tracked example workbook holds exactly what the report published."""

import csv
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

GOLDEN = Path(__file__).parent
EXAMPLE = GOLDEN.parents[1] / "data" / "examples" / "binh-dinh-2023.xlsx"

# sheet, TSV, numbering row, first column of rates, ordinal and name of the total row
ANNEXES = [
    ("Phụ lục I", "annex-1.tsv", 13, 13, "Σ", "Tổng số"),
    ("Phụ lục II", "annex-2.tsv", 11, 7, None, "Tổng cộng"),
]
MERGED = {
    "Phụ lục I": (
        "A9:A12 B9:B12 C9:F9 C10:C12 D10:F10 D11:D12 E11:E12 F11:F12 G9:L9 G10:I10 G11:G12 "
        "H11:I11 J10:L10 J11:J12 K11:L11 M9:M12 N9:N12 O9:O12 P9:P12 Q9:Q12"
    ),
    "Phụ lục II": "A9:A10 B9:B10 C9:D9 E9:F9",
}
# The report's second header (the first one is shifted), as its text gives it.
HEADER = {
    "Phụ lục I": [
        "STT|Tên cơ quan|Hồ sơ tiếp nhận||||Kết quả giải quyết||||||Tỷ lệ hồ sơ trực tuyến (%)"
        "|Tỷ lệ hồ sơ thanh toán trực tuyến phí, lệ phí (%)"
        "|Tỷ lệ hồ sơ khai thác cơ sở dữ liệu quốc gia về dân cư (%)"
        "|Tỷ lệ số hóa thành phần hồ sơ (%)|Tỷ lệ hồ sơ có trả kết quả bản điện tử (%)",
        "||Tổng số hồ sơ tiếp nhận|Trong đó|||Hồ sơ đã giải quyết|||Hồ sơ đang giải quyết|||||||",
        "|||Kỳ này|Hồ sơ tiếp nhận trực tuyến|Kỳ trước chuyển sang|Tổng số|Trong đó||Tổng số"
        "|Trong đó||||||",
        "|||||||Trước hạn và đúng hạn|Trễ hạn||Trong hạn|Quá hạn|||||",
    ],
    "Phụ lục II": [
        "STT|Tên cơ quan|Giao dịch trực tuyến||Giao dịch trực tiếp|",
        "||Số giao dịch|Số tiền|Số giao dịch|Số tiền",
    ],
}
NUMBERING = {
    "Phụ lục I": [1, 2, "3=4+6", 4, 5, 6, 7, 8, 9, 10, 11, 12, "13=5/4", 14, 15, 16, 17],
    "Phụ lục II": [1, 2, 3, 4, 5, 6],
}


@pytest.fixture(scope="module")
def book() -> Workbook:
    """The tracked workbook; a missing file is an error, never a skip."""
    return load_workbook(EXAMPLE)


def row_values(sheet: Worksheet, row: int) -> list[object]:
    """The values of one row."""
    return [cell.value for cell in sheet[row]]


def published(source: str) -> list[list[str]]:
    """The published rows, without the TSV's own header."""
    with (GOLDEN / source).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def test_sheets(book: Workbook) -> None:
    assert book.sheetnames == ["Phụ lục I", "Phụ lục II"]


@pytest.mark.parametrize(("name", "source", "numbering", "first_rate", "ordinal", "total"), ANNEXES)
def test_every_cell(
    book: Workbook,
    name: str,
    source: str,
    numbering: int,
    first_rate: int,
    ordinal: str | None,
    total: str,
) -> None:
    sheet, rows = book[name], published(source)
    assert len(rows) == 19
    assert sheet.max_column == len(rows[0])
    for row, texts in enumerate(rows, numbering + 1):
        values = row_values(sheet, row)
        assert [str(value or "") for value in values[:2]] == texts[:2]
        for column, (value, text) in enumerate(zip(values[2:], texts[2:], strict=True), 3):
            cell = sheet.cell(row, column)
            if column >= first_rate:
                assert Decimal(str(value)) == Decimal(text.replace(",", ".")), cell.coordinate
                assert cell.number_format == "0.0"
            else:
                assert type(value) is int, cell.coordinate
                assert f"{value:,}".replace(",", ".") == text, cell.coordinate
                assert cell.number_format == "#,##0"
    ordinals = [sheet.cell(row, 1).value for row in range(numbering + 1, numbering + 20)]
    assert ordinals == [*range(1, 19), ordinal]
    assert sheet.cell(numbering + 19, 2).value == total


@pytest.mark.parametrize("name", HEADER)
def test_header_and_numbering_row(book: Workbook, name: str) -> None:
    sheet, top, depth = book[name], 9, len(HEADER[name])
    for offset, texts in enumerate(HEADER[name]):
        found = "|".join(str(value or "") for value in row_values(sheet, top + offset))
        assert found == texts
    merged = {str(area) for area in sheet.merged_cells.ranges if top <= area.min_row < top + depth}
    assert merged == set(MERGED[name].split())
    assert row_values(sheet, top + depth) == NUMBERING[name]
    assert sheet.freeze_panes == f"A{top + depth + 1}"
    assert sheet.print_title_rows == f"${top}:${top + depth}"


@pytest.mark.parametrize("name", HEADER)
def test_texts_around_the_table(book: Workbook, name: str) -> None:
    sheet = book[name]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH" in texts
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts
    assert sheet["A5"].value == name
    assert sheet["A7"].value == "(Từ ngày 01/01/2023 đến ngày 25/12/2023)"
    assert str(sheet["A8"].value).startswith("Đơn vị tính: ")
    assert texts.index("KT. GIÁM ĐỐC") < texts.index("PHÓ GIÁM ĐỐC") < texts.index("Đặng Trung Du")
    assert "Nơi nhận:" in texts
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_file_does_not_tell_when_it_was_made(book: Workbook) -> None:
    assert book.properties.created == book.properties.modified
    with zipfile.ZipFile(EXAMPLE) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 12, 26, 8, 0, 0)}
