"""The page Báo cáo: which report, what it lacks, and what it looks like."""

from dataclasses import dataclass
from datetime import date

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
    prepare_report,
)
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.data import (
    Of,
    StateKey,
    cached_by_state,
    date_of_today,
    load_timeline,
    open_store,
)
from ttpv.ui.department import choose_department
from ttpv.ui.filters import Selection
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.paper import draw_letter, draw_parts
from ttpv.ui.texts import reports as words
from ttpv.ui.urging import obey_click, render_urging
from ttpv.views.formatting import format_period, name_period
from ttpv.views.letter import LetterView
from ttpv.views.others import upper_first
from ttpv.views.overview import build_overview
from ttpv.views.report import ReportView
from ttpv.views.report_gaps import find_gaps, find_report_gaps
from ttpv.views.report_preview import preview_annexes, preview_report
from ttpv.views.reports import KIND_NAMES
from ttpv.views.urging import build_urging

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
        obey_click()
        urged = [row.id for row in build_urging(selection.figures())]
        departments = (choose_department(selection, selection.all_figures(), urged),)
    return Wish(kind, selection, departments)


def find_refusal(wish: Wish) -> str:
    """Why there is no such report; empty where there is one."""
    try:
        _load(wish)
    except ReportFailed as refusal:
        return str(refusal)
    return ""


def render_gaps(wish: Wish) -> None:
    """What to know before it is sent."""
    selection = wish.selection
    match _load(wish):
        case LetterView() as letter:
            gaps = letter.gaps
        case ReportView() as report:
            gaps = find_report_gaps(report, selection.figures(), selection.reference)
        case None:
            gaps = find_gaps(selection.figures(), selection.reference)
    render_title(words.GAPS, level=2)
    if not gaps:
        render_note(words.NO_GAPS)
        return
    items = "".join(f"<li>{text(gap)}</li>" for gap in gaps)
    render_html(f'<div class="ttpv"><ul class="gaps" data-gaps="{len(gaps)}">{items}</ul></div>')


def render_others(wish: Wish) -> None:
    """Beside a letter: who else is to be urged, as far as the sidebar asks for them."""
    if wish.kind == "don-doc":
        render_urging(wish.selection.figures())


def render_preview(wish: Wish) -> None:
    """The sheet itself as a picture; of the others what they say."""
    render_title(words.PREVIEW, level=2)
    selection = wish.selection
    with st.container(key=PREVIEW_KEY), st.spinner(words.DRAWING):
        match _load(wish):
            case LetterView() as letter:
                render_html(draw_letter(letter))
            case ReportView() as report:
                parts = preview_report(report)
                render_html(
                    draw_parts(report.title, upper_first(report.period.full), parts, words.ANNEXED)
                )
            case None if wish.kind == "phu-luc":
                parts = preview_annexes(selection.figures(), selection.reference)
                title, period = KIND_NAMES[wish.kind], format_period(selection.period)
                render_html(draw_parts(title, period, parts, words.RATES_SHEET))
            case None:
                _render_picture(wish)


def _render_picture(wish: Wish) -> None:
    selection = wish.selection
    picture = _draw(selection.snapshot.id, wish.order("png"), _day(wish))
    headline = build_overview(selection.figures(), selection.reference).headline
    named, period = KIND_NAMES[wish.kind].lower(), name_period(selection.period)
    alt = words.PREVIEW_ALT.format(kind=named, period=period, headline=headline)
    st.image(picture, alt=alt, width="stretch")


def open_sources(state: Of, today: date | None = None) -> Sources:
    """What reports of that state are made of."""
    return Sources(open_store(), load_timeline(state), today or date_of_today())


def _load(wish: Wish) -> ReportView | LetterView | None:
    """All that a written report says; None of a kind that is drawn. Raises ReportFailed."""
    return _prepare(wish.selection.snapshot.id, wish.any_order, _day(wish))


def _day(wish: Wish) -> date:
    """What today's structure hangs on; the same day for whom it does not matter."""
    return date_of_today() if wish.selection.structure == "now" else date.max


@cached_by_state(64, show_spinner=words.DRAWING)
def _prepare(state: StateKey, order: Order, today: date) -> ReportView | LetterView | None:
    match order.kind:
        case "bao-cao":
            return prepare_report(open_sources(state, today), order)
        case "don-doc":
            return prepare_letter(open_sources(state, today), order)
    return None


@cached_by_state(32)
def _draw(state: StateKey, order: Order, today: date) -> bytes:
    return make_report(open_sources(state, today), order).content
