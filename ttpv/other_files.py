"""A file of other figures (CSV or TOML) → entries and issues, and the register as CSV.

CSV as Excel writes it, a line a figure: period, title, figure, the day it is counted from, source.
What a file holds is put in place of what was entered for its periods and days; the rest stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from ttpv.checks.other_figures import OtherRow, check_others, make_other_issue
from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.other_items import OtherItem
from ttpv.core.text import format_number, printable
from ttpv.core.typed import parse_day
from ttpv.other_items import list_items, name_figure, name_index_line, parse_items
from ttpv.readers.decode import decode_text
from ttpv.readers.delimited import read_delimited
from ttpv.readers.register_files import is_toml, list_titles, read_register_lines
from ttpv.readers.sheet import Sheet
from ttpv.reference import (
    Entered,
    IndexEntry,
    OtherDefinitions,
    OtherEntry,
    PeriodEntry,
    Reference,
    ReferenceDataError,
    explain_fault,
    parse_others,
)

HEADS = {
    "first": "Từ ngày",
    "last": "Đến ngày",
    "title": "Nội dung",
    "value": "Số liệu",
    "since": "Lũy kế từ ngày",
    "source": "Nguồn",
}
_REQUIRED = ("first", "last", "title", "value")
_TABLES = ("period", "index")


@dataclass(frozen=True, slots=True)
class OthersRead:
    """The register as it would be with what the file holds; of use only where `issues` is empty
    (all are errors)."""

    entries: tuple[OtherEntry, ...]
    issues: tuple[Issue, ...]


def read_others(content: bytes, file: str, reference: Reference) -> OthersRead:
    """The register with the file's entries in place of those of their periods and days, checked;
    never raises on what is in the file."""
    place = Place(file=printable(file))
    decoded = decode_text(content)
    if decoded is None or not decoded.text.strip():
        return _refused(place, "tệp trống hoặc không phải là văn bản")
    if is_toml(decoded.text, _TABLES):
        try:
            entries = parse_others(decoded.text, strict=False).entries
        except ReferenceDataError as error:
            return _refused(place, explain_fault(error))
        rows = [OtherRow(_as_printable(entry), place) for entry in entries]
        issues: list[Issue] = []
    else:
        sheets, issues = read_delimited(decoded.text, place.file or "")
        items = _read_lines(sheets[0], place, issues) if sheets else []
        read = parse_items(items, reference.others)
        rows, issues = list(read.rows), [*issues, *read.issues]
    issues += check_rows(rows, reference)
    ordered = tuple(sorted(issues, key=lambda issue: issue.row or 0))
    register = reference.other_entries.put(row.entry for row in rows)
    return OthersRead(register.entries, ordered)


def check_rows(rows: Sequence[OtherRow], reference: Reference) -> list[Issue]:
    """What is wrong with new entries, among those that they do not replace."""
    replaced = {row.entry.key for row in rows}
    kept = [e for e in reference.other_entries.entries if e.key not in replaced]
    return check_others([*(OtherRow(entry) for entry in kept), *rows], reference)


def build_other_lines(
    entries: Iterable[OtherEntry], definitions: OtherDefinitions
) -> list[list[str]]:
    """The lines below HEADS; `read_others` gives the same entries back."""
    lines = []
    for entry in entries:
        for name, value in list_items(entry, definitions).items():
            if isinstance(entry, PeriodEntry):
                first, last, title = entry.first, entry.last, name_figure(name, definitions)
            else:
                first, last, title = None, entry.day, name_index_line(name, definitions)
            lines.append(
                [
                    _day(first),
                    _day(last),
                    title,
                    _text(value),
                    _day(value.since) if isinstance(value, Entered) else "",
                    entry.source,
                ]
            )
    return lines


def _as_printable(entry: OtherEntry) -> OtherEntry:
    """As `parse_items` leaves the texts of a CSV file."""
    source = printable(entry.source.strip())
    if isinstance(entry, IndexEntry):
        return replace(entry, source=source, rank=printable(entry.rank.strip()))
    return replace(entry, source=source)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _text(value: Entered | Decimal | str) -> str:
    if isinstance(value, Entered):
        return f"{value.qualifier} {format_number(value.value)}".strip()
    return value if isinstance(value, str) else format_number(value)


def _refused(place: Place, reason: str) -> OthersRead:
    return OthersRead((), (make_issue("other_file_unreadable", place, reason=reason),))


def _read_lines(sheet: Sheet, place: Place, issues: list[Issue]) -> list[OtherItem]:
    read = read_register_lines(sheet, HEADS, _REQUIRED)
    if read.missing:
        titles = list_titles(read.missing)
        issues.append(make_issue("other_columns_missing", place, titles=titles))
    items = []
    for line in read.lines:
        texts, at = line.texts, place.at(line.row)
        days: dict[str, date | None] = {}
        for name in ("first", "last"):
            days[name] = parse_day(texts[name])
            if texts[name] and days[name] is None:
                where = place.at(line.row, read.letters[name])
                issues.append(make_other_issue("other_date_unreadable", where, texts[name]))
                break
        else:
            items.append(
                OtherItem(
                    title=texts["title"],
                    value=texts["value"],
                    first=days["first"],
                    last=days["last"],
                    place=at,
                    since=texts.get("since", ""),
                    source=texts.get("source", ""),
                    columns=read.letters,
                )
            )
    return items
