"""The page Báo cáo: which report, what it lacks, and what it looks like."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ttpv.reporting import (
    FORMATS,
    OF_ONE,
    Order,
    ReportFailed,
    ReportFormat,
    ReportKind,
    Sources,
    make_report,
    prepare_letter,
)
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.data import StateKey, date_of_today, load_timeline, open_store, state_key
from ttpv.ui.department import choose_department
from ttpv.ui.filters import Selection
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.letter import draw_letter
from ttpv.ui.texts import reports as words
from ttpv.views.formatting import name_period
from ttpv.views.letter import LetterView
from ttpv.views.overview import build_overview
from ttpv.views.report_gaps import find_gaps
from ttpv.views.reports import KIND_NAMES

KIND_KEY = "loai"
PREVIEW_KEY = "report-preview"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the page's choices ask for: which kind, of the sidebar's selection or of one of its
    departments."""

    kind: ReportKind
    selection: Selection
    departments: tuple[str, ...]

    def order(self, format_: ReportFormat) -> Order:
        chosen = self.selection
        return Order(self.kind, format_, chosen.period, self.departments, chosen.structure)

    @property
    def any_order(self) -> Order:
        """In its first format: what is in a report does not depend on it."""
        return self.order(FORMATS[self.kind][0])


def choose_report(selection: Selection) -> Wish:
    """The kind, kept in the address, and whose it is where it is one department's."""
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
    departments = selection.departments
    if kind in OF_ONE:
        departments = (choose_department(selection, selection.all_figures()),)
    return Wish(kind, selection, departments)


def find_refusal(wish: Wish) -> str:
    """Why there is no such report; empty where there is one."""
    if wish.kind != "don-doc":
        return ""
    try:
        load_letter(wish)
    except ReportFailed as refusal:
        return str(refusal)
    return ""


def render_gaps(wish: Wish) -> None:
    """What to know before it is sent."""
    selection = wish.selection
    if wish.kind == "don-doc":
        gaps: Sequence[str] = load_letter(wish).gaps
    else:
        gaps = find_gaps(selection.figures(), selection.reference)
    render_title(words.GAPS, level=2)
    if not gaps:
        render_note(words.NO_GAPS)
        return
    items = "".join(f"<li>{text(gap)}</li>" for gap in gaps)
    render_html(f'<div class="ttpv"><ul class="gaps" data-gaps="{len(gaps)}">{items}</ul></div>')


def render_preview(wish: Wish) -> None:
    """The sheet itself as a picture; what a letter says."""
    render_title(words.PREVIEW, level=2)
    if wish.kind == "don-doc":
        render_html(draw_letter(load_letter(wish)))
        return
    selection = wish.selection
    with st.spinner(words.DRAWING):
        picture = _draw(state_key(selection.snapshot.id), selection.snapshot.id, wish.order("png"))
    headline = build_overview(selection.figures(), selection.reference).headline
    named, period = KIND_NAMES[wish.kind].lower(), name_period(selection.period)
    st.container(key=PREVIEW_KEY).image(
        picture,
        alt=words.PREVIEW_ALT.format(kind=named, period=period, headline=headline),
        width="stretch",
    )


def open_sources(snapshot: str) -> Sources:
    """What reports of that state are made of."""
    return Sources(open_store(), load_timeline(snapshot), date_of_today())


def load_letter(wish: Wish) -> LetterView:
    """Raises ReportFailed where there is nothing to urge."""
    snapshot = wish.selection.snapshot.id
    return _prepare(state_key(snapshot), snapshot, wish.any_order)


@st.cache_resource(show_spinner=False, max_entries=64)
def _prepare(key: StateKey, snapshot: str, order: Order) -> LetterView:
    return prepare_letter(open_sources(snapshot), order)


@st.cache_resource(show_spinner=False, max_entries=32)
def _draw(key: StateKey, snapshot: str, order: Order) -> bytes:
    return make_report(open_sources(snapshot), order).content
