"""What a clerk changes of documents: the letterhead, and the Word templates."""

from functools import partial

import streamlit as st

from ttpv.core.text import printable
from ttpv.letterhead_register import LETTERHEAD, MOST_LETTERS
from ttpv.reference import LISTS, LetterheadEntry, Reference, Template, split_letterhead
from ttpv.reporting import CHECKED_TEMPLATES, MIMES, SHIPPED, ReportKind, read_template
from ttpv.store import Manifest
from ttpv.ui.access import current_access
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.html import render_note, render_title
from ttpv.ui.register_editing import Editor
from ttpv.ui.texts import registers
from ttpv.ui.texts import reports as words
from ttpv.views.report_settings import (
    FIELD_NAMES,
    TemplateRow,
    build_template_rows,
    describe_letterhead_changes,
    describe_template_changes,
)

_LETTERHEAD = Editor("letterhead", LETTERHEAD, describe_letterhead_changes)
_TEMPLATES = Editor("template", CHECKED_TEMPLATES, describe_template_changes)


def render_settings(shown: Manifest) -> None:
    """For those who may publish, on the current state; others are not troubled."""
    if not current_access().may_upload:
        return
    current = open_store().current()
    if current is None:
        return
    render_title(words.SETTINGS, level=2)
    if shown.id != current.id:
        st.info(words.SETTINGS_OF_THEN.format(snapshot=shown.id))
        return
    reference = open_reference()
    above = st.container()  # always there, so that a form below stays open when it fills
    with above:
        _LETTERHEAD.render_proposal(reference)
        _TEMPLATES.render_proposal(reference)
    with st.expander(words.LETTERHEAD):
        _render_letterhead(reference, current.id)
    with st.expander(words.TEMPLATES):
        _render_templates(reference, current.id)


def _render_letterhead(reference: Reference, snapshot: str) -> None:
    render_note(words.LETTERHEAD_HELP)
    entries = split_letterhead(reference.letterhead)
    with st.form(f"letterhead-{_LETTERHEAD.round}", border=False):
        sides = st.columns(2)
        edited = []
        for place, entry in enumerate(entries):
            with sides[place >= len(entries) // 2]:
                edited.append(LetterheadEntry(entry.field, _ask(entry)))
        if st.form_submit_button(registers.PREVIEW, type="primary"):
            _LETTERHEAD.propose(edited, reference, snapshot)
    _LETTERHEAD.render_undo(reference, snapshot)


def _ask(entry: LetterheadEntry) -> str:
    label, key = FIELD_NAMES[entry.field], f"letterhead-{entry.field}-{_LETTERHEAD.round}"
    if entry.field in LISTS:
        told = st.text_area(f"{label} {words.A_LINE_EACH}", entry.value, key=key, height=150)
        return "\n".join(printable(line) for line in (told or "").splitlines())
    return printable(
        st.text_input(label, entry.value, key=key, max_chars=MOST_LETTERS) or ""
    ).strip()


def _render_templates(reference: Reference, snapshot: str) -> None:
    render_note(words.TEMPLATES_HELP)
    for row in build_template_rows(tuple(SHIPPED), reference.templates):
        _render_template(row, reference, snapshot)
    _TEMPLATES.render_undo(reference, snapshot)


def _render_template(row: TemplateRow, reference: Reference, snapshot: str) -> None:
    """The template of one kind: what it is, taking it, putting another in its place."""
    kind: ReportKind = next(kind for kind in SHIPPED if kind == row.kind)
    others = [found for found in reference.templates if found.kind != kind]
    render_title(words.TEMPLATE.format(kind=row.name, source=row.source), level=3)
    place = st.container(horizontal=True)
    place.download_button(
        words.TEMPLATE_TAKE,
        partial(read_template, reference, kind),
        file_name=row.file or f"mau_{kind}.docx",
        mime=MIMES["docx"],
        key=f"template-take-{kind}",
        on_click="ignore",
    )
    if row.file and place.button(words.TEMPLATE_RESET, key=f"template-reset-{kind}"):
        _TEMPLATES.propose(others, reference, snapshot)
    key = f"template-{kind}-{_TEMPLATES.round}"
    file = st.file_uploader(words.TEMPLATE_UPLOAD, type=["docx"], key=key)
    if file is not None and st.button(registers.PREVIEW, key=f"{key}-preview"):
        own = Template.of(kind, printable(file.name), file.getvalue())
        _TEMPLATES.propose([*others, own], reference, snapshot)
