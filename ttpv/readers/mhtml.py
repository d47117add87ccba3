"""MHTML, Excel's "single file web page": a mail whose HTML parts are the sheets."""

import email
import email.errors
import re
from email.message import Message

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.readers.decode import decode_text
from ttpv.readers.html import read_html
from ttpv.readers.html_parse import MAX_DEPTH, MAX_TABLES
from ttpv.readers.sheet import Sheet

_HEAD = re.compile(
    rb"\s*(?:[A-Za-z-]{1,40}:[^\n]{0,400}\r?\n\s*){0,20}?MIME-Version:", re.IGNORECASE
)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def is_mhtml(content: bytes) -> bool:
    """Whether the bytes begin like a mail of several parts."""
    head = content[:4096]
    return b"multipart/" in head.lower() and _HEAD.match(head) is not None


def read_mhtml(content: bytes, file: str) -> tuple[list[Sheet], list[Issue]]:
    """The tables of all HTML parts, or no sheets and the reason. Other parts (styles, pictures,
    frames without tables) are passed over."""
    try:
        parts = [part for part in email.message_from_bytes(content).walk() if _is_html(part)]
        bodies = [part.get_payload(decode=True) for part in parts]
    except (RecursionError, ValueError, LookupError, email.errors.MessageError) as error:
        issue = make_issue("file_damaged", Place(file=file), detail=type(error).__name__)
        return [], [issue]
    sheets: list[Sheet] = []
    issues: list[Issue] = []
    for body in bodies:
        decoded = decode_text(body) if isinstance(body, bytes) and body else None
        if decoded is None:
            continue
        found, reasons = read_html(decoded.text, file)
        sheets += found
        issues += reasons
        if len(sheets) > MAX_TABLES:
            words = {"tables": MAX_TABLES, "depth": MAX_DEPTH}
            return [], [make_issue("html_too_complex", Place(file=file), **words)]
    refused = [issue for issue in issues if issue.code != "html_no_table"]
    if refused or not sheets:
        return [], refused[:1] or [make_issue("html_no_table", Place(file=file))]
    return sheets, []


def _is_html(part: Message) -> bool:
    return part.get_content_type() in _HTML_TYPES and not part.is_multipart()
