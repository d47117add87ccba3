"""The sidebar's choice of a period: a kind, then one of the periods of that kind that the published
figures answer, or any two dates.

A link must open the same view for whoever gets it, so the period always stands in the address,
the default one too: to Streamlit the default is "none", and what we fill in is a choice.
"""

from datetime import date
from typing import Any

import streamlit as st

from ttpv.core.periods import Period
from ttpv.monitor import Choices
from ttpv.ui import texts
from ttpv.ui.address import quote_asked
from ttpv.ui.html import render_warning
from ttpv.ui.texts import importing as words
from ttpv.views.formatting import name_period

KIND_KEY = "loai-ky"
PERIOD_KEY = "ky"
FIRST_KEY = "tu"
LAST_KEY = "den"
_FILLED_IN = "_period_filled_in"
_UNKNOWN = "_period_unknown"

_DAYS = (date(2000, 1, 1), date(2099, 12, 31))

Labels = dict[str, dict[str, Period]]
"""Kind, as people call it, → name → period; the latest first."""


def choose_period(choices: Choices, newest: Period) -> Period | None:
    """Draws the choice; None while the two dates are no period. `newest` is shown by default."""
    labels: Labels = {
        texts.PERIOD_KINDS[kind]: {name_period(period): period for period in periods}
        for kind, periods in choices.by_kind.items()
    }
    _fill_in(labels, name_period(newest))
    kind = st.selectbox(
        texts.PERIOD_KIND,
        [*labels, texts.OWN_RANGE],
        key=KIND_KEY,
        on_change=_take_latest,
        args=(labels,),
        help=texts.PERIOD_KIND_HELP,
    )
    if kind == texts.OWN_RANGE:
        return _choose_dates(newest)
    name = st.selectbox(
        texts.PERIOD,
        list(labels[kind]),
        index=None,
        key=PERIOD_KEY,
        bind="query-params",
        help=texts.PERIOD_HELP,
        placeholder=name_period(newest),
    )
    return labels[kind].get(name or "", newest)


def open_published(period: Period) -> None:
    """For a button: leaves the two dates for a published period."""
    state, name = st.session_state, name_period(period)
    state[KIND_KEY] = texts.PERIOD_KINDS["published"]
    state[PERIOD_KEY] = st.query_params[PERIOD_KEY] = name  # its box is not bound yet
    state[_FILLED_IN] = ""


def link_period(period: Period, is_own_range: bool) -> dict[str, str]:
    """What a link says to open the period."""
    if is_own_range:
        return {FIRST_KEY: period.start.isoformat(), LAST_KEY: period.last.isoformat()}
    return {PERIOD_KEY: name_period(period)}


def _choose_dates(newest: Period) -> Period | None:
    """Any two dates; whether the published figures answer them is said by the page."""
    state = st.session_state
    if FIRST_KEY not in st.query_params:  # else the address fills them
        state.setdefault(FIRST_KEY, newest.start)
        state.setdefault(LAST_KEY, newest.last)
    common: dict[str, Any] = {"format": "DD/MM/YYYY", "bind": "query-params"}
    first = st.date_input(texts.FIRST_DAY, None, *_DAYS, key=FIRST_KEY, **common)
    last = st.date_input(texts.LAST_DAY, None, *_DAYS, key=LAST_KEY, **common)
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    if first > last:
        render_warning(words.PERIOD_REVERSED)
        return None
    return Period.inclusive(first, last)


def _take_latest(labels: Labels) -> None:
    """Another kind was chosen: its latest period; for two dates, those of the period shown."""
    state = st.session_state
    if state[KIND_KEY] != texts.OWN_RANGE:
        state[PERIOD_KEY] = next(iter(labels[state[KIND_KEY]]))
        return
    for names in labels.values():
        if shown := names.get(state.get(PERIOD_KEY) or ""):
            state[FIRST_KEY], state[LAST_KEY] = shown.start, shown.last
            for key, day in ((FIRST_KEY, shown.start), (LAST_KEY, shown.last)):
                st.query_params[key] = day.isoformat()  # their boxes are not bound yet
            return


def _fill_in(labels: Labels, newest: str) -> None:
    """Chooses the latest period where nobody has chosen, and again when a later one comes; and
    the kind that the chosen period is of."""
    state = st.session_state
    every = {name: kind for kind in reversed(labels) for name in labels[kind]}
    if KIND_KEY not in state and {FIRST_KEY, LAST_KEY} <= set(st.query_params):
        state[KIND_KEY], state[_FILLED_IN] = texts.OWN_RANGE, ""
    if state.get(KIND_KEY) == texts.OWN_RANGE:
        return
    asked = st.query_params.get(PERIOD_KEY)
    if _FILLED_IN not in state and asked is not None and asked not in every:
        # Streamlit strikes out what it does not know, and with it what we write in the same run.
        st.query_params[PERIOD_KEY] = state[_FILLED_IN] = newest
        state[_UNKNOWN] = asked
        st.rerun()
    if _FILLED_IN not in state and asked is None and {FIRST_KEY, LAST_KEY} & set(st.query_params):
        render_warning(texts.LINK_DATES_LACKING.format(shown=newest))
    if unknown := state.pop(_UNKNOWN, ""):
        render_warning(texts.LINK_PERIOD_UNKNOWN.format(period=quote_asked(unknown)))
    chosen = state.get(PERIOD_KEY)
    if _FILLED_IN not in state and asked in every:
        state[_FILLED_IN] = ""
        chosen = asked
    elif chosen not in every or (chosen == state.get(_FILLED_IN) and chosen != newest):
        if _FILLED_IN not in state:  # not bound yet: from the next run on Streamlit writes it
            st.query_params[PERIOD_KEY] = newest
        state[PERIOD_KEY] = chosen = newest
        state[_FILLED_IN] = newest
    if chosen not in labels.get(state.get(KIND_KEY, ""), {}):
        state[KIND_KEY] = every[str(chosen)]
