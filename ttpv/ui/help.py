"""The help for clerks, with the issue that a link names on top and all issues folded below.

docs/HELP.md is written for them, and so is docs/TEMPLATES.md but for its end; docs/IMPORT.md is for
those who work on the program, and only its lines on issues are shown.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.html import render_html, render_title, text

CODE_KEY = "ma"

_DOCS = Path(__file__).parents[2] / "docs"
_SECTION = "\n## Từng lỗi và cảnh báo\n"
_LINE = re.compile(r'- <a id="(\w+)"></a>\*\*`\w+`\*\* · (lỗi|cảnh báo)\. (.+)')


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code in words (Markdown): how bad, what it means and what to do, under which heading."""

    code: str
    severity: str
    words: str
    group: str


@cache
def read_explanations() -> dict[str, Explanation]:
    """The lines of docs/IMPORT.md by code, in its order (tests/unit/test_import_docs.py)."""
    document = (_DOCS / "IMPORT.md").read_text(encoding="utf-8")
    section = re.split(r"\n## |<!--", document.split(_SECTION)[1])[0]
    found, group = {}, ""
    for line in section.splitlines():
        if line.startswith("### "):
            group = line.removeprefix("### ")
        elif matched := _LINE.fullmatch(line):
            code, severity, words = matched.groups()
            found[code] = Explanation(code, severity.capitalize(), words, group)
    return found


@cache
def _read_help() -> str:
    _, _, body = (_DOCS / "HELP.md").read_text(encoding="utf-8").partition("\n")
    return body


@cache
def _read_placeholders() -> str:
    _, _, body = (_DOCS / "TEMPLATES.md").read_text(encoding="utf-8").partition("\n")
    # A heading's file, and a link that leads nowhere from a page.
    return re.sub(r" \(từng lỗi: \[.+?\]\(.+?\)\)", "", body.partition("<!--")[0])


def render_help() -> None:
    """The explanation that was asked for, the help, then placeholders and every issue."""
    render_title(texts.HELP[0])
    asked = read_explanations().get(st.query_params.get(CODE_KEY, ""))
    if asked:
        st.info(f"**{asked.severity}.** {asked.words} {texts.HELP_CODE.format(code=asked.code)}")
    st.markdown(_read_help().replace("\n## ", "\n#### "))  # a page has one large title
    with st.expander(texts.HELP_PLACEHOLDERS):
        st.markdown(_read_placeholders().replace("\n## ", "\n#### "))
    with st.expander(texts.HELP_ISSUES):
        group = ""
        for explanation in read_explanations().values():
            if explanation.group != group:
                group = explanation.group
                st.markdown(f"#### {group}")
            _render_explanation(explanation)


def _render_explanation(explanation: Explanation) -> None:
    """Under an id of its own, so that an address may end in #code."""
    words = text(explanation.words.replace("*", "").replace("`", ""))
    words = words.replace("Cần làm:", "<b>Cần làm:</b>")
    render_html(
        f'<p class="ttpv issue" id="{explanation.code}">'
        f"<b>{text(explanation.severity)}.</b> {words} "
        f"<small>{text(texts.HELP_CODE.format(code=explanation.code))}</small></p>"
    )
