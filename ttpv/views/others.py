"""Other figures as texts: a quantity, an entry of the register, and what changed in it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ttpv.other_figures import Quantity
from ttpv.other_items import list_items, name_figure, name_index_part
from ttpv.other_register import OtherChange, compare_entries
from ttpv.reference import (
    Entered,
    OtherDefinitions,
    OtherEntry,
    PeriodEntry,
    Reference,
)
from ttpv.views.formatting import NONE, format_count, format_date, format_period, format_target

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


def format_items(entry: OtherEntry, definitions: OtherDefinitions) -> dict[str, str]:
    """What an entry says: title → text, in the order of reports; what was left blank lacks."""
    said = list_items(entry, definitions)
    if isinstance(entry, PeriodEntry):
        items = {name_figure(name, definitions): format_counted(said[name]) for name in said}
    else:
        items = {name_index_part(name, definitions): _format_part(said[name]) for name in said}
    return items | ({SOURCE_TITLE: f"“{entry.source}”"} if entry.source else {})


def _format_part(value: Decimal | str) -> str:
    return value if isinstance(value, str) else format_target(value)


def describe_entry(entry: OtherEntry, reference: Reference) -> str:
    """ "Chỉ số 766 ngày 25/12/2023: Tổng điểm 90,18; …"."""
    name = upper_first(name_entry(entry, reference))
    return f"{name}: {_join(format_items(entry, reference.others))}"


def upper_first(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def describe_entries_put(new: Iterable[OtherEntry], reference: Reference) -> list[str]:
    """What putting `new` entries among those in force changes, before → after."""
    before = reference.other_entries
    changes = compare_entries(before.entries, before.put(new).entries)
    return describe_other_changes(changes, reference)


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
        format_items(one, reference.others) if one else {} for one in (change.before, change.after)
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
