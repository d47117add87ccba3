"""The distance to a target as people read it."""

from decimal import Decimal

import pytest

from ttpv.compare import Parts, Standing, compute_distance
from ttpv.reference import Reference
from ttpv.views.distance import DistanceView, build_distance

NAMES = {"a": "Sở A", "b": "Sở B", "c": "Sở C", "d": "Sở D", "k": "BQL Khu kinh tế"}
HALF = Decimal(50)


def build(
    reference: Reference,
    centre: tuple[int | None, int],
    departments: dict[str, tuple[int | None, int]],
    target: Decimal | None = HALF,
) -> DistanceView:
    distance = compute_distance(
        Standing(None, Parts(*centre), target),
        [Standing(who, Parts(*parts), target) for who, parts in departments.items()],
    )
    return build_distance(reference.rates["online_submission"], distance, target, NAMES)


def test_own_distance_and_the_sum_of_its_departments(reference: Reference):
    """a lacks 5.000, b 4.000, c 3.000, k 2.000; d has 500 too many. 5 + 4 of 14 are 64 %."""
    view = build(
        reference,
        (36_500, 100_000),
        {
            "a": (5_000, 20_000),
            "b": (6_000, 20_000),
            "c": (7_000, 20_000),
            "d": (10_500, 20_000),
            "k": (8_000, 20_000),
        },
    )
    assert view.own == "Toàn Trung tâm còn thiếu 13.500 hồ sơ trực tuyến để đạt 50 %."
    assert view.sum == (
        "Cộng phần còn thiếu của từng đơn vị: 14.000 hồ sơ trực tuyến; "
        "hai sở chiếm 64 % (Sở A, Sở B)."
    )
    assert view.short == "thiếu 13.500 hồ sơ trực tuyến; hai sở chiếm 64 %"
    assert view.lacking == {"a": "5.000", "b": "4.000", "c": "3.000", "k": "2.000", "d": "0"}


@pytest.mark.parametrize(
    ("departments", "words"),
    [
        ({"a": (0, 100)}, "riêng Sở A chiếm 100 %"),
        ({"a": (0, 1998), "b": (0, 2)}, "riêng Sở A chiếm 99,9 %"),
        (
            {"a": (0, 20), "k": (0, 20), "c": (0, 20), "d": (0, 20), "b": (9, 20)},
            "ba đơn vị chiếm 73 %",
        ),
        ({"a": (0, 10), "b": (0, 10), "c": (0, 10), "d": (0, 10), "k": (0, 20)}, "hai đơn vị"),
        ({"a": (0, 10), "b": (0, 10), "c": (0, 10), "d": (0, 10), "k": (0, 10)}, "ba sở chiếm 60"),
    ],
)
def test_who_makes_up_most_of_it(
    reference: Reference, departments: dict[str, tuple[int | None, int]], words: str
):
    assert words in build(reference, (0, 100), departments).short


def test_met_by_the_centre_but_not_by_all(reference: Reference):
    view = build(reference, (100, 200), {"a": (20, 100), "b": (80, 100)})
    assert view.own == "Toàn Trung tâm đã đạt chỉ tiêu 50 %."
    assert "30 hồ sơ trực tuyến; riêng Sở A chiếm 100 %." in view.sum
    assert view.short == ""


def test_met_by_all(reference: Reference):
    assert build(reference, (1, 2), {"a": (1, 2)}).sum == "Không đơn vị nào còn thiếu hồ sơ."


def test_unknown_parts_and_no_target_are_said(reference: Reference):
    view = build(reference, (None, 200), {"a": (None, 100), "b": (80, 100)})
    assert view.own.startswith("Không tính được số hồ sơ còn thiếu")
    assert view.sum.endswith("tử số, mẫu số của Sở A.")
    assert view.lacking["a"] == "–"
    assert "Chưa có chỉ tiêu" in build(reference, (1, 2), {}, target=None).own
