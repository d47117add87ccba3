"""How the report says periods, counts and amounts."""

from ttpv.core.periods import Period, add_months
from ttpv.monitor import Figures
from ttpv.views.formatting import (
    format_amount,
    format_billions,
    format_count,
    format_date,
    format_period,
    name_period,
)
from ttpv.views.names import full_name
from ttpv.views.report.model import PeriodText

UNKNOWN = "chưa có số liệu"
_BILLION = 10**9
_TENTH = 10**8
_DECEMBER = 12


def write_period(period: Period) -> PeriodText:
    """A year that closes before its last day, as reports of a year do, is called the year."""
    named = _name(period)
    dates = f"từ ngày {format_date(period.start)} đến ngày {format_date(period.last)}"
    return PeriodText(
        full=f"{named} ({dates})" if named else f"kỳ {dates}",
        short=named or f"kỳ {dates}",
        following=_name_following(period),
        first=format_date(period.start),
        last=format_date(period.last),
        year=str(period.last.year),
    )


def _name(period: Period) -> str:
    """ "tháng 12 năm 2023", "quý IV năm 2023", "năm 2023"; "" of any two dates."""
    first, last = period.start, period.last
    is_years = (first.month, first.day) == (1, 1) and first.year == last.year
    if is_years and last.month == _DECEMBER:
        return f"năm {first.year}"
    named = name_period(period)
    if named == format_period(period):
        return ""
    named = named.replace("/", " năm ")
    return named[0].lower() + named[1:]


def _name_following(period: Period) -> str:
    if _name(period).startswith("năm "):
        return f"năm {period.start.year + 1}"
    months = {"month": 1, "quarter": 3, "half": 6}.get(period.kind)
    if months and _name(period):
        return _name(Period(period.stop, add_months(period.stop, months)))
    return "thời gian tới"


def name_subject(figures: Figures) -> str:
    """Whose figures a sentence is about."""
    if figures.is_whole_centre:
        return "Trung tâm"
    if len(figures.departments) == 1:
        return full_name(figures.departments[0])
    return "các cơ quan, đơn vị được chọn"


def say_count(count: int | None, unit: str) -> str:
    """ "99.364 hồ sơ"; a missing one is said to be missing, and to be added."""
    return f"({UNKNOWN})" if count is None else f"{format_count(count)} {unit}"


def say_amount(amount: int) -> str:
    """ "trên 14,2 tỷ đồng", truncated as reports do; below a tỷ the amount itself."""
    if amount < _BILLION:
        return f"{format_amount(amount).removesuffix(' đ')} đồng"
    return f"{'trên ' if amount % _TENTH else ''}{format_billions(amount)}"
