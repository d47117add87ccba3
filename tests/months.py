"""Months of all departments around the merger of 01/03/2025, for pages that show time."""

from pathlib import Path

from tests.spec.tables import World, dates
from ttpv.reference import Reference
from ttpv.store import Store

MONTHS = ("2024-11", "2024-12", "2025-02", "2025-03", "2025-04")
"""January 2025 is missing."""

COLUMNS = (
    "received_new | received_online | digitised | resolved | resolved_on_time | resolved_late"
    " | pending | pending_in_time | pending_overdue"
)


def publish_months(folder: Path, reference: Reference, months: tuple[str, ...] = MONTHS) -> None:
    """100 dossiers a department and month, 40 of them online in the first month and 2 more in each
    later one; Sở Y tế has 3 more each."""
    world = World(Store(folder), reference)
    for number, month in enumerate(months):
        rows = []
        for department in reference.departments_on(dates(month).last):
            online = 40 + (3 if department.id == "so-y-te" else 2) * number
            rows.append(f"{department.id} | 100 | {online} | 80 | 90 | 88 | 2 | 10 | 9 | 1")
        world.publish(month, "\n".join([f"who | {COLUMNS}", *rows]), form="annex-1")
