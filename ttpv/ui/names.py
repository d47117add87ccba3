"""Names that are no department's: asked once, remembered when the figures are published."""

import streamlit as st

from ttpv.core.text import fold
from ttpv.imports import Preview
from ttpv.readers import UnknownName
from ttpv.ui import texts
from ttpv.ui.data import open_reference
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.texts import importing as words
from ttpv.views.formatting import format_count

_ANSWERS = "_names_answered"

_ASKED = 20
"""So many names are asked at a time; the answers to them may answer others, and a form of hundreds
would be no question but a sign that the columns are shifted."""

Answers = tuple[tuple[str, str], ...]
"""(Name as printed, department id); one name may be several departments' that follow each other."""


def current_answers(files: tuple[object, ...]) -> Answers:
    """What the person has answered for just these files."""
    kept_for, answers = st.session_state.get(_ANSWERS, ((), ()))
    return answers if kept_for == files else ()


def ask_names(preview: Preview, files: tuple[object, ...]) -> None:
    """Asks whose each unknown name is, and shows what was answered, which can be taken back."""
    answers = current_answers(files)
    if not answers and not preview.unknown_names:
        return
    render_title(words.ASK_NAMES if preview.unknown_names else words.ANSWERED_NAMES, level=2)
    _render_answered(answers, files)
    if preview.unknown_names:
        _render_questions(preview, answers, files)


def _render_answered(answers: Answers, files: tuple[object, ...]) -> None:
    for name, department in answers:
        left, right = st.columns([5, 1], vertical_alignment="center")
        known = open_reference().department_by_id[department].name
        with left:
            sentence = words.NAME_ANSWERED.format(name=name, department=known)
            render_html(f'<div class="ttpv">{text(sentence)}</div>')
        if right.button(words.NAME_UNDO, key=f"undo-{fold(name)}-{department}"):
            _keep(tuple(answer for answer in answers if answer != (name, department)), files)


def _render_questions(preview: Preview, answers: Answers, files: tuple[object, ...]) -> None:
    asked = preview.unknown_names[:_ASKED]
    with st.form("names", border=True):
        render_html(f'<div class="ttpv"><p class="note">{text(words.ASK_NAMES_HELP)}</p></div>')
        chosen = {unknown.name: _choose(unknown, index) for index, unknown in enumerate(asked)}
        if more := len(preview.unknown_names) - len(asked):
            render_note(words.NAMES_MORE.format(count=format_count(more)))
        if st.form_submit_button(words.NAMES_APPLY, type="primary"):
            said = tuple((name, found) for name, found in chosen.items() if found)
            if said:
                _keep((*answers, *said), files)


def _choose(unknown: UnknownName, index: int) -> str | None:
    """The likeliest first, then everybody who exists in its period."""
    place = unknown.place
    where = f"{place.sheet or place.file}, {place.column or ''}{place.row or ''}"
    question = words.WHOSE_NAME.format(name=unknown.name, place=where)
    render_html(f'<div class="ttpv"><p><b>{text(question)}</b></p></div>')
    existing = open_reference().departments_on(unknown.period.last)
    return st.selectbox(
        texts.TABLE_NAME,
        list(dict.fromkeys(department.id for department in (*unknown.suggestions, *existing))),
        index=None,
        format_func=lambda id_: open_reference().department_by_id[id_].name,
        placeholder=words.NAME_PLACEHOLDER,
        key=f"name-{index}-{fold(unknown.name)}",
        label_visibility="collapsed",
    )


def _keep(answers: Answers, files: tuple[object, ...]) -> None:
    st.session_state[_ANSWERS] = (files, answers)
    st.rerun()
