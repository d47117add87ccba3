"""Further down where a period has a dossier list: field → procedure → the dossiers that need
attention, by code."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import streamlit as st

from ttpv.dossier_lists import (
    STATES,
    Group,
    find_list,
    read_dossiers,
    sum_fields,
)
from ttpv.monitor import Figures
from ttpv.store import Entry
from ttpv.ui import texts
from ttpv.ui.address import seed_choice, warn_of_unknown, write_choice
from ttpv.ui.clickable import render_clickable
from ttpv.ui.data import load_procedures, open_store
from ttpv.ui.html import render_html, render_title, text
from ttpv.ui.table_downloads import offer_table
from ttpv.views.data_tables import table_of_dossier_list, table_of_groups
from ttpv.views.drilldown import (
    COLUMNS,
    DOSSIER_HEADS,
    NOT_SAID,
    STATE_WORDS,
    GroupColumn,
    build_dossier_list,
    build_group_rows,
)
from ttpv.views.formatting import format_count

FIELD_KEY = "linh-vuc"
PROCEDURE_KEY = "thu-tuc"
STATE_KEY = "can-chu-y"
_WISH = "_drilldown_wish"


def render_drilldown(figures: Figures, department: str) -> None:
    """Nothing where the period has no dossier list."""
    entry = find_list(figures.entries)
    if entry is None:
        return
    procedures = load_procedures(figures.snapshot.id, entry.key, department)
    if not procedures:
        return
    render_title(texts.DRILLDOWN, level=2)
    _obey_wish()
    fields = {field.name or NOT_SAID: field for field in sum_fields(procedures)}
    left, right = st.columns(2)
    field = _choose(left, texts.FIELD, list(fields), FIELD_KEY)
    if field is None:
        _choose(right, texts.PROCEDURE, [], PROCEDURE_KEY)
        _render_groups(list(fields.values()), FIELD_KEY, texts.FIELD)
        _offer_groups(list(fields.values()), "field", entry, department)
        _render_attention(entry, department, None, None, list(fields.values()))
        return
    within = [p.group for p in procedures if p.field == fields[field].key]
    names = {_label(group, within): group for group in within}
    procedure = _choose(right, texts.PROCEDURE, list(names), PROCEDURE_KEY)
    shown = within if procedure is None else [names[procedure]]
    labelled = [replace(group, name=_label(group, within)) for group in shown]
    _render_groups(labelled, PROCEDURE_KEY, texts.PROCEDURE)
    _offer_groups(shown, "procedure", entry, department)
    key = names[procedure].key or "" if procedure else None
    _render_attention(entry, department, fields[field].key or "", key, shown)


def _label(group: Group, others: Sequence[Group]) -> str:
    """The procedure's name; with its code where several have one name."""
    name = group.name or NOT_SAID
    shared = sum((other.name or NOT_SAID) == name for other in others) > 1
    return f"{name} ({group.key or NOT_SAID})" if shared else name


def _obey_wish() -> None:
    """A row that was clicked, before the widgets stand."""
    key, value = st.session_state.pop(_WISH, (None, None))
    if key is not None:
        st.session_state[key] = value
        if key == FIELD_KEY:
            st.session_state.pop(PROCEDURE_KEY, None)


def _choose(
    column: st.delta_generator.DeltaGenerator, label: str, names: list[str], key: str
) -> str | None:
    warn_of_unknown(label, key, names, texts.SCOPE_ALL)
    seed_choice(key, names)
    chosen = column.selectbox(
        label,
        names,
        index=None,
        key=key,
        placeholder=texts.SCOPE_ALL,
        disabled=not names,
    )
    write_choice(key, chosen)
    return chosen


def _render_groups(groups: Sequence[Group], key: str, head: str) -> None:
    rows = build_group_rows(groups)
    heads = f'<th scope="col" data-sort="text"><button type="button">{text(head)}</button></th>'
    heads += "".join(
        f'<th scope="col" class="{_part(column)}" data-sort="number">'
        f'<button type="button">{text(column.head)}</button></th>'
        for column in COLUMNS
    )
    body = "".join(
        f'<tr data-open="{text(row.name)}"><th scope="row">{text(row.name)}</th>'
        + "".join(
            f'<td class="number {_part(column)}" data-key="{"" if number is None else number}">'
            f"{text(shown)}</td>"
            for column, shown, number in zip(COLUMNS, row.counts, row.keys, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    opened = render_clickable(
        f'<div class="scroll"><table class="grid"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>",
        key=f"groups-{key}",
    )
    if opened is not None and st.session_state.get(key) != opened:
        st.session_state[_WISH] = (key, opened)
        st.rerun()


def _offer_groups(
    groups: Sequence[Group], kind: Literal["field", "procedure"], entry: Entry, department: str
) -> None:
    name = "linh-vuc" if kind == "field" else "thu-tuc"
    offer_table(lambda: table_of_groups(groups, kind), f"{name}_{department}", entry.period)


def _part(column: GroupColumn) -> str:
    return "part" if column.is_part else ""


def _render_attention(
    entry: Entry,
    department: str,
    field: str | None,
    procedure: str | None,
    groups: Sequence[Group],
) -> None:
    """The lists of overdue, suspended and late dossiers; only the one that is open is read."""
    known = {state: _sum(groups, state) for state in STATES}
    warn_of_unknown(texts.ATTENTION, STATE_KEY, STATES, STATE_WORDS[STATES[0]])
    seed_choice(STATE_KEY, STATES, STATES[0])
    chosen = st.segmented_control(
        texts.ATTENTION,
        STATES,
        format_func=lambda state: f"{STATE_WORDS[state]} ({format_count(known[state])})",
        required=True,
        key=STATE_KEY,
    )
    state = chosen or STATES[0]
    write_choice(STATE_KEY, state)
    dossiers = read_dossiers(
        open_store(), entry, department, state, field=field, procedure=procedure
    )
    view = build_dossier_list(dossiers, state, known[state])
    heads = "".join(f"<th>{text(head)}</th>" for head in DOSSIER_HEADS)
    body = "".join(
        f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in row.cells)}</tr>" for row in view.rows
    )
    table = (
        f'<div class="scroll"><table class="grid list"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    render_html(
        f'<div class="ttpv" data-dossiers><h3>{text(view.title)}</h3>{table if body else ""}</div>'
    )
    if body:
        name = f"ho-so-{state.replace('_', '-')}_{department}"
        offer_table(lambda: table_of_dossier_list(dossiers), name, entry.period)


def _sum(groups: Sequence[Group], state: str) -> int:
    return sum(group.counts[state] or 0 for group in groups)
