"""The import page: drop files, see what was understood, publish or not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import streamlit as st

from ttpv.core.periods import Period
from ttpv.core.user import operating_system_user
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.publishing import Outcome, Publisher
from ttpv.store import StoreError
from ttpv.ui import texts
from ttpv.ui.access import current_access
from ttpv.ui.data import open_reference, open_store
from ttpv.ui.difference import render_difference, render_other_difference
from ttpv.ui.html import render_note, render_warning
from ttpv.ui.lists import render_found, render_issues
from ttpv.ui.names import ask_names, current_answers
from ttpv.ui.preview import render_read_tables
from ttpv.ui.template import render_template
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.watching import watch_reading
from ttpv.uploads import discard_staged
from ttpv.views.failures import describe_failure
from ttpv.views.formatting import format_period
from ttpv.views.words import SIMULATED_AGREED, SIMULATED_IMPORT

_ROUND = "_upload_round"
_SEEN = "_upload_seen"
_MESSAGE = "_upload_message"


@dataclass(frozen=True, slots=True)
class _Seen:
    """The preview that the person looks at, and of which files. `is_published`: publishing it upon
    its own state would change nothing."""

    key: tuple[object, ...]
    preview: Preview
    is_published: bool


def render_import() -> None:
    """The whole round, for those who may; the reason for the others."""
    access = current_access()
    _render_message()
    if not access.may_upload:
        st.info(access.reason)
        return
    publisher = Publisher(operating_system_user(), may_publish=True)
    files = st.file_uploader(
        importing_words.UPLOAD,
        accept_multiple_files=True,
        key=f"upload-{st.session_state.get(_ROUND, 0)}",
        help=importing_words.UPLOAD_HELP,
    )
    if not files:
        render_template()
        return
    files = _latest_of_each_name(files)
    render_note(importing_words.KEEP_OPEN)
    period, overrules = _ask_period(files)
    seen = _preview(files, period, overrules)
    if seen.preview.has_list and st.checkbox(
        importing_words.COMPLETE_LIST, help=importing_words.COMPLETE_LIST_HELP
    ):
        seen = _preview(files, period, overrules, is_complete=True)
    preview = seen.preview
    unsaid = overrules and period is None  # what the files print is not what the person wants
    complete = not unsaid and not any(file.needs_period for file in preview.files)
    if complete:
        _render_summary(seen)
        _hint_at_complete_list(preview)
        ask_names(preview, _ids(files))
    render_issues(preview.files)
    if complete:
        render_difference(preview)
        render_other_difference(preview)
    render_found(preview.files)
    render_read_tables(preview.files)
    if complete and preview.is_valid:
        _render_publishing(seen, publisher)


def _latest_of_each_name(files: list[Any]) -> list[Any]:
    """A corrected file that is dropped beside the old one is meant in its place."""
    latest = {file.name: file for file in files}
    replaced = [name for name in latest if sum(file.name == name for file in files) > 1]
    if replaced:
        render_warning(importing_words.REPLACED_UPLOADS.format(names=", ".join(replaced)))
    return list(latest.values())


def _hint_at_complete_list(preview: Preview) -> None:
    missing = any(issue.code == "department_missing" for issue in preview.issues)
    if preview.has_list and missing:
        render_note(importing_words.COMPLETE_LIST_HINT)


def _ids(files: list[Any]) -> tuple[object, ...]:
    return tuple(file.file_id for file in files)


def _ask_period(files: list[Any]) -> tuple[Period | None, bool]:
    """The person's word for the period, and whether it overrules what files print.

    Asked for where a file prints none, and then only for that file; overruling is a choice.
    """
    previews = _preview(files, None, False).preview.files
    unclear = [file.name for file in previews if file.needs_period]
    if unclear:
        render_warning(importing_words.ASK_PERIOD.format(files=", ".join(unclear)))
    can_overrule = not unclear and any(file.forms for file in previews)
    overrules = can_overrule and st.checkbox(importing_words.OTHER_PERIOD)
    return (_choose_dates() if unclear or overrules else None), overrules


def _choose_dates() -> Period | None:
    """The dates that were applied; typed ones count once the button says so, both together."""
    today = datetime.now().astimezone().date()
    form = st.form("dates", border=False)
    left, right, button, _ = form.columns([1, 1, 1, 1], vertical_alignment="bottom")
    limits: dict[str, Any] = {
        "value": None,
        "min_value": date(2000, 1, 1),
        "max_value": today,
        "format": "DD/MM/YYYY",
    }
    first = left.date_input(texts.FIRST_DAY, **limits)
    last = right.date_input(texts.LAST_DAY, **limits)
    button.form_submit_button(importing_words.APPLY_DATES)
    if first is None or last is None:
        return None
    if first > last:
        st.error(importing_words.PERIOD_REVERSED)
        return None
    return Period.inclusive(first, last)


def _preview(
    files: list[Any], period: Period | None, overrules: bool, is_complete: bool = False
) -> _Seen:
    """Reads the files once per choice; the session keeps what it was shown.

    A preview that could be published stays until it is, also where another state has come: the
    click is then refused, and the files are checked against that one. A refused one is read again,
    since somebody may have taught the name that it lacks.
    """
    answers = current_answers(_ids(files))
    key = (*_ids(files), period, overrules, is_complete, *sorted(answers))
    kept: dict[tuple[object, ...], _Seen] = st.session_state.setdefault(_SEEN, {})
    state = open_store().current()
    snapshot = state.id if state else ""
    known = kept.get(key)
    if known is not None and (known.preview.is_valid or known.preview.snapshot == snapshot):
        return known
    uploads = [Upload(file.name, file.getvalue()) for file in files]
    today = datetime.now().astimezone().date()
    with st.spinner(importing_words.CHECKING), watch_reading(_start_over) as look:
        preview = preview_files(
            uploads,
            open_reference(),
            store=open_store(),
            today=today,
            period=period,
            overrules=overrules,
            is_complete=is_complete,
            aliases=answers,
            look=look,
        )
        same = preview.is_published(open_store())
        # Kept before anything is drawn again: there a late click on “Hủy” ends this run, and it
        # discards what is kept (tests/browser/test_dossier_list.py found files left in staging).
        kept[key] = seen = _Seen(key, preview, same)
        _discard_if_forgotten(seen, kept)
    return seen


def _discard_if_forgotten(seen: _Seen, kept: dict[tuple[object, ...], _Seen]) -> None:
    """A click on “Hủy” is answered by another thread at once, while this one reads on: it found
    nothing to discard yet. This run is stopped as soon as it asks the session for anything."""
    try:
        if st.session_state.get(_SEEN) is kept:
            return
    except BaseException:
        kept.pop(seen.key, None)
        discard_staged(seen.preview.staged)
        raise
    discard_staged(seen.preview.staged)


def _start_over(*, keep_files: bool = False) -> None:
    """Nothing is left of what was shown; the uploader is a new one, an empty one, or kept."""
    state = st.session_state
    for seen in state.get(_SEEN, {}).values():
        discard_staged(seen.preview.staged)
    state[_SEEN] = {}
    if not keep_files:
        state[_ROUND] = state.get(_ROUND, 0) + 1


def _render_summary(seen: _Seen) -> None:
    """Refused, identical, warned of or in order: the one sentence to read first."""
    preview = seen.preview
    errors = sum(issue.is_error for issue in preview.issues)
    if not preview.is_valid:
        unchecked = not all(file.sums_checked for file in preview.files if file.forms)
        later = f" {importing_words.CHECKED_LATER}" if unchecked else ""
        st.error(importing_words.REFUSED.format(count=errors) + later)
    elif seen.is_published:
        st.info(importing_words.UNCHANGED_PREVIEW)
    elif preview.issues:
        st.warning(importing_words.WARNED.format(count=len(preview.issues)))
    else:
        st.success(importing_words.NO_ISSUES)


def _render_publishing(seen: _Seen, publisher: Publisher) -> None:
    """The button, below all that it would publish."""
    preview = seen.preview
    if seen.is_published:
        return
    replaced = _replaced_forms(preview)
    if replaced:
        st.info(importing_words.REPLACES.format(forms="; ".join(replaced)))
    agreed = not open_store().is_simulated or _ask_simulated(seen)
    label = importing_words.PUBLISH_DESPITE if preview.issues else importing_words.PUBLISH
    # A button of this preview alone: a click that arrives together with another date or file was
    # meant for what was shown before, so it must not publish what nobody has seen.
    key = f"publish-{seen.key}-{preview.snapshot}"
    if st.button(label, type="primary", key=key, disabled=not agreed) and agreed:
        _publish(seen, publisher)


def _ask_simulated(seen: _Seen) -> bool:
    """Whether the person knows that what they publish here does not reach the real figures."""
    render_warning(SIMULATED_IMPORT)
    return st.checkbox(SIMULATED_AGREED, key=f"simulated-{seen.key}")


def _replaced_forms(preview: Preview) -> list[str]:
    """The published forms whose figures this would change, each with its period."""
    store, reference = open_store(), open_reference()
    current = store.current()
    tables = [draft.table for draft in preview.drafts]
    return [
        f"{reference.form_name(table.form)}, kỳ {format_period(table.period)}"
        for table in tables
        if current and current.entry_of(table.period, table.form) and not store.is_published(table)
    ]


def _publish(seen: _Seen, publisher: Publisher) -> None:
    try:
        outcome = publish_files(seen.preview, open_store(), publisher)
    except (OSError, StoreError) as error:
        st.error(describe_failure(error))
        return
    again = outcome.status == "needs_confirmation"
    if again and _is_there_by_now(seen.preview):
        snapshot = outcome.snapshot.id if outcome.snapshot else ""
        st.session_state[_MESSAGE] = (
            "info",
            importing_words.PUBLISHED_ELSEWHERE.format(snapshot=snapshot),
        )
        again = False
    else:
        st.session_state[_MESSAGE] = _say_outcome(outcome)
    _start_over(keep_files=again)
    st.rerun()


def _is_there_by_now(preview: Preview) -> bool:
    """Whether somebody else has published just this meanwhile."""
    register = open_reference().other_entries
    others = register.put(preview.others) == register.put(())
    holds = all(open_store().holds(draft) for draft in preview.drafts)
    return holds and others and not preview.aliases


def _say_outcome(outcome: Outcome) -> tuple[str, str]:
    """(kind of box, sentence) for what became of the publication."""
    snapshot = outcome.snapshot.id if outcome.snapshot else ""
    if outcome.status == "published":
        return "success", importing_words.PUBLISHED.format(snapshot=snapshot)
    if outcome.status == "unchanged":
        return "info", importing_words.UNCHANGED.format(snapshot=snapshot)
    return "warning", importing_words.CHANGED_MEANWHILE.format(snapshot=snapshot)


def _render_message() -> None:
    """What the last publication came to, once."""
    kind, sentence = st.session_state.pop(_MESSAGE, (None, ""))
    if kind == "success":
        st.success(sentence)
    elif kind == "info":
        st.info(sentence)
    elif kind == "warning":
        st.warning(sentence)
