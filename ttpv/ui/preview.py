"""Forms as they were read, with the cells marked that issues are about."""

from collections.abc import Sequence

import streamlit as st

from ttpv.core.tables import CountsTable
from ttpv.imports import FilePreview
from ttpv.ui import texts
from ttpv.ui.data import open_reference
from ttpv.ui.html import render_html, text
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import importing as words
from ttpv.views.data_tables import table_of_read
from ttpv.views.preview import PreviewCell, PreviewRow, PreviewTable, build_preview_table


def render_read_tables(files: Sequence[FilePreview]) -> None:
    """One folded table a form; open where it has a marked cell and the file is refused."""
    for number, file in enumerate(files):
        for draft in file.drafts:
            table = build_preview_table(
                draft.table, file.issues, open_reference(), file.unknown_names
            )
            form = open_reference().form_name(draft.table.form)
            label = words.READ_MARKED if table.marked else words.READ
            opened = any(issue.is_error for issue in file.issues) and table.marked > 0
            with st.expander(label.format(form=form, marked=table.marked), expanded=opened):
                _render_table(table)
                _offer(draft.table, file, number)


def _render_table(table: PreviewTable) -> None:
    heads = "".join(
        f'<th scope="col">{text(title)}<small>{text(letter)}</small></th>'
        for title, letter in table.heads
    )
    body = "".join(_draw_row(row) for row in table.rows)
    foot = _draw_row(table.total) if table.total else ""
    render_html(
        f'<div class="ttpv"><p class="note">{text(table.title)}</p><div class="scroll">'
        f'<table class="grid read"><thead><tr><th scope="col">{text(texts.TABLE_NAME)}</th>{heads}'
        f"</tr></thead><tbody>{body}</tbody><tfoot>{foot}</tfoot></table></div></div>"
    )


def _offer(table: CountsTable, file: FilePreview, number: int) -> None:
    """`number` is the file's in the upload: two may hold the same form of the same period."""
    reference = open_reference()
    name, place = f"da-doc_{table.form}", table.place
    offer_table(
        lambda: table_of_read(table, file.issues, reference, file.unknown_names),
        name,
        table.period,
        key=f"{name}-{number}-{place.sheet}-{place.row}",
    )


def _draw_row(row: PreviewRow) -> str:
    number = f"<small>{row.row}</small> " if row.row else ""
    mark, hint = _attributes(row.name)
    name = f'<th scope="row" class="{mark}"{hint}>{number}{text(row.name.text)}</th>'
    return f"<tr>{name}{''.join(_draw_cell(cell) for cell in row.cells)}</tr>"


def _draw_cell(cell: PreviewCell) -> str:
    mark, hint = _attributes(cell)
    return f'<td class="number {mark}"{hint}>{text(cell.text)}</td>'


def _attributes(cell: PreviewCell) -> tuple[str, str]:
    return cell.mark, f' title="{text(cell.title)}"' if cell.title else ""
