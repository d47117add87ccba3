"""The counts of a selection as section I.2 of the report has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ttpv.metrics import compute_share
from ttpv.monitor import Line
from ttpv.views.formatting import NONE, format_count, format_share

PARTIAL = "Tổng của các đơn vị có số liệu"

_LABELS = {
    "received": "Tổng tiếp nhận",
    "received_new": "Tiếp nhận mới",
    "carried_over": "Kỳ trước chuyển sang",
    "resolved": "Đã giải quyết",
    "resolved_on_time": "Đúng hạn",
    "resolved_late": "Trễ hạn",
    "pending": "Đang giải quyết",
    "pending_overdue": "Quá hạn",
}
MAIN_COUNTS = tuple(_LABELS)


@dataclass(frozen=True, slots=True)
class CountView:
    """A count with what stands below it ("99,95% số đã giải quyết"), and what it changed by
    ("+266")."""

    label: str
    value: str
    note: str = ""
    change: str = ""


def build_counts(
    line: Line,
    partial: Mapping[str, int] | None = None,
    changes: Mapping[str, str] | None = None,
) -> tuple[CountView, ...]:
    """Received, new, carried over, resolved, on time, late, in progress, overdue.

    `partial`: of a missing total the sum over the departments that have figures, so labelled.
    `changes` by measure.
    """
    partial, changes = partial or {}, changes or {}
    notes = {
        measure: f"{share} số đã giải quyết"
        for measure in ("resolved_on_time", "resolved_late")
        if (share := format_share(compute_share(line.counts[measure], line.counts["resolved"])))
        != NONE
    }
    notes |= {measure: f"{PARTIAL}: {format_count(count)}" for measure, count in partial.items()}
    return tuple(
        CountView(
            label,
            format_count(line.counts[measure]),
            notes.get(measure, ""),
            changes.get(measure, ""),
        )
        for measure, label in _LABELS.items()
    )
