"""A table as data: what a page shows as texts, with its figures as figures, for those who go on
working with them. `reports/data_files.py` writes it as CSV and as Parquet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Kind = Literal["text", "count", "decimal", "flag", "day", "moment"]
"""count: whole numbers, đồng among them; decimal: rates in percent, and their differences in
percentage points; moment: without a zone, as the machine that shows it has it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal that is shown with `places` decimals, rounded half up; the value stays exact."""

    value: Decimal
    places: int = 1


Value = str | int | Number | bool | date | datetime | None
"""What a cell holds; None is "not known" or "none", never 0."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `id` in ASCII for programs, `head` for people."""

    id: str
    head: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of as many values as there are fields, in the order in which the page shows them."""

    fields: tuple[Field, ...]
    rows: Sequence[tuple[Value, ...]]


def number(value: Decimal | None, places: int = 1) -> Number | None:
    return None if value is None else Number(value, places)
