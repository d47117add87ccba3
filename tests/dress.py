"""Dresses the published annexes as workbooks in the many shapes that exports take.

The figures are those of tests/golden/annex-*.tsv; what varies is everything around them: where the
table stands, how its columns are numbered and ordered, how numbers are written, page breaks,
groups, notes and signatures (DOMAIN.md, "Exports as they really look").
"""

import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from tests.golden.make_example import ANNEX_1, ANNEX_2, PERIOD, RECIPIENTS, Annex, published
from ttpv.core.tables import CountsTable, Figure
from ttpv.reference import DepartmentNames, Reference

__all__ = ["ANNEX_1", "ANNEX_2", "PERIOD", "Style", "dress", "dressed", "expected", "figures"]

FORMS = {ANNEX_1.source: "annex-1", ANNEX_2.source: "annex-2"}

CountStyle = Literal["number", "float", "dots", "commas", "spaces", "digits"]
RateStyle = Literal["number", "comma", "point", "comma %", "point%", "fraction"]
Numbering = Literal["plain", "text", "brackets", "formulas", "spaced", "float", "none"]


@dataclass(frozen=True)
class Style:
    """One way to print an annex."""

    top: int = 9  # first row of the header
    left: int = 1
    numbering: Numbering = "plain"
    italic: bool = False
    counts: CountStyle = "number"
    rates: RateStyle = "number"
    order: Sequence[int] | None = None  # column numbers from left to right
    merged: bool = True  # False: every header cell holds its text
    break_after: int | None = None  # departments on the first page
    repeated: Literal["header", "numbers"] = "header"
    shifted: bool = False  # the first page's header stands one cell too far left
    period: str | None = PERIOD
    total: Literal["last", "first", "none"] = "last"
    total_labels: tuple[str | None, str | None] | None = None
    groups: bool = False
    page_numbers: bool = False
    signature: bool = True
    decomposed: bool = False


def rows_of(annex: Annex) -> list[list[str]]:
    """The published rows, Σ last; [ordinal, name, figures as printed…]."""
    return published(annex.source)


def figure_of(text: str, is_rate: bool) -> int | Decimal:
    """What a published string means."""
    return Decimal(text.replace(",", ".")) if is_rate else int(text.replace(".", ""))


def expected(
    annex: Annex, reference: Reference, rows: Sequence[Sequence[str]] | None = None
) -> dict[str | None, dict[str, Figure]]:
    """Figures by department id (None: Σ) and field, straight from the published strings."""
    layout = reference.layouts[FORMS[annex.source]]
    names = DepartmentNames(d for d in reference.departments if d.first is None)
    found: dict[str | None, dict[str, Figure]] = {}
    for row in rows_of(annex) if rows is None else rows:
        department = names.find(row[1])
        found[department.id if department else None] = {
            field: figure_of(text, number >= annex.first_rate)
            for number, (field, text) in enumerate(zip(layout.fields, row[2:], strict=True), 3)
        }
    return found


def figures(table: CountsTable) -> dict[str | None, dict[str, Figure]]:
    """Figures of a table that was read, in the shape of `expected`."""
    lines = (*table.rows, *([table.total] if table.total else []))
    return {line.department: dict(line.figures) for line in lines}


