"""A table of a document as texts: what stands in its head, its rows, its last row."""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`heads` from top to bottom; neighbours with the same ones share a cell. `number` is that of
    the numbering row ("3=4+6"), which there is if any column has one. `width` is in parts of all
    columns' together."""

    heads: tuple[str, ...]
    width: int
    align: Align = "right"
    number: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """`rows` and `total` have a text a column; `total` is empty where there is none. `title` says
    in words what the table is, for those who do not see it. `is_small`: in the letters of an
    annex."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    is_small: bool = False
