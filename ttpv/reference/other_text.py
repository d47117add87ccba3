"""The register of other figures as the text of an other-figures.toml."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from ttpv.reference.others import Entered, IndexEntry, OtherEntries, PeriodEntry
from ttpv.reference.toml_text import format_value

_HEAD = "# The other figures that people entered, by period, and the index 766 by day.\n"

_Value = str | int | Decimal | date | None


def build_others_toml(entries: OtherEntries) -> str:
    """The same entries give the same text, in the order of their days (`parse_others` reads it)."""
    ordered = OtherEntries.of(entries.entries)
    return _HEAD + "".join([*map(_period, ordered.periods), *map(_index, ordered.indexes)])


def _period(entry: PeriodEntry) -> str:
    figures = "".join(
        f"figures.{format_value(name)} = {{ {', '.join(_figure(figure))} }}\n"
        for name, figure in sorted(entry.figures.items())
    )
    known = _lines({"from": entry.first, "to": entry.last, "source": entry.source})
    return f"\n[[period]]\n{known}{figures}"


def _figure(figure: Entered) -> Iterator[str]:
    yield f"value = {figure.value}"
    if figure.qualifier:
        yield f"qualifier = {format_value(figure.qualifier)}"
    if figure.since:
        yield f"since = {format_value(figure.since)}"


def _index(entry: IndexEntry) -> str:
    known = {
        "day": entry.day,
        "points": entry.points,
        "band": entry.band,
        "rank": entry.rank,
        "source": entry.source,
    }
    groups = "".join(
        f"groups.{format_value(name)} = {format_value(points)}\n"
        for name, points in sorted(entry.groups.items())
    )
    return f"\n[[index]]\n{_lines(known)}{groups}"


def _lines(values: Mapping[str, _Value]) -> str:
    """A line each of what is there; an empty text is as none."""
    return "".join(
        f"{name} = {format_value(value)}\n"
        for name, value in values.items()
        if value is not None and value != ""
    )
