"""The required run-rate as a sentence, and in a few words for beside a gauge."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from ttpv.compare import NoRunRate, RunRate
from ttpv.compare.run_rate import Method
from ttpv.core.decimals import decimal_from_fraction, round_half_up
from ttpv.reference import Rate
from ttpv.views.formatting import (
    format_count,
    format_date,
    format_decimal,
    format_rate,
    format_target,
)

_METHODS: dict[Method, str] = {
    "last_year": "theo nhịp tiếp nhận của năm trước",
    "by_days": "tính đều theo ngày vì chưa có số liệu năm trước",
}
_REASONS = {
    "year_over": "Năm đã kết thúc.",
    "no_target": "Chưa có chỉ tiêu của năm.",
    "parts_unknown": "Không tính được: chưa có tử số và mẫu số của tỷ lệ từ đầu năm.",
    "part_of_year": "Không tính được: có đơn vị chỉ hoạt động trong một phần của năm đến nay.",
    "nothing_expected": "Không tính được: không dự kiến có hồ sơ nào trong phần còn lại của năm.",
}


@dataclass(frozen=True, slots=True)
class RunRateView:
    """`short` is empty where there is no run-rate; `sentence` then says why."""

    short: str
    sentence: str


def build_run_rate(rate: Rate, run: RunRate | NoRunRate, target: Decimal | None) -> RunRateView:
    """`target` is the year's, in percent."""
    if isinstance(run, NoRunRate):
        return RunRateView("", _REASONS[run.reason])
    wanted = format_target(target)
    expected = round_half_up(decimal_from_fraction(run.expected), 0)
    basis = f"dự kiến còn khoảng {format_count(int(expected))} hồ sơ, {_METHODS[run.method]}"
    if run.state == "achieved":
        return RunRateView(
            "đã đủ cho cả năm",
            f"Đã đủ cho cả năm: dù phần còn lại không có thêm {rate.noun} nào, "
            f"cả năm vẫn đạt {wanted} % ({basis}).",
        )
    if run.state == "unreachable":
        best = format_rate(decimal_from_fraction(run.best), target)
        return RunRateView(
            "cả năm không còn đạt được",
            f"Không còn đạt được: dù phần còn lại đạt 100 %, cả năm chỉ đến {best} %, "
            f"chỉ tiêu {wanted} % ({basis}).",
        )
    required = _round_up(decimal_from_fraction(run.required))
    days = f"Từ {format_date(run.rest.start)} đến {format_date(run.rest.last)}"
    return RunRateView(
        f"phần còn lại của năm cần {required} %",
        f"{days} cần đạt {required} % để cả năm đạt {wanted} % ({basis}).",
    )


def _round_up(value: Decimal) -> str:
    """One decimal, upward: whoever reaches what is shown has reached what is required."""
    return format_decimal(value.quantize(Decimal("0.1"), rounding=ROUND_CEILING), 1)
