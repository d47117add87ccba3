"""What must be known to read a trend: what is missing, and who came, went or was split."""

from collections.abc import Sequence

from ttpv.reference import Rate
from ttpv.trends import Slot, StepKind, Trend
from ttpv.views.formatting import format_period, lower_first
from ttpv.views.slots import name_slot


def build_notes(trend: Trend, rate: Rate, whose: str) -> tuple[str, ...]:
    """Whole sentences about one rate of the selection, which is called `whose`."""
    return (
        *_note_gaps(trend),
        *_note_open(trend, rate, whose),
        *_note_parts(trend),
        *_note_structure(trend),
    )


def _note_gaps(trend: Trend) -> list[str]:
    gaps = [slot for slot in trend.slots if not slot.is_answered]
    if not gaps:
        return []
    listed = _list_few([_describe_gap(slot, trend.step.kind) for slot in gaps])
    return [f"Chỗ đứt của đường là kỳ chưa đủ số liệu: {listed}."]


def _note_open(trend: Trend, rate: Rate, whose: str) -> list[str]:
    """Slots that are answered, but not for this rate of the selection; with the first reason."""
    figures = trend.chosen.rates[rate.id]
    unknown = [
        (name_slot(slot.period, trend.step.kind), figure.metric.reason)
        for slot, figure in zip(trend.slots, figures, strict=True)
        if figure is not None and figure.metric.basis == "unavailable"
    ]
    if not unknown:
        return []
    listed = _list_few([lower_first(name) for name, _ in unknown])
    reason = next((reason for _, reason in unknown if reason), "")
    return [f"Không tính được tỷ lệ của {whose} ở {listed}. {reason}"]


def _note_parts(trend: Trend) -> list[str]:
    """Who was there in a part of a slot only, so that it is open."""
    notes = []
    for series in trend.departments:
        slots = [
            lower_first(name_slot(slot.period, trend.step.kind))
            for slot, part in zip(trend.slots, series.parts, strict=True)
            if part
        ]
        if slots and series.department:
            name = series.department.name
            notes.append(
                f"{name} chỉ hoạt động một phần của {_list_few(slots)}, nên chỗ đó để trống."
            )
    return notes


def _list_few(names: Sequence[str], most: int = 3) -> str:
    more = f"; và {len(names) - most} kỳ khác" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def _describe_gap(slot: Slot, kind: StepKind) -> str:
    name = lower_first(name_slot(slot.period, kind))
    if slot.missing == (slot.period,) or not slot.missing:
        return name
    days = ", ".join(format_period(days) for days in slot.missing)
    return f"{name} (thiếu {days})"


def _note_structure(trend: Trend) -> list[str]:
    """Who begins or ends within the series, and whom today's structure cannot place."""
    notes = []
    by_id = {s.department.id: s.department for s in trend.departments if s.department}
    if trend.split:
        names = ", ".join(by_id[department].name for department in trend.split)
        notes.append(
            f"{names} đã tách thành nhiều đơn vị: số liệu trước khi tách đứng riêng một dòng, "
            "không cộng vào đơn vị nào hiện nay."
        )
    if trend.structure == "then":
        first = trend.slots[0].period.start if trend.slots else None
        began = [d for d in by_id.values() if first and d.first and d.first > first]
        if began:
            names = ", ".join(f"{d.name} (từ {d.first:%d/%m/%Y})" for d in began)
            open_ = ", nên các đơn vị đã chọn không có số chung trước ngày đó"
            notes.append(
                f"Đơn vị mới thành lập trong thời gian này: {names}"
                f"{open_ if len(by_id) > 1 else ''}. "
                "Chọn cơ cấu tổ chức “Hiện nay” để cộng cả các đơn vị trước khi hợp nhất."
            )
    return notes
