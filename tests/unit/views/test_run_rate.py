"""The required run-rate as people read it. Target 50 %, nine months over, last year 3 : 1."""

from datetime import date
from decimal import Decimal

import pytest

from tests.spec.tables import dates
from ttpv.compare import LastYear, Parts, YearSoFar, compute_run_rate
from ttpv.reference import Reference
from ttpv.views.run_rate import RunRateView, build_run_rate

PATTERN = LastYear(900, 300)


def build(
    reference: Reference,
    numerator: int | None,
    denominator: int,
    last_year: LastYear | None = PATTERN,
    target: Decimal | None = Decimal(50),
) -> RunRateView:
    parts = Parts(numerator, denominator)
    so_far = YearSoFar(dates("2023-9M"), date(2024, 1, 1), parts, target)
    run = compute_run_rate(so_far, last_year)
    return build_run_rate(reference.rates["online_submission"], run, target)


def test_what_is_required_is_rounded_up(reference: Reference):
    """(8.000 − 5.596)/4.000 = 60,1 %; (8.000 − 5.599)/4.000 = 60,025, shown as 60,1."""
    for numerator in (5_596, 5_599):
        view = build(reference, numerator, 12_000)
        assert view.short == "phần còn lại của năm cần 60,1 %"
    assert view.sentence == (
        "Từ 01/10/2023 đến 31/12/2023 cần đạt 60,1 % để cả năm đạt 50 % "
        "(dự kiến còn khoảng 4.000 hồ sơ, theo nhịp tiếp nhận của năm trước)."
    )


def test_the_method_is_said(reference: Reference):
    view = build(reference, 5_600, 12_000, None)
    assert "4.044 hồ sơ, tính đều theo ngày vì chưa có số liệu năm trước" in view.sentence


def test_achieved_and_unreachable(reference: Reference):
    achieved = build(reference, 8_000, 12_000)
    assert achieved.short == "đã đủ cho cả năm"
    assert "không có thêm hồ sơ trực tuyến nào, cả năm vẫn đạt 50 %" in achieved.sentence
    gone = build(reference, 3_999, 12_000)
    assert gone.short == "cả năm không còn đạt được"
    assert "dù phần còn lại đạt 100 %, cả năm chỉ đến 49,99 %, chỉ tiêu 50 %" in gone.sentence


@pytest.mark.parametrize(
    ("numerator", "denominator", "target", "words"),
    [
        (None, 10, Decimal(50), "tử số và mẫu số"),
        (1, 10, None, "Chưa có chỉ tiêu"),
        (0, 0, Decimal(50), "không dự kiến"),
    ],
)
def test_no_run_rate_says_why(
    reference: Reference,
    numerator: int | None,
    denominator: int,
    target: Decimal | None,
    words: str,
):
    view = build(reference, numerator, denominator, target=target)
    assert view.short == ""
    assert words in view.sentence
