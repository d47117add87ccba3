"""What moved a rate between two periods: one sentence, and the bars of a waterfall chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ttpv.compare import Contribution, Movement, NoMovement
from ttpv.core.decimals import decimal_from_fraction
from ttpv.reference import Rate
from ttpv.views.formatting import (
    NONE,
    UNCHANGED,
    format_effect,
    format_pair,
    format_points,
    lower_first,
)

METHOD_NOTE = (
    "Phần của một đơn vị gồm hai: tỷ lệ của chính đơn vị thay đổi, và phần hồ sơ của đơn vị trong "
    "tổng số lớn lên hoặc nhỏ đi. Cộng phần của mọi đơn vị bằng đúng thay đổi chung; số hiển thị "
    "đã làm tròn. Cách tính ở trang Trợ giúp."
)


@dataclass(frozen=True, slots=True)
class EffectView:
    """One bar: texts with sign and unit, and `size` in percentage points for the drawing."""

    department: str
    name: str
    own: str
    share: str
    total: str
    size: float


@dataclass(frozen=True, slots=True)
class MovementView:
    """The sentence, the rates of both periods ("63,0", "66,2"), and the bars, largest first.

    Without a decomposition `sentence` says why, and there are no bars.
    """

    sentence: str
    before: str
    after: str
    effects: tuple[EffectView, ...]


def build_movement(
    rate: Rate, movement: Movement | NoMovement, names: Mapping[str, str], named: int = 3
) -> MovementView:
    """`names` by department id; the sentence names the `named` largest contributors."""
    if isinstance(movement, NoMovement):
        return MovementView(_write_reason(rate, movement, names), NONE, NONE, ())
    before, after = format_pair(
        decimal_from_fraction(movement.before), decimal_from_fraction(movement.after)
    )
    effects = tuple(_build_effect(c, names[c.department]) for c in movement.contributions)
    return MovementView(
        sentence=_write_sentence(rate, movement, names, named, (before, after)),
        before=before,
        after=after,
        effects=effects,
    )


def _build_effect(contribution: Contribution, name: str) -> EffectView:
    return EffectView(
        department=contribution.department,
        name=name,
        own=format_effect(contribution.own),
        share=format_effect(contribution.share),
        total=format_effect(contribution.total),
        size=float(contribution.total),
    )


def _size(value: Fraction) -> str:
    """Without the sign: a verb says the direction."""
    return format_points(decimal_from_fraction(abs(value)))[1:]


def _write_sentence(
    rate: Rate,
    movement: Movement,
    names: Mapping[str, str],
    named: int,
    values: tuple[str, str],
) -> str:
    """ "Tỷ lệ … tăng 3,2 điểm % (từ 63,0 % lên 66,2 %): Sở Y tế kéo lên 1,9 điểm %, …"."""
    before, after = values
    moving = [c for c in movement.contributions if c.total]
    if movement.change:
        rises = movement.change > 0
        verb, to = ("tăng", "lên") if rises else ("giảm", "xuống")
        head = f"{rate.name} {verb} {_size(movement.change)} (từ {before} % {to} {after} %)"
    else:
        head = f"{rate.name} {UNCHANGED} ({after} %)"
    if not moving:
        return f"{head}."
    shown = [_write_pull(c, names[c.department]) for c in moving[:named]]
    rest = moving[named:]
    if rest:
        shown.append(_write_rest(rest))
    return f"{head}: {', '.join(shown)}."


def _write_pull(contribution: Contribution, name: str) -> str:
    if contribution.comes_or_goes:
        verb = "tăng" if contribution.total > 0 else "giảm"
        return f"{name} {write_coming(contribution)} làm {verb} {_size(contribution.total)}"
    by_share = abs(contribution.share) > abs(contribution.own)
    note = " (chủ yếu do tỷ trọng hồ sơ)" if by_share else ""
    return f"{name} {_pull(contribution.total)}{note}"


def write_coming(contribution: Contribution) -> str:
    """Of a department that has dossiers in one of the periods only: it pulls at nothing."""
    return "không còn hồ sơ" if contribution.after is None else "bắt đầu có hồ sơ"


def _write_rest(rest: Sequence[Contribution]) -> str:
    total = sum((c.total for c in rest), Fraction(0))
    pull = _pull(total) if total else "không làm thay đổi"
    return f"{len(rest)} đơn vị khác cộng lại {pull}"


def _pull(value: Fraction) -> str:
    return f"{'kéo lên' if value > 0 else 'kéo xuống'} {_size(value)}"


def _write_reason(rate: Rate, movement: NoMovement, names: Mapping[str, str]) -> str:
    if movement.reason == "no_case":
        return (
            f"Không phân tích được thay đổi của {lower_first(rate.name)}: "
            "một trong hai kỳ không phát sinh hồ sơ nào."
        )
    who = ", ".join(names[department] for department in movement.departments)
    return (
        f"Không phân tích được thay đổi của {lower_first(rate.name)}: chưa có tử số, mẫu số của "
        f"{who}. Hãy nhập tệp có đủ tử số và mẫu số của cả hai kỳ (mẫu nhập liệu hoặc danh sách "
        "hồ sơ)."
    )
