"""A sheet a form: header, numbering row, a row a department, and the Σ row with its sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ttpv.core.decimals import percent, round_half_up
from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.reference import Column, Layout, Reference
from ttpv.reports.workbook.book import (
    Book,
    Value,
    set_page,
    write_notes,
    write_text,
    write_value,
)
from ttpv.reports.workbook.header import write_header
from ttpv.views.data_table import Number

_HEAD = 5
_WIDTHS = {"ordinal": 6, "department": 38, "figure": 13}
_WIDE = 18  # of amounts
Cells = Mapping[str, Value]
"""Field → what its cell shows; what no form holds is absent."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet shows. `rows` are (name, cells); without any it says so in `notes` alone.

    `mark` stands in red below the period, and above each page; `scope` beside the period.
    """

    layout: str
    rows: Sequence[tuple[str, Cells]]
    total: tuple[str, Cells]
    scope: str = ""
    mark: str = ""
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A form's figures: those of each department of `rows` by its id, and those of the Σ row."""

    layout: str
    rows: Mapping[str, Mapping[str, Figure]]
    total: Mapping[str, Figure]


def build_annexes(reference: Reference, period: Period, annexes: Sequence[Annex]) -> bytes:
    """An .xlsx of the annexes, the same bytes for the same figures. A column that no row has a
    figure for is left out."""
    made = datetime.combine(period.stop, time(), UTC)
    book = Book(period.dates, reference.centre.name, made)
    names = {department.id: department.name for department in reference.departments}
    for annex in annexes:
        layout = reference.layouts[annex.layout]
        rows = [(names[id_], _as_cells(figures)) for id_, figures in annex.rows.items()]
        sheet = Sheet(annex.layout, rows, (layout.total_row[1], _as_cells(annex.total)))
        write_annex(book, reference, period, sheet)
    return book.close()


def _as_cells(figures: Mapping[str, Figure]) -> Cells:
    return {
        field: figure if figure is None or isinstance(figure, int) else Number(figure)
        for field, figure in figures.items()
    }


def write_annex(book: Book, reference: Reference, period: Period, annex: Sheet) -> None:
    """The form's sheet, named as the form is ("Phụ lục I")."""
    layout = reference.layouts[annex.layout]
    short, _, name = layout.name.partition(" – ")
    columns = [column for column in layout.columns if _is_held(column, annex)]
    sheet = book.add_sheet(short)
    widths = [_width(column, reference) for column in columns]
    write_text(sheet, 0, 0, reference.centre.name, book.style("plain"))
    write_text(sheet, 1, 0, f"{short}. {layout.title or name}", book.style("title"))
    dates = f"(Từ ngày {period.start:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y})"
    write_text(sheet, 2, 0, f"{dates} {annex.scope}".strip(), book.style("plain"))
    write_text(sheet, 3, 0, _say_units(columns, reference), book.style("plain"))
    write_text(sheet, 4, 0, annex.mark, book.style("warning"))
    data = write_header(book, sheet, _HEAD, columns, widths) if annex.rows else _HEAD
    writer = _Rows(book, sheet, columns, layout, data)
    for name, cells in annex.rows:
        writer.write_department(name, cells)
    if annex.rows:
        writer.write_total(*annex.total)
    write_notes(book, sheet, writer.row + 1, annex.notes, widths)
    set_page(sheet, _HEAD, max(data, _HEAD + 1), 2, widths, annex.mark)


def _is_held(column: Column, annex: Sheet) -> bool:
    return column.field is None or any(column.field in cells for _, cells in annex.rows)


def _width(column: Column, reference: Reference) -> int:
    measure = reference.measures.get(column.field or "")
    return _WIDE if measure and measure.unit == "đồng" else _WIDTHS[column.role]


def _say_units(columns: Sequence[Column], reference: Reference) -> str:
    units = [
        "%" if column.field in reference.rates else reference.measures[column.field].unit
        for column in columns
        if column.field
    ]
    return f"Đơn vị tính: {', '.join(dict.fromkeys(units))}" if units else ""


class _Rows:
    """Writes the rows of one table, one below the other."""

    def __init__(
        self, book: Book, sheet: Worksheet, columns: Sequence[Column], layout: Layout, first: int
    ) -> None:
        self._book, self._sheet, self._columns, self._layout = book, sheet, columns, layout
        self._first = self.row = first
        self._places = {column.number: place for place, column in enumerate(columns)}
        self._fields = {column.number: column.field for column in columns}
        self._written: list[Cells] = []

    def write_department(self, name: str, cells: Cells) -> None:
        ordinal = self.row - self._first + 1
        self._write(ordinal, name, cells, {})
        self._written.append(cells)

    def write_total(self, name: str, cells: Cells) -> None:
        """A sum where the row is one; what stands there else (another total that the centre
        printed, a published rate, a dash) is no sum and stays a value."""
        sums: dict[str, str] = {}
        for column in self._columns:
            shown = [row.get(column.field or "") for row in self._written]
            counts = [count for count in shown if isinstance(count, int)]
            if len(counts) == len(shown) and cells.get(column.field or "") == sum(counts):
                place = self._places[column.number]
                area = xl_range(self._first, place, self.row - 1, place)
                sums[column.field or ""] = f"=SUM({area})"
        self._write(self._layout.total_row[0], name, cells, sums)

    def _write(self, ordinal: int | str, name: str, cells: Cells, sums: Mapping[str, str]) -> None:
        bold = isinstance(ordinal, str)
        for place, column in enumerate(self._columns):
            if column.role == "ordinal":
                style = self._book.style("centred", bold=bold)
                if isinstance(ordinal, int):
                    self._sheet.write_number(self.row, place, ordinal, style)
                else:
                    write_text(self._sheet, self.row, place, ordinal, style)
            elif column.role == "department":
                style = self._book.style("text", bold=bold)
                write_text(self._sheet, self.row, place, name, style)
            else:
                value = cells.get(column.field or "")
                formula = sums.get(column.field or "") or self._formula(column, value, cells)
                where = (self._book, self._sheet, self.row, place)
                write_value(*where, value, formula, bold=bold)
        self.row += 1

    def _formula(self, column: Column, value: Value, cells: Cells) -> str | None:
        """What the numbering row says ("3=4+6", "13=5/4") where it gives the figure."""
        if column.addends and isinstance(value, int) and value == self._add(column.addends, cells):
            return f"={'+'.join(self._cell(number) for number in column.addends)}"
        if column.ratio and isinstance(value, Number):
            part, whole = (self._count(number, cells) for number in column.ratio)
            if part is None or not whole:
                return None
            if round_half_up(percent(part, whole), value.places) == value.value:
                upper, lower = (self._cell(number) for number in column.ratio)
                return f"=ROUND(100*{upper}/{lower},{value.places})"
        return None

    def _add(self, numbers: Sequence[int], cells: Cells) -> int | None:
        counts = [self._count(number, cells) for number in numbers]
        known = [count for count in counts if count is not None]
        return sum(known) if len(known) == len(counts) else None

    def _count(self, number: int, cells: Cells) -> int | None:
        count = cells.get(self._fields.get(number) or "")
        return count if isinstance(count, int) else None

    def _cell(self, number: int) -> str:
        return str(xl_rowcol_to_cell(self.row, self._places[number]))
