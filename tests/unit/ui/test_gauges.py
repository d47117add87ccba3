"""The gauge as one draws it: lengths, places and words (states: test_markup.py)."""

import math
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from ttpv.ui.gauges import SHAPES, draw_gauge, draw_shape
from ttpv.views.beside import BesideView
from ttpv.views.deltas import DeltaView
from ttpv.views.rates import RateView
from ttpv.views.words import STATUS_WORDS

RATE = RateView(
    id="online_submission",
    name="Tỷ lệ nộp hồ sơ trực tuyến",
    short="Nộp trực tuyến",
    value="66,2",
    sign="",
    words="",
    note="63.629 / 96.047 hồ sơ",
    reason="",
    status="met",
    status_word="Đạt",
    target="50",
    gap="+16,2 điểm %",
    position=66.2478,
    tick=50.0,
    band=None,
    sort_key=66.2478,
)
UNKNOWN = replace(
    RATE,
    value="",
    words="98,0–99,9",
    status="unavailable",
    status_word="Không tính được",
    gap="",
    position=None,
    band=(98.0, 99.9),
    sort_key=None,
)


def draw(rate: RateView, *below: str) -> ElementTree.Element:
    """The gauge as a tree: that it can be read at all says that its markup is whole."""
    return ElementTree.fromstring(draw_gauge(rate, below))


def svg(gauge: ElementTree.Element) -> ElementTree.Element:
    return gauge.findall("svg")[0]


def part(gauge: ElementTree.Element, *classes: str) -> ElementTree.Element | None:
    wanted = " ".join(classes)
    return next((e for e in gauge.iter() if e.get("class") == wanted), None)


def percents(path: str) -> list[tuple[float, float]]:
    """(percent of the scale, distance from the centre) of each point of a path."""
    points = re.findall(r"(?:[ML]|0 0 1 )([\d.]+) ([\d.-]+)", path)
    places = [(float(x) - 110, 104 - float(y)) for x, y in points]
    return [(100 - 100 * math.atan2(y, x) / math.pi, math.hypot(x, y)) for x, y in places]


def test_it_is_a_semicircle_from_0_to_100():
    track = part(draw(RATE), "track")
    assert track is not None
    (low, first), (high, last) = percents(track.attrib["d"])
    assert (low, high) == pytest.approx((0, 100))
    assert first == last == pytest.approx(80)


@pytest.mark.parametrize(("position", "length"), [(0, "0.00"), (66.2478, "66.25"), (100, "100.00")])
def test_the_arc_is_as_long_as_the_rate(position: float, length: str):
    arc = part(draw(replace(RATE, position=position)), "value", "met")
    assert arc is not None
    assert arc.attrib["pathLength"] == "100"
    assert arc.attrib["stroke-dasharray"] == f"{length} 100"


@pytest.mark.parametrize(
    ("target", "anchor"),
    [(0, "start"), (35, "end"), (40, "middle"), (50, "middle"), (70, "start"), (100, "end")],
)
def test_the_tick_crosses_the_arc_at_the_target_and_bears_its_value(target: float, anchor: str):
    gauge = draw(replace(RATE, tick=float(target), target=str(target)))
    tick, label = part(gauge, "tick"), part(gauge, "tick-label")
    assert tick is not None
    assert label is not None
    (inner, near), (outer, far) = percents(tick.attrib["d"])
    assert inner == pytest.approx(target, abs=0.05)
    assert outer == pytest.approx(target, abs=0.05)
    assert near < 80 < far
    assert label.text == f"{target}\xa0%"
    assert label.attrib["text-anchor"] == anchor


@pytest.mark.parametrize("target", [0, 35, 50, 70, 100])
def test_nothing_is_drawn_outside_the_picture(target: float):
    gauge = draw(replace(RATE, tick=float(target)))
    left, top, width, height = map(float, svg(gauge).attrib["viewBox"].split())
    label = part(gauge, "tick-label")
    assert label is not None
    assert left <= float(label.attrib["x"]) <= left + width
    assert top + 10 <= float(label.attrib["y"]) <= top + height  # the text stands above its foot


def test_without_a_target_there_is_no_tick():
    gauge = draw(replace(RATE, tick=None, target="", gap=""))
    assert part(gauge, "tick") is None
    assert part(gauge, "tick-label") is None
    assert part(gauge, "gap") is None


def test_it_is_a_meter_for_those_who_do_not_see_it():
    meter = svg(draw(RATE)).attrib
    assert meter["role"] == "meter"
    assert (meter["aria-valuemin"], meter["aria-valuemax"]) == ("0", "100")
    assert meter["aria-valuenow"] == "66.2"
    assert meter["aria-label"] == "Tỷ lệ nộp hồ sơ trực tuyến: 66,2\xa0%, chỉ tiêu 50\xa0%, đạt"


def test_without_a_value_it_is_a_picture_not_a_meter_at_0():
    gauge = draw(UNKNOWN)
    assert svg(gauge).attrib["role"] == "img"
    assert not [name for name in svg(gauge).attrib if name.startswith("aria-value")]
    assert "không tính được" in svg(gauge).attrib["aria-label"]
    assert part(gauge, "value", "unavailable") is None
    assert part(gauge, "figure") is None
    words = part(gauge, "words")
    assert words is not None
    assert words.text == "98,0–99,9"


