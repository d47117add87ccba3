"""The import's documentation as a page, with the issue that a link names on top."""

import re
from functools import cache
from pathlib import Path

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.html import render_title

CODE_KEY = "ma"

_ANCHOR = re.compile(r'<a id="[^"]*"></a>')
_DOCUMENT = Path(__file__).parents[2] / "docs" / "IMPORT.md"


@cache
def _lines() -> tuple[str, ...]:
    """What concerns people who import; the rest is for those who work on the program."""
    text, _, _ = _DOCUMENT.read_text(encoding="utf-8").partition("<!--")
    return tuple(text.splitlines())


def find_explanation(code: str) -> str | None:
    """The line of docs/IMPORT.md that explains an issue; None for a code that there is not."""
    marker = f'<a id="{code}"></a>'
    for line in _lines():
        if marker in line:
            return line.removeprefix("- ")
    return None


def render_help() -> None:
    """The explanation that was asked for, then everything."""
    asked = st.query_params.get(CODE_KEY, "")
    explanation = find_explanation(asked) if asked else None
    render_title(texts.HELP[0])
    if explanation:
        st.info(_plain(explanation))
    st.markdown(_plain("\n".join(_lines()[1:])))


def _plain(markdown: str) -> str:
    """Without the anchors, which are for readers of the file."""
    return _ANCHOR.sub("", markdown)
