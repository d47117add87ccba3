"""Annexes I and II and the rates as a workbook (XlsxWriter), and the annexes alone for the demo.

The annexes are written from the layouts by which they are read (data/reference/layouts), so the
numbering row and the header's words are those that the import knows. A formula stands only where it
gives the figure that it stands for, and each carries its result: readers that do not reckon show
the same as those that do (tests/unit/reports/workbook/test_recalculation.py asks LibreOffice).
"""

from ttpv.reports.workbook.annexes import Annex, build_annexes
from ttpv.reports.workbook.build import build_workbook

__all__ = ["Annex", "build_annexes", "build_workbook"]
