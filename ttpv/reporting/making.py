"""An order → the file; and the record of who took it away."""

import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from threading import BoundedSemaphore
from typing import TypeVar

from ttpv.reporting.orders import Made, Order, ReportFailed, ReportKind
from ttpv.reporting.sources import Sources, prepare_letter, prepare_report
from ttpv.reporting.templates import open_template
from ttpv.reports.docx import render_report
from ttpv.reports.letter import render_letter
from ttpv.reports.notice import render_pdf, render_png
from ttpv.reports.pdf import NoPdf, convert_to_pdf
from ttpv.reports.workbook import build_workbook
from ttpv.store import ReportRecord, Store
from ttpv.views.file_names import mark_name, name_report
from ttpv.views.notice import build_notice

View = TypeVar("View")
log = logging.getLogger(__name__)

MOST_WAITING = 4
"""PDFs of Word files at a time, of which LibreOffice makes one and the others wait: whoever clicks
without end must not keep everybody else waiting."""


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


def _make_report(sources: Sources, order: Order) -> bytes:
    return _as_ordered(_fill(render_report, prepare_report(sources, order), sources, order), order)


def _make_letter(sources: Sources, order: Order) -> bytes:
    return _as_ordered(_fill(render_letter, prepare_letter(sources, order), sources, order), order)


def _fill(
    render: Callable[[View, bytes | None], bytes], view: View, sources: Sources, order: Order
) -> bytes:
    """The Word file. What the centre's own template makes of real figures no check foresees."""
    own = open_template(sources.reference, order.kind)
    if own is None:
        return render(view, None)
    try:
        return render(view, own)
    # docxtpl, Jinja, lxml and python-docx raise what they like.
    except Exception as error:
        log.exception("cannot fill the centre's own template of %s", order.kind)
        raise ReportFailed(
            "Mẫu riêng không điền được bằng số liệu của kỳ này. Hãy sửa mẫu, hoặc dùng lại mẫu "
            "gốc, ở mục Mẫu văn bản của trang Báo cáo."
        ) from error


_CONVERTING = BoundedSemaphore(MOST_WAITING)


def _as_ordered(document: bytes, order: Order) -> bytes:
    """The Word file, or the PDF of it."""
    if order.format != "pdf":
        return document
    if not _CONVERTING.acquire(blocking=False):
        raise ReportFailed(
            "Máy chủ đang chuyển nhiều văn bản khác sang PDF. Hãy thử lại sau ít phút, hoặc tải "
            "tệp Word (.docx)."
        )
    try:
        return convert_to_pdf(document)
    except NoPdf as error:
        raise ReportFailed(str(error)) from error
    finally:
        _CONVERTING.release()


def _make_notice(sources: Sources, order: Order) -> bytes:
    figures, is_simulated = sources.figures(order), sources.store.is_simulated
    view = build_notice(figures, sources.reference, is_simulated=is_simulated)
    return render_pdf(view) if order.format == "pdf" else render_png(view)


def _make_workbook(sources: Sources, order: Order) -> bytes:
    figures, is_simulated = sources.figures(order), sources.store.is_simulated
    return build_workbook(figures, sources.reference, is_simulated=is_simulated)


_MAKERS: Mapping[ReportKind, Callable[[Sources, Order], bytes]] = {
    "bao-cao": _make_report,
    "phu-luc": _make_workbook,
    "niem-yet": _make_notice,
    "don-doc": _make_letter,
}
