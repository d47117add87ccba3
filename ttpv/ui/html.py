"""HTML for st.markdown: everything from data is escaped here, and blocks stay one block."""

from collections.abc import Iterable
from html import escape

import streamlit as st

_MARKDOWN = str.maketrans(
    {
        "$": "&#36;",
        "`": "&#96;",
        "*": "&#42;",
        "_": "&#95;",
        "~": "&#126;",
        "[": "&#91;",
        "]": "&#93;",
    }
)


def text(value: object) -> str:
    """A text as HTML: markup in it is shown, not obeyed, and neither is Markdown. A percent sign
    stays on the line of its number."""
    shown = escape(str(value)).translate(_MARKDOWN).replace("\n", " ")
    return shown.replace(" %", "\u00a0%")


def plain(sentence: str) -> str:
    """A sentence for st.success and the like that quotes what people wrote: they obey Markdown."""
    return sentence.translate(_MARKDOWN)


def render_html(markup: str) -> None:
    """Markup of our own making, its data passed through `text`.

    st.html would strip <svg>. A blank line would end the HTML block for Markdown, hence one line.
    """
    st.markdown("".join(line.strip() for line in markup.splitlines()), unsafe_allow_html=True)


def render_title(title: str, level: int = 1) -> None:
    """A page's title, or a heading on it (level 2)."""
    render_html(f'<div class="ttpv headline"><h{level}>{text(title)}</h{level}></div>')


def render_note(note: str) -> None:
    render_html(f'<div class="ttpv"><p class="note">{text(note)}</p></div>')


def render_notes(notes: Iterable[str]) -> None:
    """Several as one block; empty ones are left out."""
    drawn = "".join(f'<p class="note">{text(note)}</p>' for note in notes if note)
    if drawn:
        render_html(f'<div class="ttpv">{drawn}</div>')


def render_warning(sentence: str) -> None:
    """A warning that quotes a link or a file's name: st.warning would obey Markdown in it."""
    render_html(f'<div class="ttpv warning" role="alert">{text(sentence)}</div>')
