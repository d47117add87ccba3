"""Taking a report away: a button a format, a file made when it is clicked, and a record of it.

Streamlit makes the file in a thread of its own, past the page; what became of it lies in a `Tray`
of the session, at which the page looks.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from ttpv.core.user import operating_system_user
from ttpv.monitor import Timeline
from ttpv.reporting import (
    FORMATS,
    MIMES,
    Order,
    ReportFailed,
    ReportKind,
    make_report,
    record_report,
)
from ttpv.store import Store, StoreError, explain
from ttpv.ui.access import current_access
from ttpv.ui.data import date_of_today, load_timeline, open_store
from ttpv.ui.filters import Selection
from ttpv.ui.html import plain, render_note, render_title
from ttpv.ui.reports import order_report
from ttpv.ui.texts import reports as words
from ttpv.views.file_names import mark_name, name_report

_TRAY = "_reports_tray"
_SECONDS = 1


@dataclass
class Tray:
    """What became of this session's downloads: how many ended, and why the last one failed."""

    ended: int = 0
    failure: str = ""


def render_downloads(kind: ReportKind, selection: Selection) -> None:
    """A button a format. Whoever may only look takes a report without a name."""
    tray: Tray = st.session_state.setdefault(_TRAY, Tray())
    store, timeline = open_store(), load_timeline(selection.snapshot.id)
    by = operating_system_user() if current_access().may_upload else None
    render_title(words.DOWNLOAD, level=2)
    if tray.failure:
        st.error(plain(tray.failure))
    place = st.container(horizontal=True)
    for format_ in FORMATS[kind]:
        order = order_report(kind, format_, selection)
        name = name_report(kind, format_, order.period, order.departments)
        place.download_button(
            words.FORMATS[format_],
            partial(take_report, store, timeline, order, by, date_of_today(), tray),
            file_name=mark_name(name, is_simulated=store.is_simulated),
            mime=MIMES[format_],
            key=f"report-{kind}-{format_}",
            type="primary" if format_ == FORMATS[kind][0] else "secondary",
            on_click="ignore",
        )
    render_note(words.MAKING.format(snapshot=selection.snapshot.id))
    _look_at(tray)


def take_report(
    store: Store, timeline: Timeline, order: Order, by: str | None, today: date, tray: Tray
) -> bytes:
    """Makes the file and records it; nothing is handed out that is not recorded.

    Raises what keeps it from being made, after leaving the reason in the tray.
    """
    try:
        made = make_report(store, timeline, order, today=today)
        record_report(store, made, by=by)
    except Exception as error:
        tray.failure = words.FAILED.format(reason=_explain(error))
        raise
    else:
        tray.failure = ""
        return made.content
    finally:
        tray.ended += 1


def _explain(error: Exception) -> str:
    if isinstance(error, ReportFailed | StoreError):
        return str(error)
    if isinstance(error, OSError):
        return words.NOT_RECORDED.format(reason=explain(error))
    return words.UNEXPECTED


def _look_at(tray: Tray) -> None:
    """Runs the page again once a download has ended: the list below has one more, or the reason
    is shown."""
    seen = tray.ended

    @st.fragment(run_every=_SECONDS)
    def look() -> None:
        if tray.ended != seen:
            st.rerun()

    look()
