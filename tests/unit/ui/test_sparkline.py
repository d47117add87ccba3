"""The sparkline as it is drawn: gaps, steps of the target, and what a screen reader gets."""

import re
from xml.etree import ElementTree

from ttpv.ui.sparkline import draw_sparkline
from ttpv.views.sparkline import SparkView


def draw(*values: float | None, targets: tuple[float | None, ...] = ()) -> ElementTree.Element:
    view = SparkView(
        values=values,
        targets=targets or (None,) * len(values),
        low=0.0,
        high=100.0,
        spoken='Từ 1 đến "2" <b>.',
    )
    return ElementTree.fromstring(draw_sparkline(view))


def path(svg: ElementTree.Element, name: str) -> str:
    return next(e.attrib["d"] for e in svg.iter("path") if e.get("class") == name)


def test_the_line_begins_anew_after_a_gap():
    assert re.sub(r"[\d. ]", "", path(draw(10, 20, None, 40, 50), "course")) == "MLML"


def test_a_point_that_no_line_reaches_is_a_dot():
    svg = draw(10, None, 30, None, 50, 60)
    assert [c.get("class") for c in svg.iter("circle")] == ["alone", "alone", "now"]


def test_higher_is_higher():
    ends = re.findall(r"[ML][\d.]+ ([\d.]+)", path(draw(0, 100), "course"))
    assert [float(end) for end in ends] == [32.0, 4.0]


def test_the_target_is_a_step_where_one_is_in_force():
    goal = path(draw(10, 20, 30, targets=(50, None, 60)), "goal")
    assert goal == "M0.0 18.0H60.0M120.0 15.2H180.0"


def test_a_target_that_changes_is_one_step():
    assert path(draw(10, 20, targets=(0, 100)), "goal") == "M0.0 32.0H90.0V4.0H180.0"


def test_it_is_a_picture_with_words():
    svg = draw(10, 20)
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-label"] == 'Từ 1 đến "2" <b>.'
    assert svg.find("title").text == svg.attrib["aria-label"]
