"""Reports to take away: one of a kind, of a state and a selection, as a file; and the record of it.

What is in a report is `ttpv.views`' to say and how it is drawn `ttpv.reports`'; here the two meet
the figures. The same order of the same state always has the same figures, whatever was published
since: they come from that state, with the reference data of then.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from ttpv.core.periods import Period
from ttpv.dossier_lists import find_list, read_dossiers
from ttpv.monitor import Figures, Structure, Timeline, answer_period
from ttpv.reports.letter import render_letter
from ttpv.reports.notice import render_pdf, render_png
from ttpv.reports.pdf import NoPdf, convert_to_pdf, find_office
from ttpv.store import ReportRecord, Store
from ttpv.views.file_names import mark_name, name_report
from ttpv.views.letter import LateDossiers, LetterView, build_letter
from ttpv.views.notice import build_notice

ReportKind = Literal["niem-yet", "don-doc"]
ReportFormat = Literal["docx", "pdf", "png"]

FORMATS: Mapping[ReportKind, tuple[ReportFormat, ...]] = {
    "niem-yet": ("pdf", "png"),
    "don-doc": ("docx", "pdf"),
}
"""What there is, in the order in which it is offered, and in which formats; see `offer_formats`."""

OF_ONE: frozenset[ReportKind] = frozenset({"don-doc"})
"""Kinds that are of one department."""

MIMES: Mapping[ReportFormat, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "png": "image/png",
}


_BY_OFFICE: frozenset[ReportKind] = frozenset({"don-doc"})
"""Kinds whose PDF is made of their Word file."""


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


@dataclass(frozen=True, slots=True)
class Sources:
    """What reports are made of: a store, one of its states over time, and the day it is today,
    which matters to today's structure alone."""

    store: Store
    timeline: Timeline
    today: date

    def figures(self, order: Order) -> Figures:
        """Raises PeriodNotCovered, StoreError."""
        return answer_period(self.timeline, order.period).figures(
            frozenset(order.departments), structure=order.structure, today=self.today
        )


def make_report(sources: Sources, order: Order) -> Made:
    """Raises ReportFailed, PeriodNotCovered, and StoreError where figures are damaged."""
    store, state = sources.store, sources.timeline.snapshot
    assert state is not None
    content = _MAKERS[order.kind](sources, order)
    name = name_report(order.kind, order.format, order.period, order.departments)
    return Made(order, state.number, mark_name(name, is_simulated=store.is_simulated), content)


def record_report(store: Store, made: Made, *, by: str | None) -> ReportRecord:
    """Notes who took it away (None: somebody without a name, who may only look), and when; the
    store keeps its state from now on. Raises StoreError, OSError."""
    order = made.order
    record = ReportRecord(
        number=made.number,
        start=order.period.start,
        stop=order.period.stop,
        kind=order.kind,
        format=order.format,
        departments=order.departments,
        structure=order.structure,
        file=made.file,
        sha256=hashlib.sha256(made.content).hexdigest(),
        size=len(made.content),
        made_at=datetime.now(UTC),
        made_by=by,
    )
    store.record_report(record)
    return record


def prepare_letter(sources: Sources, order: Order) -> LetterView:
    """All that the letter says. Raises ReportFailed where there is nothing to urge."""
    figures = sources.figures(order)
    (department,) = order.departments
    line = next(d for d in figures.departments if d.department and d.department.id == department)
    assert line.department is not None
    listed = _read_late(sources.store, figures, department)
    view = build_letter(
        figures,
        department,
        sources.timeline.reference,
        listed,
        is_simulated=sources.store.is_simulated,
    )
    name = line.department.name
    if not line.has_data:
        raise ReportFailed(f"Kỳ này chưa có số liệu của {name}, nên chưa có gì để đôn đốc.")
    if not view.is_needed:
        raise ReportFailed(
            f"{name} không có chỉ tiêu nào chưa đạt và không có hồ sơ trễ hạn, quá hạn trong kỳ "
            "này, nên không có gì để đôn đốc."
        )
    return view


def _read_late(store: Store, figures: Figures, department: str) -> LateDossiers | None:
    """By code, where the period was published with a list."""
    entry = find_list(figures.entries)
    if entry is None:
        return None
    return LateDossiers(
        overdue=read_dossiers(store, entry, department, "pending_overdue"),
        late=read_dossiers(store, entry, department, "resolved_late"),
    )


def _make_notice(sources: Sources, order: Order) -> bytes:
    view = build_notice(
        sources.figures(order),
        sources.timeline.reference,
        is_simulated=sources.store.is_simulated,
    )
    return render_pdf(view) if order.format == "pdf" else render_png(view)


def _make_letter(sources: Sources, order: Order) -> bytes:
    return _as_ordered(render_letter(prepare_letter(sources, order)), order)


def _as_ordered(document: bytes, order: Order) -> bytes:
    """The Word file, or the PDF of it."""
    if order.format != "pdf":
        return document
    try:
        return convert_to_pdf(document)
    except NoPdf as error:
        raise ReportFailed(str(error)) from error


_MAKERS: Mapping[ReportKind, Callable[[Sources, Order], bytes]] = {
    "niem-yet": _make_notice,
    "don-doc": _make_letter,
}
