"""The form of one target: what is typed → a target, or what is wrong with it."""

from datetime import date
from typing import Any

import streamlit as st

from ttpv.checks.targets import make_target_issue
from ttpv.core.issues import Issue, Place
from ttpv.core.text import printable
from ttpv.core.typed import parse_value
from ttpv.reference import PROVINCE, Reference, Target
from ttpv.ui.texts import targets as texts
from ttpv.views.targets import name_scope, target_key

_DAYS: dict[str, Any] = {
    "min_value": date(2000, 1, 1),
    "max_value": date(2099, 12, 31),
    "format": "DD/MM/YYYY",
}


def render_fields(
    reference: Reference, old: Target | None, round_: int
) -> tuple[Target | None, list[Issue]]:
    """The fields of one target, filled in with `old`; None, with the issues, where one cannot be
    read. In another `round_` they begin anew."""
    key = f"{target_key(old) if old else 'new'}-{round_}"
    rates, scopes = list(reference.rates), [PROVINCE, *reference.department_by_id]
    left, middle, right = st.columns([2, 1, 2])
    rate = left.selectbox(
        texts.TARGET_RATE,
        rates,
        index=rates.index(old.rate) if old else 0,
        format_func=reference.title,
        key=f"rate-{key}",
    )
    value = middle.text_input(
        texts.TARGET_VALUE,
        f"{old.value:f}".replace(".", ",") if old else "",
        help=texts.TARGET_VALUE_HELP,
        key=f"value-{key}",
    )
    scope = right.selectbox(
        texts.TARGET_SCOPE,
        scopes,
        index=scopes.index(old.scope) if old else 0,
        format_func=lambda id_: name_scope(id_, reference),
        key=f"scope-{key}",
    )
    columns = st.columns([1, 1, 2, 1])
    first = columns[0].date_input(
        texts.TARGET_FIRST, old.effective_from if old else None, key=f"from-{key}", **_DAYS
    )
    last = columns[1].date_input(
        texts.TARGET_LAST, old.effective_to if old else None, key=f"to-{key}", **_DAYS
    )
    decision = columns[2].text_input(
        texts.TARGET_DECISION, (old.decision if old else "") or "", key=f"decision-{key}"
    )
    decided = columns[3].date_input(
        texts.TARGET_DECISION_DATE,
        old.decision_date if old else None,
        key=f"decided-{key}",
        **_DAYS,
    )
    source = st.text_input(
        texts.TARGET_SOURCE,
        old.source if old else "",
        help=texts.TARGET_SOURCE_HELP,
        key=f"source-{key}",
    )
    return _read_fields(rate, value, scope, first, last, decision, decided, source)


def _read_fields(
    rate: str,
    value: str,
    scope: str,
    first: date | None,
    last: date | None,
    decision: str,
    decided: date | None,
    source: str,
) -> tuple[Target | None, list[Issue]]:
    place, number = Place(), parse_value(value.strip())
    needed = (
        (texts.TARGET_VALUE, value.strip()),
        (texts.TARGET_FIRST, first),
        (texts.TARGET_SOURCE, source.strip()),
    )
    issues = [
        make_target_issue("target_field_missing", place, title=f"“{title}”")
        for title, filled in needed
        if not filled
    ]
    if value.strip() and number is None:
        issues.append(make_target_issue("target_number_unreadable", place, value.strip()))
    if issues or number is None or first is None:
        return None, issues
    target = Target(
        rate=rate,
        value=number,
        scope=scope,
        effective_from=first,
        effective_to=last,
        source=printable(source.strip()),
        decision=printable(decision.strip()) or None,
        decision_date=decided,
    )
    return target, []
