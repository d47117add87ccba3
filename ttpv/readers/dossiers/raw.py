"""What the two row readers hand on: texts of the needed columns, and the rows' numbers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

from ttpv.readers.dossiers.header import DossierHeader
from ttpv.readers.dossiers.xlsx_marks import XlsxMarks

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

EXCEL = "E"
"""Stands between date and time where a workbook's cell is a real date: 2023-12-25E13:21:01."""


@dataclass(frozen=True, slots=True)
class RawRows:
    """Rows by number. A column is an Arrow array of texts: plain for codes and times,
    dictionary-encoded for all else, never null."""

    numbers: Numbers
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """How much of the file is read."""

    done: int
    total: int | None
    unit: Literal["bytes", "rows"]


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read. `misshapen` grows while `rows` is read: the numbers of rows with
    more or fewer cells than the header. `below_form`: a summary form stands above the list.
    `marks` says, at the end, what the row reader cannot."""

    sheet: str
    header: DossierHeader
    rows: Iterator[RawRows]
    done: "DoneSoFar"
    misshapen: list[int]
    below_form: bool = False
    is_hidden: bool = False
    marks: Callable[[], XlsxMarks] = XlsxMarks


class DoneSoFar(Protocol):
    def __call__(self) -> Done: ...


class Unreadable(Exception):
    """The file cannot be read (further). `code` is the issue's, `words` fill its sentence; neither
    holds anything of the file."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


def beside_form(sheet: str) -> Unreadable:
    """Of a list on that sheet beside a summary form, which would not be read."""
    return Unreadable("list_beside_form", where=f"danh sách ở trang tính “{sheet}”")
