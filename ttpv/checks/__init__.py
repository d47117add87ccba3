"""The figures of an export against each other: tables in, issues out."""

from ttpv.checks.fees import check_fees
from ttpv.checks.table import check_table

__all__ = ["check_fees", "check_table"]
