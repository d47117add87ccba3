"""The sentence of what moved a rate, as people read it."""

import pytest

from ttpv.compare import Parts, decompose_change
from ttpv.reference import Reference
from ttpv.views.movement import MovementView, build_movement

NAMES = {"a": "Sở A", "b": "Sở B", "c": "Sở C", "d": "Sở D"}
Pairs = dict[str, tuple[int | None, int | None]]


def build(reference: Reference, before: Pairs, after: Pairs, named: int = 3) -> MovementView:
    old, new = ({who: Parts(*parts) for who, parts in p.items()} for p in (before, after))
    rate = reference.rates["online_submission"]
    return build_movement(rate, decompose_change(old, new), NAMES, named)


def test_who_pulled_the_rate_up_and_down(reference: Reference):
    """R from 65/200 = 32,5 to 70/200 = 35: a +1/2 × 20 = +10, b +1/2 × (−15) = −7,5."""
    view = build(reference, {"a": (30, 100), "b": (35, 100)}, {"a": (50, 100), "b": (20, 100)})
    assert view.sentence == (
        "Tỷ lệ nộp hồ sơ trực tuyến tăng 2,5 điểm % (từ 32,5 % lên 35,0 %): "
        "Sở A kéo lên 10,0 điểm %, Sở B kéo xuống 7,5 điểm %."
    )
    assert (view.before, view.after) == ("32,5", "35,0")
    assert [(e.name, e.own, e.total, e.size) for e in view.effects] == [
        ("Sở A", "+10,0 điểm %", "+10,0 điểm %", 10.0),
        ("Sở B", "−7,5 điểm %", "−7,5 điểm %", -7.5),
    ]


def test_a_share_effect_is_named_and_the_rest_is_summed(reference: Reference):
    """a leaves (50 % of the dossiers at 10 %, R̄ = 25): +7,5; b and c come and go."""
    view = build(
        reference,
        {"a": (10, 100), "b": (20, 50), "c": (20, 50)},
        {"b": (10, 50), "c": (20, 50)},
        named=1,
    )
    assert view.sentence == (
        "Tỷ lệ nộp hồ sơ trực tuyến tăng 5,0 điểm % (từ 25,0 % lên 30,0 %): "
        "Sở A không còn hồ sơ làm tăng 8,8 điểm %, "
        "2 đơn vị khác cộng lại kéo xuống 3,8 điểm %."
    )


def test_a_share_that_grew_is_named(reference: Reference):
    """Both keep their rates, 80 % and 20 %; a grows from 1/2 to 3/4 of the dossiers. R̄ = 57,5:
    a +0,25 × 22,5, b −0,25 × (−37,5)."""
    view = build(reference, {"a": (80, 100), "b": (20, 100)}, {"a": (240, 300), "b": (20, 100)})
    assert view.sentence.endswith(
        "Sở B kéo lên 9,4 điểm % (chủ yếu do tỷ trọng hồ sơ), "
        "Sở A kéo lên 5,6 điểm % (chủ yếu do tỷ trọng hồ sơ)."
    )


def test_a_fall_and_no_change(reference: Reference):
    fall = build(reference, {"a": (50, 100)}, {"a": (4996, 10000)})
    assert fall.sentence.startswith(
        "Tỷ lệ nộp hồ sơ trực tuyến giảm 0,04 điểm % (từ 50,00 % xuống 49,96 %): Sở A kéo xuống"
    )
    same = build(reference, {"a": (50, 100)}, {"a": (1, 2)})
    assert same.sentence == "Tỷ lệ nộp hồ sơ trực tuyến không đổi (50,0 %)."


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"a": (None, 100), "b": (1, 2)}, {"a": (1, 2), "b": (1, None)}, "của Sở A, Sở B. Hãy"),
        ({"a": (0, 0)}, {"a": (1, 2)}, "một trong hai kỳ không phát sinh hồ sơ nào."),
    ],
)
def test_where_it_cannot_be_known_the_sentence_says_why(
    reference: Reference, before: Pairs, after: Pairs, words: str
):
    view = build(reference, before, after)
    assert view.sentence.startswith("Không phân tích được thay đổi của tỷ lệ nộp")
    assert words in view.sentence
    assert view.effects == ()
