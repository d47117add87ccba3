"""A table's rows → figures: which are departments, which is Σ, which are neither."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.core.text import fold
from ttpv.readers.blanks import Blank, find_blank_columns, report_blanks
from ttpv.readers.forms import Block, figure_columns, is_total, role_column, row_labels
from ttpv.readers.numbers import Parsed, is_dash, is_figure, is_percentage, parse_count, parse_rate
from ttpv.readers.own_sums import add_figures, find_own_sums, says_only_sums
from ttpv.readers.recognise import Header
from ttpv.readers.sheet import Sheet, SheetCell
from ttpv.readers.unknown_names import UnknownName, find_unknown
from ttpv.reference import DepartmentNames, LearnedNames, Reference

_DASHES = ("-", "–", "+")  # what a line of the list begins with
_MOST = 20  # rows that are listed by name
_RECIPIENTS = "noi nhan"  # "Nơi nhận:": the list below it may name departments


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table with the issues of its cells and names."""

    table: CountsTable
    issues: tuple[Issue, ...]
    unknown_names: tuple[UnknownName, ...]


def build_table(
    block: Block, period: Period, reference: Reference, learned: LearnedNames = ()
) -> TableRead:
    """The block's rows as a counts table. `learned` names are laid over the register's."""
    names = DepartmentNames(reference.departments_on(period.last), learned)
    builder = _TableBuilder(block, period, reference, names)
    rows = block.sheet.row_numbers()
    for header, stop in zip(block.headers, _stops(block), strict=True):
        for row in rows[bisect_right(rows, header.row) : bisect_left(rows, stop)]:
            if _ends_table(block.sheet, row):
                builder.pass_over(header, row, stop)
                break
            builder.take_row(header, row)
    if not builder.rows and not has_errors(builder.issues):
        words = {"form": block.layout.name}
        builder.issues.append(make_issue("table_empty", block.place, **words))
    fields = builder.fields()
    if builder.rows and not fields:  # a template that nobody has filled in
        builder.issues.append(make_issue("table_empty", block.place, form=block.layout.name))
        builder.blanks.clear()
    table = CountsTable(
        form=block.layout.id,
        period=period,
        fields=fields,
        rows=tuple(builder.rows.values()),
        total=builder.total or builder.add_up(fields),
        place=block.place,
    )
    form, lines = block.layout.name, builder.lines
    blanks = report_blanks(builder.blanks, fields, lines, form, reference)
    return TableRead(table, (*builder.issues, *blanks), tuple(builder.unknown_names))


def _stops(block: Block) -> list[int]:
    return [header.row for header in block.headers[1:]] + [block.stop]


def _ends_table(sheet: Sheet, row: int) -> bool:
    return any(fold(cell.text) == _RECIPIENTS for cell in sheet.rows[row].values())


