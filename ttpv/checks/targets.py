"""A register of targets → what is wrong with it, entry by entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.reference import PROVINCE, Reference, Target


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target and where it stands: `place` of its row, and the column letter of each field.

    In the form it stands nowhere (`place` without a row).
    """

    target: Target
    place: Place = field(default_factory=Place)
    columns: Mapping[str, str] = field(default_factory=dict)


def check_targets(rows: Sequence[TargetRow], reference: Reference) -> list[Issue]:
    """Unknown rates and scopes, values that are no percentage, dates, overlaps; all are errors."""
    issues = []
    for index, row in enumerate(rows):
        target = row.target
        if target.rate not in reference.rates:
            known = ", ".join(rate.short for rate in reference.rates.values())
            issues.append(_issue("target_rate_unknown", row, "rate", target.rate, known=known))
        if target.scope != PROVINCE and target.scope not in reference.department_by_id:
            issues.append(_issue("target_scope_unknown", row, "scope", target.scope))
        if not 0 <= target.value <= 100:
            value = f"{target.value:f}".replace(".", ",")
            issues.append(_issue("target_value_outside", row, "value", value))
        if target.effective_to and target.effective_to < target.effective_from:
            ends = {"first": target.effective_from, "last": target.effective_to}
            words = {name: f"{day:%d/%m/%Y}" for name, day in ends.items()}
            issues.append(_issue("target_dates_reversed", row, "effective_to", None, **words))
        for other in rows[:index]:
            if target.overlaps(other.target):
                words = {
                    "target": describe(target, reference),
                    "other": f"{other.target.effective_from:%d/%m/%Y}",
                }
                issues.append(_issue("target_overlap", row, "effective_from", None, **words))
    return issues


def describe(target: Target, reference: Reference) -> str:
    """ "chỉ tiêu Nộp trực tuyến của Trung tâm từ 01/01/2026"."""
    rate = reference.rates.get(target.rate)
    department = reference.department_by_id.get(target.scope)
    owner = "Trung tâm" if target.scope == PROVINCE else department.name if department else "?"
    return (
        f"chỉ tiêu {rate.short if rate else target.rate} của {owner} "
        f"từ {target.effective_from:%d/%m/%Y}"
    )


def make_target_issue(code: str, place: Place, value: object = None, **words: object) -> Issue:
    """An issue at a row and column of a file, or of the form, which has neither."""
    column = f", cột {place.column}" if place.column else ""
    where = f"Dòng {place.row}{column}: " if place.row else ""
    issue = make_issue(code, place, value, where=where, **words)
    return replace(issue, message=issue.message[0].upper() + issue.message[1:])


def _issue(code: str, row: TargetRow, name: str, value: object, **words: object) -> Issue:
    place = row.place.at(row.place.row, row.columns.get(name))
    return make_target_issue(code, place, value, **words)
