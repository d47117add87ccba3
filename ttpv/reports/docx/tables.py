"""A `TableView` as a Word table: real rows and cells, made as text in one go.

python-docx makes several objects of each cell, and annex I of 135 communes has 2.300 of them. Heads
repeat on each page, no row is cut in two, and the styles of the texts are the template's, so
whoever edits it decides on their font (`TEXT_STYLE`, `SMALL_STYLE`: ids of paragraph styles).

Heads that go down over several levels need room in the last one: LibreOffice makes it on the first
page only, and cuts them on those that follow. So that level is given its height here, by an
estimate that is rather too large.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

from ttpv.core.text import printable
from ttpv.views.table_view import TableColumn, TableView

TEXT_STYLE, SMALL_STYLE = "TableText", "TableTextSmall"

_FULL_WIDTH = 5000  # fiftieths of a percent
_GRID = 20  # twips a part of the width; Word and LibreOffice scale them to the page
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for e in _EDGES)
_TEXT_WIDTH_MM = {True: 257, False: 160}  # of a landscape and of a portrait page
_LETTER_MM, _LINE_MM = {True: 1.65, False: 2.1}, {True: 4.3, False: 5.2}  # bold, 10 and 12 pt
_TWIPS_A_MM = 56.7
_MARGINS = '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'


def render_table(view: TableView) -> str:
    """The element `w:tbl`, for a part that knows the prefix w."""
    style = SMALL_STYLE if view.is_small else TEXT_STYLE
    whole = sum(column.width for column in view.columns)
    widths = [column.width * _FULL_WIDTH // whole for column in view.columns]
    title = escape(printable(view.title))
    return "".join(
        (
            f'<w:tbl><w:tblPr><w:tblW w:w="{_FULL_WIDTH}" w:type="pct"/><w:tblBorders>{_BORDERS}'
            f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar>'
            f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{title}"/></w:tblPr>'
            "<w:tblGrid>",
            *(f'<w:gridCol w:w="{column.width * _GRID}"/>' for column in view.columns),
            "</w:tblGrid>",
            *_render_heads(view, widths, style),
            *_render_rows(view, widths, style),
            "</w:tbl>",
        )
    )


def _render_heads(view: TableView, widths: Sequence[int], style: str) -> Iterator[str]:
    """A row a level, equal neighbours in one cell, a short head down to the last level; and the
    numbering row."""
    columns = view.columns
    depth = max(len(column.heads) for column in columns)
    for level in range(depth):
        cells, place = [], 0
        while place < len(columns):
            span = _count_alike(columns, place, level)
            width = sum(widths[place : place + span])
            cells.append(_render_head(columns[place].heads, level, width, span, style))
            place += span
        yield _wrap_head(cells, _find_height(view, depth) if level == depth - 1 else 0)
    if any(column.number for column in columns):
        numbers = zip(columns, widths, strict=True)
        yield _wrap_head(
            _cell(column.number, width, style, "center", "<w:i/>") for column, width in numbers
        )


def _find_height(view: TableView, depth: int) -> int:
    """Twips that the last level needs at least, where the levels above it have a line each."""
    whole, line = sum(column.width for column in view.columns), _LINE_MM[view.is_small]
    needed = 0.0
    for column in view.columns:
        room = column.width * _TEXT_WIDTH_MM[view.is_small] / whole - 2
        lines = _count_lines(column.heads[-1], room / _LETTER_MM[view.is_small])
        needed = max(needed, (lines - (depth - len(column.heads))) * line)
    return round(needed * _TWIPS_A_MM)


def _count_lines(text: str, letters: float) -> int:
    """Of a text that breaks between words, at so many letters a line."""
    lines, filled = 1, 0
    for word in text.split():
        if filled and filled + 1 + len(word) > letters:
            lines, filled = lines + 1, 0
        filled += len(word) + (1 if filled else 0)
    return lines


def _count_alike(columns: Sequence[TableColumn], place: int, level: int) -> int:
    """How many columns from `place` on share the cell of that level."""
    heads = columns[place].heads
    if level >= len(heads):
        return 1
    path, span = heads[: level + 1], 1
    while place + span < len(columns) and columns[place + span].heads[: level + 1] == path:
        span += 1
    return span


def _render_head(heads: Sequence[str], level: int, width: int, span: int, style: str) -> str:
    more = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if level >= len(heads):
        return _cell("", width, style, "center", "", more + "<w:vMerge/>")
    if level == len(heads) - 1:
        more += '<w:vMerge w:val="restart"/>'
    return _cell(heads[level], width, style, "center", "<w:b/>", more)


def _wrap_head(cells: Iterable[str], height: int = 0) -> str:
    room = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{room}<w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _render_rows(view: TableView, widths: Sequence[int], style: str) -> Iterator[str]:
    """The total keeps to the row above it, so that it never stands on a page alone."""
    for place, row in enumerate(view.rows, 1):
        keeps = bool(view.total) and place == len(view.rows)
        yield _render_row(row, view.columns, widths, style, keep=keeps)
    if view.total:
        yield _render_row(view.total, view.columns, widths, style, "<w:b/>")


def _render_row(
    texts: Sequence[str],
    columns: Sequence[TableColumn],
    widths: Sequence[int],
    style: str,
    look: str = "",
    *,
    keep: bool = False,
) -> str:
    cells = (
        _cell(text, width, style, column.align, look, keep=keep)
        for text, column, width in zip(texts, columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    text: str,
    width: int,
    style: str,
    align: str,
    look: str,
    more: str = "",
    *,
    keep: bool = False,
) -> str:
    """`look` are properties of the text, `more` those of the cell between width and alignment;
    `keep` holds the row on the page of the next one."""
    kept = "<w:keepNext/>" if keep else ""
    shown = escape(printable(text))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/>{more}<w:vAlign w:val="center"/>'
        f'</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}<w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r></w:p></w:tc>'
    )
