"""Makes tests/golden/files: the annexes as LibreOffice writes them, once, by hand.

No library here writes old .xls, and an .ods of an office program is worth more than one of our
own. Needs LibreOffice Calc (soffice) on the path; the tests need only the tracked files.

    .venv/bin/python -m tests.golden.make_files
"""

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.dress import ANNEX_1, ANNEX_2, Style, dress

FILES = Path(__file__).parent / "files"
# The format's name for LibreOffice, by ending.
FILTERS = {"xls": "xls:MS Excel 97", "ods": "ods:calc8"}
STYLES = {
    "annexes": Style(),
    "fractions": Style(rates="fraction", counts="dots", break_after=13),
}


def annexes(style: Style) -> Workbook:
    """Both annexes, each on its sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for annex in (ANNEX_1, ANNEX_2):
        dress(book.create_sheet(annex.title), annex, style)
    return book


def hide(sheet: Worksheet) -> None:
    """Of annex I: two departments by hand, one by a filter's doing, and two columns of rates."""
    for row in (16, 17, 20):
        sheet.row_dimensions[row].hidden = True
    for column in "NO":
        sheet.column_dimensions[column].hidden = True


def quirks() -> Workbook:
    """What formats tell differently: errors, dates, percentages, merged, hidden, far away."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lạ"
    cells = {
        "A1": "Tiêu đề gộp",
        "A3": "=1/0",
        "B3": "=NA()",
        "C3": "=1+1",
        "D3": '="chữ"',
        "A4": date(2023, 12, 25),
        "B4": 0.662,
        "C4": 66.2,
        "D4": True,
        "A5": "Sở Giáo dục\nvà Đào tạo",
        "A6": 30816,
        "IV65536": "xa",
    }
    for name, value in cells.items():
        sheet[name] = value
    sheet["B4"].number_format = "0.0%"
    sheet["C4"].number_format = '0.0"%"'
    sheet["A6"].number_format = "#,##0"
    sheet.merge_cells("A1:D2")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("Ẩn")["A1"] = "ẩn"
    book["Ẩn"].sheet_state = "hidden"
    return book


def books() -> dict[str, Workbook]:
    """Every book by the name of its files."""
    made = {name: annexes(style) for name, style in STYLES.items()}
    hidden = annexes(Style())
    hide(hidden.worksheets[0])
    return {**made, "hidden": hidden, "quirks": quirks()}


def main() -> None:
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, book in books().items():
            source = Path(folder) / f"{name}.xlsx"
            book.save(source)
            for ending, wanted in FILTERS.items():
                command = ["soffice", "--headless", "--convert-to", wanted]
                subprocess.run([*command, "--outdir", str(FILES), str(source)], check=True)
                print(FILES / f"{name}.{ending}")


if __name__ == "__main__":
    main()
