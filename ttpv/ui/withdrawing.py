"""Taking one form of one period out of what is published: choose, see what changes, confirm."""

from collections.abc import Sequence

import streamlit as st

from ttpv.core.user import operating_system_user
from ttpv.difference import compare_states
from ttpv.lost_ranges import find_lost_ranges
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.states import plan_withdrawal, withdraw_form
from ttpv.store import Entry, Manifest, StoreError
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.difference import render_changes
from ttpv.ui.html import render_html, text
from ttpv.ui.texts import history as history_words
from ttpv.ui.texts import importing as importing_words
from ttpv.views.changes import name_form
from ttpv.views.failures import describe_failure
from ttpv.views.formatting import format_period
from ttpv.views.lost_ranges import describe_lost_ranges

MESSAGE = "_history_message"
"""(kind, sentence) to show after the next run."""


def render_withdrawing(current: Manifest) -> None:
    """For those who may publish; the newest period's forms first."""
    reference = open_reference()
    entries = {entry.key: entry for entry in sorted(current.entries, key=_newest_first)}
    with st.expander(history_words.WITHDRAW_OFFER):
        chosen = st.selectbox(
            history_words.WITHDRAW_WHICH,
            list(entries),
            index=None,
            format_func=lambda key: _label(entries[key], reference),
            placeholder=history_words.WITHDRAW_PLACEHOLDER,
            help=history_words.WITHDRAW_HELP,
        )
        if chosen is not None and chosen in entries:
            _render_choice(entries[chosen], current, reference)


def _newest_first(entry: Entry) -> tuple[int, str]:
    return (-entry.stop.toordinal(), entry.form)


def _label(entry: Entry, reference: Reference) -> str:
    name = name_form(entry.form, reference)
    return f"{name}, kỳ {format_period(entry.period)} (tệp {entry.source.file})"


def _render_choice(entry: Entry, current: Manifest, reference: Reference) -> None:
    after = plan_withdrawal(current, entry.period, entry.form)
    changes = compare_states(current.entries, after, open_store(), reference)
    render_lost(current, after, reference)  # above the figures, which are many
    render_changes(changes, after=history_words.AFTER_WITHDRAWING)
    reason = st.text_input(history_words.WITHDRAW_REASON, max_chars=200)
    # Of this form of this state alone, as the import's button: see ui/importing.py.
    key = f"withdraw-{entry.period}-{entry.form}-{current.id}"
    if st.button(history_words.WITHDRAW, type="primary", key=key):
        _withdraw(entry, current, reason, reference)


def render_lost(current: Manifest, after: Sequence[Entry], reference: Reference) -> None:
    """Which periods would no longer be answered: more than the one that goes."""
    lost = describe_lost_ranges(find_lost_ranges(current.entries, after, reference), reference)
    items = "".join(f"<li>{text(sentence)}</li>" for sentence in lost)
    if items:
        render_html(f'<div class="ttpv"><ul data-lost>{items}</ul></div>')


def _withdraw(entry: Entry, current: Manifest, reason: str, reference: Reference) -> None:
    publisher = Publisher(operating_system_user(), may_publish=True)
    try:
        outcome = withdraw_form(
            entry.period, entry.form, open_store(), publisher, reason=reason, expect=current.id
        )
    except (OSError, StoreError) as error:
        st.error(describe_failure(error))
        return
    words = {"snapshot": outcome.snapshot.id if outcome.snapshot else ""}
    if outcome.status == "needs_confirmation":
        st.session_state[MESSAGE] = ("warning", importing_words.CHANGED_MEANWHILE.format(**words))
    else:
        form = _label(entry, reference)
        st.session_state[MESSAGE] = ("success", history_words.WITHDRAWN.format(form=form, **words))
    st.rerun()
