"""The page's blocks of other figures: those of the period, the index, and tables over time."""

import streamlit as st

from ttpv.reference import Reference
from ttpv.ui.html import render_html, render_title, text
from ttpv.ui.overview import draw_counts
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import others as texts
from ttpv.views.data_table import DataTable
from ttpv.views.others_page import (
    GroupView,
    IndexView,
    OthersView,
    format_cell,
    table_of_indexes,
    table_of_periods,
)

_FOLDED_FROM = 6
"""Longer tables are folded: the charts above say the same, and the forms below stay near."""


def render_figures(view: OthersView) -> None:
    """All figures of the period, each with its unit or why it is not known; then the index."""
    render_html(f'<div class="ttpv"><h2>{text(texts.FIGURES)}</h2>{draw_counts(view.counts)}</div>')
    if view.index is None:
        render_html(f'<div class="ttpv"><p class="note">{text(texts.INDEX_MISSING)}</p></div>')
    else:
        render_html(_draw_index(view.index))


def _draw_index(index: IndexView) -> str:
    words = "".join(f"<span>{text(word)}</span>" for word in (index.band, index.rank) if word)
    groups = (
        _draw_groups(index.groups)
        if index.has_groups
        else f'<p class="note">{text(texts.GROUPS_BLANK)}</p>'
    )
    return (
        f'<section class="ttpv index766"><h2>{text(texts.INDEX.format(day=index.day))}</h2>'
        f'<div><p class="points"><b>{text(index.points)}</b>/{text(index.maximum)} '
        f"{text(texts.POINTS_AXIS)}{words}</p>{groups}</div></section>"
    )


def _draw_groups(groups: tuple[GroupView, ...]) -> str:
    name, points, maximum = (f'<th scope="col">{text(head)}</th>' for head in texts.GROUP_HEADS)
    rows = "".join(
        f'<tr><th scope="row">{text(group.name)}{_draw_bar(group)}</th>'
        f'<td class="number"><b>{text(group.points)}</b></td>'
        f'<td class="number">{text(group.maximum)}</td></tr>'
        for group in groups
    )
    return (
        f'<table class="grid groups"><thead><tr>{name}{points}{maximum}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _draw_bar(group: GroupView) -> str:
    width = 0 if group.share is None else min(100.0, group.share)
    return f'<span class="bar" aria-hidden="true"><em style="width:{width:.1f}%"></em></span>'


def render_tables(reference: Reference) -> None:
    """What was entered, by period and by day of the index."""
    for title, name, table in (
        (texts.PERIODS_TABLE, "so-lieu-khac", table_of_periods(reference)),
        (texts.INDEXES_TABLE, "chi-so-766", table_of_indexes(reference)),
    ):
        if len(table.rows) > _FOLDED_FROM:
            with st.expander(title):
                _render_table(table, name)
        elif table.rows:
            render_title(title, level=2)
            _render_table(table, name)


def _render_table(table: DataTable, name: str) -> None:
    render_html(_draw_table(table))
    offer_table(lambda: table, name)


def _draw_table(table: DataTable) -> str:
    heads = "".join(f'<th scope="col">{text(field.head)}</th>' for field in table.fields)
    rows = "".join(
        f'<tr><th scope="row">{text(format_cell(row[0]))}</th>'
        + "".join(f'<td class="number">{text(format_cell(cell))}</td>' for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="ttpv"><div class="scroll"><table class="grid entered"><thead><tr>{heads}</tr>'
        f"</thead><tbody>{rows}</tbody></table></div></div>"
    )
