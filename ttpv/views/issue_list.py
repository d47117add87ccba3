"""The list of issues as a file to send back to the department."""

from collections.abc import Iterable

from ttpv.core.issues import Issue
from ttpv.imports import FilePreview
from ttpv.views.csv_file import build_csv
from ttpv.views.words import SEVERITY_WORDS

HEADS = ("Mức", "Mã", "Tệp", "Trang tính", "Dòng", "Cột", "Giá trị", "Nội dung và cách sửa")


def build_issue_csv(previews: Iterable[FilePreview]) -> bytes:
    """One line an issue, errors first within a file; opens as a table in Vietnamese Excel."""
    return build_csv(
        HEADS,
        (
            _line(issue, file.name)
            for file in previews
            for issue in sorted(file.issues, key=lambda issue: not issue.is_error)
        ),
    )


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
