"""The way of the dossiers through a period: opening stock + received → resolved → in progress."""

from collections.abc import Mapping
from dataclasses import dataclass

from ttpv.metrics import compute_share
from ttpv.monitor import Figures
from ttpv.views.formatting import format_count, format_share


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A step of the waterfall. kind: "in" and "out" change the level, "stock" is what remains."""

    label: str
    count: int | None
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One department's counts as texts, in the order of `DossiersView.heads`."""

    id: str
    name: str
    counts: tuple[str, ...]
    keys: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class DossiersView:
    title: str
    steps: tuple[FlowStep, ...]
    heads: tuple[str, ...]
    total: DossierRow
    rows: tuple[DossierRow, ...]
    is_complete: bool


_COLUMNS = {
    "carried_over": "Kỳ trước chuyển sang",
    "received_new": "Tiếp nhận mới",
    "received_online": "trong đó trực tuyến",
    "resolved_on_time": "Giải quyết đúng hạn",
    "resolved_late": "Trễ hạn",
    "pending_in_time": "Đang giải quyết trong hạn",
    "pending_overdue": "Quá hạn",
}


_INCOMPLETE = (
    "Chưa đủ số liệu để vẽ biểu đồ: có đơn vị không có số liệu, hoặc kỳ này chưa có Phụ lục I."
)


def build_dossiers(figures: Figures) -> DossiersView:
    counts = figures.total.counts

    def step(label: str, measure: str, kind: str) -> FlowStep:
        return FlowStep(label, counts[measure], format_count(counts[measure]), kind)

    steps = (
        step("Kỳ trước chuyển sang", "carried_over", "in"),
        step("Tiếp nhận mới", "received_new", "in"),
        step("Giải quyết đúng hạn", "resolved_on_time", "out"),
        step("Giải quyết trễ hạn", "resolved_late", "out"),
        step("Đang giải quyết", "pending", "stock"),
    )
    return DossiersView(
        title=_title(figures),
        steps=steps,
        heads=tuple(_COLUMNS.values()),
        total=_row("", "Tổng cộng", counts),
        rows=tuple(
            _row(line.department.id, line.department.name, line.counts)
            for line in figures.departments
            if line.department
        ),
        is_complete=all(s.count is not None for s in steps),
    )


def _title(figures: Figures) -> str:
    counts = figures.total.counts
    if None in (counts["carried_over"], counts["received_new"], counts["pending"]):
        return _INCOMPLETE
    share = compute_share(counts["resolved"], counts["received"])
    if share is None:
        return _INCOMPLETE
    return (
        f"{format_share(share)} số hồ sơ đã được giải quyết, "
        f"còn {format_count(counts['pending'])} hồ sơ đang giải quyết"
    )


def _row(identity: str, name: str, counts: Mapping[str, int | None]) -> DossierRow:
    values = tuple(counts[measure] for measure in _COLUMNS)
    return DossierRow(identity, name, tuple(format_count(v) for v in values), values)
