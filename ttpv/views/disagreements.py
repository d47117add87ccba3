"""Where two ways to one figure differ, as whole sentences with both figures."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ttpv.monitor import Disagreement
from ttpv.reference import Reference
from ttpv.views.formatting import format_amount, format_count, format_rate, lower_first, name_period
from ttpv.views.words import CENTRE

_MOST = 20
_REVISED = "hệ thống nguồn đã điều chỉnh số liệu các kỳ trước"


def build_disagreements(
    disagreements: Iterable[Disagreement], reference: Reference, names: Mapping[str, str]
) -> tuple[str, ...]:
    """A sentence each, at most twenty and how many more; `names` by department id."""
    sentences = [_write(each, reference, names) for each in disagreements]
    if len(sentences) <= _MOST:
        return tuple(sentences)
    rest = len(sentences) - _MOST
    return (*sentences[:_MOST], f"Còn {format_count(rest)} chỗ khác nhau tương tự.")


def _write(each: Disagreement, reference: Reference, names: Mapping[str, str]) -> str:
    who = names.get(each.department, each.department) if each.department else CENTRE
    title = reference.title(each.field)
    shown, other = (_figure(figure, each.field, reference) for figure in (each.shown, each.other))
    if each.kind != "tiling_differs":
        longer, shorter = (lower_first(name_period(period)) for period in each.pieces)
        return f"{who}, {lower_first(title)}: " + (
            f"lũy kế {longer} ghi {shown}, khác lũy kế {shorter} ({other}); {_REVISED}."
            if each.kind == "revised"
            else f"hiệu của lũy kế {longer} và {shorter} là {shown}, nhiều hơn số mà nó nằm trong "
            f"({other}); {_REVISED}, nên để trống."
        )
    periods = ", ".join(lower_first(name_period(period)) for period in each.pieces)
    return (
        f"{who}, {lower_first(title)}: tệp xuất của đúng kỳ này ghi {shown}, "
        f"còn tính từ {periods} được {other}. Trang hiện số của đúng kỳ này."
    )


def _figure(figure: int | Decimal, field: str, reference: Reference) -> str:
    if field in reference.rates:
        return f"{format_rate(Decimal(figure))} %"
    count = int(figure)
    is_money = reference.measures[field].unit == "đồng"
    return format_amount(count) if is_money else format_count(count)
