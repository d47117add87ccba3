"""A register of other figures → what is wrong with it, entry by entry; all are errors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import format_number
from ttpv.reference import (
    Entered,
    IndexDefinition,
    IndexEntry,
    OtherDefinitions,
    OtherEntry,
    OtherFigure,
    PeriodEntry,
    Reference,
)

MOST = 999_999_999
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
MOST_LETTERS = 300
"""Of a source or a rank: both stand in a line of the report."""

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class OtherRow:
    """An entry and where it stands: `places` by figure or group id, "points", "band"; else `place`.

    In the form it stands nowhere (`place` without a row).
    """

    entry: OtherEntry
    place: Place = field(default_factory=Place)
    places: Mapping[str, Place] = field(default_factory=dict)

    def at(self, name: str) -> Place:
        return self.places.get(name, self.place)


def check_others(rows: Sequence[OtherRow], reference: Reference) -> list[Issue]:
    """Dates, overlaps, impossible values, parts that exceed their whole, points that contradict
    their groups."""
    definitions = reference.others
    issues: list[Issue] = []
    before: list[OtherRow] = []
    for row in rows:
        unlikely = [*_check_days(row), *_check_texts(row)]
        issues += unlikely
        if unlikely:  # of a year 9999 nothing more can be reckoned
            continue
        issues += _check_among(row, before)
        before.append(row)
        if isinstance(row.entry, PeriodEntry):
            issues += _check_period(row, row.entry, definitions)
        else:
            issues += _check_index(row, row.entry, definitions.index)
    return issues


def describe(entry: OtherEntry) -> str:
    """ "kỳ 01/01/2023 – 25/12/2023" or "chỉ số 766 ngày 25/12/2023"."""
    if isinstance(entry, IndexEntry):
        return f"chỉ số 766 ngày {_day(entry.day)}"
    return f"kỳ {_day(entry.first)} – {_day(entry.last)}"


def make_other_issue(code: str, place: Place, value: object = None, **words: object) -> Issue:
    """An issue at a row and column of a file or sheet, or of the form, which has neither."""
    column = f", cột {place.column}" if place.column else ""
    where = f"Dòng {place.row}{column}: " if place.row else ""
    issue = make_issue(code, place, value, where=where, **words)
    return replace(issue, message=issue.message[0].upper() + issue.message[1:])


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _check_days(row: OtherRow) -> Iterator[Issue]:
    entry = row.entry
    days = [entry.day] if isinstance(entry, IndexEntry) else [entry.first, entry.last]
    if isinstance(entry, PeriodEntry):
        days += [entered.since for entered in entry.figures.values() if entered.since]
    for day in days:
        if not FIRST_DAY <= day <= LAST_DAY:
            ends = {"first": _day(FIRST_DAY), "last": _day(LAST_DAY)}
            yield make_other_issue("other_day_outside", row.place, _day(day), **ends)


def _check_texts(row: OtherRow) -> Iterator[Issue]:
    rank = row.entry.rank if isinstance(row.entry, IndexEntry) else ""
    for title, text in (("nguồn", row.entry.source), ("xếp hạng", rank)):
        if len(text) > MOST_LETTERS:
            words = {"item": title, "most": format_number(MOST_LETTERS)}
            yield make_other_issue("other_text_long", row.place, text[:40], **words)


def _check_among(row: OtherRow, before: Sequence[OtherRow]) -> Iterator[Issue]:
    entry = row.entry
    if any(other.entry.key == entry.key for other in before):
        yield make_other_issue("other_entry_twice", row.place, entry=describe(entry))
    elif isinstance(entry, PeriodEntry) and entry.first <= entry.last:
        for other in before:
            if isinstance(other.entry, PeriodEntry) and _cross(entry, other.entry):
                words = {"entry": describe(entry), "other": other.entry.period.dates}
                yield make_other_issue("other_period_overlaps", row.place, **words)


def _cross(one: PeriodEntry, other: PeriodEntry) -> bool:
    """Whether they share days and neither holds the other: a month may lie in its year."""
    if other.last < other.first or one.last < other.first or other.last < one.first:
        return False
    return not (one.period.contains(other.period) or other.period.contains(one.period))


def _check_period(
    row: OtherRow, entry: PeriodEntry, definitions: OtherDefinitions
) -> Iterator[Issue]:
    if entry.last < entry.first:
        ends = {"first": _day(entry.first), "last": _day(entry.last)}
        yield make_other_issue("other_dates_reversed", row.place, **ends)
    if not entry.figures:
        yield make_other_issue("other_entry_empty", row.place, entry=describe(entry))
    figures = {figure.id: figure for figure in definitions.entered}
    for name, entered in entry.figures.items():
        if name not in figures:
            yield make_other_issue("other_item_unknown", row.at(name), name)
        else:
            yield from _check_entered(row.at(name), entry, figures[name], entered, definitions)
    for figure in definitions.entered:
        yield from _check_parts(row, entry, figure, definitions)


def _check_entered(
    place: Place,
    entry: PeriodEntry,
    figure: OtherFigure,
    entered: Entered,
    definitions: OtherDefinitions,
) -> Iterator[Issue]:
    if not 0 <= entered.value <= MOST:
        words = {"item": figure.name, "most": format_number(MOST)}
        yield make_other_issue("other_value_outside", place, format_number(entered.value), **words)
    known = [qualifier.text for qualifier in definitions.qualifiers]
    if entered.qualifier and entered.qualifier not in known:
        words = {"known": ", ".join(f"“{text}”" for text in known)}
        yield make_other_issue("other_qualifier_unknown", place, entered.qualifier, **words)
    since = entered.since
    if since is not None and (not figure.cumulative or since > entry.last):
        yield make_other_issue("other_since_wrong", place, _day(since), item=figure.name)


def _check_parts(
    row: OtherRow, entry: PeriodEntry, whole: OtherFigure, definitions: OtherDefinitions
) -> Iterator[Issue]:
    """Of figures that are not exact only what is certain: "hơn 200" answered of 190 received."""
    parts = [part for part in definitions.parts_of(whole.id) if part.id in entry.figures]
    received = entry.figures.get(whole.id)
    if not parts or received is None:
        return
    if definitions.side_of(received.qualifier) not in (None, "below"):
        return
    certain = [entry.figures[part.id] for part in parts]
    least = sum(
        figure.value
        for figure in certain
        if definitions.side_of(figure.qualifier) in (None, "above")
    )
    if least > received.value:
        yield make_other_issue(
            "other_parts_exceed",
            row.at(parts[0].id),
            parts=" và ".join(f"{part.short.lower()}" for part in parts),
            sum=format_number(least),
            whole=f"{whole.short.lower()} ({format_number(received.value)})",
        )


def _check_index(row: OtherRow, entry: IndexEntry, index: IndexDefinition) -> Iterator[Issue]:
    if entry.points is None and not (entry.groups or entry.rank or entry.band):
        yield make_other_issue("other_entry_empty", row.place, entry=describe(entry))
    groups = {group.id: group for group in index.groups}
    outside = False
    for name, points in entry.groups.items():
        if name not in groups:
            yield make_other_issue("other_item_unknown", row.at(name), name)
        elif not _lies_within(points, groups[name].maximum):
            outside = True
            yield _outside(row.at(name), f"nhóm {groups[name].name}", points, groups[name].maximum)
    if entry.points is not None and not _lies_within(entry.points, index.maximum):
        outside = True
        yield _outside(row.at("points"), "tổng điểm chỉ số 766", entry.points, index.maximum)
    if not outside and groups.keys() >= entry.groups.keys():
        yield from _check_points(row, entry, index)


def _lies_within(points: Decimal, most: Decimal) -> bool:
    """A TOML file may say "nan", or 1e-999999999, which takes a gigabyte to write out."""
    return points.is_finite() and points.adjusted() > -_SHOWN and 0 <= points <= most


def _outside(place: Place, item: str, points: Decimal, most: Decimal) -> Issue:
    words = {"item": item, "most": format_number(most)}
    is_short = points.is_finite() and abs(points.adjusted()) < _SHOWN
    shown = format_number(points) if is_short else str(points)
    return make_other_issue("other_value_outside", place, shown, **words)


def _check_points(row: OtherRow, entry: IndexEntry, index: IndexDefinition) -> Iterator[Issue]:
    """Points lie between the groups known and these with the most of the others."""
    low = sum(entry.groups.values(), Decimal())
    blank = [group.maximum for group in index.groups if group.id not in entry.groups]
    high = low + sum(blank, Decimal())
    points = entry.points
    if points is not None and entry.groups and not low <= points <= high:
        ends = dict.fromkeys(map(format_number, (low, high)))
        words = {"points": format_number(points), "expected": " đến ".join(ends)}
        yield make_other_issue("other_points_sum", row.at("points"), day=_day(entry.day), **words)
    if not entry.band:
        return
    names = [band.name for band in index.bands]
    reached = points if points is not None else (low if low == high else None)
    if entry.band not in names:
        known = ", ".join(names)
        yield make_other_issue("other_band_unknown", row.at("band"), entry.band, known=known)
    elif reached is not None and entry.band != index.band_of(reached):
        expected = index.band_of(reached)
        words = {"points": format_number(reached), "expected": expected, "day": _day(entry.day)}
        yield make_other_issue("other_band_differs", row.at("band"), entry.band, **words)
