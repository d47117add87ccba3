"""Changing the register of targets: a form, a file or an undo makes a proposal; the person sees it
as before → after, and only then it is published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import msgspec
import streamlit as st

from ttpv.core.issues import Issue
from ttpv.core.user import operating_system_user
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import Reference, Target
from ttpv.register_edits import Edit, find_undoable, read_changes
from ttpv.store import Manifest, StoreError
from ttpv.target_files import read_targets
from ttpv.targets import (
    TARGETS,
    check_register,
    compare_targets,
    publish_targets,
    undo_targets,
)
from ttpv.ui.access import current_access
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.target_fields import render_fields
from ttpv.ui.texts import targets as texts
from ttpv.views.failures import describe_failure
from ttpv.views.formatting import format_moment
from ttpv.views.targets import describe_target_changes, name_target, target_key

_PROPOSAL = "_targets_proposal"
_MESSAGE = "_targets_message"
_ROUND = "_targets_round"


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A register on its way: made upon which state ("": an empty store), and what is wrong."""

    targets: tuple[Target, ...]
    snapshot: str
    issues: tuple[Issue, ...]


def render_editing(shown: Manifest | None) -> None:
    """For those who may publish, on the current state; else the reason."""
    above = st.container()  # always there, so that a form below stays open when it fills
    kind, sentence = st.session_state.pop(_MESSAGE, (None, ""))
    if kind:
        (above.success if kind == "success" else above.warning)(sentence)
    access = current_access()
    if not access.may_upload:
        st.info(access.reason)
        return
    current = open_store().current()
    if shown is not None and current is not None and shown.id != current.id:
        st.info(texts.TARGETS_OF_THEN.format(snapshot=shown.id))
        return
    reference, snapshot = open_reference(), current.id if current else ""
    with above:
        _render_proposal(reference)
    with st.expander(texts.TARGET_ADD):
        _render_add(reference, snapshot)
    with st.expander(texts.TARGET_EDIT):
        _render_edit(reference, snapshot)
    with st.expander(texts.TARGET_FILE):
        _render_file(reference, snapshot)
    with st.expander(texts.TARGET_UNDO):
        _render_undo(reference, snapshot)


def _render_proposal(reference: Reference) -> None:
    proposal: _Proposal | None = st.session_state.get(_PROPOSAL)
    if proposal is None:
        return
    render_title(texts.TARGET_CHANGES, level=2)
    changes = compare_targets(reference.targets, proposal.targets)
    if proposal.issues:
        for issue in proposal.issues:
            st.error(text(issue.message))
    elif not changes:
        st.info(texts.TARGET_NO_CHANGE)
    else:
        _render_sentences(describe_target_changes(changes, reference), "proposal")
    place = st.container(horizontal=True)
    if changes and not proposal.issues and place.button(texts.TARGET_APPLY, type="primary"):
        publisher = Publisher(operating_system_user(), may_publish=True)
        _publish(proposal, reference, publisher)
    if place.button(texts.TARGET_DISCARD):
        _start_over()
        st.rerun()


def _render_sentences(sentences: Sequence[str], name: str) -> None:
    items = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences)
    render_html(f'<div class="ttpv"><ul data-targets="{name}">{items}</ul></div>')


def _render_add(reference: Reference, snapshot: str) -> None:
    with st.form(f"target-add-{_round()}", border=False):
        target, issues = render_fields(reference, None, _round())
        ends = st.checkbox(texts.TARGET_ENDS, value=True)
        if st.form_submit_button(texts.TARGET_PREVIEW, type="primary"):
            before = [_ended(old, target) if ends and target else old for old in reference.targets]
            _propose([*before, *([target] if target else [])], issues, reference, snapshot)


def _ended(old: Target, target: Target) -> Target:
    """The older target of the same rate and scope, up to the day before the new one begins."""
    if old.overlaps(target) and old.effective_from < target.effective_from:
        return msgspec.structs.replace(old, effective_to=target.effective_from - timedelta(days=1))
    return old


