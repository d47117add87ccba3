"""What stands below a table of rates: why a value is what it is, and what the signs mean."""

from collections.abc import Iterator, Sequence

from ttpv.views.rates import RateView


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
