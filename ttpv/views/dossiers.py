"""The way of the dossiers through a period: opening stock + received → resolved → in progress."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from ttpv.metrics import compute_share
from ttpv.monitor import Figures
from ttpv.views.formatting import format_count, format_share


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A step of the waterfall. kind: "in" and "out" change the level, "stock" is what remains.

    `signed` is the count with what it does: "+ 96.047", "− 46", "= 4.157". `start` and `stop` are
    where its bar lies and `level` where the next step begins, in percent of the highest level.
    """

    label: str
    count: int | None
    signed: str
    kind: str
    start: float = 0
    stop: float = 0
    level: float = 0


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


COLUMNS = {
    "carried_over": "Kỳ trước chuyển sang",
    "received_new": "Tiếp nhận mới",
    "received_online": "trong đó trực tuyến",
    "resolved_on_time": "Giải quyết đúng hạn",
    "resolved_late": "Trễ hạn",
    "pending_in_time": "Đang giải quyết trong hạn",
    "pending_overdue": "Quá hạn",
}


_SIGNS = {"in": "+", "out": "−", "stock": "="}
_DIRECTIONS = {"in": 1, "out": -1, "stock": 0}
_INCOMPLETE = (
    "Chưa đủ số liệu để vẽ biểu đồ: có đơn vị không có số liệu, hoặc kỳ này chưa có Phụ lục I."
)


def build_dossiers(figures: Figures) -> DossiersView:
    counts = figures.total.counts

    def step(label: str, measure: str, kind: str) -> FlowStep:
        return FlowStep(label, counts[measure], _sign(counts[measure], kind), kind)

    steps = _place(
        step("Kỳ trước chuyển sang", "carried_over", "in"),
        step("Tiếp nhận mới", "received_new", "in"),
        step("Giải quyết đúng hạn", "resolved_on_time", "out"),
        step("Giải quyết trễ hạn", "resolved_late", "out"),
        step("Đang giải quyết", "pending", "stock"),
    )
    return DossiersView(
        title=_title(figures),
        steps=steps,
        heads=tuple(COLUMNS.values()),
        total=_row("", "Tổng cộng", counts),
        rows=tuple(
            _row(line.department.id, line.department.name, line.counts)
            for line in figures.departments
            if line.department
        ),
        is_complete=all(s.count is not None for s in steps),
    )


def _sign(count: int | None, kind: str) -> str:
    return f"{_SIGNS[kind]} {format_count(count)}"


def _place(*steps: FlowStep) -> tuple[FlowStep, ...]:
    """The steps with their places: each begins where the one before it ended."""
    ends = list(accumulate((_DIRECTIONS[s.kind] * (s.count or 0) for s in steps), initial=0))
    highest = max(*ends, *(s.count or 0 for s in steps), 1)
    placed = []
    for step, before, after in zip(steps, ends, ends[1:], strict=False):
        low, high = (0, step.count or 0) if step.kind == "stock" else sorted((before, after))
        start, stop, level = (100 * max(value, 0) / highest for value in (low, high, after))
        placed.append(replace(step, start=start, stop=stop, level=level))
    return tuple(placed)


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
    values = tuple(counts[measure] for measure in COLUMNS)
    return DossierRow(identity, name, tuple(format_count(v) for v in values), values)
