"""Small lines over time: what is missing breaks them, what is estimated is another stroke."""

import re
from collections.abc import Sequence

from ttpv.ui.small_lines import draw_small_line
from ttpv.views.trends import LineView, PointKind, PointView


def line_of(values: Sequence[float | None], targets: Sequence[float | None] = ()) -> LineView:
    points = [point(value) for value in values]
    texts = ("–",) * len(values)
    return LineView("Y tế", False, tuple(points), tuple(targets) or (None,) * len(values), texts)


def point(y: float | None, kind: PointKind | None = None) -> PointView:
    return PointView(kind or ("none" if y is None else "known"), y, None, "", "", ())


def paths(drawn: str, what: str) -> list[str]:
    return re.findall(rf'<path class="{what}[^"]*" d="([^"]*)"', drawn)


def test_a_gap_is_not_bridged():
    """Of 10, 20, –, 30, 40 there are two stretches: 10–20 and 30–40."""
    drawn = draw_small_line(line_of([10, 20, None, 30, 40]), 4, (0, 100), "")
    known, estimated = paths(drawn, "line")
    assert known.count("M") == known.count("L") == 2
    assert estimated == ""
    assert "None" not in drawn


def test_a_value_between_two_gaps_is_a_dot():
    drawn = draw_small_line(line_of([None, 20, None, 30]), 3, (0, 100), "")
    assert len(paths(drawn, "dot")) == 2
    assert paths(drawn, "line")[0] == ""


def test_what_touches_an_estimate_is_another_stroke():
    line = line_of([10, 20, 30])
    estimated = LineView(
        line.name,
        False,
        (line.points[0], point(20, "estimate"), line.points[2]),
        line.targets,
        line.target_texts,
    )
    known, dotted = paths(draw_small_line(estimated, 2, (0, 100), ""), "line")
    assert (known, dotted.count("M")) == ("", 2)


def test_a_target_steps_and_stops():
    drawn = draw_small_line(line_of([1, 1, 1, 1], [50, 60, None, 60]), 3, (0, 100), "")
    (target,) = paths(drawn, "target")
    assert re.sub(r"[\d. ]", "", target) == "MHLHMH"


def test_what_it_says_is_escaped():
    assert "&lt;b&gt;" in draw_small_line(line_of([1.0]), 0, (0, 100), "<b>")
