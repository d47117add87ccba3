"""Tables: right-aligned figures, bullet bars for rates, the total set apart, headers that sort."""

from collections.abc import Sequence

from ttpv.ui import texts
from ttpv.ui.filters import Selection
from ttpv.ui.gauges import draw_shape
from ttpv.ui.html import text
from ttpv.ui.links import link_department, render_opening
from ttpv.views.departments import CellDelta, DepartmentRow, DepartmentsView
from ttpv.views.dossiers import DossierRow, DossiersView
from ttpv.views.fees import FeesLine, FeesView
from ttpv.views.rates import SMALL, RateView


def render_departments(view: DepartmentsView, selection: Selection) -> None:
    """Departments × rates; a click on a row opens the department."""
    heads = [(texts.TABLE_NAME, "", "text"), (texts.TABLE_RECEIVED, "", "number")]
    heads += [(name, target, "number") for name, target in view.heads]
    rows = "".join(
        f'<tr data-open="{text(row.id)}">{_name_cell(row.id, row.name, selection)}'
        f"{_number_cell(row.received, row.received_key)}"
        f"{_rate_cells(row)}</tr>"
        for row in view.rows
    )
    met = "".join(f'<td class="number">{text(count)}</td>' for count in view.met)
    foot = (
        f"<tr>{_total_cells(view.total)}</tr>"
        f'<tr class="met-row"><th scope="row">{text(texts.TABLE_MET)}</th><td></td>{met}</tr>'
    )
    notes = "".join(f'<p class="note">{text(note)}</p>' for note in view.notes)
    render_opening(
        f'<p class="note">{text(texts.TABLE_HINT)} {text(texts.LEGEND)} {text(view.legend)}</p>'
        f"{_table(heads, rows, foot)}{notes}",
        key="departments",
    )


def render_dossiers(view: DossiersView, selection: Selection) -> None:
    """Counts of every department along the way of the dossiers."""
    heads = [(texts.TABLE_NAME, "", "text"), *((head, "", "number") for head in view.heads)]
    rows = "".join(
        f'<tr data-open="{text(row.id)}">{_name_cell(row.id, row.name, selection)}'
        f"{_counts(row)}</tr>"
        for row in view.rows
    )
    foot = f'<tr><th scope="row">{text(view.total.name)}</th>{_counts(view.total)}</tr>'
    render_opening(_table(heads, rows, foot), key="dossiers")


def render_fees(view: FeesView, selection: Selection) -> None:
    """Annex II with the shares of transactions and of amounts."""
    heads = [
        (texts.TABLE_NAME, "", "text"),
        ("Giao dịch trực tuyến", "", "number"),
        ("Tiền trực tuyến", "", "number"),
        ("Giao dịch trực tiếp", "", "number"),
        ("Tiền trực tiếp", "", "number"),
        ("Tỷ trọng giao dịch trực tuyến", "", "number"),
        ("Tỷ trọng tiền trực tuyến", "", "number"),
    ]
    rows = "".join(
        f'<tr data-open="{text(row.id)}">{_name_cell(row.id, row.name, selection)}{_fees(row)}</tr>'
        for row in view.rows
    )
    foot = f'<tr><th scope="row">{text(view.total.name)}</th>{_fees(view.total)}</tr>'
    render_opening(_table(heads, rows, foot), key="fees")


def _table(heads: Sequence[tuple[str, str, str]], rows: str, foot: str) -> str:
    """A table that scrolls inside itself. Heads are (title, second line, text|number)."""
    cells = "".join(
        f'<th scope="col" data-sort="{kind}"><button type="button">{text(title)}</button>'
        f"{f'<small>{text(second)}</small>' if second else ''}</th>"
        for title, second, kind in heads
    )
    return (
        f'<div class="scroll"><table class="grid"><thead><tr>{cells}</tr></thead>'
        f"<tbody>{rows}</tbody><tfoot>{foot}</tfoot></table></div>"
    )


def _name_cell(department: str, name: str, selection: Selection) -> str:
    return f'<th scope="row">{link_department(department, name, selection)}</th>'


def _total_cells(row: DepartmentRow) -> str:
    received = f'<td class="number">{text(row.received)}</td>'
    return f'<th scope="row">{text(row.name)}</th>{received}{_rate_cells(row)}'


def _number_cell(shown: str, key: int | None) -> str:
    return f'<td class="number" data-key="{"" if key is None else key}">{text(shown)}</td>'


def _counts(row: DossierRow) -> str:
    return "".join(_number_cell(t, k) for t, k in zip(row.counts, row.keys, strict=True))


def _fees(line: FeesLine) -> str:
    return "".join(
        (
            _number_cell(line.online_transactions, line.online),
            _number_cell(line.online_amount, line.online_dong),
            _number_cell(line.direct_transactions, line.direct),
            _number_cell(line.direct_amount, line.direct_dong),
            _share_cell(line.transaction_share, line.online, line.direct),
            _share_cell(line.amount_share, line.online_dong, line.direct_dong),
        )
    )


def _share_cell(shown: str, part: int | None, other: int | None) -> str:
    key = ""  # last, where the share is not known or nothing was paid
    if part is not None and other is not None and part + other:
        key = f"{part * 100 / (part + other):.4f}"
    return f'<td class="number" data-key="{key}">{text(shown)}</td>'


def _rate_cells(row: DepartmentRow) -> str:
    return "".join(
        _rate_cell(rate, delta, lacking)
        for rate, delta, lacking in zip(row.rates, row.deltas, row.lacking, strict=True)
    )


def _rate_cell(rate: RateView, delta: CellDelta, lacking: str) -> str:
    """Value, mark, and a bullet bar with the target as a tick; the words where there is none. Below
    it, small, what it is held against and what lacks."""
    key = "" if rate.sort_key is None else f"{rate.sort_key:.6f}"
    title = text(f"{rate.spoken}. {rate.reason}" if rate.reason else rate.spoken)
    if rate.position is None:
        return (
            f'<td class="rate none" data-key="" title="{title}">'
            f'<span class="words">{text(rate.cell)}</span></td>'
        )
    small = f"<small>{SMALL}</small>" if rate.small else ""
    tick = f'<i style="left:{rate.tick:.2f}%"></i>' if rate.tick is not None else ""
    return (
        f'<td class="rate" data-key="{key}" title="{title}"><span class="top">'
        f'{small}{draw_shape(rate.status)}<span class="sr">{text(rate.status_word)}</span>'
        f"<b>{text(rate.cell)}</b></span>"
        f'<span class="bar"><em class="{rate.status}" style="width:{rate.position:.2f}%"></em>'
        f"{tick}</span>{_draw_small(delta, lacking)}</td>"
    )


def _draw_small(delta: CellDelta, lacking: str) -> str:
    parts = ""
    if delta.shown:
        parts += f'<span title="{text(delta.title)}">{text(delta.shown)}</span>'
    if lacking:
        parts += f"<span>{text(lacking)}</span>"
    return f'<small class="below">{parts}</small>' if parts else ""
