"""What is wrong with a file, as data: an `Issue` says what, how bad, where, and what to do."""

from dataclasses import dataclass, replace
from typing import Literal

from ttpv.core.messages import MESSAGES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an export: file name, sheet name, 1-based row, column letter. All optional."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def at(self, row: int | None = None, column: str | None = None) -> "Place":
        """The same sheet at another row or column."""
        return replace(self, row=row, column=column)


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding. Errors refuse the import; warnings are shown and let through."""

    severity: Severity
    code: str
    message: str
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    @property
    def anchor(self) -> str:
        """Where the documentation says what it means and what to do."""
        return f"docs/IMPORT.md#{self.code}"


def make_issue(
    code: str, place: Place | None = None, value: object = None, **words: object
) -> Issue:
    """The issue `code` at `place`; `words` fill the message. Raises KeyError on an unknown code."""
    place = place or Place()
    severity, template = MESSAGES[code]
    shown = None if value is None else str(value)
    # A measure that a form prints only in parts has a row, and no column of its own.
    cell = f"ô {place.column}{place.row}" if place.column else f"dòng {place.row}"
    text = template.format(
        value=shown,
        file=place.file,
        sheet=place.sheet,
        row=place.row,
        column=place.column,
        cell=cell,
        **words,
    )
    return Issue(severity, code, text, place.file, place.sheet, place.row, place.column, shown)


def has_errors(issues: tuple[Issue, ...] | list[Issue]) -> bool:
    return any(issue.is_error for issue in issues)
