"""Documents as the page shows them before they are taken: their texts and tables, on paper."""

from collections.abc import Iterable, Sequence

from ttpv.ui.html import text
from ttpv.ui.texts import reports as words
from ttpv.views.letter import LetterView
from ttpv.views.report_preview import PreviewPart
from ttpv.views.table_view import TableColumn, TableView


def draw_parts(title: str, period: str, parts: Iterable[PreviewPart], closing: str) -> str:
    """A report's sections one below another."""
    return _paper(
        title,
        f"{_paragraphs([title], 'centred strong')}{_paragraphs([period], 'centred')}"
        f"{''.join(map(_draw_part, parts))}{_paragraphs([closing], 'source')}",
    )


def draw_letter(view: LetterView) -> str:
    """The letter "đôn đốc" from its head to who signs."""
    return _paper(
        view.about,
        f"{_draw_head(view)}{_paragraphs([view.simulated], 'centred strong')}"
        f'<p class="centred">{text(words.DEAR)} {text(view.addressee)}</p>'
        f"{_paragraphs([view.opening])}{_draw_rates(view)}{_draw_late(view)}"
        f"{_paragraphs([view.requests_heading], 'strong')}"
        f"{_paragraphs(f'- {request}' for request in view.requests)}"
        f"{_paragraphs([view.source], 'source')}{_draw_foot(view)}",
    )


def _paper(label: str, inside: str) -> str:
    return f'<article class="ttpv paper" aria-label="{text(label)}">{inside}</article>'


def _draw_part(part: PreviewPart) -> str:
    table = _draw_table(part.table) if part.table else ""
    return (
        f"{_paragraphs([part.heading], 'strong')}{_paragraphs(part.sentences)}{table}"
        f"{_paragraphs(part.notes, 'source' if part.table else '')}"
    )


def _draw_head(view: LetterView) -> str:
    left = (
        f"{text(view.superior.upper())}<br><b>{text(view.issuer.upper())}</b><br>"
        f"{text(words.NUMBER.format(symbol=view.symbol))}<br>{text(view.about)}"
    )
    right = f"<b>{text(words.NATION)}<br>{text(words.MOTTO)}</b><br><i>{text(view.place_date)}</i>"
    return f'<div class="sides"><div>{left}</div><div>{right}</div></div>'


def _draw_rates(view: LetterView) -> str:
    rows = [(r.ordinal, r.name, r.target, r.result, r.lacking) for r in view.rates]
    table = _table(words.LETTER_RATES, rows) if rows else ""
    return f"{_paragraphs([view.rates_heading], 'strong')}{table}{_paragraphs([view.rates_note])}"


def _draw_late(view: LetterView) -> str:
    rows = [(d.code, d.received, d.due, d.state) for d in view.dossiers]
    table = _table(words.LETTER_DOSSIERS, rows) if rows else ""
    return (
        f"{_paragraphs([view.late_heading], 'strong')}{_paragraphs([view.late_sentence])}{table}"
        f"{_paragraphs([view.dossiers_more])}"
    )


def _draw_foot(view: LetterView) -> str:
    recipients = [*(f"- {name};" for name in view.recipients), f"- Lưu: {view.filed}."]
    left = "".join(f"<br>{text(line)}" for line in recipients)
    signature = view.signature
    right = "<br>".join(text(line) for line in (signature.authority, signature.title) if line)
    return (
        f'<div class="sides foot"><div><b><i>{text(words.RECIPIENTS)}</i></b>{left}</div>'
        f"<div><b>{right}<br><br><br>{text(signature.name)}</b></div></div>"
    )


def _paragraphs(sentences: Iterable[str], kind: str = "") -> str:
    return "".join(f'<p class="{kind}">{text(sentence)}</p>' for sentence in sentences if sentence)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    columns = tuple(TableColumn((head,), 1, "left") for head in heads)
    return _draw_table(TableView("", columns, tuple(tuple(row) for row in rows)))


def _draw_table(view: TableView) -> str:
    heads = "".join(f"<tr>{row}</tr>" for row in _draw_heads(view.columns))
    body = "".join(_draw_row(row, view.columns) for row in view.rows)
    total = f'<tr class="total">{_cells(view.total, view.columns)}</tr>' if view.total else ""
    caption = f' aria-label="{text(view.title)}"' if view.title else ""
    return (
        f'<div class="scroll"><table{caption}><thead>{heads}</thead><tbody>{body}{total}</tbody>'
        "</table></div>"
    )


def _draw_heads(columns: Sequence[TableColumn]) -> Iterable[str]:
    """A row a level: neighbours with the same heads so far share a cell, a short head reaches down;
    and the numbering row."""
    depth = max(len(column.heads) for column in columns)
    for level in range(depth):
        cells, place = "", 0
        while place < len(columns):
            heads = columns[place].heads
            span = 1
            while place + span < len(columns) and (
                columns[place + span].heads[: level + 1] == heads[: level + 1]
                and len(heads) > level + 1
            ):
                span += 1
            if level < len(heads):
                down = depth - level if level == len(heads) - 1 else 1
                cells += f'<th colspan="{span}" rowspan="{down}">{text(heads[level])}</th>'
            place += span
        yield cells
    if any(column.number for column in columns):
        yield "".join(f"<th><i>{text(column.number)}</i></th>" for column in columns)


def _draw_row(row: Sequence[str], columns: Sequence[TableColumn]) -> str:
    return f"<tr>{_cells(row, columns)}</tr>"


def _cells(row: Sequence[str], columns: Sequence[TableColumn]) -> str:
    return "".join(
        f'<td class="{column.align}">{text(cell)}</td>'
        for cell, column in zip(row, columns, strict=True)
    )
