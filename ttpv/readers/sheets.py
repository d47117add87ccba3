"""Bytes of any file that can hold tables → sheets, or the one issue that says why not."""

import logging
import zipfile
import zlib
from collections.abc import Callable
from typing import Literal

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.readers.refused import CUT_OFF, PART_BROKEN, PART_MISSING, Refused
from ttpv.readers.sheet import Sheet
from ttpv.readers.sniff import sniff_format

log = logging.getLogger(__name__)


def read_sheets(content: bytes, file: str) -> tuple[list[Sheet], list[Issue]]:
    """The sheets of a file, whatever its name, or no sheets and the reason."""
    place = Place(file=file)
    try:
        found = sniff_format(content)
        if found == "text":
            from ttpv.readers.text_file import read_text_file

            return read_text_file(content, file)
        sheets = _reader(found)(content, file)
        if not sheets:  # a variant that the library passes over (Strict Open XML)
            raise Refused("file_unknown")
        return sheets, []
    except Refused as refused:
        return [], [make_issue(refused.code, place, **refused.words)]
    # A damaged file makes the libraries raise almost anything (KeyError, ValueError, struct.error,
    # AssertionError, zlib's and lxml's own…): for the person it is one thing.
    except Exception as error:  # noqa: BLE001
        # Never its sentence: that may quote a cell, and the file may be a list of citizens.
        log.info("cannot open %s: %s", file, type(error).__name__)
        return [], [make_issue("file_damaged", place, detail=_detail(error))]


def _reader(
    found: Literal["xlsx", "xlsb", "xls", "ods", "docx"],
) -> Callable[[bytes, str], list[Sheet]]:
    """The reader of a format; each brings its library only when a file needs it."""
    match found:
        case "xlsx":
            from ttpv.readers.xlsx import read_xlsx as read
        case "xlsb":
            from ttpv.readers.xlsb import read_xlsb as read
        case "xls":
            from ttpv.readers.xls import read_xls as read
        case "ods":
            from ttpv.readers.ods import read_ods as read
        case "docx":
            from ttpv.readers.docx import read_docx as read
    return read


def _detail(error: Exception) -> str:
    """What a clerk can make of a library's complaint."""
    if isinstance(error, (zipfile.BadZipFile, zlib.error, EOFError)):
        return CUT_OFF
    if isinstance(error, KeyError):
        return PART_MISSING
    return PART_BROKEN
