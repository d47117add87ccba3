"""Recognised headers → the tables on a sheet: where each begins and ends, and its columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import fold
from ttpv.readers.numbers import is_figure
from ttpv.readers.recognise import Header, find_foreign_titles
from ttpv.readers.sheet import Sheet
from ttpv.reference import Layout


@dataclass(frozen=True, slots=True)
class Block:
    """One form on one sheet: its header, repeated after each page break, up to the row `stop`."""

    sheet: Sheet
    headers: tuple[Header, ...]
    stop: int

    @property
    def layout(self) -> Layout:
        return self.headers[0].layout

    @property
    def place(self) -> Place:
        return Place(file=self.sheet.file, sheet=self.sheet.name, row=self.headers[0].row)


def find_blocks(sheet: Sheet, headers: Sequence[Header], period_rows: Sequence[int]) -> list[Block]:
    """Groups repeated headers of one table. A new table begins with another form, after a Σ row,
    or where a period is printed in between."""
    rows = sheet.row_numbers()  # once: a file may hold thousands of headers
    groups: list[list[Header]] = []
    for header in headers:
        last = groups[-1][-1] if groups else None
        repeated = (
            last is not None
            and last.layout is header.layout
            and not any(last.row < row < header.row for row in period_rows)
            and not any(
                is_total(sheet, last, row)
                for row in rows[bisect_right(rows, last.row) : bisect_left(rows, header.row)]
            )
        )
        if repeated:
            groups[-1].append(header)
        else:
            groups.append([header])
    end = max(sheet.rows, default=0) + 1
    stops = [*(group[0].row for group in groups[1:]), end]
    return [Block(sheet, tuple(g), stop) for g, stop in zip(groups, stops, strict=False)]


def check_columns(block: Block) -> list[Issue]:
    """Columns of the form that one of the table's headers lacks, or has twice."""
    issues: list[Issue] = []
    form = block.layout.name
    for header in block.headers:
        place = block.place.at(header.row)
        for column in header.missing():
            if column.role == "ordinal":
                continue
            code = "column_missing" if column.required else "column_absent"
            words = {"form": form, "number": column.number, "title": column.title}
            issues.append(make_issue(code, place, **words))
        for column in block.layout.columns:
            if column.number in header.twice:
                first = get_column_letter(header.columns[column.number])
                other = get_column_letter(header.twice[column.number])
                words = {"number": column.number, "title": column.title, "other": other}
                issues.append(make_issue("column_twice", place.at(header.row, first), **words))
        issues += _report_foreign_titles(block, header)
    return issues


def _report_foreign_titles(block: Block, header: Header) -> list[Issue]:
    titles = {column.number: column.title for column in block.layout.columns}
    return [
        make_issue(
            "header_foreign",
            block.place.at(header.row, get_column_letter(header.columns[number])),
            number=number,
            title=titles[number],
            other=titles[other],
        )
        for number, other in find_foreign_titles(block.sheet, header).items()
    ]


def role_column(header: Header, role: str) -> int | None:
    for column in header.layout.columns:
        if column.role == role:
            return header.columns.get(column.number)
    return None


def row_labels(sheet: Sheet, header: Header, row: int) -> tuple[str, str]:
    """(ordinal text, name text) of a row; "" where there is none."""
    texts = []
    for role in ("ordinal", "department"):
        column = role_column(header, role)
        texts.append(sheet.cell(row, column).text if column else "")
    return texts[0], texts[1]


def is_total(sheet: Sheet, header: Header, row: int) -> bool:
    """Σ, Tổng số, Tổng cộng… in the name's column, or in the ordinal's without another name."""
    totals = {fold(label) for label in header.layout.total_labels}
    ordinal, name = row_labels(sheet, header, row)
    labelled = fold(name) in totals or (fold(ordinal) in totals and not name)
    return labelled and any(is_figure(sheet.cell(row, c)) for _, c in figure_columns(header))


def figure_columns(header: Header) -> list[tuple[str, int]]:
    """(field, sheet column) of the figures that this header has."""
    return [
        (column.field, header.columns[column.number])
        for column in header.layout.columns
        if column.field is not None and column.number in header.columns
    ]
