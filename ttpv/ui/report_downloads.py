"""Taking a report away: a button a format, a file made when it is clicked, and a record of it.

Streamlit makes the file in a thread of its own, past the page; what became of it lies in a `Tray`
of the session, at which the page looks.
"""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from ttpv.core.user import operating_system_user
from ttpv.reporting import (
    FORMATS,
    MIMES,
    Order,
    ReportFailed,
    Sources,
    make_report,
    offer_formats,
    record_report,
)
from ttpv.store import StoreError, explain
from ttpv.ui.access import current_access
from ttpv.ui.downloads import name_download
from ttpv.ui.html import plain, render_note, render_title
from ttpv.ui.reports import Wish, open_sources
from ttpv.ui.texts import reports as words
from ttpv.views.file_names import name_report

_TRAY = "_reports_tray"
_SECONDS = 1


@dataclass
class Tray:
    """What became of this session's downloads: how many ended, and why the last one failed."""

    ended: int = 0
    failure: str = ""


def render_downloads(wish: Wish) -> None:
    """A button a format. Whoever may only look takes a report without a name."""
    tray: Tray = st.session_state.setdefault(_TRAY, Tray())
    selection, sources = wish.selection, open_sources(wish.selection.snapshot.id)
    by = operating_system_user() if current_access().may_upload else None
    render_title(words.DOWNLOAD, level=2)
    if tray.failure:
        st.error(plain(tray.failure))
    place = st.container(horizontal=True)
    formats = offer_formats(wish.kind)
    for format_ in formats:
        order = wish.order(format_)
        name = name_report(order.kind, format_, order.period, order.departments)
        place.download_button(
            words.FORMATS[format_],
            partial(take_report, sources, order, by, tray),
            file_name=name_download(name),
            mime=MIMES[format_],
            key=f"report-{wish.kind}-{format_}",
            type="primary" if format_ == formats[0] else "secondary",
            on_click="ignore",
        )
    if formats != FORMATS[wish.kind]:
        render_note(words.NO_OFFICE)
    render_note(words.MAKING.format(snapshot=selection.snapshot.id))
    _look_at(tray)


def take_report(sources: Sources, order: Order, by: str | None, tray: Tray) -> bytes:
    """Makes the file and records it; nothing is handed out that is not recorded.

    Raises what keeps it from being made, after leaving the reason in the tray.
    """
    try:
        made = make_report(sources, order)
        record_report(sources.store, made, by=by)
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