@dataclass
class _TableBuilder:
    """Collects the rows of one table; mutable only while the table is read."""

    block: Block
    period: Period
    reference: Reference
    names: DepartmentNames
    rows: dict[str, Row] = field(default_factory=dict)
    total: Row | None = None
    own_total: tuple[str, Place] | None = None
    issues: list[Issue] = field(default_factory=list)
    unknown_names: list[UnknownName] = field(default_factory=list)
    blanks: list[Blank] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many rows hold figures, Σ among them."""
        return len(self.rows) + (self.total is not None)

    def fields(self) -> tuple[str, ...]:
        """What the table holds: its columns, but those that are blank from top to bottom, and the
        measures that are sums of such."""
        blank = find_blank_columns(self.blanks, self.lines)
        present = {number for header in self.block.headers for number in header.columns}
        columns = [c for c in self.block.layout.columns if c.number in present]
        printed = [c.field for c in columns if c.field and c.field not in blank]
        derived = [d.field for d in self.block.layout.derived if set(d.parts) <= set(printed)]
        return tuple(printed + derived)

    def add_up(self, fields: tuple[str, ...]) -> Row | None:
        """The Σ row that is our own sums: what Excel would make of it, but null where one lacks."""
        if self.own_total is None:
            return None
        label, place = self.own_total
        rows = self.rows.values()
        sums = {name: add_figures(row.figures[name] for row in rows) for name in fields}
        return Row(None, dict(sums), label, place, {})

    def take_row(self, header: Header, row: int) -> None:
        """A department's row, the Σ row, or a row that holds no figures and is passed over."""
        sheet = self.block.sheet
        ordinal, name = row_labels(sheet, header, row)
        place = Place(file=sheet.file, sheet=sheet.name, row=row)
        if is_total(sheet, header, row):
            self._take_total(header, row, name or ordinal, place)
            return
        department = self.names.find(name) if name else None
        if department is not None:
            self._take_department(header, row, department.id, name, place)
            return
        figures = [c for _, c in figure_columns(header) if is_figure(sheet.cell(row, c))]
        if not figures or fold(name) in {fold(x) for x in header.layout.group_labels}:
            return  # a group's heading, a repeated header, a note, a signature
        self._report_nameless(header, row, name, figures, place)

    def pass_over(self, header: Header, end: int, stop: int) -> None:
        """Rows below the recipients that hold figures all the same: said, and not read.

        A lone number beside no name, or beside a recipient ("- Lưu: VT."), is a page's.
        """
        found: list[tuple[int, str]] = []
        sheet = self.block.sheet
        rows = sheet.row_numbers()
        for row in rows[bisect_right(rows, end) : bisect_left(rows, stop)]:
            ordinal, name = row_labels(sheet, header, row)
            cells = [sheet.cell(row, column) for _, column in figure_columns(header)]
            figures = sum(is_figure(cell) and not is_dash(cell) for cell in cells)
            if figures > 1 or (figures == 1 and name and not name.startswith(_DASHES)):
                found.append((row, name or ordinal))
        if found:
            place = Place(file=sheet.file, sheet=sheet.name, row=found[0][0])
            listed = "; ".join(
                f"dòng {row} (“{name}”)" if name else f"dòng {row}" for row, name in found[:_MOST]
            )
            more = f" và {len(found) - _MOST} dòng khác" if len(found) > _MOST else ""
            words = {"form": self.block.layout.name, "listed": listed + more}
            self.issues.append(make_issue("rows_passed_over", place, end=end, **words))

    def _take_total(self, header: Header, row: int, label: str, place: Place) -> None:
        if self.total is not None:
            first = self.total.place.row
            self.issues.append(make_issue("total_twice", place, first=first))
            return
        if says_only_sums(self.block.sheet, header, row):
            self.own_total = (label, place)
            return
        self.total = self._read_row(header, row, None, label, place)

    def _take_department(
        self, header: Header, row: int, department: str, name: str, place: Place
    ) -> None:
        if department in self.rows:
            at = place.at(row, _letter(role_column(header, "department")))
            first = self.rows[department].place.row
            self.issues.append(make_issue("department_twice", at, name, first=first))
            return
        self.rows[department] = self._read_row(header, row, department, name, place)

    def _report_nameless(
        self, header: Header, row: int, name: str, figures: list[int], place: Place
    ) -> None:
        column = _letter(role_column(header, "department"))
        if name:
            unknown = find_unknown(name, place.at(row, column), self.period, self.names)
            shown = {
                field_id: self._parse(field_id, self.block.sheet.cell(row, at)).figure
                for field_id, at in figure_columns(header)
            }
            self.unknown_names.append(replace(unknown, figures=shown))
            self.issues.append(unknown.issue)
        elif all(is_dash(self.block.sheet.cell(row, figure)) for figure in figures):
            return
        elif len(figures) == 1:
            at = place.at(row, _letter(figures[0]))
            value = self.block.sheet.cell(row, figures[0]).text
            self.issues.append(make_issue("number_stray", at, value))
        else:
            self.issues.append(make_issue("department_blank", place.at(row, column)))

    def _read_row(
        self, header: Header, row: int, department: str | None, name: str, place: Place
    ) -> Row:
        self._check_width(header, row, place)
        figures: dict[str, Figure] = {}
        columns: dict[str, str] = {}
        own_sums = find_own_sums(self.block.sheet, header, row)
        formulas: list[tuple[str, SheetCell, Place]] = []
        for field_id, column in figure_columns(header):
            columns[field_id] = letter = get_column_letter(column)
            cell = self.block.sheet.cell(row, column)
            parsed = self._parse(field_id, cell)
            figures[field_id] = parsed.figure
            if field_id in own_sums:
                continue
            if parsed.problem == "cell_formula":
                formulas.append((field_id, cell, place.at(row, letter)))
            elif parsed.problem:
                self._report_cell(parsed.problem, cell, place.at(row, letter), name, field_id)
        for field_id, parts in own_sums.items():
            figures[field_id] = add_figures(figures.get(part) for part in parts)
            if figures[field_id] is None:
                self.blanks.append(Blank(name, field_id, place.at(row, columns[field_id])))
        self._report_formulas(formulas, name, place)
        for derived in self.block.layout.derived:
            figures[derived.field] = add_figures(figures.get(part) for part in derived.parts)
        return Row(department, figures, name, place, columns)

    def _parse(self, field_id: str, cell: SheetCell) -> Parsed:
        return parse_rate(cell) if field_id in self.reference.rates else parse_count(cell)

    def _check_width(self, header: Header, row: int, place: Place) -> None:
        """An unquoted "66,2" makes two cells of a CSV: what stands behind is one column off."""
        sheet, last = self.block.sheet, max(header.columns.values())
        beyond = [c for c in sheet.rows[row] if c > last and is_figure(sheet.cell(row, c))]
        if sheet.is_delimited and beyond:
            letter = _letter(min(beyond))
            self.issues.append(make_issue("row_shifted", place.at(row, letter)))

    def _report_formulas(
        self, formulas: list[tuple[str, SheetCell, Place]], who: str, place: Place
    ) -> None:
        """One uncalculated cell by itself; several of a row together, which bury no other issue."""
        if len(formulas) > 1:
            letters = ", ".join(at.column or "" for _, _, at in formulas)
            words = {"who": who, "count": len(formulas), "columns": letters}
            self.issues.append(make_issue("row_formulas", place, **words))
            return
        for field_id, cell, at in formulas:
            self._report_cell("cell_formula", cell, at, who, field_id)

    def _report_cell(
        self, code: str, cell: SheetCell, place: Place, who: str, field_id: str
    ) -> None:
        if code in ("figure_missing", "rate_in_words"):
            said = cell.text if code == "rate_in_words" else ""
            self.blanks.append(Blank(who, field_id, place, said))
            return
        words = {"who": who, "title": self.reference.title(field_id)}
        shown = cell.text
        if code == "count_not_number" and is_percentage(cell):
            code, words["unit"] = "count_is_rate", f"số {self.reference.measures[field_id].unit}"
            shown = shown if "%" in shown else f"{shown} (ô định dạng %)"
        self.issues.append(make_issue(code, place, shown, **words))


def _letter(column: int | None) -> str | None:
    return None if column is None else get_column_letter(column)
