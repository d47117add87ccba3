"""Reports to take away: one of a kind, of a state and a selection, as a file; and the record of it.

What is in a report is `ttpv.views`' to say and how it is drawn `ttpv.reports`'; here the two meet
the figures. The same order of the same state always has the same figures, whatever was published
since: they come from that state, with the reference data of then.
"""

from ttpv.reporting.making import make_report, record_report
from ttpv.reporting.orders import (
    FORMATS,
    MIMES,
    OF_ONE,
    Made,
    Order,
    ReportFailed,
    ReportFormat,
    ReportKind,
    offer_formats,
)
from ttpv.reporting.sources import Sources, prepare_letter, prepare_report
from ttpv.reporting.templates import (
    CHECKED_TEMPLATES,
    MOST_MB,
    SHIPPED,
    check_document,
    find_template,
    read_template,
    set_template,
)

__all__ = [
    "CHECKED_TEMPLATES",
    "FORMATS",
    "MIMES",
    "MOST_MB",
    "OF_ONE",
    "SHIPPED",
    "Made",
    "Order",
    "ReportFailed",
    "ReportFormat",
    "ReportKind",
    "Sources",
    "check_document",
    "find_template",
    "make_report",
    "offer_formats",
    "prepare_letter",
    "prepare_report",
    "read_template",
    "record_report",
    "set_template",
]
