"""The letter "đôn đốc" as the page shows it before it is taken: the same texts, on paper."""

from collections.abc import Iterable, Sequence

from ttpv.ui.html import text
from ttpv.ui.texts import reports as words
from ttpv.views.letter import LetterView


def draw_letter(view: LetterView) -> str:
    return (
        f'<article class="ttpv paper" aria-label="{text(view.about)}">{_draw_head(view)}'
        f"{_paragraphs([view.simulated], 'centred strong')}"
        f'<p class="centred">{text(words.DEAR)} {text(view.addressee)}</p>'
        f"{_paragraphs([view.opening])}"
        f"{_draw_rates(view)}{_draw_late(view)}"
        f"{_paragraphs([view.requests_heading], 'strong')}"
        f"{_paragraphs(f'- {request}' for request in view.requests)}"
        f"{_paragraphs([view.source], 'source')}{_draw_foot(view)}</article>"
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


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{text(title)}</th>" for title in heads)
    body = "".join(f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
