"""The registry of departments: seen by everybody, its learned names changed by those who may."""

from collections.abc import Callable
from datetime import date, datetime

import streamlit as st

from ttpv.core.user import operating_system_user
from ttpv.publishing import Outcome, Publisher
from ttpv.store import Manifest, StoreError
from ttpv.teaching import forget_name, teach_name
from ttpv.ui import texts
from ttpv.ui.access import current_access
from ttpv.ui.address import warn_of_unknown
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.html import plain, render_html, render_note, render_title, text
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.texts import registry as registry_words
from ttpv.views.data_tables import table_of_registry
from ttpv.views.failures import describe_failure
from ttpv.views.formatting import format_date
from ttpv.views.registry import (
    RegistryRow,
    build_learned,
    build_registry,
    describe_lesson,
    name_department,
)

_HEADS = ("Đơn vị", "Tên gọi khác", "Tồn tại", "Từ đơn vị", "Thành đơn vị")
_MESSAGE = "_registry_message"
_ROUND = "_registry_round"
_DAY_KEY = "ngay"
_DAYS = (date(2000, 1, 1), date(2100, 12, 31))


def render_registry(state: Manifest | None) -> None:
    """The departments by whether they exist on a day, with the names that `state` has learned."""
    left, right, _ = st.columns([2, 1, 1])
    wanted = left.text_input(
        registry_words.REGISTRY_SEARCH,
        key="tim",
        bind="query-params",
        live=True,
        placeholder=registry_words.REGISTRY_SEARCH_HINT,
    )
    today = datetime.now().astimezone().date()
    warn_of_unknown(registry_words.REGISTRY_DAY, _DAY_KEY, _find_days(), format_date(today))
    day = right.date_input(
        registry_words.REGISTRY_DAY,
        value=today,
        min_value=_DAYS[0],
        max_value=_DAYS[1],
        format="DD/MM/YYYY",
        key=_DAY_KEY,
        bind="query-params",
    )
    groups = build_registry(
        open_reference(), state.aliases if state else (), day or today, wanted or ""
    )
    if not groups:
        st.info(registry_words.REGISTRY_NOBODY)
    for group in groups:
        render_title(group.title, level=2)
        _render_rows(group.rows)
    if groups:
        reference = open_reference()
        offer_table(lambda: table_of_registry(groups, reference), "danh-ba-don-vi")


def _find_days() -> tuple[str, ...]:
    """The day that the address names, as it does, if it is one that can be chosen."""
    asked = st.query_params.get(_DAY_KEY, "")
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return ()
    return (asked,) if _DAYS[0] <= day <= _DAYS[1] else ()


def _render_rows(rows: tuple[RegistryRow, ...]) -> None:
    drawn = [_draw_cells(row) for row in rows]
    filled = [index for index in range(len(_HEADS)) if any(cells[index] for cells in drawn)]
    heads = "".join(f'<th scope="col">{text(_HEADS[index])}</th>' for index in filled)
    body = "".join(
        f'<tr data-department="{text(row.id)}">{_draw_row(cells, filled)}</tr>'
        for row, cells in zip(rows, drawn, strict=True)
    )
    render_html(
        '<div class="ttpv"><div class="scroll"><table class="grid list registry"><thead><tr>'
        f"{heads}</tr></thead><tbody>{body}</tbody></table></div></div>"
    )


def _draw_cells(row: RegistryRow) -> tuple[str, ...]:
    learned = "".join(
        f"<small>{text(registry_words.LEARNED)} {text(name)}</small>" for name in row.learned
    )
    split = f"<small><b>{text(registry_words.SPLIT)}</b></small>" if row.is_split else ""
    return (
        f"<b>{text(row.name)}</b><small>{text(row.short)} · {text(row.id)}</small>",
        text(row.aliases) + learned,
        text(row.existence),
        text(row.before),
        text(row.after) + split,
    )


def _draw_row(cells: tuple[str, ...], filled: list[int]) -> str:
    """The cells of the columns that are not empty; each knows its head, for narrow screens."""
    return "".join(f'<td data-head="{text(_HEADS[index])}">{cells[index]}</td>' for index in filled)


