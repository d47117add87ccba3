"""A line as high as two words: inline SVG, the target as a step, missing periods left open."""

from collections.abc import Sequence

from ttpv.ui.html import text
from ttpv.views.sparkline import SparkView

_WIDTH, _HEIGHT, _MARGIN = 180, 36, 4

Point = tuple[float, float]


def draw_sparkline(view: SparkView) -> str:
    """The periods side by side, each in the middle of its place."""
    step = _WIDTH / len(view.values)

    def place(index: int, value: float) -> Point:
        share = (value - view.low) / (view.high - view.low)
        height = _HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN)
        return round((index + 0.5) * step, 1), round(height, 1)

    points = [None if v is None else place(i, v) for i, v in enumerate(view.values)]
    alone = "".join(
        f'<circle class="alone" cx="{point[0]}" cy="{point[1]}" r="1.4"/>'
        for index, point in enumerate(points)
        if point and _is_alone(points, index)
    )
    last = next(point for point in reversed(points) if point)
    goal = "".join(
        f"M{index * step:.1f} {place(index, target)[1]}h{step:.1f}"
        for index, target in enumerate(view.targets)
        if target is not None
    )
    spoken = text(view.spoken)
    return (
        f'<svg class="spark" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{spoken}">'
        f'<title>{spoken}</title><path class="goal" d="{goal}"/>'
        f'<path class="course" d="{_draw_course(points)}"/>{alone}'
        f'<circle class="now" cx="{last[0]}" cy="{last[1]}" r="2.6"/></svg>'
    )


def _draw_course(points: Sequence[Point | None]) -> str:
    """A path that begins anew after a gap."""
    path, drawing = "", False
    for point in points:
        if point is None:
            drawing = False
            continue
        path += f"{'L' if drawing else 'M'}{point[0]} {point[1]}"
        drawing = True
    return path


def _is_alone(points: Sequence[Point | None], index: int) -> bool:
    """Whether no line reaches the point, so that it has to be a dot to be seen."""
    around = (points[index - 1] if index else None, *points[index + 1 : index + 2])
    return not any(around)
