"""The sheet of other figures ("Số liệu khác" of the template): which one it is, and its lines.

It is known by its head, wherever that stands and whatever the sheet is called. Values stay the
texts that they are: what they mean is `ttpv/other_items.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.utils import get_column_letter

from ttpv.core.issues import Place
from ttpv.core.other_items import DAY_TITLE, SHEET_HEADS, SOURCE_TITLE, OtherItem
from ttpv.core.periods import Period
from ttpv.core.text import fold
from ttpv.readers.sheet import Sheet, SheetCell

_HEADS = {fold(title): name for name, title in SHEET_HEADS.items()}
_NOT_CALCULATED = "(công thức chưa tính)"


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet with the head of other figures in `row`; `columns` by the names of SHEET_HEADS."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    @property
    def place(self) -> Place:
        return Place(file=self.sheet.file, sheet=self.sheet.name, row=self.row)


def find_other_sheet(sheet: Sheet) -> OtherSheet | None:
    """The sheet as one of other figures; None where no row has all the heads."""
    for row in sheet.row_numbers():
        columns = {
            name: column
            for column, cell in sheet.rows[row].items()
            if (name := _HEADS.get(fold(cell.text))) is not None
        }
        if columns.keys() == SHEET_HEADS.keys():
            return OtherSheet(sheet, row, columns)
    return None


def read_other_items(found: OtherSheet, period: Period) -> tuple[OtherItem, ...]:
    """The lines below the head that have a value, of `period`. The lines "Ngày chốt điểm" and
    "Nguồn" say it of all others."""
    letters = {name: get_column_letter(column) for name, column in found.columns.items()}
    said: dict[str, str] = {}
    day_place = None
    items = []
    for row in (number for number in found.sheet.row_numbers() if number > found.row):
        texts = {name: _text(found.sheet.cell(row, at)) for name, at in found.columns.items()}
        title = fold(texts["title"])
        if not texts["value"]:
            continue
        if title in (fold(DAY_TITLE), fold(SOURCE_TITLE)):
            said[title] = texts["value"]
            if title == fold(DAY_TITLE):
                day_place = found.place.at(row, letters["value"])
            continue
        item = OtherItem(
            title=texts["title"],
            value=texts["value"],
            first=period.start,
            last=period.last,
            place=found.place.at(row),
            since=texts["since"],
            columns=letters,
        )
        items.append(item)
    day, source = said.get(fold(DAY_TITLE), ""), said.get(fold(SOURCE_TITLE), "")
    origin = source or f"Tệp {found.sheet.file}"
    return tuple(replace(item, day=day, day_place=day_place, source=origin) for item in items)


def _text(cell: SheetCell) -> str:
    if cell.is_uncalculated:
        return _NOT_CALCULATED
    if isinstance(cell.value, date):  # datetime is one, too
        return f"{cell.value:%d/%m/%Y}"
    return cell.text
