"""Uncalculated cells: our own sums are known by their text and added up here, nothing else is.

A script that fills in our template saves its formulas without results. What they would be is known
without reckoning with formulas; those of anybody else stay what they are: no figure.
"""

from collections.abc import Iterable

from openpyxl.utils import get_column_letter

from ttpv.core.formulas import is_sum_of_area, sum_of_cells
from ttpv.core.tables import Figure
from ttpv.readers.forms import figure_columns
from ttpv.readers.recognise import Header
from ttpv.readers.sheet import Sheet
from ttpv.reference import Column


def find_own_sums(sheet: Sheet, header: Header, row: int) -> dict[str, tuple[str, ...]]:
    """The fields of a row that are uncalculated sums of ours ("=D7+F7" under 3=4+6), each with the
    fields that it adds up."""
    found = {}
    for column in header.layout.columns:
        at = header.columns.get(column.number)
        if at is None or column.field is None or not (parts := column.addends):
            continue
        cell = sheet.cell(row, at)
        places = [header.columns.get(number) for number in parts]
        if cell.is_uncalculated and None not in places:
            names = [f"{get_column_letter(place)}{row}" for place in places if place]
            if cell.text == sum_of_cells(names):
                found[column.field] = tuple(_field(header, number) for number in parts)
    return found


def _field(header: Header, number: int) -> str:
    columns: Iterable[Column] = header.layout.columns
    return next(column.field for column in columns if column.number == number and column.field)


def says_only_sums(sheet: Sheet, header: Header, row: int) -> bool:
    """Whether a Σ row is nothing but our own sums, uncalculated: it says no more than its rows."""
    cells = [(sheet.cell(row, column), column) for _, column in figure_columns(header)]
    return all(
        cell.is_uncalculated and is_sum_of_area(cell.text, get_column_letter(column))
        for cell, column in cells
    )


def add_figures(figures: Iterable[Figure]) -> int | None:
    """The sum of counts; None as soon as one of them is missing."""
    total = 0
    for figure in figures:
        if figure is None:
            return None
        total += int(figure)
    return total
