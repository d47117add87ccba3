"""What those who may publish can do with published states: bring one back, withdraw a form."""

from collections.abc import Sequence

import streamlit as st

from ttpv.core.periods import Period
from ttpv.core.user import operating_system_user
from ttpv.publishing import Publisher
from ttpv.register_history import compare_registers
from ttpv.states import plan_restore, restore_snapshot
from ttpv.store import Manifest, StoreError
from ttpv.ui.access import current_access
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.html import render_html, text
from ttpv.ui.texts import history as history_words
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.withdrawing import MESSAGE, render_lost, render_withdrawing
from ttpv.views.failures import describe_failure
from ttpv.views.formatting import name_period
from ttpv.views.history import name_snapshot
from ttpv.views.restoring import describe_restore, find_changed_periods


def render_changing() -> None:
    """For those who may publish: bring an earlier state back, or withdraw a form of a period."""
    kind, sentence = st.session_state.pop(MESSAGE, (None, ""))
    place = st.container()  # always there: else what is unfolded below folds when the message goes
    if kind:
        (place.success if kind == "success" else place.warning)(sentence)
    states = open_store().history()
    if not states or (len(states) < 2 and not states[0].entries):
        return
    access = current_access()
    if not access.may_upload:
        st.info(access.reason)
        return
    if len(states) > 1:
        _render_restoring(states)
    if states[0].entries:
        render_withdrawing(states[0])


def _render_restoring(states: Sequence[Manifest]) -> None:
    """Choose a state, see what would change, bring it back."""
    current, earlier = states[0], {state.id: state for state in states[1:]}
    with st.expander(history_words.RESTORE_OFFER):
        chosen = st.selectbox(
            history_words.RESTORE_WHICH,
            list(earlier),
            index=None,
            format_func=lambda id_: name_snapshot(earlier[id_]),
            placeholder=history_words.RESTORE_PLACEHOLDER,
        )
        if chosen is not None:
            _render_choice(earlier[chosen], current)


def _render_choice(origin: Manifest, current: Manifest) -> None:
    only = _choose_period(origin, current)
    reference = open_reference()
    registers = compare_registers(open_store(), current, origin)
    sentences = describe_restore(origin, current, reference, registers, only=only)
    if not sentences:
        st.info(history_words.RESTORE_SAME.format(snapshot=origin.id))
        return
    items = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences)
    render_html(f'<div class="ttpv"><ul data-restore>{items}</ul></div>')
    render_lost(current, plan_restore(origin, current, only), reference)
    label = history_words.RESTORE.format(snapshot=origin.id)
    if only is not None:
        label = history_words.RESTORE_PERIOD.format(snapshot=origin.id, period=name_period(only))
    # Of this choice upon this state alone, as the import's button: see ui/importing.py.
    if st.button(label, type="primary", key=f"restore-{origin.id}-{only}-{current.id}"):
        _restore(origin, current, only)


def _choose_period(origin: Manifest, current: Manifest) -> Period | None:
    """One of the periods that are not as they were then; none is the whole state."""
    periods = find_changed_periods(origin, current)
    if not periods:
        return None
    return st.selectbox(
        history_words.RESTORE_ONLY,
        periods,
        index=None,
        format_func=name_period,
        placeholder=history_words.RESTORE_ALL,
        help=history_words.RESTORE_ONLY_HELP,
        key=f"restore-period-{origin.id}-{current.id}",
    )


def _restore(origin: Manifest, current: Manifest, only: Period | None) -> None:
    publisher = Publisher(operating_system_user(), may_publish=True)
    try:
        outcome = restore_snapshot(
            origin.id, open_store(), publisher, period=only, expect=current.id
        )
    except (OSError, StoreError) as error:
        st.error(describe_failure(error))
        return
    snapshot = outcome.snapshot.id if outcome.snapshot else ""
    words = {"origin": origin.id, "snapshot": snapshot}
    if outcome.status == "needs_confirmation":
        st.session_state[MESSAGE] = ("warning", importing_words.CHANGED_MEANWHILE.format(**words))
    elif outcome.status == "unchanged":
        st.session_state[MESSAGE] = ("warning", history_words.RESTORE_UNCHANGED.format(**words))
    else:
        done = history_words.RESTORED if only is None else history_words.RESTORED_PERIOD
        period = name_period(only) if only else ""
        st.session_state[MESSAGE] = ("success", done.format(**words, period=period))
    st.rerun()
