"""A line as high as two words: inline SVG, the target as a step, missing periods left open."""

from collections.abc import Iterator, Sequence

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
    heights = [None if t is None else place(0, t)[1] for t in view.targets]
    goal = "".join(_draw_steps(heights, step))
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


def _draw_steps(heights: Sequence[float | None], step: float) -> Iterator[str]:
    """One line that rises and falls where the target changes, and begins anew after a gap."""
    before = None
    for index, height in enumerate(heights):
        if height is not None:
            yield f"M{index * step:.1f} {height}" if before is None else f"V{height}"
            yield f"H{(index + 1) * step:.1f}"
        before = height


def _is_alone(points: Sequence[Point | None], index: int) -> bool:
    """Whether no line reaches the point, so that it has to be a dot to be seen."""
    around = (points[index - 1] if index else None, *points[index + 1 : index + 2])
    return not any(around)
