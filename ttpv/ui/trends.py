"""What the trend page shows: which rate, in which step and structure; and its first blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ttpv.reference import Rate
from ttpv.trends import Step, Trend
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.clickable import render_clickable
from ttpv.ui.data import date_of_today
from ttpv.ui.filters import Selection
from ttpv.ui.gauges import draw_shape
from ttpv.ui.guards import stop_page
from ttpv.ui.html import render_note, render_notes, text
from ttpv.ui.small_lines import draw_small_line
from ttpv.ui.texts import trends as texts
from ttpv.ui.texts.tables import STEP_SLUGS
from ttpv.ui.trend_charts import render_rate_trend
from ttpv.ui.trend_data import load_steps, load_trend
from ttpv.ui.trend_tables import render_table
from ttpv.views.backlog import MEASURES
from ttpv.views.data_tables import table_of_trend
from ttpv.views.formatting import lower_first
from ttpv.views.slots import name_slot
from ttpv.views.trend_cards import CardView, build_rate_cards, write_against
from ttpv.views.trend_tables import table_of_rate
from ttpv.views.trends import build_rate_trend

RATE_KEY = "ty-le"
STEP_KEY = "buoc"
_USUAL_STEP = "_usual_step"
_WISH = "_trend_rate_wish"


@dataclass(frozen=True, slots=True)
class Shown:
    """The page's choices and what they give. `at` is the slot that is looked at: the last one that
    ends by the sidebar's period. `today` says what today's structure is."""

    selection: Selection
    trend: Trend
    rate: Rate
    rates: tuple[Rate, ...]
    at: int
    today: date
    source: str

    def name_series(self) -> str:
        """Which rate, and of which time, as files are called."""
        return f"{self.rate.id}_{self.name_days()}"

    def name_days(self) -> str:
        """By which step, from when until when: "thang_20240101-20251231"."""
        slots = self.trend.slots
        days = f"{slots[0].period.start:%Y%m%d}-{slots[-1].period.last:%Y%m%d}"
        return f"{STEP_SLUGS[self.trend.step.kind]}_{days}"


def choose_trend(selection: Selection) -> Shown:
    """The row of choices, each kept in the address. Says what to do and stops without a series."""
    steps = load_steps(selection.snapshot.id)
    if not steps:
        st.info(texts.TREND_NONE)
        stop_page()
    reference, structure = selection.reference, selection.structure
    today = date_of_today() if structure == "now" else date.max
    columns = st.columns([2, 3])
    usual = next((s for s in steps if s.kind == selection.period.kind), steps[0])
    step = _choose_step(columns[1], {_name_step(s): s for s in steps}, _name_step(usual))
    trend = load_trend(
        selection.snapshot.id,
        step,
        tuple(reference.rates),
        MEASURES,
        selection.departments,
        structure,
        today,
    )
    at = trend.find_slot(selection.period.stop)
    assert at is not None  # offered steps have an answered slot
    rates = _rates_of(trend, list(reference.rates.values()))
    rate = _choose_rate(columns[0], rates)
    if len(trend.slots) == 1:
        render_note(texts.TREND_ONE)
    return Shown(selection, trend, rate, rates, at, today, _write_source(selection, trend))


def _name_step(step: Step) -> str:
    name = texts.TREND_STEPS[step.kind]
    if step.opening == 1:
        return name
    return texts.TREND_STEP_FROM.format(step=name, day=step.opening)


def _choose_step(place: DeltaGenerator, options: dict[str, Step], usual: str) -> Step:
    """The step of the sidebar's period, a quarter's for a quarter, until somebody chooses one."""
    names, state = list(options), st.session_state
    warn_of_unknown(texts.TREND_STEP, STEP_KEY, names, usual)
    shown = state.get(STEP_KEY)
    nobody_chose = shown == state.get(_USUAL_STEP) and shown != usual
    if shown not in names or nobody_chose:
        state.pop(STEP_KEY, None)
    state[_USUAL_STEP] = usual
    name = place.segmented_control(
        texts.TREND_STEP,
        names,
        default=usual,
        required=True,
        key=STEP_KEY,
        bind="query-params",
    )
    return options[name or usual]


def _rates_of(trend: Trend, rates: Sequence[Rate]) -> tuple[Rate, ...]:
    """Those that were in force in any slot."""
    return tuple(
        rate for rate in rates if any(rate.in_force_on(slot.period.last) for slot in trend.slots)
    )


def _choose_rate(place: DeltaGenerator, rates: Sequence[Rate]) -> Rate:
    names = {rate.short: rate for rate in rates}
    wish = st.session_state.pop(_WISH, None)
    if wish in names:
        st.session_state[RATE_KEY] = wish
    warn_of_unknown(texts.TREND_RATE, RATE_KEY, names, next(iter(names)))
    if st.session_state.get(RATE_KEY) not in names:
        st.session_state.pop(RATE_KEY, None)
    name = place.selectbox(texts.TREND_RATE, list(names), key=RATE_KEY, bind="query-params")
    return names[name]


def _write_source(selection: Selection, trend: Trend) -> str:
    answered = [slot.period for slot in trend.slots if slot.is_answered]
    first, last = (lower_first(name_slot(p, trend.step.kind)) for p in (answered[0], answered[-1]))
    return texts.TREND_SOURCE.format(
        count=len(answered),
        first=first,
        last=last,
        snapshot=selection.snapshot.id,
        structure=texts.TREND_STRUCTURES[trend.structure],
    )


def render_rate_cards(shown: Shown) -> None:
    """All rates of the selection at a glance; a click chooses one."""
    cards = build_rate_cards(shown.trend, shown.rates, shown.at, shown.selection.reference)
    drawn = "".join(_draw_button(card, is_chosen=card.id == shown.rate.id) for card in cards)
    hint = f"{write_against(shown.trend, shown.at)} {texts.TREND_CARDS_HINT}"
    opened = render_clickable(
        f'<div class="cards rates">{drawn}</div><p class="note">{text(hint)}</p>',
        key="trend-rates",
    )
    wished = next((rate for rate in shown.rates if rate.id == opened), None)
    if wished is not None and wished.id != shown.rate.id:
        st.session_state[_WISH] = wished.short
        st.rerun()


def _draw_button(card: CardView, *, is_chosen: bool) -> str:
    return (
        f'<button type="button" class="card" data-open="{text(card.id)}" '
        f'aria-pressed="{"true" if is_chosen else "false"}">{draw_card(card)}</button>'
    )


def draw_card(card: CardView, name: str | None = None) -> str:
    """Name, value with its state, the line. `name` is markup that stands for the name."""
    head = text(card.name) if name is None else name
    note = f'<span class="change">{text(card.note)}</span>'
    return (
        f'<span class="name">{head}</span><span class="value">{draw_shape(card.status)}'
        f'<b>{text(card.value)}</b><span class="sr">{text(card.status_word)}</span></span>'
        f"{note}{draw_small_line(card.line, card.at, card.scale, card.spoken)}"
    )


def render_rate(shown: Shown) -> None:
    """The chosen rate: centre and chosen departments against their targets, and the table."""
    view = build_rate_trend(shown.trend, shown.rate, shown.at, shown.selection.reference)
    render_rate_trend(view, shown.source)
    render_notes((*view.notes, texts.TREND_LEGEND))
    render_table(
        lambda: table_of_rate(view),
        lambda: table_of_trend(shown.trend, shown.rate),
        f"xu-huong_{shown.name_series()}",
        "rate",
    )
