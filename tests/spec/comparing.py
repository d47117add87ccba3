"""What the tables of comparing share: months published, a period compared."""

import msgspec

from tests.spec.tables import World, dates, read_table
from ttpv.comparisons import Beside, Comparison, compare_period
from ttpv.monitor import Structure, open_timeline

RATE = "online_submission"


def compare(
    world: World, period: str, *chosen: str, structure: Structure | None = None
) -> Comparison:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return compare_period(timeline, dates(period), frozenset(chosen), structure=structure)


def publish_months(world: World, text: str, who: str = "a") -> None:
    """A row a month: dossiers received and of them online, of one department."""
    for row in read_table(text):
        world.publish(
            row["month"],
            f"who | received_new | received_online\n{who} | {row['received']} | {row['online']}",
        )


def in_words(comparison: Comparison, beside: Beside) -> str:
    """ "2023-11-01..2023-11-30", with "lacks …" where it cannot be answered."""
    other = comparison.other(beside)
    if other is None:
        return "·"
    if other.side is not None:
        return str(other.period)
    return f"{other.period} lacks {', '.join(map(str, other.missing))}"


def alone(world: World) -> World:
    """The same centre with department a only, so that one row a month is all of it."""
    return World(
        world.store,
        msgspec.structs.replace(world.reference, departments=world.reference.departments[:1]),
    )
