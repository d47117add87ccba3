"""Where a document's figures come from, in one sentence: whoever doubts one can look it up."""

from ttpv.monitor import Figures
from ttpv.views.formatting import format_date

_MOST_FILES = 3


def write_source(figures: Figures) -> str:
    """ "Nguồn: số liệu công bố lần 000012, ngày 24/11/2026 09:15 (tệp a.xlsx)." in local time."""
    state = figures.snapshot
    moment = state.published_at.astimezone()
    names = list(dict.fromkeys(entry.source.file for entry in figures.entries))
    more = f" và {len(names) - _MOST_FILES} tệp khác" if len(names) > _MOST_FILES else ""
    files = f" (tệp {', '.join(names[:_MOST_FILES])}{more})" if names else ""
    return (
        f"Nguồn: số liệu công bố lần {state.id}, ngày {format_date(moment.date())} "
        f"{moment:%H:%M}{files}."
    )
