"""The like periods so far as a small line: places in a picture, and the same in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ttpv.comparisons import Other
from ttpv.metrics import RateFigure
from ttpv.reference import Rate
from ttpv.views.formatting import format_target, name_period
from ttpv.views.rates import write_metric

_LEAST_RANGE = 10.0
"""Percentage points that the height stands for at least: below, noise would look like a change."""


@dataclass(frozen=True, slots=True)
class SparkView:
    """Percents by period, oldest first, None where there is none; `low`, `high` bound the picture.

    `spoken` says it for those who do not see it.
    """

    values: tuple[float | None, ...]
    targets: tuple[float | None, ...]
    low: float
    high: float
    spoken: str


def build_sparkline(rate: Rate, series: Sequence[Other]) -> SparkView | None:
    """From the first period that has a value on; None where fewer than two have one."""
    figures = [other.side.comparable(None).get(rate.id) if other.side else None for other in series]
    known = [place for place, figure in enumerate(figures) if _value(figure) is not None]
    if len(known) < 2:
        return None
    series, figures = series[known[0] :], figures[known[0] :]
    values = tuple(_as_float(_value(figure)) for figure in figures)
    targets = tuple(_as_float(figure.target if figure else None) for figure in figures)
    low, high = _bounds([number for number in (*values, *targets) if number is not None])
    return SparkView(
        values=values,
        targets=targets,
        low=low,
        high=high,
        spoken=_speak(rate, series, figures),
    )


def _value(figure: RateFigure | None) -> Decimal | None:
    return figure.metric.value if figure else None


def _as_float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _bounds(numbers: Sequence[float]) -> tuple[float, float]:
    """Around all of them, at least `_LEAST_RANGE` wide, within 0–100 where that is possible."""
    low, high = min(numbers), max(numbers)
    wide = max(high - low, _LEAST_RANGE)
    low = max(0.0, min((low + high - wide) / 2, 100.0 - wide))
    return low, low + wide


def _speak(rate: Rate, series: Sequence[Other], figures: Sequence[RateFigure | None]) -> str:
    known = [
        (figure.metric, name_period(other.period))
        for other, figure in zip(series, figures, strict=True)
        if figure is not None and figure.metric.value is not None
    ]
    least, most = (end(known, key=lambda pair: pair[0].value or Decimal(0)) for end in (min, max))
    sentence = (
        f"{rate.name}, {len(series)} kỳ từ {known[0][1]} đến {name_period(series[-1].period)}: "
        f"từ {write_metric(known[0][0])} đến {write_metric(known[-1][0])}, "
        f"thấp nhất {write_metric(least[0])} ({least[1]}), "
        f"cao nhất {write_metric(most[0])} ({most[1]})"
    )
    targets = dict.fromkeys(f.target for f in figures if f and f.target is not None)
    if targets:
        sentence += f"; chỉ tiêu {', rồi '.join(f'{format_target(t)} %' for t in targets)}"
    missing = [
        name_period(other.period)
        for other, figure in zip(series, figures, strict=True)
        if _value(figure) is None
    ]
    if missing:
        sentence += f"; thiếu {', '.join(missing)}"
    return f"{sentence}."
