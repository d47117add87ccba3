"""Bytes of a file that is no container → sheets: HTML, MHTML, CSV and its kin."""

import re

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.readers.decode import decode_text
from ttpv.readers.delimited import read_delimited
from ttpv.readers.html import read_html
from ttpv.readers.mhtml import is_mhtml, read_mhtml
from ttpv.readers.sheet import Sheet

# The 2023 annexes are 20 KB as HTML. In memory text takes some times its size in the file.
MAX_TEXT_MB = 30
MAX_LINE = 1_000_000
_MARKUP = re.compile(rb"\s*<[a-zA-Z!?]")
_WIDE_AND_BOMS = re.compile(rb"\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff")


def read_text_file(content: bytes, file: str) -> tuple[list[Sheet], list[Issue]]:
    """The tables of a text file as sheets, or no sheets and the reason."""
    place = Place(file=file)
    if not content:
        return [], [make_issue("file_empty", place)]
    size = len(content) // 1_000_000
    if size > MAX_TEXT_MB:
        return [], [make_issue("text_too_large", place, size=size, limit=MAX_TEXT_MB)]
    if is_mhtml(content):
        return read_mhtml(content, file)
    is_markup = _MARKUP.match(_WIDE_AND_BOMS.sub(b"", content[:4096])) is not None
    if not is_markup and _has_long_line(content):  # before it is decoded, which takes memory
        return [], [make_issue("text_line_too_long", place)]
    decoded = decode_text(content)
    if decoded is None:
        return [], [make_issue("text_not_text", place)]
    if not decoded.text.strip():
        return [], [make_issue("file_empty", place)]
    return (read_html if is_markup else read_delimited)(decoded.text, file)


def _has_long_line(content: bytes) -> bool:
    """Whether some line is longer than twice MAX_LINE; none shorter than MAX_LINE counts."""
    return any(
        content.find(b"\n", start, start + MAX_LINE) < 0
        and content.find(b"\r", start, start + MAX_LINE) < 0
        for start in range(0, len(content) - MAX_LINE, MAX_LINE)
    )
