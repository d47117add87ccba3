"""The register of targets as a table, and its changes as sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ttpv.reference import PROVINCE, Reference, Target
from ttpv.targets import TargetChange
from ttpv.views.formatting import NONE, format_date, format_target

CENTRE = "Trung tâm"
OPEN_END = "chưa định"


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A line of the register's table; `key` tells the entry. `state`: "now", "past" or "future"."""

    key: str
    rate: str
    value: str
    scope: str
    first: str
    last: str
    decision: str
    source: str
    state: str
    state_word: str


_STATE_WORDS = {"now": "Đang áp dụng", "past": "Đã hết hạn", "future": "Chưa đến hạn"}


def build_target_lines(
    targets: Sequence[Target], reference: Reference, today: date
) -> tuple[TargetLine, ...]:
    """In force first, then to come, then past; within these the centre before departments, in the
    order of the report."""
    rates = list(reference.rates)
    order = {"now": 0, "future": 1, "past": 2}

    def place(target: Target) -> tuple[int, int, int, str, date]:
        return (
            order[_state(target, today)],
            rates.index(target.rate),
            target.scope != PROVINCE,
            target.scope,
            target.effective_from,
        )

    return tuple(_line(target, reference, today) for target in sorted(targets, key=place))


def _line(target: Target, reference: Reference, today: date) -> TargetLine:
    state = _state(target, today)
    return TargetLine(
        key=target_key(target),
        rate=reference.title(target.rate),
        value=f"{format_target(target.value)} %",
        scope=name_scope(target.scope, reference),
        first=format_date(target.effective_from),
        last=format_date(target.effective_to) if target.effective_to else OPEN_END,
        decision=_decision(target) or NONE,
        source=target.source,
        state=state,
        state_word=_STATE_WORDS[state],
    )


def target_key(target: Target) -> str:
    """A text that tells the entry: "eid/province/2023-01-01"."""
    return "/".join((target.rate, target.scope, target.effective_from.isoformat()))


def name_scope(scope: str, reference: Reference) -> str:
    if scope == PROVINCE:
        return CENTRE
    department = reference.department_by_id.get(scope)
    return department.name if department else scope


def name_target(target: Target, reference: Reference) -> str:
    """ "Nộp trực tuyến – Trung tâm – từ 01/01/2023: 50 %", as one chooses it."""
    rate = reference.rates.get(target.rate)
    return (
        f"{rate.short if rate else target.rate} – {name_scope(target.scope, reference)} – "
        f"từ {format_date(target.effective_from)}: {format_target(target.value)} %"
    )


def describe_target_changes(
    changes: Iterable[TargetChange] | None, reference: Reference
) -> list[str]:
    """A sentence each, before → after; one where they are not known (None)."""
    if changes is None:
        return [_UNREADABLE]
    return [_describe(change, reference) for change in changes]


_NAMED_SHADOWED = 3
_UNREADABLE = (
    "Không đọc được danh mục chỉ tiêu của lần đó bằng phiên bản chương trình này, nên không nói "
    "được chỉ tiêu nào khác đi"
)


def describe_shadowed(changes: Sequence[TargetChange] | None, reference: Reference) -> str | None:
    """What the installed register has and the edited one lacks (None: not known), and what to do;
    no sentence where that is nothing."""
    if changes is not None and not changes:
        return None
    lacks = ""
    if changes is not None:
        named = "; ".join(describe_target_changes(changes[:_NAMED_SHADOWED], reference))
        more = len(changes) - _NAMED_SHADOWED
        lacks = f" và chưa có: {named}" + (f"; và {more} thay đổi khác" if more > 0 else "")
    return (
        "Bản cập nhật của chương trình có danh mục chỉ tiêu mới, nhưng danh mục đã sửa ở đây vẫn "
        f"thay cho nó{lacks}. Hãy sửa danh mục theo đó nếu các thay đổi ấy áp "
        "dụng cho Trung tâm, hoặc hoàn tác mọi lần sửa để dùng lại danh mục cài sẵn."
    )


def _describe(change: TargetChange, reference: Reference) -> str:
    before, after = change.before, change.after
    target = after or before
    assert target is not None
    rate = reference.rates.get(target.rate)
    name = (
        f"chỉ tiêu {rate.name if rate else target.rate} của {name_scope(target.scope, reference)}"
    )
    if before is None:
        return f"Thêm {name}: {_all(target)}"
    if after is None:
        return f"Xóa {name}: {_all(target)}"
    parts = [
        f"{word} {was} → {is_}"
        for word, was, is_ in (
            ("giá trị", f"{format_target(before.value)} %", f"{format_target(after.value)} %"),
            ("ngày cuối", _last(before), _last(after)),
            ("quyết định", _decision(before) or NONE, _decision(after) or NONE),
            ("nguồn", f"“{before.source}”", f"“{after.source}”"),
        )
        if was != is_
    ]
    return f"Sửa {name} từ {format_date(after.effective_from)}: {'; '.join(parts)}"


def _all(target: Target) -> str:
    last = f" đến {_last(target)}" if target.effective_to else ""
    decided = f", theo {_decision(target)}" if _decision(target) else ""
    return f"{format_target(target.value)} % từ {format_date(target.effective_from)}{last}{decided}"


def _last(target: Target) -> str:
    return format_date(target.effective_to) if target.effective_to else OPEN_END


def _decision(target: Target) -> str:
    day = f" ngày {format_date(target.decision_date)}" if target.decision_date else ""
    return f"{target.decision}{day}" if target.decision else day.strip()


def _state(target: Target, today: date) -> str:
    if target.in_force_on(today):
        return "now"
    return "future" if today < target.effective_from else "past"
