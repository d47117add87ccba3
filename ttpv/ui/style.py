"""Our style sheet, sent with every run; the browser keeps it while it does not change."""

from functools import cache
from pathlib import Path

import streamlit as st


@cache
def _read_css() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def render_style() -> None:
    st.html(f"<style>{_read_css()}</style>")
