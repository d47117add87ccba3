"""Word files from templates that a clerk edits in Word: placeholders in, texts and pictures out."""

from ttpv.reports.docx.check import check_template
from ttpv.reports.docx.fill import Picture, fill_template
from ttpv.reports.docx.report import render_report
from ttpv.reports.docx.shapes import Placeholder, list_placeholders

__all__ = [
    "Picture",
    "Placeholder",
    "check_template",
    "fill_template",
    "list_placeholders",
    "render_report",
]
