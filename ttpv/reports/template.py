"""Our own template as a workbook: the departments filled in, the figures to be filled in.

It is written from data/reference/layouts/template.toml, the layout by which it is read again, so
what it asks for is what the import understands (tests/unit/reports/test_template.py).
"""

import io
import re
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ttpv.core.formulas import sum_of_area, sum_of_cells
from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.reference import Column, Layout, Reference
from ttpv.reports.other_sheet import add_other_sheet

TEMPLATE = "template"

_TITLE = "MẪU NHẬP LIỆU – SỐ HỒ SƠ, TỬ SỐ VÀ MẪU SỐ CỦA NĂM TỶ LỆ"
_HELP = (
    "Điền số nguyên. Không phát sinh: ghi 0. Không có số liệu: để trống. Không đổi dòng đánh số "
    "cột và tên cơ quan, đơn vị; các ô nền xám (cột 3, 7, 10 và dòng “Tổng cộng”) tự cộng."
)
_HEADER_ROW = 5
_FORMULA = re.compile(rb"(<c [^>]*)>(<f>[^<]*</f>)<v ?/?>(?:</v>)?</c>")
_SUM_FILL = PatternFill("solid", fgColor="F4F6F8")
_LINE = Side(style="thin", color="999999")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


Figures = Mapping[str, Mapping[str, Figure]]
"""Department id → field → figure."""


def build_template(reference: Reference, period: Period, figures: Figures | None = None) -> bytes:
    """An .xlsx with a row for each department that exists on the period's last day.

    A second sheet asks for other figures. With `figures` the first is filled in, its total row as
    numbers, as Excel would have summed it.
    """
    layout = reference.layouts[TEMPLATE]
    departments = reference.departments_on(period.last)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Mẫu nhập liệu"
    _write_head(sheet, reference, period)
    _write_header(sheet, layout)
    for offset, department in enumerate(departments, 1):
        row = (figures or {}).get(department.id, {})
        _write_row(sheet, layout, _HEADER_ROW + 1 + offset, offset, department.name, row)
    _write_total(sheet, layout, len(departments), figures)
    _set_print(sheet, layout)
    add_other_sheet(book, reference, period)
    out = io.BytesIO()
    book.save(out)
    return _store_results(out.getvalue())


def _store_results(content: bytes) -> bytes:
    """The workbook with "" as the result of each formula, which is what they are while nothing is
    filled in: openpyxl stores none, and viewers that do not reckon would show errors or zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as result:
        for member in book.infolist():
            part = book.read(member)
            if member.filename.startswith("xl/worksheets/"):
                part = _FORMULA.sub(rb'\1 t="str">\2<v></v></c>', part)
            result.writestr(member, part)
    return out.getvalue()


def _write_head(sheet: Worksheet, reference: Reference, period: Period) -> None:
    sheet["A1"] = reference.centre.name
    sheet["A2"], sheet["A2"].font = _TITLE, Font(bold=True, size=14)
    sheet["A3"] = f"(Từ ngày {period.start:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y})"
    sheet["A4"], sheet["A4"].font = _HELP, Font(italic=True)


def _write_header(sheet: Worksheet, layout: Layout) -> None:
    for place, column in enumerate(layout.columns, 1):
        title = sheet.cell(_HEADER_ROW, place, column.title)
        number = sheet.cell(_HEADER_ROW + 1, place, _numbering(column))
        for cell in (title, number):
            cell.alignment, cell.border = _CENTRED, _BORDER
        title.font, number.font = Font(bold=True), Font(italic=True)
        title.fill = PatternFill("solid", fgColor="E8EEF4")
        if column.addends:
            title.comment = _explain_sum(column)
        sheet.column_dimensions[get_column_letter(place)].width = _width(column)
    sheet.row_dimensions[_HEADER_ROW].height = 90


def _explain_sum(column: Column) -> Comment:
    words = f"Tự cộng: cột {column.number} = {column.formula}. Chỉ có số tổng thì ghi đè số vào ô."
    comment = Comment(words, "ttpv")
    comment.width, comment.height = 260, 70
    return comment


def _numbering(column: Column) -> int | str:
    return f"{column.number}={column.formula}" if column.formula else column.number


def _width(column: Column) -> int:
    return {"ordinal": 6, "department": 38, "figure": 14}[column.role]


def _write_row(
    sheet: Worksheet,
    layout: Layout,
    row: int,
    ordinal: int,
    name: str,
    figures: Mapping[str, Figure],
) -> None:
    for place, column in enumerate(layout.columns, 1):
        cell = sheet.cell(row, place)
        cell.border = _BORDER
        if column.role == "ordinal":
            cell.value = ordinal
        elif column.role == "department":
            cell.value = name
        else:
            cell.value = figures.get(column.field or "")
            cell.number_format = "#,##0"
        if column.addends and not figures:
            letters = [_letter(layout, number) for number in column.addends]
            cell.value = sum_of_cells([f"{letter}{row}" for letter in letters])
            cell.fill = _SUM_FILL


def _letter(layout: Layout, number: int) -> str:
    """The sheet column of the layout's column of that number."""
    return get_column_letter([column.number for column in layout.columns].index(number) + 1)


def _write_total(
    sheet: Worksheet, layout: Layout, departments: int, figures: Figures | None
) -> None:
    """A row of sums that Excel keeps; a column left blank sums to blank, not to 0."""
    first, last = _HEADER_ROW + 2, _HEADER_ROW + 1 + departments
    for place, column in enumerate(layout.columns, 1):
        cell = sheet.cell(last + 1, place)
        cell.font, cell.border = Font(bold=True), _BORDER
        if column.role == "department":
            cell.value = "Tổng cộng"
        elif column.role == "figure":
            area = sum_of_area(get_column_letter(place), first, last)
            cell.number_format, cell.fill = "#,##0", _SUM_FILL
            cell.value = area if figures is None else _sum(figures, column.field)


def _sum(figures: Figures, field: str | None) -> Figure:
    """None where one is: Excel would sum the rest, and a smaller total is none."""
    counts = [row.get(field or "") for row in figures.values()]
    known = [int(count) for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _set_print(sheet: Worksheet, layout: Layout) -> None:
    sheet.freeze_panes = f"C{_HEADER_ROW + 2}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW + 1}"
