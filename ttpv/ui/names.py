"""Names that are no department's: asked once, remembered when the figures are published."""

from collections.abc import Sequence

import streamlit as st

from ttpv.core.text import fold
from ttpv.imports import Preview
from ttpv.readers import UnknownName
from ttpv.reference import Department
from ttpv.ui import texts
from ttpv.ui.data import open_reference
from ttpv.ui.html import render_html, render_title, text

_ANSWERS = "_names_answered"

Answers = dict[str, str]
"""Name as printed → department id."""


def current_answers(files: tuple[object, ...]) -> Answers:
    """What the person has answered for just these files."""
    kept_for, answers = st.session_state.get(_ANSWERS, ((), {}))
    return dict(answers) if kept_for == files else {}


def ask_names(preview: Preview, files: tuple[object, ...]) -> None:
    """Asks whose each unknown name is, and shows what was answered, which can be taken back."""
    answers = current_answers(files)
    if not answers and not preview.unknown_names:
        return
    render_title(texts.ASK_NAMES, level=2)
    _render_answered(answers, files)
    if preview.unknown_names:
        _render_questions(preview, answers, files)


def _render_answered(answers: Answers, files: tuple[object, ...]) -> None:
    for name, department in answers.items():
        left, right = st.columns([5, 1], vertical_alignment="center")
        known = open_reference().department_by_id[department].name
        with left:
            sentence = texts.NAME_ANSWERED.format(name=name, department=known)
            render_html(f'<div class="ttpv">{text(sentence)}</div>')
        if right.button(texts.NAME_UNDO, key=f"undo-{fold(name)}"):
            _keep({other: id_ for other, id_ in answers.items() if other != name}, files)


def _render_questions(preview: Preview, answers: Answers, files: tuple[object, ...]) -> None:
    with st.form("names", border=True):
        render_html(f'<div class="ttpv"><p class="note">{text(texts.ASK_NAMES_HELP)}</p></div>')
        chosen = {
            unknown.name: _choose(unknown, preview, index)
            for index, unknown in enumerate(preview.unknown_names)
        }
        if st.form_submit_button(texts.NAMES_APPLY, type="primary"):
            said = {name: found for name, found in chosen.items() if found}
            if said:
                _keep({**answers, **said}, files)


def _choose(unknown: UnknownName, preview: Preview, index: int) -> str | None:
    place = unknown.place
    where = f"{place.sheet or place.file}, {place.column or ''}{place.row or ''}"
    question = texts.WHOSE_NAME.format(name=unknown.name, place=where)
    render_html(f'<div class="ttpv"><p><b>{text(question)}</b></p></div>')
    options = _options(unknown, preview)
    return st.selectbox(
        texts.TABLE_NAME,
        [department.id for department in options],
        index=None,
        format_func=lambda id_: open_reference().department_by_id[id_].name,
        placeholder=texts.NAME_PLACEHOLDER,
        key=f"name-{index}-{fold(unknown.name)}",
        label_visibility="collapsed",
    )


def _options(unknown: UnknownName, preview: Preview) -> Sequence[Department]:
    """The likeliest first, then everybody who exists in the periods of its file."""
    file = next(file for file in preview.files if file.name == unknown.place.file)
    existing = [
        department
        for period in file.periods
        for department in open_reference().departments_on(period.last)
    ]
    return list({d.id: d for d in (*unknown.suggestions, *existing)}.values())


def _keep(answers: Answers, files: tuple[object, ...]) -> None:
    st.session_state[_ANSWERS] = (files, answers)
    st.rerun()
