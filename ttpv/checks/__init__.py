"""The figures of an export against each other: tables in, issues out."""

from ttpv.checks.fees import check_fees
from ttpv.checks.history import History, check_history, compared_forms
from ttpv.checks.table import check_table

__all__ = ["History", "check_fees", "check_history", "check_table", "compared_forms"]
