"""Makes data/examples/binh-dinh-2023.xlsx from the two annexes of the 2023 report.

The figures, headers and names are the published ones (annex-1.tsv, annex-2.tsv); the layout
around them is that of an annex under Decree 30/2020/NĐ-CP. Two runs write the same bytes.
Run from the repository's root: python -m tests.golden.make_example
"""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

GOLDEN = Path(__file__).parent
EXAMPLE = GOLDEN.parents[1] / "data" / "examples" / "binh-dinh-2023.xlsx"

STAMP = datetime(2023, 12, 26, 8, 0, 0)  # noqa: DTZ001 - document properties have no zone
TABLE_ROW = 9
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"
AGENCY = ("UBND TỈNH BÌNH ĐỊNH", "VĂN PHÒNG", CENTRE.upper())
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PERIOD = "(Từ ngày 01/01/2023 đến ngày 25/12/2023)"
RECIPIENTS = (
    "Nơi nhận:",
    "- CVP UBND tỉnh (b/c);",
    "- Các sở, ban thuộc tỉnh (phối hợp thực hiện);",
    "- Chi bộ TTPVHCC (b/c);",
    "- LĐ Trung tâm;",
    "- Phòng KSTTTC;",
    "- Trung tâm TH-CB;",
    "- CC, VC của Trung tâm;",
    "- Lưu: VT, H.",
)

THIN = Side(style="thin")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


@dataclass(frozen=True)
class Annex:
    """What one sheet holds besides its figures; header cells lie relative to the table's top."""

    source: str
    title: str
    subtitle: str
    unit: str
    header: dict[str, str]
    header_heights: tuple[int, ...]
    numbering: tuple[int | str, ...]
    first_rate: int
    widths: tuple[int, ...]
    left: int  # the last column of the left-hand blocks
    right: int  # the first column of the right-hand blocks


ANNEX_1 = Annex(
    source="annex-1.tsv",
    title="Phụ lục I",
    subtitle=f"Kết quả tiếp nhận và trả kết quả thủ tục hành chính tại {CENTRE}",
    unit="Đơn vị tính: hồ sơ, %",
    header={
        "A1:A4": "STT",
        "B1:B4": "Tên cơ quan",
        "C1:F1": "Hồ sơ tiếp nhận",
        "C2:C4": "Tổng số hồ sơ tiếp nhận",
        "D2:F2": "Trong đó",
        "D3:D4": "Kỳ này",
        "E3:E4": "Hồ sơ tiếp nhận trực tuyến",
        "F3:F4": "Kỳ trước chuyển sang",
        "G1:L1": "Kết quả giải quyết",
        "G2:I2": "Hồ sơ đã giải quyết",
        "G3:G4": "Tổng số",
        "H3:I3": "Trong đó",
        "H4:H4": "Trước hạn và đúng hạn",
        "I4:I4": "Trễ hạn",
        "J2:L2": "Hồ sơ đang giải quyết",
        "J3:J4": "Tổng số",
        "K3:L3": "Trong đó",
        "K4:K4": "Trong hạn",
        "L4:L4": "Quá hạn",
        "M1:M4": "Tỷ lệ hồ sơ trực tuyến (%)",
        "N1:N4": "Tỷ lệ hồ sơ thanh toán trực tuyến phí, lệ phí (%)",
        "O1:O4": "Tỷ lệ hồ sơ khai thác cơ sở dữ liệu quốc gia về dân cư (%)",
        "P1:P4": "Tỷ lệ số hóa thành phần hồ sơ (%)",
        "Q1:Q4": "Tỷ lệ hồ sơ có trả kết quả bản điện tử (%)",
    },
    header_heights=(18, 18, 18, 48),
    numbering=(1, 2, "3=4+6", *range(4, 13), "13=5/4", *range(14, 18)),
    first_rate=13,
    widths=(5, 30, *[11] * 10, *[14] * 5),
    left=5,
    right=11,
)
ANNEX_2 = Annex(
    source="annex-2.tsv",
    title="Phụ lục II",
    subtitle="Thống kê thanh toán phí, lệ phí tại Trung tâm Phục vụ hành chính công",
    unit="Đơn vị tính: giao dịch, đồng",
    header={
        "A1:A2": "STT",
        "B1:B2": "Tên cơ quan",
        "C1:D1": "Giao dịch trực tuyến",
        "C2:C2": "Số giao dịch",
        "D2:D2": "Số tiền",
        "E1:F1": "Giao dịch trực tiếp",
        "E2:E2": "Số giao dịch",
        "F2:F2": "Số tiền",
    },
    header_heights=(20, 20),
    numbering=(1, 2, 3, 4, 5, 6),
    first_rate=7,
    widths=(6, 36, 20, 24, 20, 24),
    left=3,
    right=4,
)


def published(source: str) -> list[list[str]]:
    """The rows of one annex, every string as published, without the file's own header."""
    with (GOLDEN / source).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def number(text: str, is_rate: bool) -> int | float:
    """The number that a published string means: a rate "66,2", a count or an amount "30.816"."""
    return float(text.replace(",", ".")) if is_rate else int(text.replace(".", ""))


