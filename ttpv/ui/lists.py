"""Plain lists on the import page: what was found, what is wrong, what was published."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from ttpv.core.issues import Issue
from ttpv.imports import FilePreview
from ttpv.ui import texts
from ttpv.ui.data import load_register_changes, open_reference, open_store
from ttpv.ui.help import CODE_KEY
from ttpv.ui.html import render_html, render_note, render_title, text
from ttpv.ui.table_downloads import offer_table
from ttpv.ui.texts import history as history_words
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.texts import tables as words
from ttpv.views.data_tables import table_of_history, table_of_issues
from ttpv.views.history import FoundForm, build_found_forms, build_history, build_issue_rows


def render_found(previews: tuple[FilePreview, ...]) -> None:
    forms = [form for file in previews for form in build_found_forms(file, open_reference())]
    if forms:
        render_title(importing_words.FOUND, level=2)
        render_html(f'<div class="ttpv">{"".join(map(_draw_found, forms))}</div>')


def _draw_found(found: FoundForm) -> str:
    """The form with its facts, and its totals as a small table that folds into columns."""
    facts = importing_words.FOUND_FACTS.format(period=found.period, departments=found.departments)
    shown = f"<p>{text(facts)}</p>" if found.period else ""
    sums = "".join(f"<div><dt>{text(a)}</dt><dd>{text(b)}</dd></div>" for a, b in found.totals)
    head = f'<p class="note">{text(importing_words.FOUND_TOTALS)}</p>' if sums and shown else ""
    return (
        f'<section class="found"><h3>{text(found.form)}</h3>{shown}'
        f'<p class="file" title="{text(found.file)}">{text(found.file)}</p>'
        f'{head}<dl class="sums">{sums}</dl></section>'
    )


def render_issues(previews: tuple[FilePreview, ...]) -> None:
    """The issues, each explained by a link, and the list as a file for the department."""
    files = [file for file in previews if not file.needs_period]
    issues = [issue for file in files for issue in file.issues]
    if not issues:
        return
    render_title(importing_words.ISSUES, level=2)
    _render_issues(issues)
    offer_table(lambda: table_of_issues(files), "loi-va-canh-bao", csv_label=words.ISSUES_CSV)


def _render_issues(issues: list[Issue]) -> None:
    rows = build_issue_rows(issues)
    cells = "".join(
        f'<tr class="{"error" if row.is_error else "warning"}"><td>{text(row.severity)}</td>'
        f"<td>{text(row.where)}</td><td>{text(row.message)} {_explanation(row.code)}</td></tr>"
        for row in rows
    )
    head = "<tr><th>Mức</th><th>Nơi</th><th>Nội dung và cách sửa</th></tr>"
    render_html(
        f'<div class="ttpv"><div class="scroll"><table class="grid list" data-issues="{len(rows)}">'
        f"<thead>{head}</thead><tbody>{cells}</tbody></table></div></div>"
    )


def _explanation(code: str) -> str:
    """A link to what the code means, in a tab of its own: the preview stays."""
    address = f"{texts.HELP[1]}?{urlencode({CODE_KEY: code})}"
    return f'<a href="{text(address)}" target="_blank">{text(importing_words.EXPLAIN)}</a>'


def _render_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    head = "".join(f"<th>{text(title)}</th>" for title in heads)
    body = "".join(f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    render_html(
        f'<div class="ttpv"><div class="scroll"><table class="grid list"><thead><tr>{head}</tr>'
        f"</thead><tbody>{body}</tbody></table></div></div>"
    )


def render_history(latest: int | None = None) -> None:
    """Every published state, newest first, or only the `latest` ones."""
    states = open_store().history()
    if not states:
        st.info(texts.NO_DATA)
        return
    render_title(history_words.HISTORY, level=2)
    shown = states[:latest]
    changes = {state.id: load_register_changes(state) for state in shown if state.register_changes}
    rows = build_history(shown, open_reference(), changes)
    _render_table(
        ("Lần", "Lúc", "Người công bố", "Nội dung"),
        [(row.snapshot, row.published, row.by, "; ".join(row.changes)) for row in rows],
    )
    published = [state.published_at for state in shown]
    offer_table(lambda: table_of_history(rows, published), "lich-su-cong-bo")
    if latest is not None and len(states) > latest:
        render_note(history_words.HISTORY_MORE.format(count=len(states)))
