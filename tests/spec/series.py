"""What the tables of series share: a trend computed, a table held against it."""

from datetime import date
from decimal import Decimal

from tests.spec.tables import World, as_written, dates, read_table
from ttpv.compare import Movement
from ttpv.monitor import Structure, open_timeline
from ttpv.movements import compute_movement
from ttpv.reference import Target
from ttpv.trends import Series, Step, Trend, compute_trend

RATE = "online_submission"


MEASURES = ("received_new", "pending_in_time", "pending_overdue")


LAST_DAY, FIRST_DAY, TODAY = date(2025, 2, 28), date(2025, 3, 1), date(2026, 1, 1)


def trend_of(
    world: World,
    step: Step | None = None,
    *chosen: str,
    structure: Structure = "now",
) -> Trend:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return compute_trend(
        timeline,
        step or Step("month"),
        rates=(RATE,),
        measures=MEASURES,
        chosen=chosen,
        structure=structure,
        today=TODAY,
    )


def check_series(trend: Trend, series: Series, text: str) -> None:
    """Each row is a slot: its dates, then the rate, its target, and counts as far as written."""
    expected = read_table(text)
    assert len(trend.slots) == len(expected), [str(slot.period) for slot in trend.slots]
    found = []
    for at, row in enumerate(expected):
        assert trend.slots[at].period == dates(row["slot"])
        figure = series.rates[RATE][at]
        known = {
            "rate": figure.metric.value if figure else None,
            "target": series.targets[RATE][at],
        } | {name: counts[at] for name, counts in series.counts.items()}
        cells = {head: _cell(cell, known[head]) for head, cell in row.items() if head != "slot"}
        found.append({"slot": row["slot"]} | cells)
    assert found == expected


def _cell(cell: str, value: Decimal | int | None) -> str:
    if value is None:
        return cell if cell in ("gap", "null") else f"null, not {cell}"
    return str(value) if cell == "gap" else as_written(cell, value)


def month(received: int, online: int, overdue: int = 0) -> str:
    return f"""
        who | received_new | received_online | pending_in_time | pending_overdue
        a   | {received}   | {online}        | 5               | {overdue}
        b   | 100          | 50              | 5               | 0
        c   | 100          | 50              | 5               | 0
        """


def target(value: int, scope: str, first: date, last: date | None) -> Target:
    return Target(
        rate=RATE,
        value=Decimal(value),
        scope=scope,
        effective_from=first,
        effective_to=last,
        source="spec",
    )


def moved(world: World, before: str, after: str, structure: Structure) -> Movement:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    movement = compute_movement(
        timeline, RATE, dates(before), dates(after), structure=structure, today=TODAY
    )
    assert isinstance(movement, Movement)
    return movement
