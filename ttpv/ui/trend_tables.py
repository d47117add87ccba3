"""A chart's figures as a table one can open and take along."""

from collections.abc import Callable

import streamlit as st

from ttpv.ui.html import render_html, text
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import trends as texts
from ttpv.views.data_table import DataTable
from ttpv.views.trend_tables import TableView


def render_table(
    build: Callable[[], TableView], build_data: Callable[[], DataTable], name: str, key: str
) -> None:
    """Closed at first, and made only when it is opened. `name` is what its files are called."""
    place = st.expander(texts.TREND_TABLE, key=f"table-{key}", on_change="rerun")
    if not place.open:
        return
    with place:
        render_html(f'<div class="ttpv">{draw_table(build())}</div>')
        offer_table(build_data, name)


def draw_table(table: TableView) -> str:
    """A table that scrolls inside itself; the first column names the row."""
    heads = "".join(f'<th scope="col">{text(head)}</th>' for head in table.heads)
    rows = "".join(_draw_row(row) for row in table.rows)
    foot = f"<tfoot>{_draw_row(table.foot)}</tfoot>" if table.foot else ""
    return (
        f'<div class="scroll tall"><table class="grid"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody>{foot}</table></div>"
    )


def _draw_row(row: tuple[str, ...]) -> str:
    name, *cells = row
    figures = "".join(f'<td class="number">{text(cell)}</td>' for cell in cells)
    return f'<tr><th scope="row">{text(name)}</th>{figures}</tr>'
