"""What reports there are, what one can ask for, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ttpv.core.periods import Period
from ttpv.monitor import Structure
from ttpv.reports.pdf import find_office

ReportKind = Literal["bao-cao", "phu-luc", "niem-yet", "don-doc"]
ReportFormat = Literal["docx", "xlsx", "pdf", "png"]

FORMATS: Mapping[ReportKind, tuple[ReportFormat, ...]] = {
    "bao-cao": ("docx", "pdf"),
    "phu-luc": ("xlsx",),
    "niem-yet": ("pdf", "png"),
    "don-doc": ("docx", "pdf"),
}
"""What there is, in the order in which it is offered, and in which formats; see `offer_formats`."""

OF_ONE: frozenset[ReportKind] = frozenset({"don-doc"})
"""Kinds that are of one department."""

_BY_OFFICE: frozenset[ReportKind] = frozenset({"bao-cao", "don-doc"})
"""Kinds whose PDF is made of their Word file."""

MIMES: Mapping[ReportFormat, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "png": "image/png",
}


def offer_formats(kind: ReportKind) -> tuple[ReportFormat, ...]:
    """Those that this machine can make: no PDF of a Word file without LibreOffice."""
    formats = FORMATS[kind]
    if kind in _BY_OFFICE and find_office() is None:
        return tuple(name for name in formats if name != "pdf")
    return formats


class ReportFailed(Exception):
    """The report cannot be made; the message is for people, and says what to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a kind in one of its formats, of which period and departments.

    Departments are ids, none for the whole centre; `structure` as in `monitor.Figures`. Raises
    ValueError where the kind has no such format, or is of one department and there is not one.
    """

    kind: ReportKind
    format: ReportFormat
    period: Period
    departments: tuple[str, ...] = ()
    structure: Structure = "then"

    def __post_init__(self) -> None:
        if self.format not in FORMATS[self.kind]:
            raise ValueError(f"{self.kind} is not made as {self.format}")
        if self.kind in OF_ONE and len(self.departments) != 1:
            raise ValueError(f"{self.kind} is of one department")


@dataclass(frozen=True, slots=True)
class Made:
    """A report: of which state, what the file is called, and the file."""

    order: Order
    number: int
    file: str
    content: bytes