def _render_edit(reference: Reference, snapshot: str) -> None:
    by_key = {target_key(target): target for target in reference.targets}
    chosen = st.selectbox(
        texts.TARGET_WHICH,
        list(by_key),
        index=None,
        format_func=lambda key: name_target(by_key[key], reference) if key in by_key else key,
        placeholder=texts.TARGET_WHICH_PLACEHOLDER,
        key=f"target-which-{_round()}",
    )
    old = by_key.get(chosen or "")
    if old is None:
        return
    render_note(texts.TARGET_EDIT_HELP)
    others = [target for target in reference.targets if target != old]
    with st.form(f"target-edit-{chosen}-{_round()}", border=False):
        target, issues = render_fields(reference, old, _round())
        if st.form_submit_button(texts.TARGET_PREVIEW, type="primary"):
            kept = [target if t == old and target else t for t in reference.targets]
            _propose(kept, issues, reference, snapshot)
    if st.button(texts.TARGET_DELETE, help=texts.TARGET_DELETE_HELP):
        _propose(others, [], reference, snapshot)


def _render_file(reference: Reference, snapshot: str) -> None:
    render_note(texts.TARGET_FILE_HELP)
    file = st.file_uploader(
        texts.TARGET_UPLOAD, type=["csv", "toml", "txt", "tsv"], key=f"target-file-{_round()}"
    )
    if file is not None and st.button(texts.TARGET_PREVIEW, key="target-file-preview"):
        read = read_targets(file.getvalue(), file.name, reference)
        _keep(_Proposal(read.targets, snapshot, read.issues))


def _render_undo(reference: Reference, snapshot: str) -> None:
    edit = find_undoable(TARGETS.file, open_store())
    if edit is None:
        render_note(texts.TARGET_NOTHING_TO_UNDO)
        return
    state = edit.state
    said = {"moment": format_moment(state.published_at), "by": state.published_by}
    render_note(texts.TARGET_LAST_EDIT.format(snapshot=state.id, **said))
    changes = read_changes(TARGETS, open_store(), state)
    _render_sentences(describe_target_changes(changes, reference), "last")
    label = texts.TARGET_UNDO_BUTTON.format(snapshot=state.id)
    if st.button(label, key=f"target-undo-{state.id}-{snapshot}"):
        _undo(edit, snapshot)


def _propose(
    targets: Sequence[Target], issues: Sequence[Issue], reference: Reference, snapshot: str
) -> None:
    found = issues or check_register(targets, reference)
    _keep(_Proposal(tuple(targets), snapshot, tuple(found)))


def _keep(proposal: _Proposal) -> None:
    st.session_state[_PROPOSAL] = proposal
    st.rerun()


def _publish(proposal: _Proposal, reference: Reference, publisher: Publisher) -> None:
    store, expect = open_store(), proposal.snapshot
    try:
        outcome = publish_targets(proposal.targets, store, reference, publisher, expect=expect)
    except (OSError, StoreError) as error:
        st.error(describe_failure(error))
        return
    _finish(outcome, texts.TARGET_SAVED)


def _undo(edit: Edit, snapshot: str) -> None:
    publisher = Publisher(operating_system_user(), may_publish=True)
    try:
        outcome = undo_targets(edit, open_store(), publisher, expect=snapshot)
    except (OSError, StoreError) as error:
        st.error(describe_failure(error))
        return
    _finish(outcome, texts.TARGET_UNDONE)


def _finish(outcome: Outcome, done: str) -> None:
    snapshot = outcome.snapshot.id if outcome.snapshot else ""
    if outcome.status == "needs_confirmation":
        words = texts.TARGET_CHANGED_MEANWHILE.format(snapshot=snapshot)
        st.session_state[_MESSAGE] = ("warning", words)
    else:
        st.session_state[_MESSAGE] = ("success", done.format(snapshot=snapshot))
    _start_over()
    st.rerun()


def _round() -> int:
    """Forms begin anew after each publication."""
    return int(st.session_state.get(_ROUND, 0))


def _start_over() -> None:
    st.session_state.pop(_PROPOSAL, None)
    st.session_state[_ROUND] = _round() + 1
