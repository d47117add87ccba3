"""From the old rate to the new one: a bar for each of the largest effects, and one for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ttpv.compare import Contribution, Movement
from ttpv.core.decimals import decimal_from_fraction
from ttpv.views.formatting import POINTS, format_effect, format_pair, format_points
from ttpv.views.movement import write_coming

SHOWN = 10
OTHERS = "{count} đơn vị khác"
PART_NOTE = "Chỉ có hồ sơ trong một trong hai kỳ, nên tính hết vào tỷ trọng: {names}."


@dataclass(frozen=True, slots=True)
class WaterfallBar:
    """`base` and `size` in percent, for the drawing; a falling effect has a negative size. `mark`
    is `text` without its unit, to stand beside the bar."""

    label: str
    text: str
    mark: str
    base: float
    size: float
    kind: Literal["rate", "up", "down"]
    hover: str


@dataclass(frozen=True, slots=True)
class WaterfallView:
    """`change` is that of the rate as a whole; `note` says who has dossiers in one period only."""

    title: str
    bars: tuple[WaterfallBar, ...]
    change: str
    note: str


def build_waterfall(
    movement: Movement,
    names: Mapping[str, str],
    before: str,
    after: str,
    shown: int = SHOWN,
) -> WaterfallView:
    """`before` and `after` name the periods. Departments that moved nothing have no bar."""
    texts = format_pair(
        decimal_from_fraction(movement.before), decimal_from_fraction(movement.after)
    )
    moving = [c for c in movement.contributions if c.total]
    rest = moving[shown:] if len(moving) > shown + 1 else []
    bars = [_rate_bar(before, texts[0], movement.before)]
    level = movement.before
    for contribution in moving[: len(moving) - len(rest)]:
        hover = _describe(contribution)
        bars.append(_effect_bar(names[contribution.department], contribution.total, level, hover))
        level += contribution.total
    if rest:
        total = sum((c.total for c in rest), Fraction(0))
        bars.append(_effect_bar(OTHERS.format(count=len(rest)), total, level, ""))
    bars.append(_rate_bar(after, texts[1], movement.after))
    change = format_points(decimal_from_fraction(movement.change))
    only = ", ".join(names[c.department] for c in moving if c.comes_or_goes)
    return WaterfallView(
        title=f"{change}: {texts[0]} % ({before}) → {texts[1]} % ({after})",
        bars=tuple(bars),
        change=change,
        note=PART_NOTE.format(names=only) if only else "",
    )


def _rate_bar(label: str, text: str, value: Fraction) -> WaterfallBar:
    return WaterfallBar(label, f"{text} %", f"{text} %", 0.0, float(value), "rate", "")


def _effect_bar(label: str, size: Fraction, level: Fraction, hover: str) -> WaterfallBar:
    kind: Literal["up", "down"] = "up" if size > 0 else "down"
    text = format_effect(size)
    mark = text.removesuffix(POINTS)
    return WaterfallBar(label, text, mark, float(level), float(size), kind, hover)


def _describe(contribution: Contribution) -> str:
    if contribution.comes_or_goes:
        return f"đơn vị {write_coming(contribution)}"
    own, share = format_effect(contribution.own), format_effect(contribution.share)
    return f"do tỷ lệ của đơn vị {own}, do tỷ trọng hồ sơ {share}"
