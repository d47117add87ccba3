"""Whom there is something to urge of in a period: who has a rate below its target, or dossiers late
or overdue. The same rules as of the letter."""

from dataclasses import dataclass

from ttpv.monitor import Figures, Line
from ttpv.views.formatting import format_count
from ttpv.views.letter import BELOW, JUDGED
from ttpv.views.letter_dossiers import count_late
from ttpv.views.names import short_name


@dataclass(frozen=True, slots=True)
class UrgingRow:
    """`below` "4/5" of the rates that are judged; counts with the bare ones to sort by."""

    id: str
    name: str
    below: str
    late: str
    overdue: str
    keys: tuple[int, int, int]


def build_urging(figures: Figures) -> tuple[UrgingRow, ...]:
    """Who has most overdue first, then who has most rates below; nobody who existed only before
    the period's last day."""
    rows = [_build(line) for line in figures.of_last_day if line.department]
    needed = (row for row in rows if any(row.keys))
    return tuple(sorted(needed, key=lambda row: (-row.keys[2], -row.keys[0], -row.keys[1])))


def _build(line: Line) -> UrgingRow:
    assert line.department is not None
    statuses = [figure.status for figure in line.rates.values()]
    below = sum(status in BELOW for status in statuses)
    judged = sum(status in JUDGED for status in statuses)
    late, overdue = (count_late(line, name) for name in ("resolved_late", "pending_overdue"))
    return UrgingRow(
        id=line.department.id,
        name=short_name(line),
        below=f"{below}/{judged}",
        late=format_count(late),
        overdue=format_count(overdue),
        keys=(below, late, overdue),
    )
