"""The centre's report as texts: everything that a template of it can print."""

from ttpv.views.report.build import build_report
from ttpv.views.report.model import ReportView

__all__ = ["ReportView", "build_report"]
