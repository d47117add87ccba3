"""What a line of a table is called: its department, and since or until when where that matters.

Over a merger two departments may bear one name: Sở Tài chính until 28/02/2025, another one after.
"""

from ttpv.core.periods import Period
from ttpv.monitor import Figures, Line
from ttpv.views.formatting import format_date


def short_name(line: Line) -> str:
    """ "Y tế", "Tài chính (01/01/2025 – 28/02/2025)"; empty for a total."""
    return _dated(line.department.short, line.within) if line.department else ""


def full_name(line: Line) -> str:
    """ "Sở Y tế", "Sở Tài chính (01/03/2025 – 31/03/2025)"; empty for a total."""
    return _dated(line.department.name, line.within) if line.department else ""


def short_names(figures: Figures) -> dict[str, str]:
    """Short name → id of every line, in their order."""
    return {short_name(line): line.department.id for line in figures.departments if line.department}


def _dated(name: str, within: Period | None) -> str:
    if within is None:
        return name
    return f"{name} ({format_date(within.start)} – {format_date(within.last)})"
