"""The register of targets as a table, and as files to download."""

from datetime import datetime

import streamlit as st

from ttpv.reference import Reference, build_targets_toml
from ttpv.register_edits import find_shadowed
from ttpv.store import Manifest
from ttpv.target_files import build_targets_csv
from ttpv.targets import TARGETS
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.downloads import name_download
from ttpv.ui.html import render_html, render_note, text
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import targets as texts
from ttpv.views.data_tables import table_of_targets
from ttpv.views.targets import TargetLine, build_target_lines, describe_shadowed


def render_register(state: Manifest | None) -> None:
    """The register in force with `state`, and its files."""
    reference = open_reference(state)
    current = open_store().current()
    if state and current and state.id == current.id:
        shadowed = find_shadowed(TARGETS, open_store(), current)
        if sentence := describe_shadowed(shadowed, reference):
            st.warning(text(sentence))
    today = datetime.now().astimezone().date()
    lines = build_target_lines(reference.targets, reference, today)
    lacking = [r.short for r in reference.rates_on(today) if not reference.target_on(r.id, today)]
    if lines and lacking:
        render_note(texts.TARGETS_LACKING.format(rates=", ".join(lacking)))
    if lines:
        render_html(_table(lines))
        offer_table(lambda: table_of_targets(reference, today), "bang-chi-tieu")
    else:
        st.info(texts.NO_TARGETS)
    _render_downloads(reference)


def _table(lines: tuple[TargetLine, ...]) -> str:
    head = "".join(f"<th>{text(title)}</th>" for title in texts.TARGET_HEADS)
    rows = "".join(_row(line) for line in lines)
    return (
        '<div class="ttpv"><div class="scroll"><table class="grid list targets">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></div>"
    )


def _row(line: TargetLine) -> str:
    cells = (
        ("rate", line.rate),
        ("value", line.value),
        ("scope", line.scope),
        ("day", line.first),
        ("day", line.last),
        ("decision", line.decision),
        ("source", line.source),
        ("state", line.state_word),
    )
    shown = "".join(
        f'<td class="{name}" data-head="{text(head)}">{text(cell)}</td>'
        for head, (name, cell) in zip(texts.TARGET_HEADS, cells, strict=True)
    )
    return f'<tr class="{line.state}" data-target="{text(line.key)}">{shown}</tr>'


def _render_downloads(reference: Reference) -> None:
    files = ((texts.TARGETS_CSV, "csv", "text/csv"), (texts.TARGETS_TOML, "toml", "text/plain"))
    place = st.container(horizontal=True)
    for label, suffix, mime in files:
        content = (
            build_targets_csv(reference.targets, reference)
            if suffix == "csv"
            else build_targets_toml(reference.targets).encode()
        )
        place.download_button(
            label,
            content,
            file_name=name_download(f"chi-tieu.{suffix}"),
            mime=mime,
            on_click="ignore",
        )
