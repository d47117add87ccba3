"""What the lines of a trend are called."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ttpv.reference import Department
from ttpv.trends import Series, Trend
from ttpv.views.formatting import format_date, lower_first
from ttpv.views.words import CENTRE, CHOSEN


def name_series(trend: Trend, series: Series, names: Mapping[str, str]) -> str:
    """`names` by department id."""
    if series.department is not None:
        return names[series.department.id]
    return CENTRE if series is trend.centre else CHOSEN


def write_whose(name: str) -> str:
    """A line's name within a sentence."""
    return lower_first(name) if name in (CENTRE, CHOSEN) else name


def name_departments(departments: Iterable[Department]) -> dict[str, str]:
    """Short names by id; who shares one with a predecessor (Tài chính) gets its days with it."""
    everyone = list(departments)
    shared = Counter(department.short for department in everyone)
    return {d.id: d.short if shared[d.short] == 1 else _dated(d) for d in everyone}


def _dated(department: Department) -> str:
    if department.last is not None:
        return f"{department.short} (đến {format_date(department.last)})"
    if department.first is not None:
        return f"{department.short} (từ {format_date(department.first)})"
    return f"{department.short} ({department.id})"
