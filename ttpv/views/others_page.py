"""Other figures as the page shows them: of the chosen period, and over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ttpv.core.periods import Period
from ttpv.other_figures import (
    Index766,
    OtherFigures,
    Quantity,
    Reason,
    find_other_figures,
    open_index,
)
from ttpv.reference import PeriodEntry, Reference
from ttpv.views.counts import CountView
from ttpv.views.data_table import DataTable, Field, Number, Value
from ttpv.views.formatting import (
    NONE,
    format_date,
    format_period,
    format_target,
)
from ttpv.views.others import format_counted, format_quantity

_POINT_PLACES = 2
_REASONS = {
    "not_entered": "chưa ghi",
    "left_blank": "để trống",
    "not_exact": "không tính được từ số chưa chính xác",
    "contradictory": "các số đã ghi trái nhau",
}


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of the index; `share` of its maximum in percent, for the bar; None where blank."""

    name: str
    points: str
    maximum: str
    share: float | None


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index on a day, in texts."""

    day: str
    points: str
    maximum: str
    band: str
    rank: str
    groups: tuple[GroupView, ...]

    @property
    def has_groups(self) -> bool:
        return any(group.share is not None for group in self.groups)


@dataclass(frozen=True, slots=True)
class OthersView:
    """The figures of one period; `is_known` whether there are any."""

    counts: tuple[CountView, ...]
    index: IndexView | None
    is_known: bool


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Bars or a line over slots: names of the slots, values by the name of each line (None is a
    gap), and the same in words."""

    title: str
    slots: tuple[str, ...]
    lines: tuple[tuple[str, tuple[float | None, ...]], ...]
    spoken: str


def build_others(figures: OtherFigures, reference: Reference) -> OthersView:
    counts = tuple(
        CountView(
            definition.short,
            format_quantity(figures.quantities[definition.id]),
            _note(definition.id, definition.unit, figures),
        )
        for definition in reference.others.figures
    )
    index = build_index(figures.index, reference) if figures.index else None
    return OthersView(counts, index, figures.is_known)


def _note(figure: str, unit: str, figures: OtherFigures) -> str:
    """What stands below a figure: its unit, from when it is counted, or why it is not known."""
    if (reason := figures.reasons.get(figure)) is not None:
        return describe_reason(reason)
    quantity = figures.quantities[figure]
    if quantity.since is None:
        return unit
    until = f" đến {format_date(quantity.until)}" if quantity.until else ""
    return f"{unit}, lũy kế từ {format_date(quantity.since)}{until}"


def describe_reason(reason: Reason) -> str:
    """ "thiếu 26/12/2023 – 31/12/2023"."""
    if reason.code == "days_missing":
        return f"thiếu {'; '.join(days.dates for days in reason.missing)}"
    return _REASONS[reason.code]


def build_index(index: Index766, reference: Reference) -> IndexView:
    definition = reference.others.index
    return IndexView(
        day=format_date(index.day),
        points=NONE if index.points is None else format_target(index.points),
        maximum=format_target(definition.maximum),
        band=index.band,
        rank=index.rank,
        groups=tuple(
            GroupView(
                group.name,
                format_target(points),
                format_target(group.maximum),
                None if points is None else float(points / group.maximum * 100),
            )
            for group in definition.groups
            for points in [index.groups[group.id]]
        ),
    )


def finest_periods(entries: Sequence[PeriodEntry]) -> tuple[Period, ...]:
    """The entered periods that hold no other one, in order: months, not their year."""
    periods = sorted(entry.period for entry in entries)
    return tuple(
        period
        for period in periods
        if not any(other != period and period.contains(other) for other in periods)
    )


