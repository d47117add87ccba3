"""The departments to urge, beside the letter to one of them: a click chooses it."""

import streamlit as st

from ttpv.monitor import Figures
from ttpv.ui.clickable import render_clickable
from ttpv.ui.html import render_note, render_title, text
from ttpv.ui.links import DEPARTMENT_KEY
from ttpv.ui.texts import reports as words
from ttpv.views.urging import UrgingRow, build_urging

_WISH = "_urging_wish"


def obey_click() -> None:
    """Before the choice of a department stands."""
    if (wish := st.session_state.pop(_WISH, None)) is not None:
        st.session_state[DEPARTMENT_KEY] = wish


def render_urging(figures: Figures) -> None:
    """All that the sidebar has left of them."""
    rows = build_urging(figures)
    render_title(words.URGING.format(count=len(rows), of=len(figures.of_last_day)), level=2)
    if not rows:
        render_note(words.URGING_NONE)
        return
    render_note(words.URGING_HINT)
    heads = "".join(
        f'<th scope="col" data-sort="{"number" if place else "text"}">'
        f'<button type="button">{text(head)}</button></th>'
        for place, head in enumerate(words.URGING_HEADS)
    )
    body = "".join(map(_draw, rows))
    opened = render_clickable(
        f'<div class="scroll tall"><table class="grid urging"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>",
        key="urging",
    )
    name = next((row.name for row in rows if row.id == opened), None)
    if name is not None and st.session_state.get(DEPARTMENT_KEY) != name:
        st.session_state[_WISH] = name
        st.rerun()


def _draw(row: UrgingRow) -> str:
    shown = zip((row.below, row.late, row.overdue), row.keys, strict=True)
    cells = "".join(f'<td class="number" data-key="{key}">{text(cell)}</td>' for cell, key in shown)
    return f'<tr data-open="{text(row.id)}"><th scope="row">{text(row.name)}</th>{cells}</tr>'
