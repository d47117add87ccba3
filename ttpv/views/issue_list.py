"""The list of issues as a file to send back to the department."""

import csv
import io
from collections.abc import Iterable

from ttpv.core.issues import Issue
from ttpv.imports import FilePreview
from ttpv.views.words import SEVERITY_WORDS

HEADS = ("Mức", "Mã", "Tệp", "Trang tính", "Dòng", "Cột", "Giá trị", "Nội dung và cách sửa")

# Excel in Vietnamese has the comma for decimals and so the semicolon between columns; it takes a
# file for UTF-8 only where the byte order mark says so.
_SEPARATOR = ";"
_ENCODING = "utf-8-sig"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def build_issue_csv(previews: Iterable[FilePreview]) -> bytes:
    """One line an issue, errors first within a file; opens as a table in Vietnamese Excel.

    Text that Excel would take for a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_SEPARATOR, lineterminator="\r\n")
    writer.writerow(HEADS)
    for file in previews:
        for issue in sorted(file.issues, key=lambda issue: not issue.is_error):
            writer.writerow([neutralise(text) for text in _line(issue, file.name)])
    return out.getvalue().encode(_ENCODING)


def _line(issue: Issue, file: str) -> tuple[str, ...]:
    return (
        SEVERITY_WORDS[issue.severity],
        issue.code,
        issue.file or file,
        issue.sheet or "",
        "" if issue.row is None else str(issue.row),
        issue.column or "",
        issue.value or "",
        issue.message,
    )


def neutralise(text: str) -> str:
    """The text as a spreadsheet shows it and never reckons with it: "=1+1" → "'=1+1"."""
    return f"'{text}" if text.startswith(_FORMULA) else text
