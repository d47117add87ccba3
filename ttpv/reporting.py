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
from ttpv.monitor import Figures, Structure, Timeline, answer_period
from ttpv.reports.notice import render_pdf, render_png
from ttpv.store import ReportRecord, Store
from ttpv.views.file_names import mark_name, name_report
from ttpv.views.notice import build_notice

ReportKind = Literal["niem-yet"]
ReportFormat = Literal["pdf", "png"]

FORMATS: Mapping[ReportKind, tuple[ReportFormat, ...]] = {"niem-yet": ("pdf", "png")}
"""What there is, in the order in which it is offered, and in which formats."""

MIMES: Mapping[ReportFormat, str] = {"pdf": "application/pdf", "png": "image/png"}


class ReportFailed(Exception):
    """The report cannot be made; the message is for people, and says what to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a kind in one of its formats, of which period and departments.

    Departments are ids, none for the whole centre; `structure` as in `monitor.Figures`.
    """

    kind: ReportKind
    format: ReportFormat
    period: Period
    departments: tuple[str, ...] = ()
    structure: Structure = "then"


@dataclass(frozen=True, slots=True)
class Made:
    """A report: of which state, what the file is called, and the file."""

    order: Order
    number: int
    file: str
    content: bytes


def make_report(store: Store, timeline: Timeline, order: Order, *, today: date) -> Made:
    """`timeline` is the state's; `today` matters to today's structure alone.

    Raises ReportFailed, PeriodNotCovered, and StoreError where figures are damaged.
    """
    assert timeline.snapshot is not None
    figures = answer_period(timeline, order.period).figures(
        frozenset(order.departments), structure=order.structure, today=today
    )
    make = _MAKERS[order.kind]
    content = make(_Sources(store, timeline, figures), order)
    name = name_report(order.kind, order.format, order.period, order.departments)
    name = mark_name(name, is_simulated=store.is_simulated)
    return Made(order, timeline.snapshot.number, name, content)


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


@dataclass(frozen=True, slots=True)
class _Sources:
    """What reports are made of: a state, and the figures of the selection."""

    store: Store
    timeline: Timeline
    figures: Figures


def _make_notice(sources: _Sources, order: Order) -> bytes:
    view = build_notice(
        sources.figures, sources.timeline.reference, is_simulated=sources.store.is_simulated
    )
    return render_pdf(view) if order.format == "pdf" else render_png(view)


_MAKERS: Mapping[ReportKind, Callable[[_Sources, Order], bytes]] = {"niem-yet": _make_notice}
