"""Writes the dressed annexes in the containers that exports come in besides .xlsx.

Each writer takes a workbook that openpyxl made and keeps what the format can say: values, number
formats, merged cells, what is hidden. Old .xls cannot be written by any library here; for it see
tests/golden/make_files.py.
"""

from tests.containers.docx import document, docx, paragraph, table, table_cell, table_row
from tests.containers.ods import ods
from tests.containers.ole import biff, ole
from tests.containers.xlsb import record, text, xlsb
from tests.containers.zips import repacked, zipped

__all__ = [
    "biff",
    "document",
    "docx",
    "ods",
    "ole",
    "paragraph",
    "record",
    "repacked",
    "table",
    "table_cell",
    "table_row",
    "text",
    "xlsb",
    "zipped",
]
