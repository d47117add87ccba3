"""The forms of other figures: what is typed → an entry, or what is wrong with it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from ttpv.checks.other_figures import make_other_issue
from ttpv.core.issues import Issue, Place
from ttpv.core.text import format_number, printable
from ttpv.core.typed import parse_value
from ttpv.other_items import parse_count
from ttpv.reference import Entered, IndexEntry, OtherDefinitions, PeriodEntry
from ttpv.ui.texts import others as texts
from ttpv.views.others import format_quantity

DAYS: dict[str, Any] = {
    "min_value": date(2000, 1, 1),
    "max_value": date(2099, 12, 31),
    "format": "DD/MM/YYYY",
}
_COLUMNS = 3


def render_period_fields(
    definitions: OtherDefinitions, first: date, last: date, old: PeriodEntry | None, key: str
) -> tuple[PeriodEntry, list[Issue]]:
    """The fields of a period, filled in with `old`; the issues of those that cannot be read."""
    issues: list[Issue] = []
    figures: dict[str, Entered] = {}
    places = _places()
    known = old.figures if old else {}
    for figure in definitions.entered:
        before = known.get(figure.id)
        place = next(places)
        typed = place.text_input(
            f"{figure.name} ({figure.unit})",
            format_quantity(before) if before else "",
            help=texts.VALUE_HELP,
            key=f"{figure.id}-{key}",
        ).strip()
        since = None
        if figure.cumulative:
            since = place.date_input(
                texts.SINCE,
                before.since if before else None,
                help=texts.SINCE_HELP,
                key=f"{figure.id}-since-{key}",
                **DAYS,
            )
        if typed and (counted := parse_count(typed)) is None:
            issues.append(make_other_issue("other_number_unreadable", Place(), typed))
        elif typed and counted is not None:
            figures[figure.id] = Entered(value=counted[0], qualifier=counted[1], since=since)
    source = _ask_source(old.source if old else "", key)
    return PeriodEntry(first=first, last=last, figures=figures, source=source), issues


def render_index_fields(
    definitions: OtherDefinitions, day: date, old: IndexEntry | None, key: str
) -> tuple[IndexEntry, list[Issue]]:
    """The fields of the index on a day. As `render_period_fields`."""
    issues: list[Issue] = []
    index, places = definitions.index, _places()
    titles = {"points": f"Tổng điểm (tối đa {format_number(index.maximum)})"}
    titles |= {g.id: f"{g.name} (tối đa {format_number(g.maximum)})" for g in index.groups}
    before: dict[str, Decimal | None] = {"points": old.points if old else None}
    before |= old.groups if old else {}
    points: dict[str, Decimal] = {}
    for name, title in titles.items():
        value = before.get(name)
        typed = (
            next(places)
            .text_input(
                title,
                "" if value is None else format_number(value),
                help=texts.POINTS_HELP,
                key=f"{name}-{key}",
            )
            .strip()
        )
        if not typed:
            continue
        if (read := parse_value(typed)) is None or "%" in typed:
            issues.append(make_other_issue("other_points_unreadable", Place(), typed))
        else:
            points[name] = read
    bands = ["", *(band.name for band in index.bands)]
    band = next(places).selectbox(
        texts.BAND,
        bands,
        index=bands.index(old.band) if old and old.band in bands else 0,
        format_func=lambda name: name or texts.BAND_OWN,
        key=f"band-{key}",
    )
    rank = next(places).text_input(
        texts.RANK, old.rank if old else "", help=texts.RANK_HELP, key=f"rank-{key}"
    )
    source = _ask_source(old.source if old else "", key)
    entry = IndexEntry(
        day=day,
        points=points.pop("points", None),
        groups=points,
        band=band,
        rank=printable(rank.strip()),
        source=source,
    )
    return entry, issues


def _places() -> Iterator[Any]:
    """Columns from left to right, row by row, so that a phone reads them in that order too."""
    while True:
        yield from st.columns(_COLUMNS)


def _ask_source(before: str, key: str) -> str:
    typed = st.text_input(texts.SOURCE, before, help=texts.SOURCE_HELP, key=f"source-{key}")
    return printable(typed.strip())
