"""Columns that several tables have."""

from decimal import Decimal

from ttpv.metrics import RateFigure
from ttpv.reference import Department
from ttpv.views.data_table import Field, Value, number
from ttpv.views.formatting import count_gap_places, count_places
from ttpv.views.rates import count_shortfall, name_status
from ttpv.views.words import BASIS_WORDS

DEPARTMENT = (
    Field("department_id", "Mã đơn vị"),
    Field("department", "Cơ quan, đơn vị"),
)
TOTAL = Field("is_total", "Là dòng chung", "flag")


def fields_of_rate(prefix: str, name: str) -> tuple[Field, ...]:
    """All that is known of a rate; `prefix` and `name` tell several of a row from one another, and
    are empty where there is only one."""
    ids = f"{prefix}_" if prefix else ""

    def head(words: str) -> str:
        return f"{name}: {words}" if name else words[0].upper() + words[1:]

    return (
        Field(prefix or "value", f"{name} (%)" if name else "Tỷ lệ (%)", "decimal"),
        Field(f"{ids}basis", head("cơ sở")),
        Field(f"{ids}status", head("kết quả")),
        Field(f"{ids}target", head("chỉ tiêu (%)"), "decimal"),
        Field(f"{ids}gap", head("chênh lệch (điểm %)"), "decimal"),
        Field(f"{ids}numerator", head("tử số"), "count"),
        Field(f"{ids}denominator", head("mẫu số"), "count"),
        Field(f"{ids}shortfall", head("còn thiếu (hồ sơ)"), "count"),
        Field(f"{ids}low", head("thấp nhất có thể (%)"), "decimal"),
        Field(f"{ids}high", head("cao nhất có thể (%)"), "decimal"),
        Field(f"{ids}reason", head("lý do, ghi chú")),
    )


def values_of_rate(figure: RateFigure) -> tuple[Value, ...]:
    """In the order of `fields_of_rate`."""
    metric = figure.metric
    low, high = metric.interval or (None, None)
    places = 1 if metric.value is None else count_places(metric.value, figure.target)
    return (
        number(metric.value, places),
        BASIS_WORDS[metric.basis],
        name_status(figure),
        number_as_is(figure.target),
        points(figure.gap),
        metric.numerator,
        metric.denominator,
        count_shortfall(figure),
        number(low),
        number(high),
        metric.reason,
    )


def number_as_is(value: Decimal | None) -> Value:
    """With the decimals that it has: 50, 66,5."""
    if value is None:
        return None
    exponent = value.normalize().as_tuple().exponent
    return number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def points(gap: Decimal | None) -> Value:
    """A difference in percentage points, with as many decimals as it needs not to be 0."""
    return None if gap is None else number(gap, count_gap_places(gap))


def values_of_department(department: Department | None, name: str) -> tuple[Value, Value]:
    """In the order of `DEPARTMENT`; of a total without an id."""
    return (department.id if department else None, name)
