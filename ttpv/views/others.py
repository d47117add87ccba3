"""Other figures as texts: a quantity, an entry of the register, and what changed in it."""

from collections.abc import Sequence

from ttpv.other_figures import Quantity
from ttpv.other_register import OtherChange
from ttpv.reference import (
    Entered,
    OtherDefinitions,
    OtherEntry,
    PeriodEntry,
    Reference,
)
from ttpv.views.formatting import NONE, format_count, format_date, format_period, format_target

POINTS_TITLE = "Tổng điểm"
BAND_TITLE = "Xếp loại"
RANK_TITLE = "Xếp hạng"
SOURCE_TITLE = "Nguồn"
_UNREADABLE = (
    "Không đọc được các số liệu khác (phản ánh, kiến nghị, chỉ số 766) của lần đó bằng phiên bản "
    "chương trình này, nên không nói được số nào khác đi"
)


def format_quantity(quantity: Quantity | Entered) -> str:
    """ "hơn 1.200"; a dash where it is not known."""
    shown = format_count(quantity.value)
    return f"{quantity.qualifier} {shown}" if quantity.qualifier else shown


def format_counted(quantity: Quantity | Entered) -> str:
    """ "hơn 359 (lũy kế từ 15/08/2023)"."""
    since = f" (lũy kế từ {format_date(quantity.since)})" if quantity.since else ""
    return f"{format_quantity(quantity)}{since}"


def name_entry(entry: OtherEntry, reference: Reference) -> str:
    """ "số liệu khác kỳ …", or "chỉ số 766 ngày 25/12/2023"."""
    if isinstance(entry, PeriodEntry):
        return f"số liệu khác kỳ {format_period(entry.period)}"
    short = reference.others.index.short
    return f"{short[:1].lower()}{short[1:]} ngày {format_date(entry.day)}"


def list_items(entry: OtherEntry, definitions: OtherDefinitions) -> dict[str, str]:
    """What an entry says: title → text, in the order of other.toml; what was left blank lacks."""
    if isinstance(entry, PeriodEntry):
        known = [figure for figure in definitions.figures if figure.id in entry.figures]
        items = {figure.name: format_counted(entry.figures[figure.id]) for figure in known}
    else:
        items = {} if entry.points is None else {POINTS_TITLE: format_target(entry.points)}
        items |= {
            group.name: format_target(entry.groups[group.id])
            for group in definitions.index.groups
            if group.id in entry.groups
        }
        items |= {BAND_TITLE: entry.band} if entry.band else {}
        items |= {RANK_TITLE: entry.rank} if entry.rank else {}
    return items | ({SOURCE_TITLE: f"“{entry.source}”"} if entry.source else {})


def describe_other_changes(
    changes: Sequence[OtherChange] | None, reference: Reference
) -> list[str]:
    """A sentence each, before → after; one where they are not known (None)."""
    if changes is None:
        return [_UNREADABLE]
    return [_describe(change, reference) for change in changes]


def _describe(change: OtherChange, reference: Reference) -> str:
    entry = change.after or change.before
    assert entry is not None
    name = name_entry(entry, reference)
    before, after = (
        list_items(one, reference.others) if one else {} for one in (change.before, change.after)
    )
    if change.before is None:
        return f"Thêm {name}: {_join(after)}"
    if change.after is None:
        return f"Xóa {name}: {_join(before)}"
    other = [title for title in {**before, **after} if before.get(title) != after.get(title)]
    parts = [f"{title} {before.get(title, NONE)} → {after.get(title, NONE)}" for title in other]
    return f"Sửa {name}: {'; '.join(parts)}"


def _join(items: dict[str, str]) -> str:
    return "; ".join(f"{title} {text}" for title, text in items.items())