def dressed(*annexes: Annex, style: Style | None = None) -> bytes:
    """A workbook with one sheet an annex, all in one style."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for annex in annexes:
        dress(book.create_sheet(annex.title), annex, style or Style())
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def dress(
    sheet: Worksheet,
    annex: Annex,
    style: Style,
    rows: Sequence[Sequence[str]] | None = None,
    written: Mapping[tuple[int, int], CountStyle | RateStyle] | None = None,
) -> int:
    """Writes one annex; gives the last row. `written` overrules the style of single figures by
    (index of the row, column number)."""
    dresser = _Dresser(sheet, annex, style, written or {})
    return dresser.dress(rows_of(annex) if rows is None else rows)


@dataclass
class _Dresser:
    sheet: Worksheet
    annex: Annex
    style: Style
    written: Mapping[tuple[int, int], CountStyle | RateStyle]

    @property
    def order(self) -> list[int]:
        return list(self.style.order or range(1, len(self.annex.widths) + 1))

    def dress(self, rows: Sequence[Sequence[str]]) -> int:
        style, top = self.style, self.style.top
        if style.period is not None and top > 2:
            self.put(top - 2, 1, style.period)
        if top > 3:
            self.put(top - 3, 1, self.annex.subtitle)
        row = self.header(top, shift=-1 if style.shifted else 0)
        row = self.numbers(row)
        *lines, total = rows
        if style.total == "first":
            row = self.line(row, -1, total)
        if style.groups:
            self.put(row, 1, "I")
            self.put(row, 2, "Sở, ban, ngành")
            row += 1
        for index, line in enumerate(lines):
            if style.break_after is not None and index == style.break_after:
                row = self.page_break(row)
            row = self.line(row, index, line)
        if style.total == "last":
            row = self.line(row, -1, total)
        return self.below(row) if style.signature else row

    def put(self, row: int, column: int, value: object) -> Cell:
        cell = self.sheet.cell(row, column + self.style.left - 1)
        if isinstance(value, str) and self.style.decomposed:
            value = unicodedata.normalize("NFD", value)
        cell.value = value
        return cell

    def header(self, top: int, shift: int = 0) -> int:
        depth = len(self.annex.header_heights)
        texts = self._header_texts()
        for offset in range(depth):
            for place, number in enumerate(self.order, 1):
                text = texts.get((offset, number))
                in_place = place + (shift if number > 2 and offset > 1 else 0)
                if text is not None:
                    self.put(top + offset, in_place, text)
        if self.style.merged and self.style.order is None and not shift:
            for area in self.annex.header:
                first, upper, last, lower = range_boundaries(area)
                across, down = self.style.left - 1, top - 1
                self.sheet.merge_cells(
                    start_row=upper + down,
                    end_row=lower + down,
                    start_column=first + across,
                    end_column=last + across,
                )
        return top + depth

    def _header_texts(self) -> dict[tuple[int, int], str]:
        """Texts by (row of the header, column number), merged ones in every cell they cover."""
        texts = {}
        for area, text in self.annex.header.items():
            first, upper, last, lower = range_boundaries(area)
            for row in range(upper, lower + 1):
                for column in range(first, last + 1):
                    texts[(row - 1, column)] = text
        return texts

    def numbers(self, row: int) -> int:
        if self.style.numbering == "none":
            return row
        for place, number in enumerate(self.order, 1):
            cell = self.put(row, place, self._number(self.annex.numbering[number - 1]))
            if self.style.italic:
                cell.font = Font(italic=True)
        return row + 1

    def _number(self, printed: int | str) -> object:
        number, _, formula = str(printed).partition("=")
        match self.style.numbering:
            case "text":
                return str(printed)
            case "brackets":
                return f"({number})"
            case "formulas":
                parts = formula.replace("4", "(4)").replace("5", "(5)").replace("6", "(6)")
                return f"({number})={parts}" if formula else f"({number})"
            case "spaced":
                return f" {number} = {formula.replace('+', ' + ')} " if formula else f" {number} "
            case "float":
                return printed if formula else float(number)
            case _:
                return printed

    def page_break(self, row: int) -> int:
        if self.style.page_numbers:
            self.put(row, len(self.order) // 2 + 1, 2)
            row += 1
        row += 1
        if self.style.repeated == "header":
            row = self.header(row)
        return self.numbers(row)

    def line(self, row: int, index: int, texts: Sequence[str]) -> int:
        labels: tuple[str | None, str | None] = (texts[0] or None, texts[1] or None)
        if index == -1 and self.style.total_labels is not None:
            labels = self.style.total_labels
        for place, number in enumerate(self.order, 1):
            if number <= 2:
                label = labels[number - 1]
                self.put(row, place, int(label) if label and label.isdecimal() else label)
                continue
            is_rate = number >= self.annex.first_rate
            style = self.written.get((index, number)) or (
                self.style.rates if is_rate else self.style.counts
            )
            write_figure(self.put(row, place, None), texts[number - 1], is_rate, style)
        return row + 1

    def below(self, row: int) -> int:
        self.put(row, 1, "Ghi chú: chỉ tiêu xác thực định danh được tính kể từ ngày 20/02/2023.")
        self.put(row + 1, len(self.order) - 2, "Bình Định, ngày 26 tháng 12 năm 2023")
        self.put(row + 2, len(self.order) - 1, "KT. GIÁM ĐỐC")
        for offset, text in enumerate(RECIPIENTS, 3):
            self.put(row + offset, 2, text)
        return row + 3 + len(RECIPIENTS)


def write_figure(cell: Cell, text: str, is_rate: bool, style: CountStyle | RateStyle) -> None:
    """Writes a published figure the way a style does."""
    figure = figure_of(text, is_rate)
    if style == "fraction":
        cell.value, cell.number_format = float(figure / 100), "0.0%"
    elif isinstance(figure, Decimal):
        plain = f"{figure:f}"
        cell.value = {
            "number": float(figure),
            "comma": plain.replace(".", ","),
            "point": plain,
            "comma %": plain.replace(".", ",") + " %",
            "point%": plain + "%",
        }[style]
        cell.number_format = "0.0"
    else:
        cell.value = {
            "number": figure,
            "float": float(figure),
            "dots": f"{figure:,}".replace(",", "."),
            "commas": f"{figure:,}",
            "spaces": f"{figure:,}".replace(",", "\u00a0"),
            "digits": str(figure),
        }[style]
        cell.number_format = "#,##0"


def cell_name(row: int, column: int) -> str:
    """(10, 3) → "C10"."""
    return f"{get_column_letter(column)}{row}"
