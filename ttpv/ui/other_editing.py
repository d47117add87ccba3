"""Changing other figures on their page, for those who may: a form, a file or an undo makes a
proposal that is seen before it is published."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ttpv.core.issues import Issue
from ttpv.core.periods import Period
from ttpv.other_files import read_others
from ttpv.other_register import OTHERS
from ttpv.reference import OtherEntry, Reference
from ttpv.store import Manifest
from ttpv.ui.access import current_access
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.html import render_note, text
from ttpv.ui.other_fields import DAYS, render_index_fields, render_period_fields
from ttpv.ui.register_editing import Editor
from ttpv.ui.texts import others as texts
from ttpv.ui.texts import registers as words
from ttpv.views.others import describe_other_changes

_EDITOR: Editor[OtherEntry] = Editor("others", OTHERS, describe_other_changes)


def render_editing(shown: Manifest, period: Period) -> None:
    """On the current state; else the reason why not. `period` is what the page shows."""
    above = st.container()  # always there, so that a form below stays open when it fills
    access = current_access()
    if not access.may_upload:
        st.info(access.reason)
        return
    current = open_store().current()
    if current is None or shown.id != current.id:
        st.info(texts.OF_THEN.format(snapshot=shown.id))
        return
    reference, snapshot = open_reference(), current.id
    with above:
        _EDITOR.render_proposal(reference)
    with st.expander(texts.EDIT_PERIOD):
        _render_period(reference, snapshot, period)
    with st.expander(texts.EDIT_INDEX):
        _render_index(reference, snapshot, period)
    with st.expander(texts.EDIT_FILE):
        _render_file(reference, snapshot)
    with st.expander(texts.EDIT_UNDO):
        _EDITOR.render_undo(reference, snapshot)


def _render_period(reference: Reference, snapshot: str, period: Period) -> None:
    """The days first: the fields are filled in with what was entered for them."""
    left, right, _ = st.columns(3)
    start = f"{period}-{_EDITOR.round}"
    first = left.date_input(texts.FIRST, period.start, key=f"other-first-{start}", **DAYS)
    last = right.date_input(texts.LAST, period.last, key=f"other-last-{start}", **DAYS)
    if first is None or last is None:
        render_note(texts.CHOOSE_DAYS)
        return
    old = next(
        (e for e in reference.other_entries.periods if (e.first, e.last) == (first, last)), None
    )
    key = f"{first}-{last}-{_EDITOR.round}"
    with st.form(f"other-period-{key}", border=False):
        entry, issues = render_period_fields(reference.others, first, last, old, key)
        if st.form_submit_button(words.PREVIEW, type="primary"):
            _propose(entry, issues, reference, snapshot)
    if old is not None and st.button(texts.DELETE, key=f"other-delete-{key}"):
        _drop(old, reference, snapshot)


def _render_index(reference: Reference, snapshot: str, period: Period) -> None:
    place, _, _ = st.columns(3)
    inside = [e for e in reference.other_entries.indexes if period.start <= e.day <= period.last]
    latest: date = max((entry.day for entry in inside), default=period.last)
    day = place.date_input(
        texts.DAY, latest, key=f"other-day-{period}-{latest}-{_EDITOR.round}", **DAYS
    )
    if day is None:
        render_note(texts.CHOOSE_DAYS)
        return
    old = next((e for e in reference.other_entries.indexes if e.day == day), None)
    key = f"index-{day}-{_EDITOR.round}"
    with st.form(f"other-{key}", border=False):
        entry, issues = render_index_fields(reference.others, day, old, key)
        if st.form_submit_button(words.PREVIEW, type="primary"):
            _propose(entry, issues, reference, snapshot)
    if old is not None and st.button(texts.DELETE_INDEX, key=f"other-delete-{key}"):
        _drop(old, reference, snapshot)


def _render_file(reference: Reference, snapshot: str) -> None:
    render_note(texts.FILE_HELP)
    file = st.file_uploader(
        texts.FILE, type=["csv", "toml", "txt", "tsv"], key=f"other-file-{_EDITOR.round}"
    )
    if file is None or not st.button(words.PREVIEW, key="other-file-preview"):
        return
    read = read_others(file.getvalue(), file.name, reference)
    if read.issues:
        _render_issues(read.issues)
    else:
        _EDITOR.propose(read.entries, reference, snapshot)


def _propose(
    entry: OtherEntry, issues: Sequence[Issue], reference: Reference, snapshot: str
) -> None:
    if issues:
        _render_issues(issues)
    else:
        _EDITOR.propose(reference.other_entries.put([entry]).entries, reference, snapshot)


def _drop(old: OtherEntry, reference: Reference, snapshot: str) -> None:
    kept = [entry for entry in reference.other_entries.entries if entry.key != old.key]
    _EDITOR.propose(kept, reference, snapshot)


def _render_issues(issues: Sequence[Issue]) -> None:
    for issue in issues:
        st.error(text(issue.message))
