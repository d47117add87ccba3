"""What would no longer be answered, in sentences."""

from collections.abc import Iterable, Sequence

from ttpv.lost_ranges import LostRange
from ttpv.reference import Reference
from ttpv.views.formatting import lower_first, name_period

_MOST_PERIODS, _MOST_FIELDS = 8, 4


def describe_lost_ranges(lost: Iterable[LostRange], reference: Reference) -> tuple[str, ...]:
    """A sentence for those that lose all they have, and one for each group that loses the same."""
    groups: dict[tuple[str, ...], list[LostRange]] = {}
    for one in lost:
        groups.setdefault(() if one.whole else one.fields, []).append(one)
    return tuple(
        f"Không còn {_name_fields(fields, reference)} của {_name_periods(groups[fields])}."
        for fields in sorted(groups, key=len)
    )


def _name_fields(fields: Sequence[str], reference: Reference) -> str:
    if not fields:
        return "số liệu nào"
    names = [lower_first(reference.title(field)) for field in fields]
    return _list(names, _MOST_FIELDS, "số liệu khác")


def _name_periods(lost: Sequence[LostRange]) -> str:
    """Beside others the sums from a year's start are many: they are counted, not named."""
    names = {one.period: lower_first(name_period(one.period)) for one in lost}
    named = [names[one.period] for one in lost if one.kind != "to_date"]
    if not named:
        return _list(list(names.values()), _MOST_PERIODS, "kỳ khác")
    sums = len(lost) - len(named)
    more = [f"{sums} kỳ lũy kế từ đầu năm"] if sums else []
    return _list(named, _MOST_PERIODS, "kỳ khác", more)


def _list(names: Sequence[str], most: int, others: str, more: Sequence[str] = ()) -> str:
    rest = [f"{len(names) - most} {others}"] if len(names) > most else []
    *first, last = [*names[:most], *rest, *more]
    return f"{', '.join(first)} và {last}" if first else last
