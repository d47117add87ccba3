"""The report as a Word file: from the template that ships, or from the centre's own."""

from dataclasses import fields

from ttpv.reports.docx.fill import fill_template
from ttpv.reports.docx.shipped import REPORT
from ttpv.views.report import ReportView


def render_report(view: ReportView, template: bytes | None = None) -> bytes:
    """The .docx. Raises as `fill_template` where a template does not pass `check_template`."""
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    content = REPORT.read_bytes() if template is None else template
    return fill_template(content, context, title=f"Báo cáo {view.title[0].lower()}{view.title[1:]}")
