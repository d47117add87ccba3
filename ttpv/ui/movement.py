"""What moved the centre's rate: a sentence, a waterfall, and the effects as a table."""

import streamlit as st

from ttpv.compare import Movement, NoMovement
from ttpv.reference import Reference
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.html import render_note, render_notes, render_title
from ttpv.ui.movement_chart import render_waterfall
from ttpv.ui.texts import trends as texts
from ttpv.ui.trend_data import load_movement
from ttpv.ui.trend_tables import render_table
from ttpv.ui.trends import Shown
from ttpv.views.data_tables import table_of_contributions
from ttpv.views.formatting import lower_first
from ttpv.views.movement import METHOD_NOTE, build_movement
from ttpv.views.series_names import name_departments
from ttpv.views.slots import find_compared, name_slot
from ttpv.views.trend_tables import table_of_effects
from ttpv.views.waterfall import build_waterfall

AGAINST_KEY = "so-voi"


def render_movement(shown: Shown) -> None:
    render_title(texts.MOVEMENT, level=2)
    trend = shown.trend
    kind, after = trend.step.kind, trend.slots[shown.at].period
    name = name_slot(after, kind)
    against = _choose_against(shown)
    if against is None:
        why = texts.MOVEMENT_NONE_YEAR if kind == "year" else texts.MOVEMENT_NONE
        render_note(why.format(period=lower_first(name)))
        return
    before = trend.slots[against].period
    movement = load_movement(
        shown.selection.snapshot.id, shown.rate.id, before, after, trend.structure, shown.today
    )
    names = _names_in(movement, shown.selection.reference)
    view = build_movement(shown.rate, movement, names)
    if not isinstance(movement, Movement):
        render_note(view.sentence)
        return
    bars = build_waterfall(movement, names, name_slot(before, kind), name)
    render_waterfall(bars, view.sentence, shown.source)
    render_table(
        lambda: table_of_effects(view.effects, bars.change),
        lambda: table_of_contributions(movement, names),
        f"thay-doi_{shown.rate.id}_{before.start:%Y%m%d}_{after.last:%Y%m%d}",
        "movement",
    )
    render_notes((bars.note, METHOD_NOTE))


def _names_in(movement: Movement | NoMovement, reference: Reference) -> dict[str, str]:
    register = reference.department_by_id
    if isinstance(movement, Movement):
        ids = [contribution.department for contribution in movement.contributions]
    else:
        ids = list(movement.departments)
    # Whoever has left the register goes by the id that the figures are published under.
    gone = {id_: id_ for id_ in ids if id_ not in register}
    return gone | name_departments(register[id_] for id_ in ids if id_ in register)


def _choose_against(shown: Shown) -> int | None:
    """The slot to compare with, of those that are answered."""
    compared = find_compared(shown.trend, shown.at)
    yearly = shown.trend.step.kind == "year"  # the previous one and the year before are the same
    options = {
        texts.MOVEMENT_CHOICES[
            "year" if yearly else "previous" if slot == shown.at - 1 else "same"
        ]: slot
        for slot in compared
    }
    if not options:
        return None
    names = list(options)
    warn_of_unknown(texts.MOVEMENT_AGAINST, AGAINST_KEY, names, names[0])
    if st.session_state.get(AGAINST_KEY) not in names:
        st.session_state.pop(AGAINST_KEY, None)
    name = st.segmented_control(
        texts.MOVEMENT_AGAINST,
        names,
        default=names[0],
        required=True,
        key=AGAINST_KEY,
        bind="query-params",
    )
    return options[name or names[0]]
