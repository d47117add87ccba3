"""Lines of other figures → entries of the register, each with its place, and what cannot be read.

A file and the template's sheet have the same lines: a title, a figure with the word before it, and
the day from which it is counted where that is another.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ttpv.checks.other_figures import OtherRow, make_other_issue
from ttpv.core.issues import Issue, Place
from ttpv.core.other_items import OtherItem
from ttpv.core.text import fold, printable
from ttpv.core.typed import parse_day, parse_value
from ttpv.reference import (
    Entered,
    IndexEntry,
    OtherDefinitions,
    OtherEntry,
    PeriodEntry,
)

POINTS_TITLE = "Tổng điểm"
BAND_TITLE = "Xếp loại"
RANK_TITLE = "Xếp hạng"
INDEX_FIELDS = {"points": POINTS_TITLE, "band": BAND_TITLE, "rank": RANK_TITLE}
"""What an index entry says beside its groups, in the order of reports."""

_WORDS = re.compile(r"(?:(?P<words>[^\W\d_]+(?: [^\W\d_]+)*) ?)?(?P<digits>[0-9][0-9. ]*)")
_DIGITS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,12}")


def name_figure(identity: str, definitions: OtherDefinitions) -> str:
    """The title of a figure's line."""
    return definitions.figure(identity).name


def name_index_part(name: str, definitions: OtherDefinitions) -> str:
    """ "Công khai, minh bạch"; `name` is a group's id or one of INDEX_FIELDS."""
    groups = {group.id: group.name for group in definitions.index.groups}
    return INDEX_FIELDS.get(name) or groups[name]


def name_index_line(name: str, definitions: OtherDefinitions) -> str:
    """The title of such a line in a file: "Chỉ số 766: Công khai, minh bạch"."""
    return f"{definitions.index.short}: {name_index_part(name, definitions)}"


def parse_count(text: str) -> tuple[int, str] | None:
    """227 · 1.200 · hơn 110 → the count and its qualifier; None for anything else."""
    found = _WORDS.fullmatch(text.strip())
    if found is None or not _DIGITS.fullmatch(found["digits"].strip()):
        return None
    return int(re.sub(r"[. ]", "", found["digits"])), (found["words"] or "").lower()


@dataclass
class _Entry:
    """What the lines of one period, or of one day of the index, have said so far."""

    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class ItemsRead:
    """The entries that the lines make; of use only where `issues` is empty (all are errors)."""

    rows: tuple[OtherRow, ...]
    issues: tuple[Issue, ...]


def parse_items(items: Iterable[OtherItem], definitions: OtherDefinitions) -> ItemsRead:
    """Lines whose value is blank are left out; entries come in the order of their first lines."""
    figures = _known_figures(definitions)
    index = _known_index(definitions)
    entries: dict[tuple[date | None, date], _Entry] = {}
    issues: list[Issue] = []
    for item in items:
        if not item.value.strip():
            continue
        title = fold(item.title)
        name = figures.get(title) or index.get(title)
        is_index = title not in figures
        if name is None:
            issues.append(make_other_issue("other_item_unknown", item.at("title"), item.title))
            continue
        if item.last is None or (item.first is None and not is_index):
            issues.append(make_other_issue("other_date_missing", item.at("last")))
            continue
        value = _read_index(name, item, issues) if is_index else _read_figure(item, issues)
        key = (None, _index_day(item, issues)) if is_index else (item.first, item.last)
        entry = entries.setdefault(key, _Entry(item.place))
        if name in entry.places:
            issues.append(make_other_issue("other_item_twice", item.at("title"), item.title))
        entry.places[name] = item.at("value")
        entry.source = entry.source or printable(item.source.strip())
        entry.values[name] = value
    rows = tuple(
        OtherRow(_build(key, entry), entry.place, entry.places)
        for key, entry in entries.items()
        if None not in entry.values.values()  # of a part of an entry checks would say nonsense
    )
    return ItemsRead(rows, tuple(issues))


def list_items(entry: OtherEntry, definitions: OtherDefinitions) -> Mapping[str, Any]:
    """What an entry says, by figure id, or by INDEX_FIELDS and group id, as reports order it."""
    if isinstance(entry, PeriodEntry):
        ids = [figure.id for figure in definitions.figures]
        return {name: entry.figures[name] for name in ids if name in entry.figures}
    said: dict[str, Any] = {} if entry.points is None else {"points": entry.points}
    ids = [group.id for group in definitions.index.groups]
    said |= {name: entry.groups[name] for name in ids if name in entry.groups}
    said |= {"band": entry.band} if entry.band else {}
    return said | ({"rank": entry.rank} if entry.rank else {})


def _known_figures(definitions: OtherDefinitions) -> dict[str, str]:
    return {
        fold(title): figure.id
        for figure in definitions.entered
        for title in (figure.id, figure.name)
    }


def _known_index(definitions: OtherDefinitions) -> dict[str, str]:
    """Titles of the index's lines, with the index's name before them or without."""
    titles = {group.id: group.name for group in definitions.index.groups} | INDEX_FIELDS
    known = {fold(title): name for name, title in titles.items()}
    return known | {fold(name_index_line(name, definitions)): name for name in titles}


def _read_figure(item: OtherItem, issues: list[Issue]) -> Entered | None:
    counted = parse_count(item.value)
    if counted is None:
        issues.append(make_other_issue("other_number_unreadable", item.at("value"), item.value))
    since = parse_day(item.since.strip())
    if item.since.strip() and since is None:
        issues.append(make_other_issue("other_date_unreadable", item.at("since"), item.since))
    if counted is None:
        return None
    return Entered(value=counted[0], qualifier=printable(counted[1]), since=since)


def _read_index(name: str, item: OtherItem, issues: list[Issue]) -> Decimal | str | None:
    if name == "rank":
        return printable(item.value.strip())
    if name == "band":
        return printable(item.value.strip()).lower()
    points = parse_value(item.value.strip())
    if points is None or "%" in item.value:
        issues.append(make_other_issue("other_points_unreadable", item.at("value"), item.value))
        return None
    return points


def _index_day(item: OtherItem, issues: list[Issue]) -> date:
    """The day that is typed for all lines of the index, said once where it cannot be read."""
    day = parse_day(item.day) if item.day else item.last
    if day is None:
        issue = make_other_issue(
            "other_date_unreadable", item.day_place or item.place.at(), item.day
        )
        issues += [issue] if issue not in issues else []
    assert item.last is not None
    return day or item.last


def _build(key: tuple[date | None, date], entry: _Entry) -> OtherEntry:
    first, last = key
    values = entry.values
    if first is not None:
        return PeriodEntry(first=first, last=last, figures=values, source=entry.source)
    return IndexEntry(
        day=last,
        points=values.get("points"),
        groups={name: points for name, points in values.items() if name not in INDEX_FIELDS},
        band=values.get("band", ""),
        rank=values.get("rank", ""),
        source=entry.source,
    )
