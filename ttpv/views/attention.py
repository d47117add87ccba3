"""Cần chú ý: findings with where the view is that shows them."""

from dataclasses import dataclass
from typing import Literal

from ttpv.comparisons import Comparison
from ttpv.reference import RuleId
from ttpv.views.findings import FindingView, build_findings

Destination = Literal["trend", "department", "dossiers", "fees"]

_DESTINATIONS: dict[RuleId, Destination] = {
    "below_and_falling": "trend",
    "declines": "trend",
    "overdue": "department",
    "no_online_payment": "fees",
    "revised": "dossiers",
    "stock_break": "dossiers",
}
FIRST = 5


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A finding, and the view that shows it."""

    finding: FindingView
    destination: Destination


@dataclass(frozen=True, slots=True)
class AttentionView:
    """Ranked: `first` are shown, `rest` when one asks for all. `empty` says why there are none."""

    first: tuple[AttentionItem, ...]
    rest: tuple[AttentionItem, ...]
    empty: str


def build_attention(comparison: Comparison, first: int = FIRST) -> AttentionView:
    names = {id_: department.name for id_, department in comparison.departments.items()}
    views = build_findings(comparison.findings, comparison.reference, names)
    items = tuple(AttentionItem(view, _destination(view)) for view in views)
    return AttentionView(items[:first], items[first:], "" if items else _say_none(comparison))


def _say_none(comparison: Comparison) -> str:
    """That nothing is found does not say that nothing falls, where nothing is known of before."""
    none = "Không có điều gì vượt các ngưỡng cần chú ý."
    before = comparison.previous.side if comparison.previous else None
    if before is None or not (before.comparable(None) and comparison.base.comparable(None)):
        return f"{none} Không có kỳ trước để so nên chưa biết tỷ lệ nào đang giảm."
    return none


def _destination(finding: FindingView) -> Destination:
    if finding.rate is not None:
        return "trend"
    destination = _DESTINATIONS[finding.rule]
    centre = finding.department is None
    return "dossiers" if centre and destination == "department" else destination
