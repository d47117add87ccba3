"""A line of other figures as it stands in a file or a sheet, before anybody judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ttpv.core.issues import Place

SHEET_NAME = "Số liệu khác"
SHEET_HEADS = {"title": "Nội dung", "value": "Số liệu", "since": "Lũy kế từ ngày"}
"""The columns of the sheet that are read; by them it is known (template and reader share them)."""
DAY_TITLE = "Ngày chốt điểm chỉ số 766"
SOURCE_TITLE = "Nguồn số liệu"


@dataclass(frozen=True, slots=True)
class OtherItem:
    """`title` says which figure, `value` what it is ("hơn 359"), `since` the day it is counted
    from. A figure is of `first`..`last`, an index's of the day `last`, or of `day` where that is
    typed, at `day_place`. `columns` are the letters of
    these fields, where the file has such."""

    title: str
    value: str
    first: date | None
    last: date | None
    place: Place
    since: str = ""
    day: str = ""
    day_place: Place | None = None
    source: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str) -> Place:
        return self.place.at(self.place.row, self.columns.get(name))
