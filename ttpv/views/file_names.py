"""What files for people are called."""

from collections.abc import Sequence

from ttpv.core.periods import Period

_SIMULATED = "mo-phong_"


def name_report(kind: str, suffix: str, period: Period, departments: Sequence[str] = ()) -> str:
    """ "niem-yet_20230101-20231225.pdf"; of chosen departments with their id or their number."""
    days = _write_days(period)
    chosen = "".join(departments) if len(departments) == 1 else f"{len(departments)}-don-vi"
    return f"{kind}_{days}{f'_{chosen}' if departments else ''}.{suffix}"


def name_table(name: str, suffix: str, period: Period | None = None) -> str:
    """ "co-quan_20230101-20231225.csv"; of no period without one."""
    return f"{name}{f'_{_write_days(period)}' if period else ''}.{suffix}"


def _write_days(period: Period) -> str:
    return f"{period.start:%Y%m%d}-{period.last:%Y%m%d}"


def mark_name(name: str, *, is_simulated: bool) -> str:
    """The name, which says so where the figures are invented: files travel without the banner."""
    return f"{_SIMULATED}{name}" if is_simulated else name
