"""Changing a register on a page: a form or a file makes a proposal; the person sees it as
before → after, and only then it is published. The last edit can be undone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from ttpv.core.issues import Issue
from ttpv.core.user import operating_system_user
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import Reference
from ttpv.register_edits import (
    Change,
    Register,
    find_undoable,
    publish_register,
    read_changes,
    undo_edit,
)
from ttpv.store import StoreError
from ttpv.ui.data import open_store
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.texts import registers as words
from ttpv.views.failures import describe_failure
from ttpv.views.formatting import format_moment

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Proposal(Generic[T]):
    """A register on its way: made upon which state ("": an empty store), and what is wrong."""

    entries: tuple[T, ...]
    snapshot: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class Editor(Generic[T]):
    """How a page changes a register; `name` tells it from others there."""

    name: str
    register: Register[T]
    describe: Callable[[Sequence[Change[T]] | None, Reference], list[str]]

    @property
    def round(self) -> int:
        """Goes into the keys of forms, which so begin anew after each publication."""
        return int(st.session_state.get(self._key("round"), 0))

    def propose(self, entries: Iterable[T], reference: Reference, snapshot: str) -> None:
        """Shows it on the next run, upon that state."""
        told = tuple(entries)
        issues = tuple(self.register.check(told, reference))
        st.session_state[self._key("proposal")] = _Proposal(told, snapshot, issues)
        st.rerun()

    def render_proposal(self, reference: Reference) -> None:
        """What became of the last one, and the one that waits."""
        kind, sentence = st.session_state.pop(self._key("message"), (None, ""))
        if kind:
            (st.success if kind == "success" else st.warning)(sentence)
        proposal: _Proposal[T] | None = st.session_state.get(self._key("proposal"))
        if proposal is None:
            return
        render_title(words.CHANGES, level=2)
        in_force = self.register.in_force(reference)
        changes = self.register.compare(in_force, proposal.entries)
        for issue in proposal.issues:
            st.error(text(issue.message))
        if not changes:
            st.info(words.NO_CHANGE)
        elif not proposal.issues:
            self._render_sentences(self.describe(changes, reference), "proposal")
        place = st.container(horizontal=True)
        if (
            changes
            and not proposal.issues
            and place.button(words.APPLY, type="primary", key=self._key("apply"))
        ):
            self._publish(proposal, reference)
        if place.button(words.DISCARD, key=self._key("discard")):
            self._start_over()
            st.rerun()

    def render_undo(self, reference: Reference, snapshot: str) -> None:
        """The last edit that has not been undone, and the way back from it."""
        edit = find_undoable(self.register.file, open_store())
        if edit is None:
            render_note(words.NOTHING_TO_UNDO)
            return
        state = edit.state
        said = {"moment": format_moment(state.published_at), "by": state.published_by}
        render_note(words.LAST_EDIT.format(snapshot=state.id, **said))
        changes = read_changes(self.register, open_store(), state)
        self._render_sentences(self.describe(changes, reference), "last")
        label = words.UNDO.format(snapshot=state.id)
        if st.button(label, key=f"{self._key('undo')}-{state.id}-{snapshot}"):
            publisher, refusal = _publisher(), self.register.refusal
            self._carry_out(
                lambda: undo_edit(edit, open_store(), publisher, refusal, expect=snapshot),
                words.UNDONE,
            )

    def _publish(self, proposal: _Proposal[T], reference: Reference) -> None:
        self._carry_out(
            lambda: publish_register(
                self.register,
                proposal.entries,
                open_store(),
                reference,
                _publisher(),
                expect=proposal.snapshot,
            ),
            words.SAVED,
        )

    def _carry_out(self, act: Callable[[], Outcome], done: str) -> None:
        try:
            outcome = act()
        except (OSError, StoreError) as error:
            st.error(describe_failure(error))
            return
        snapshot = outcome.snapshot.id if outcome.snapshot else ""
        changed = outcome.status == "needs_confirmation"
        sentence = (words.CHANGED_MEANWHILE if changed else done).format(snapshot=snapshot)
        st.session_state[self._key("message")] = ("warning" if changed else "success", sentence)
        self._start_over()
        st.rerun()

    def _render_sentences(self, sentences: Sequence[str], what: str) -> None:
        items = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences)
        render_html(f'<div class="ttpv"><ul data-{self.name}="{what}">{items}</ul></div>')

    def _start_over(self) -> None:
        st.session_state.pop(self._key("proposal"), None)
        st.session_state[self._key("round")] = self.round + 1

    def _key(self, part: str) -> str:
        return f"_{self.name}_{part}"


def _publisher() -> Publisher:
    """Pages ask who it is before they offer a change at all."""
    return Publisher(operating_system_user(), may_publish=True)