def render_teaching(state: Manifest | None) -> None:
    """For those who may publish, and upon the current state alone: teach a name, take one back."""
    _render_message()
    access = current_access()
    if not access.may_upload:
        st.info(access.reason)
        return
    current = open_store().current()
    if (state.id if state else "") != (current.id if current else ""):
        st.info(registry_words.REGISTRY_AS_REPORTED)
        return
    with st.expander(registry_words.TEACH_OFFER):
        _render_lesson(current)
    if current is not None and current.aliases:
        with st.expander(registry_words.FORGET_OFFER):
            _render_forgetting(current)


def _render_lesson(current: Manifest | None) -> None:
    round_ = st.session_state.get(_ROUND, 0)
    left, right = st.columns(2)
    name = left.text_input(registry_words.TEACH_NAME, key=f"teach-name-{round_}", live=True)
    departments = open_reference().department_by_id
    chosen = right.selectbox(
        texts.TABLE_NAME,
        list(departments),
        index=None,
        format_func=lambda id_: name_department(departments[id_], open_reference()),
        placeholder=importing_words.NAME_PLACEHOLDER,
        key=f"teach-department-{round_}",
    )
    if not name or chosen is None:
        render_note(registry_words.TEACH_HELP)
        return
    aliases = current.aliases if current else ()
    lesson = describe_lesson(name, departments[chosen], aliases, open_reference())
    render_html(f'<div class="ttpv" data-lesson>{text(lesson.sentence)}</div>')
    snapshot = current.id if current else ""
    # Of this choice upon this state alone, as the import's button: see ui/importing.py.
    if lesson.is_possible and st.button(
        registry_words.TEACH, type="primary", key=f"teach-{name}-{chosen}-{snapshot}"
    ):
        _carry_out(
            lambda publisher: teach_name(
                name,
                departments[chosen],
                open_reference(),
                open_store(),
                publisher,
                expect=snapshot,
            ),
            registry_words.TAUGHT.format(name=name, department=departments[chosen].name),
        )


def _render_forgetting(current: Manifest) -> None:
    learned = build_learned(current.aliases, open_reference())
    chosen = st.selectbox(
        registry_words.FORGET_WHICH,
        learned,
        index=None,
        format_func=lambda name: name.label,
        placeholder=registry_words.FORGET_PLACEHOLDER,
        key=f"forget-name-{st.session_state.get(_ROUND, 0)}",
    )
    if chosen is None:
        return
    render_html(f'<div class="ttpv" data-forget>{text(chosen.warning)}</div>')
    if st.button(registry_words.FORGET, type="primary", key=f"forget-{chosen.label}-{current.id}"):
        _carry_out(
            lambda publisher: forget_name(
                chosen.name, chosen.department, open_store(), publisher, expect=current.id
            ),
            registry_words.FORGOTTEN.format(name=chosen.name),
        )


def _carry_out(change: Callable[[Publisher], Outcome], sentence: str) -> None:
    try:
        outcome = change(Publisher(operating_system_user(), may_publish=True))
    except (OSError, StoreError) as error:
        st.error(describe_failure(error))
        return
    snapshot = outcome.snapshot.id if outcome.snapshot else ""
    if outcome.status == "needs_confirmation":
        st.session_state[_MESSAGE] = (
            "warning",
            registry_words.NAMES_CHANGED.format(snapshot=snapshot),
        )
    else:
        recorded = registry_words.RECORDED.format(snapshot=snapshot)
        st.session_state[_MESSAGE] = ("success", f"{sentence} {recorded}")
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def _render_message() -> None:
    """What the last change came to, once. Names are quoted: Markdown in them is not obeyed."""
    kind, sentence = st.session_state.pop(_MESSAGE, (None, ""))
    place = st.container()  # always there: else what is unfolded below folds when the message goes
    if kind:
        (place.success if kind == "success" else place.warning)(plain(sentence))
