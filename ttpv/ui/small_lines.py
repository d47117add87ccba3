"""Small lines over time as inline SVG: they paint at once, a hundred of them too.

A slot without a figure breaks the line. Lengths are of the drawing; positions come from the views.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ttpv.ui.html import text
from ttpv.views.trends import LineView, PointView

_WIDTH, _HEIGHT, _EDGE = 200.0, 56.0, 4.0


def draw_small_line(line: LineView, at: int, scale: tuple[float, float], spoken: str) -> str:
    """The line, its target as a dashed step, and a dot in slot `at`."""
    places = [_x(index, len(line.points)) for index in range(len(line.points))]
    ranges = "".join(
        f'<path class="range" d="M{x:.1f} {_y(p.band[0], scale):.1f}V{_y(p.band[1], scale):.1f}"/>'
        for x, p in zip(places, line.points, strict=True)
        if p.kind == "range" and p.band
    )
    return (
        f'<svg class="spark" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}" role="img" '
        f'preserveAspectRatio="none" aria-label="{text(spoken)}">'
        f'<path class="target" d="{_target(line.targets, scale)}"/>{ranges}'
        f'<path class="line" d="{_path(places, line.points, scale, estimated=False)}"/>'
        f'<path class="line estimate" d="{_path(places, line.points, scale, estimated=True)}"/>'
        f"{_dots(places, line.points, at, scale)}</svg>"
    )


def _x(index: int, count: int) -> float:
    return _EDGE + (_WIDTH - 2 * _EDGE) * (index + 0.5) / count


def _y(value: float, scale: tuple[float, float]) -> float:
    low, high = scale
    return _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * (value - low) / ((high - low) or 1)


def _path(
    places: Sequence[float],
    points: Sequence[PointView],
    scale: tuple[float, float],
    *,
    estimated: bool,
) -> str:
    """The stretches between neighbours that both have a value; `estimated`: those that touch an
    estimate."""
    parts = []
    for (x0, a), (x1, b) in pairwise(zip(places, points, strict=True)):
        if a.y is None or b.y is None or ("estimate" in (a.kind, b.kind)) != estimated:
            continue
        parts.append(f"M{x0:.1f} {_y(a.y, scale):.1f}L{x1:.1f} {_y(b.y, scale):.1f}")
    return "".join(parts)


def _dots(
    places: Sequence[float], points: Sequence[PointView], at: int, scale: tuple[float, float]
) -> str:
    """The slot that is looked at, and values that no line holds because both sides are gaps."""
    return "".join(
        f'<path class="dot {point.kind}{" at" if index == at else ""}" '
        f'd="M{places[index]:.1f} {_y(point.y, scale):.1f}h0"/>'
        for index, point in enumerate(points)
        if point.y is not None and (index == at or _is_alone(points, index))
    )


def _is_alone(points: Sequence[PointView], index: int) -> bool:
    beside = (*points[max(0, index - 1) : index], *points[index + 1 : index + 2])
    return all(point.y is None for point in beside)


def _target(targets: Sequence[float | None], scale: tuple[float, float]) -> str:
    return "".join(_target_steps(targets, scale))


def _target_steps(targets: Sequence[float | None], scale: tuple[float, float]) -> Iterator[str]:
    width = (_WIDTH - 2 * _EDGE) / max(len(targets), 1)
    before: float | None = None
    for index, target in enumerate(targets):
        if target is not None:
            left, y = _EDGE + index * width, _y(target, scale)
            yield f"{'L' if before is not None else 'M'}{left:.1f} {y:.1f}H{left + width:.1f}"
        before = target
