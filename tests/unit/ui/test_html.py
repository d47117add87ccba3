"""Markup of our own making: data in it is shown, never obeyed, by HTML or by Markdown."""

from html import unescape

import pytest
import streamlit as st

from ttpv.ui.html import render_html, render_note, render_title, render_warning, text

NASTY = [
    "<img src=x onerror=alert(1)>",
    "</div><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "[nhấp](javascript:alert(1))",
    "![a](http://evil.example/a.png)",
    "$\\href{javascript:alert(1)}{x}$",
    "**đậm** __gạch__ ~~bỏ~~ `mã`",
    "Sở A & Sở B",
    "&lt;b&gt;",
]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the page, in order."""
    found: list[str] = []

    def keep(markup: str, *, unsafe_allow_html: bool = False) -> None:
        assert unsafe_allow_html
        found.append(markup)

    monkeypatch.setattr(st, "markdown", keep)
    return found


@pytest.mark.parametrize("nasty", NASTY)
def test_a_reader_sees_exactly_what_the_data_says(nasty: str):
    assert unescape(text(nasty)) == nasty


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_is_left_that_html_or_markdown_obeys(nasty: str):
    assert not set("<>\"'$`*_~[]") & set(text(nasty))


def test_any_value_becomes_text():
    assert text(6107) == "6107"
    assert text(None) == "None"
    assert text("Tỷ lệ – “≈” · ≥ 50%") == "Tỷ lệ – “≈” · ≥ 50%"
    assert text("66,2 % và −5,7 điểm %") == "66,2\xa0% và −5,7 điểm\xa0%"  # never on two lines


def test_a_blank_line_would_end_the_block(drawn: list[str]):
    assert text("một\n\nhai") == "một  hai"
    render_html("<div>\n\n  <p>một</p>\n\r\n  <p>hai</p>\n</div>")
    assert drawn == ["<div><p>một</p><p>hai</p></div>"]


@pytest.mark.parametrize("ending", ["\r\r", "\r\n\r\n", "\u2028", "\x0c", "\x85"])
def test_no_line_ending_of_data_reaches_the_page(drawn: list[str], ending: str):
    render_note(f"một{ending}# hai")
    assert len(drawn[0].splitlines()) == 1


@pytest.mark.parametrize("level", [1, 2])
def test_titles(drawn: list[str], level: int):
    render_title("Sở, ban, <ngành>", level)
    assert f"<h{level}>Sở, ban, &lt;ngành&gt;</h{level}>" in drawn[0]


def test_a_warning_is_announced_and_quotes_safely(drawn: list[str]):
    render_warning("Liên kết ghi kỳ “<b>[x](y)</b>”.")
    assert 'role="alert"' in drawn[0]
    assert "“&lt;b&gt;&#91;x&#93;(y)&lt;/b&gt;”" in drawn[0]