@pytest.mark.parametrize(
    ("band", "drawn"),
    [
        ((98.0, 99.9), (98.0, 99.9)),
        ((10.0, 90.0), (10.0, 90.0)),
        ((98.7, 100.0), (98.7, 100.0)),
        ((40.0, 40.2), (40.0, 41.0)),  # too narrow to be seen
        ((100.0, 100.0), (99.0, 100.0)),
        ((0.0, 0.0), (0.0, 1.0)),
    ],
)
def test_the_band_is_where_the_value_must_lie(
    band: tuple[float, float], drawn: tuple[float, float]
):
    found = part(draw(replace(UNKNOWN, band=band)), "band")
    assert found is not None
    assert [place for place, _ in percents(found.attrib["d"])] == pytest.approx(drawn, abs=0.02)


def test_no_case_has_neither_arc_nor_band():
    none = replace(UNKNOWN, band=None, words="–", status="not_applicable")
    gauge = draw(none)
    assert part(gauge, "band") is None
    assert len(svg(gauge).findall("path")) == 2  # track and tick


@pytest.mark.parametrize("status", STATUS_WORDS)
def test_every_status_has_shape_word_and_colour_class(status: str):
    gauge = draw(replace(RATE, status=status, status_word=STATUS_WORDS[status]))
    line = part(gauge, "status")
    assert line is not None
    mark, word = line[0], line[1]
    assert mark.attrib["class"] == f"mark {status}"
    assert mark.attrib["aria-hidden"] == "true"  # the word beside it is read
    assert word.text == STATUS_WORDS[status]
    assert part(gauge, "value", status) is not None
    assert gauge.attrib["data-status"] == status


def test_shapes_and_words_tell_the_states_apart_without_colour():
    assert SHAPES.keys() == STATUS_WORDS.keys()
    assert len(set(STATUS_WORDS.values())) == len(STATUS_WORDS)
    with_value = ["met", "near", "missed", "no_target"]
    assert len({SHAPES[status] for status in with_value}) == 4
    assert not {SHAPES[status] for status in with_value} & {SHAPES["not_applicable"]}
    for status in SHAPES:
        ElementTree.fromstring(draw_shape(status))


def test_the_figure_bears_sign_and_unit():
    figure = part(draw(replace(RATE, sign="≈ ")), "figure")
    assert figure is not None
    assert "".join(figure.itertext()) == "≈ 66,2%"


def test_lines_below_come_in_order_and_empty_ones_do_not():
    gauge = draw(replace(RATE, reason="Vì sao."), "xếp thứ 3/18", "")
    lines = [element.text for element in gauge.findall("div") if element.get("class") == "line"]
    assert lines == ["63.629 / 96.047 hồ sơ", "xếp thứ 3/18"]
    reason = part(gauge, "reason")
    assert reason is not None
    assert reason.text == "Vì sao."
    assert part(draw(RATE), "reason") is None


def test_texts_of_data_are_shown_not_obeyed():
    nasty = '<img src=x onerror="alert(1)">'
    gauge = draw(replace(RATE, name=nasty, reason=nasty, note=nasty, value=nasty), nasty)
    assert [e.tag for e in gauge.iter() if e.tag in ("img", "script")] == []
    name = part(gauge, "name")
    assert name is not None
    assert name.text == nasty
    assert nasty in svg(gauge).attrib["aria-label"]


BESIDE = BesideView(
    rate="online_submission",
    name="Tỷ lệ nộp hồ sơ trực tuyến",
    deltas=(DeltaView("tháng trước", "+1,2 điểm %", "+1,2", "Tháng 11/2023: 65,0 %"),),
    to_date="64,1 %",
    spark=None,
    distance=("thiếu 5 hồ sơ trực tuyến", "Toàn Trung tâm còn thiếu 5 hồ sơ trực tuyến."),
    run_rate=("phần còn lại của năm cần 71,3 %", "Từ 01/12/2023 …"),
    sentences=(),
)


def test_what_it_is_held_against_stands_below_it_small_and_in_order():
    gauge = ElementTree.fromstring(draw_gauge(RATE, beside=BESIDE))
    below = next(e for e in gauge if e.get("class") == "beside")
    assert ["".join(e.itertext()) for e in below.iter("dt")] == ["tháng trước", "từ đầu năm"]
    assert ["".join(e.itertext()) for e in below.iter("dd")] == ["+1,2 điểm\xa0%", "64,1\xa0%"]
    assert below.find(".//div[@title='Tháng 11/2023: 65,0\xa0%']") is not None
    lines = [(e.text, e.get("title")) for e in below if e.get("class") == "line"]
    spoken = [(words.replace("\xa0", " "), title) for words, title in lines]
    assert spoken == [BESIDE.distance, BESIDE.run_rate]


def test_where_nothing_is_known_nothing_stands_below_it():
    nothing = replace(BESIDE, deltas=(), to_date="", distance=("", "x"), run_rate=("", "y"))
    assert "beside" not in draw_gauge(RATE, beside=nothing)


def test_a_rate_over_few_dossiers_is_marked():
    assert "(số nhỏ)" in draw_gauge(replace(RATE, small=True))
    assert "số nhỏ" in replace(RATE, small=True).spoken
    assert "số nhỏ" not in draw_gauge(RATE)
