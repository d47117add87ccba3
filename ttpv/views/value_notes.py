"""What stands below a table of rates: why a value is what it is, and what the signs mean."""

from collections.abc import Collection, Iterator, Sequence

from ttpv.core.no_rate import ESTIMATED, NOT_APPLICABLE, UNAVAILABLE, WITHIN
from ttpv.views.rates import RateView

_SIGNS = {
    ESTIMATED: "≈: ước tính từ các tỷ lệ đã công bố; không có tỷ lệ công bố cho phạm vi này.",
    WITHIN: "Hai số nối bằng gạch: chỉ biết giá trị thật nằm trong khoảng này.",
    NOT_APPLICABLE: "Không phát sinh: không có hồ sơ nào thuộc tỷ lệ này.",
    UNAVAILABLE: "Không tính được: số liệu của kỳ không đủ để tính tỷ lệ này.",
}
"""What a rate's cell (`RateView.cell`) may begin with instead of a figure."""


def explain_signs(cells: Collection[str]) -> Iterator[str]:
    """The sentences for the signs that stand in a table."""
    for sign, note in _SIGNS.items():
        if any(cell.startswith(sign) for cell in cells):
            yield note


def explain_values(gauges: Sequence[RateView], cells: Sequence[RateView]) -> Iterator[str]:
    """The reasons of `gauges`; the signs that stand at them and at `cells`."""
    whose: dict[str, list[str]] = {}
    for gauge in gauges:
        if gauge.reason:
            whose.setdefault(gauge.reason, []).append(gauge.name)
    for reason, names in whose.items():
        yield f"{', '.join(names)}: {reason[0].lower()}{reason[1:].rstrip('.')}."
    if any(rate.sign for rate in (*gauges, *cells)):
        yield "≈: ước tính từ các tỷ lệ đã công bố, không phải tỷ lệ được công bố cho phạm vi này."
    if any(rate.band for rate in (*gauges, *cells)):
        yield "Hai số nối bằng gạch: giá trị thật nằm trong khoảng này, không xét đạt hay chưa đạt."