def font(size: int = 11, bold: bool = False, italic: bool = False) -> Font:
    """The one typeface of the document."""
    return Font(name="Times New Roman", size=size, bold=bold, italic=italic)


def line(
    sheet: Worksheet, row: int, columns: tuple[int, int], text: str, style: Font, align: str
) -> None:
    """Writes one line of text over the merged columns of a row."""
    first, last = columns
    cell = sheet.cell(row, first, text)
    cell.font, cell.alignment = style, Alignment(horizontal=align, vertical="center")
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def table_row(sheet: Worksheet, row: int, values: list[int | float | str], annex: Annex) -> None:
    """Writes a department's row, or the total row (in bold: it has no ordinal number)."""
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column, value if value != "" else None)
        cell.font = font(bold=not isinstance(values[0], int))
        cell.border = GRID
        horizontal = {1: "center", 2: "left"}.get(column, "right")
        cell.alignment = Alignment(horizontal=horizontal, vertical="center")
        if column > 2:
            cell.number_format = "0.0" if column >= annex.first_rate else "#,##0"


def add_table(sheet: Worksheet, annex: Annex) -> int:
    """Writes header, numbering row, departments and total; gives the total's row."""
    top, depth = TABLE_ROW, len(annex.header_heights)
    for offset, height in enumerate(annex.header_heights):
        sheet.row_dimensions[top + offset].height = height
    for area, text in annex.header.items():
        cells = re.sub(r"\d+", lambda found: str(int(found.group()) + top - 1), area)
        cell = sheet[cells.split(":")[0]]
        cell.value, cell.font, cell.border = text, font(bold=True), GRID
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if len(set(cells.split(":"))) > 1:
            sheet.merge_cells(cells)
    for column, value in enumerate(annex.numbering, 1):
        cell = sheet.cell(top + depth, column, value)
        cell.font, cell.border = font(10, italic=True), GRID
        cell.alignment = Alignment(horizontal="center", vertical="center")
    rows = published(annex.source)
    for row, texts in enumerate(rows, top + depth + 1):
        figures = [number(text, i >= annex.first_rate) for i, text in enumerate(texts[2:], 3)]
        ordinal = int(texts[0]) if texts[0].isdecimal() else texts[0]
        table_row(sheet, row, [ordinal, texts[1], *figures], annex)
    sheet.freeze_panes = f"A{top + depth + 1}"
    sheet.print_title_rows = f"{top}:{top + depth}"
    return top + depth + len(rows)


def add_sheet(book: Workbook, annex: Annex) -> None:
    """Adds one annex as a sheet ready to print on A4 landscape."""
    sheet = book.create_sheet(annex.title)
    whole = (1, len(annex.widths))
    left, right = (1, annex.left), (annex.right, len(annex.widths))
    for column, width in enumerate(annex.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, text in enumerate(AGENCY, 1):
        line(sheet, row, left, text, font(bold=row == len(AGENCY)), "center")
    for row, text in enumerate(NATION, 1):
        line(sheet, row, right, text, font(bold=True), "center")
    line(sheet, 5, whole, annex.title, font(13, bold=True), "center")
    line(sheet, 6, whole, annex.subtitle, font(13, bold=True), "center")
    line(sheet, 7, whole, PERIOD, font(12, italic=True), "center")
    line(sheet, 8, whole, annex.unit, font(italic=True), "right")

    row = add_table(sheet, annex) + 2
    date_line = "Bình Định, ngày      tháng 12 năm 2023"
    line(sheet, row, right, date_line, font(12, italic=True), "center")
    for offset, text in ((1, "KT. GIÁM ĐỐC"), (2, "PHÓ GIÁM ĐỐC"), (7, "Đặng Trung Du")):
        line(sheet, row + offset, right, text, font(12, bold=True), "center")
    for offset, text in enumerate(RECIPIENTS, 1):
        style = font(12, bold=True, italic=True) if offset == 1 else font()
        line(sheet, row + offset, left, text, style, "left")

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins  # inches: 30 mm left, 20 mm elsewhere
    margins.left, margins.right, margins.top, margins.bottom = 1.18, 0.79, 0.79, 0.79
    sheet.HeaderFooter.differentFirst = True
    sheet.oddHeader.center.text = "&P"


def fixed(archive: bytes) -> bytes:
    """The same workbook without the time of its making."""
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    modified = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            data = old.read(name)
            if name == "docProps/core.xml":
                data = modified.sub(rb"\g<1>" + stamp, data)
            new.writestr(entry, data)
    return out.getvalue()


def example() -> bytes:
    """The example workbook as bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for annex in (ANNEX_1, ANNEX_2):
        add_sheet(book, annex)
    properties = book.properties
    properties.creator = "ttpv: tests/golden/make_example.py"
    properties.title = "Phụ lục I, II - Báo cáo năm 2023"
    properties.description = "Dựng lại từ số liệu đã công bố trong báo cáo; không phải tệp gốc."
    properties.created = STAMP
    out = io.BytesIO()
    book.save(out)
    return fixed(out.getvalue())


if __name__ == "__main__":
    EXAMPLE.parent.mkdir(parents=True, exist_ok=True)
    EXAMPLE.write_bytes(example())
    print(EXAMPLE)
