"""A file of targets (CSV or TOML) → rows of the register and issues, and the register as CSV.

CSV as Excel writes it: commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1258. Columns are
known by their heads, rates and departments by their names or ids.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ttpv.checks.targets import TargetRow, check_targets, make_target_issue
from ttpv.core.csv_text import neutralise
from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import clean, fold, format_number, printable
from ttpv.core.typed import parse_day, parse_value
from ttpv.readers.decode import decode_text
from ttpv.readers.delimited import read_delimited
from ttpv.readers.register_files import is_toml, list_titles, read_register_lines
from ttpv.readers.sheet import Sheet
from ttpv.reference import (
    PROVINCE,
    DepartmentNames,
    Reference,
    ReferenceDataError,
    Target,
    explain_fault,
    parse_targets,
)

CENTRE = "Trung tâm"
HEADS = {
    "rate": "Tỷ lệ",
    "value": "Chỉ tiêu (%)",
    "scope": "Phạm vi",
    "effective_from": "Từ ngày",
    "effective_to": "Đến ngày",
    "decision": "Số quyết định",
    "decision_date": "Ngày quyết định",
    "source": "Nguồn",
}
_REQUIRED = ("rate", "value", "scope", "effective_from", "source")
_CENTRE_WORDS = {"province", "trung tam", "toan trung tam", "toan tinh", "tinh"}
_TABLES = ("target",)


@dataclass(frozen=True, slots=True)
class TargetsRead:
    """The register that a file holds; of use only where `issues` is empty (all are errors)."""

    targets: tuple[Target, ...]
    issues: tuple[Issue, ...]


def read_targets(content: bytes, file: str, reference: Reference) -> TargetsRead:
    """The whole register as the file has it, checked; never raises on what is in the file."""
    place = Place(file=printable(file))
    decoded = decode_text(content)
    if decoded is None or not decoded.text.strip():
        return _refused(place, "tệp trống hoặc không phải là văn bản")
    if is_toml(decoded.text, _TABLES):
        try:
            rows = [TargetRow(target, place) for target in parse_targets(decoded.text)]
        except ReferenceDataError as error:
            return _refused(place, explain_fault(error))
        issues: list[Issue] = []
    else:
        sheets, issues = read_delimited(decoded.text, place.file or "")
        rows = _read_rows(sheets[0], place, reference, issues) if sheets else []
    issues += check_targets(rows, reference)
    ordered = sorted(issues, key=lambda issue: issue.row or 0)
    return TargetsRead(tuple(row.target for row in rows), tuple(ordered))


def build_targets_csv(targets: Iterable[Target], reference: Reference) -> bytes:
    """The register as Excel in Vietnamese opens it; `read_targets` gives the same back."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS.values())
    for target in targets:
        cells = _cells(target, reference)
        writer.writerow([neutralise(text) for text in cells])
    return out.getvalue().encode("utf-8-sig")


def _cells(target: Target, reference: Reference) -> list[str]:
    department = reference.department_by_id.get(target.scope)
    # A name may be another department's in another year: then the id stands for it.
    named = department and _find_department(department.name, target.effective_from, reference)
    scope = department.name if department and named == department.id else target.scope
    days = (target.effective_from, target.effective_to, target.decision_date)
    first, last, decided = (f"{day:%d/%m/%Y}" if day else "" for day in days)
    return [
        reference.title(target.rate) if target.rate in reference.rates else target.rate,
        format_number(target.value),
        CENTRE if target.scope == PROVINCE else scope,
        first,
        last,
        target.decision or "",
        decided,
        target.source,
    ]


def _refused(place: Place, reason: str) -> TargetsRead:
    return TargetsRead((), (make_issue("target_file_unreadable", place, reason=reason),))


def _read_rows(
    sheet: Sheet, place: Place, reference: Reference, issues: list[Issue]
) -> list[TargetRow]:
    read = read_register_lines(sheet, HEADS, _REQUIRED)
    if read.missing:
        titles = list_titles(read.missing)
        issues.append(make_issue("target_columns_missing", place, titles=titles))
    rows = []
    for line in read.lines:
        at = place.at(line.row)
        target = _read_row(line.texts, read.letters, at, reference, issues)
        rows += [TargetRow(target, at, read.letters)] if target else []
    return rows


def _read_row(
    texts: Mapping[str, str],
    letters: Mapping[str, str],
    place: Place,
    reference: Reference,
    issues: list[Issue],
) -> Target | None:
    """The target of one line; None, with the issues, where a cell is not to be read."""
    before = len(issues)

    def tell(code: str, name: str, **words: object) -> None:
        where = place.at(place.row, letters.get(name))
        issues.append(make_target_issue(code, where, texts.get(name) or None, **words))

    days: dict[str, date | None] = {}
    for name in _REQUIRED:
        if not texts[name]:
            tell("target_field_missing", name, title=f"“{HEADS[name]}”")
    for name in ("effective_from", "effective_to", "decision_date"):
        days[name] = parse_day(texts.get(name, ""))
        if texts.get(name) and days[name] is None:
            tell("target_date_unreadable", name)
    value = parse_value(texts["value"])
    if texts["value"] and value is None:
        tell("target_number_unreadable", "value")
    first = days["effective_from"]
    if len(issues) > before or value is None or first is None:
        return None
    return Target(
        rate=_find_rate(texts["rate"], reference),
        value=value,
        scope=_find_scope(texts["scope"], first, reference),
        effective_from=first,
        effective_to=days["effective_to"],
        source=printable(texts["source"]),
        decision=printable(texts.get("decision", "")) or None,
        decision_date=days["decision_date"],
    )


def _find_rate(text: str, reference: Reference) -> str:
    """The id of the rate of that name; the text itself where there is none (checks say so)."""
    for rate in reference.rates.values():
        if fold(text) in map(fold, (rate.id, rate.name, rate.short)):
            return rate.id
    return clean(text)


def _find_scope(text: str, day: date, reference: Reference) -> str:
    if fold(text) in _CENTRE_WORDS:
        return PROVINCE
    if text in reference.department_by_id:
        return text
    return _find_department(text, day, reference) or clean(text)


def _find_department(name: str, day: date, reference: Reference) -> str | None:
    found = DepartmentNames(reference.departments_on(day)).find(name)
    return found.id if found else None
