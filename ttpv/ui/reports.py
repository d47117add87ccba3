"""The page Báo cáo: which report, what it lacks, and what it looks like."""

import streamlit as st

from ttpv.reporting import FORMATS, Order, ReportFormat, ReportKind, make_report
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.data import StateKey, date_of_today, load_timeline, open_store, state_key
from ttpv.ui.filters import Selection
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.texts import reports as words
from ttpv.views.formatting import name_period
from ttpv.views.overview import build_overview
from ttpv.views.report_gaps import find_gaps
from ttpv.views.reports import KIND_NAMES

KIND_KEY = "loai"
PREVIEW_KEY = "report-preview"


def choose_kind() -> ReportKind:
    """Kept in the address."""
    names = {KIND_NAMES[kind]: kind for kind in FORMATS}
    warn_of_unknown(words.KIND, KIND_KEY, names, next(iter(names)))
    chosen = st.segmented_control(
        words.KIND,
        list(names),
        default=next(iter(names)),
        required=True,
        key=KIND_KEY,
        bind="query-params",
    )
    kind = names.get(str(chosen), next(iter(FORMATS)))
    render_note(words.ABOUT[kind])
    return kind


def order_report(kind: ReportKind, format_: ReportFormat, selection: Selection) -> Order:
    """What the page's choices ask for."""
    return Order(kind, format_, selection.period, selection.departments, selection.structure)


def render_gaps(selection: Selection) -> None:
    """What to know before it is sent."""
    gaps = find_gaps(selection.figures(), selection.reference)
    render_title(words.GAPS, level=2)
    if not gaps:
        render_note(words.NO_GAPS)
        return
    items = "".join(f"<li>{text(gap)}</li>" for gap in gaps)
    render_html(f'<div class="ttpv"><ul class="gaps" data-gaps="{len(gaps)}">{items}</ul></div>')


def render_preview(kind: ReportKind, selection: Selection) -> None:
    """The sheet itself, as a picture."""
    render_title(words.PREVIEW, level=2)
    order = order_report(kind, "png", selection)
    with st.spinner(words.DRAWING):
        picture = _draw(state_key(selection.snapshot.id), selection.snapshot.id, order)
    headline = build_overview(selection.figures(), selection.reference).headline
    named, period = KIND_NAMES[kind].lower(), name_period(selection.period)
    st.container(key=PREVIEW_KEY).image(
        picture,
        alt=words.PREVIEW_ALT.format(kind=named, period=period, headline=headline),
        width="stretch",
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def _draw(key: StateKey, snapshot: str, order: Order) -> bytes:
    return make_report(open_store(), load_timeline(snapshot), order, today=date_of_today()).content
