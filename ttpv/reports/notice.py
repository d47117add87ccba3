"""The sheet for the notice board and the portal: one A4 page, as PDF and as a picture."""

from ttpv.reports.typesetting import typeset_pdf, typeset_png
from ttpv.views.notice import NoticeView

_DOCUMENT = "notice.typ"
PPI = 150


def render_pdf(view: NoticeView) -> bytes:
    """A tagged PDF (PDF/UA-1) with selectable text."""
    return typeset_pdf(_DOCUMENT, view)


def render_png(view: NoticeView) -> bytes:
    """1240 × 1754 pixels."""
    return typeset_png(_DOCUMENT, view, PPI)
