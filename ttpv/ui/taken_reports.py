"""The reports that were taken away, each with a link that makes it again to the digit."""

from urllib.parse import urlencode

import streamlit as st

from ttpv.reporting import OF_ONE
from ttpv.store import ReportRecord, StoreError
from ttpv.ui.as_reported import SNAPSHOT_KEY
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.filters import DEPARTMENTS_KEY, STRUCTURE_KEY, Query
from ttpv.ui.html import plain, render_html, render_note, render_title, text
from ttpv.ui.links import DEPARTMENT_KEY
from ttpv.ui.periods import link_period
from ttpv.ui.reports import KIND_KEY
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import STRUCTURES
from ttpv.ui.texts import reports as words
from ttpv.views.data_tables import table_of_reports
from ttpv.views.reports import KIND_NAMES, TakenRow, build_taken

_MOST = 20


def render_taken() -> None:
    """The newest of them, of all periods."""
    render_title(words.TAKEN, level=2)
    try:
        records = open_store().reports(most=_MOST + 1)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    if not records:
        st.info(words.TAKEN_NONE)
        return
    shown = records[:_MOST]
    rows = build_taken(shown, open_reference())
    head = "".join(f"<th>{text(title)}</th>" for title in words.TAKEN_HEADS)
    body = "".join(_draw(row, record) for row, record in zip(rows, shown, strict=True))
    render_html(
        f'<div class="ttpv"><div class="scroll"><table class="grid list taken">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></div>"
    )
    reference = open_reference()
    offer_table(lambda: table_of_reports(shown, reference), "bao-cao-da-tai")
    if len(records) > _MOST:
        render_note(words.TAKEN_MOST.format(count=_MOST))


def _draw(row: TakenRow, record: ReportRecord) -> str:
    cells = (row.moment, row.by, row.kind, row.period, row.scope, row.snapshot)
    shown = "".join(
        f'<td data-head="{text(head)}">{text(cell)}</td>'
        for head, cell in zip(words.TAKEN_HEADS, cells, strict=False)
    )
    address = f"{words.PAGE[1]}?{urlencode(_link(record), doseq=True)}"
    again = f'<a href="{text(address)}" target="_self">{text(words.AGAIN)}</a>'
    return f'<tr data-taken="{text(row.file)}">{shown}<td>{again}</td></tr>'


def _link(record: ReportRecord) -> Query:
    """All that the report was of, so that the page makes it again. Departments by their ids: two
    may bear one name, and over a merger one is called by its days, too."""
    query: Query = {**link_period(record.period, True), SNAPSHOT_KEY: record.id}
    if record.kind in KIND_NAMES:
        query[KIND_KEY] = KIND_NAMES[record.kind]
    if record.structure != "then":
        query[STRUCTURE_KEY] = STRUCTURES[record.structure]
    if record.departments:
        key = DEPARTMENT_KEY if record.kind in OF_ONE else DEPARTMENTS_KEY
        query[key] = list(record.departments)
    return query
