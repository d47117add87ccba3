"""The sidebar that every page shares: period, structure and departments, kept across pages and in
the link."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ttpv.core.periods import Period
from ttpv.monitor import Figures, PeriodNotCovered, Structure, default_period, find_heir
from ttpv.reference import Reference
from ttpv.store import Manifest
from ttpv.ui import texts
from ttpv.ui.address import quote_asked, warn_of_unknown
from ttpv.ui.as_reported import SNAPSHOT_KEY
from ttpv.ui.data import (
    date_of_today,
    load_answer,
    load_choices,
    load_figures,
    open_reference,
    open_store,
)
from ttpv.ui.html import render_note, render_warning
from ttpv.ui.periods import choose_period, link_period
from ttpv.views.formatting import name_period
from ttpv.views.names import short_names

Query = dict[str, str | list[str]]
"""The choices of a link, by their keys in the address."""

DEPARTMENTS_KEY = "don-vi"
STRUCTURE_KEY = "co-cau"
_WISH = "_departments_wish"
_LISTED = 5


@dataclass(frozen=True)
class Selection:
    """What the sidebar says: which snapshot is shown, and of it which period and departments.

    `structure` says whether `departments` are those of then or of today. `is_own_range`: the period
    is two dates and not one of those offered. `is_earlier`: a later state than `snapshot` is
    published. `names` are what the departments are called here, by
    id; where it says nothing, their short names.
    """

    snapshot: Manifest
    period: Period
    departments: tuple[str, ...]
    structure: Structure = "then"
    is_own_range: bool = False
    is_earlier: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def reference(self) -> Reference:
        """The reference data that the snapshot is computed with."""
        return open_reference(self.snapshot)

    def figures(self) -> Figures:
        """The figures of the chosen departments (none chosen: all)."""
        return load_figures(self.snapshot.id, self.period, self.departments, self.structure)

    def all_figures(self) -> Figures:
        """The figures of all departments in the chosen period."""
        return load_figures(self.snapshot.id, self.period, (), self.structure)

    def link(self) -> Query:
        """What a link says to open another page with the same choices, but for departments."""
        query: Query = {**link_period(self.period, self.is_own_range), **self.link_state()}
        if self.structure != "then":
            query[STRUCTURE_KEY] = texts.STRUCTURES[self.structure]
        return query

    def link_state(self) -> dict[str, str]:
        """What a link says to show the same published state; nothing for the current one, which
        whoever opens the link later wants as it is then."""
        return {SNAPSHOT_KEY: self.snapshot.id} if self.is_earlier else {}


_selection: ContextVar[Selection | PeriodNotCovered | None] = ContextVar("selection", default=None)


def current_selection() -> Selection | PeriodNotCovered | None:
    """What `render_filters` found in this run; PeriodNotCovered where the published figures do not
    answer the dates chosen; None before, or in an empty store."""
    return _selection.get()


_state: ContextVar[Manifest | None] = ContextVar("state", default=None)


def shown_state() -> Manifest | None:
    """The published state that this run shows, whatever period is chosen of it."""
    return _state.get()


def render_filters(snapshot: Manifest | None, place: DeltaGenerator) -> None:
    """Draws the choices at their place in the sidebar, and remembers them for this run's page."""
    _selection.set(None)
    _state.set(snapshot)
    if snapshot is None or not snapshot.periods:
        return
    newest = default_period(snapshot)
    with place:
        choices = load_choices(snapshot.id)
        period = choose_period(choices, newest)
        if period is None:
            _selection.set(PeriodNotCovered(None, [], [newest]))
            return
        try:
            load_answer(snapshot.id, period)
        except PeriodNotCovered as error:
            _selection.set(error)
            return
        structure = _choose_structure(snapshot, open_reference(snapshot))
        figures = load_figures(snapshot.id, period, (), structure)
        chosen = _choose_departments(figures)
        if period.stop < newest.stop:  # a link or a reload stays where it was: say that it is old
            render_note(texts.NEWER_PERIOD.format(period=name_period(newest)))
    names = {id_: name for name, id_ in short_names(figures).items()}
    own = period not in choices.kind_of
    current = open_store().current()
    is_earlier = current is not None and current.id != snapshot.id
    _selection.set(Selection(snapshot, period, chosen, structure, own, is_earlier, names))


def wish_departments(names: Sequence[str]) -> None:
    """For a link that is clicked: the next run's sidebar has these, where it knows them."""
    st.session_state[_WISH] = tuple(names)


def _choose_structure(snapshot: Manifest, reference: Reference) -> Structure:
    """Asked only where it matters: published days lie before a merger."""
    today = date_of_today()
    earliest = min(period.start for period in snapshot.periods)
    merged = (d for d in reference.departments if find_heir(reference, d, today) != d)
    if not any(d.last and d.last >= earliest for d in merged):
        return "then"
    names = {name: structure for structure, name in texts.STRUCTURES.items()}
    warn_of_unknown(texts.STRUCTURE, STRUCTURE_KEY, names, texts.STRUCTURES["then"])
    chosen = st.segmented_control(
        texts.STRUCTURE,
        list(names),
        key=STRUCTURE_KEY,
        bind="query-params",
        default=texts.STRUCTURES["then"],
        required=True,
        help=texts.STRUCTURE_HELP,
    )
    return "now" if chosen == texts.STRUCTURES["now"] else "then"


def _choose_departments(figures: Figures) -> tuple[str, ...]:
    ids = short_names(figures)
    names = {id_: name for name, id_ in ids.items()}
    _warn_of_unknown([*ids, *names])
    asked = () if DEPARTMENTS_KEY in st.session_state else st.query_params.get_all(DEPARTMENTS_KEY)
    by_id = asked if any(name in names for name in asked) else ()
    told = st.session_state.pop(_WISH, by_id)
    wished = [name for name in (names.get(name, name) for name in told) if name in ids]
    if wished:
        st.session_state[DEPARTMENTS_KEY] = wished
    chosen = st.multiselect(
        texts.SCOPE,
        list(ids),
        key=DEPARTMENTS_KEY,
        bind="query-params",
        placeholder=texts.SCOPE_ALL,
        help=texts.SCOPE_HELP,
        select_all=False,
    )
    return tuple(ids[name] for name in chosen if name in ids)


def _warn_of_unknown(labels: list[str]) -> None:
    """Streamlit drops what a link names but nobody has; a narrower or wider view must be said."""
    unknown = [name for name in st.query_params.get_all(DEPARTMENTS_KEY) if name not in labels]
    if unknown:
        listed = ", ".join(f"“{quote_asked(name)}”" for name in unknown[:_LISTED])
        if len(unknown) > _LISTED:
            listed = texts.LINK_MORE.format(names=listed, count=len(unknown) - _LISTED)
        render_warning(texts.LINK_DEPARTMENTS_UNKNOWN.format(names=listed))