def build_question_series(reference: Reference) -> SeriesView:
    """Questions received, answered and cancelled, by entered period."""
    periods = finest_periods(reference.other_entries.periods)
    found = [find_other_figures(reference, period) for period in periods]
    whole = next((f for f in reference.others.figures if f.rest_of is not None), None)
    shown = [
        figure
        for figure in reference.others.figures
        if whole and whole.rest_of in (figure.id, figure.within)
    ]
    slots = tuple(map(_slot, periods))
    lines = tuple((f.short, tuple(_value(one.quantities[f.id]) for one in found)) for f in shown)
    spoken = "; ".join(
        f"{slot}: "
        + ", ".join(f"{f.short.lower()} {format_quantity(one.quantities[f.id])}" for f in shown)
        for slot, one in zip(slots, found, strict=True)
    )
    title = "Câu hỏi, phản ánh, kiến nghị theo kỳ"
    for slot, one in zip(reversed(slots), reversed(found), strict=True):
        known = [f for f in shown if one.quantities[f.id].value is not None]
        if known:
            said = [f"{f.short.lower()} {format_quantity(one.quantities[f.id])}" for f in known]
            title = f"{title}; gần nhất, {slot}: {', '.join(said)}"
            break
    return SeriesView(title, slots, lines, spoken)


def build_index_series(reference: Reference) -> SeriesView:
    """The points of the index, by day."""
    definitions, entries = reference.others, reference.other_entries.indexes
    indexes = [open_index(entry, definitions) for entry in sorted(entries, key=lambda e: e.day)]
    slots = tuple(format_date(index.day) for index in indexes)
    points = tuple(None if i.points is None else float(i.points) for i in indexes)
    spoken = "; ".join(
        f"{slot}: {format_target(index.points)}" for slot, index in zip(slots, indexes, strict=True)
    )
    title = f"{definitions.index.short} {_describe_course(indexes)}"
    return SeriesView(title, slots, ((definitions.index.short, points),), spoken)


def _describe_course(indexes: Sequence[Index766]) -> str:
    """ "từ 88,07 điểm (30/11/2023) lên 90,18 điểm (25/12/2023)": the first and the last known."""
    known = [index for index in indexes if index.points is not None]
    if len(known) < 2:
        return "theo ngày chốt điểm"
    first, last = known[0], known[-1]
    assert first.points is not None
    assert last.points is not None
    word = "lên" if last.points > first.points else "xuống"
    ends = [f"{format_target(i.points)} điểm ({format_date(i.day)})" for i in (first, last)]
    if last.points == first.points:
        return f"giữ {ends[0]} đến {format_date(last.day)}"
    return f"từ {ends[0]} {word} {ends[1]}"


def _slot(period: Period) -> str:
    if period.kind == "month" and period.start.day == 1:
        return f"{period.start:%m/%Y}"
    return f"{period.start:%d/%m}–{period.last:%d/%m/%Y}"


def _value(quantity: Quantity) -> float | None:
    return None if quantity.value is None else float(quantity.value)


def table_of_periods(reference: Reference) -> DataTable:
    """A row an entered period, newest first."""
    figures = reference.others.figures
    entries = sorted(reference.other_entries.periods, key=lambda e: e.period, reverse=True)
    rows: list[tuple[Value, ...]] = []
    for entry in entries:
        found = find_other_figures(reference, entry.period).quantities
        shown = [format_counted(found[figure.id]) for figure in figures]
        rows.append((format_period(entry.period), *shown, entry.source or NONE))
    heads = [Field(figure.id, figure.short) for figure in figures]
    return DataTable((Field("period", "Kỳ"), *heads, Field("source", "Nguồn")), rows)


def table_of_indexes(reference: Reference) -> DataTable:
    """A row an entered day, newest first."""
    definition = reference.others.index
    rows: list[tuple[Value, ...]] = []
    for entry in sorted(reference.other_entries.indexes, key=lambda e: e.day, reverse=True):
        index = open_index(entry, reference.others)
        groups = [_points(index.groups[group.id]) for group in definition.groups]
        words = (index.band or NONE, index.rank or NONE)
        rows.append((index.day, _points(index.points), *groups, *words))
    heads = [Field(group.id, group.name, "decimal") for group in definition.groups]
    return DataTable(
        (
            Field("day", "Ngày", "day"),
            Field("points", "Tổng điểm", "decimal"),
            *heads,
            Field("band", "Xếp loại"),
            Field("rank", "Xếp hạng"),
        ),
        rows,
    )


def _points(value: Decimal | None) -> Number | None:
    return None if value is None else Number(value, _POINT_PLACES)


def format_cell(value: Value) -> str:
    """A cell of these tables as text."""
    if isinstance(value, Number):
        return format_target(value.value)
    if value is None:
        return NONE
    return value if isinstance(value, str) else format_date(value)  # type: ignore[arg-type]
