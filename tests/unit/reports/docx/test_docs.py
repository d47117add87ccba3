"""docs/TEMPLATES.md names every placeholder, with the value that it really has."""

import re
from pathlib import Path

import msgspec
import pytest

from tests.golden.test_report_docx import OTHERS, PERIOD
from tests.reports import make_view
from tests.unit.reports.docx.make import make_docx
from ttpv.reference import Reference, parse_others
from ttpv.reports.docx import check_template, list_placeholders
from ttpv.store import Store
from ttpv.views.letter import LetterView
from ttpv.views.report import ReportView

DOCS = Path(__file__).parents[4] / "docs" / "TEMPLATES.md"
ROW = re.compile(r"\| `([\w.\[\]]+)` \| ([^|]+) \| ([^|]+) \|(?: ([^|]*) \|)?")
VIEWS = {"Báo cáo": ReportView, "Văn bản đôn đốc": LetterView}


def read_section(title: str) -> str:
    found = re.split(r"\n## ", DOCS.read_text("utf-8"))
    (section,) = (part for part in found if part.startswith(title))
    return section


@pytest.mark.parametrize(("title", "view"), VIEWS.items())
def test_every_placeholder_has_its_line_and_no_line_is_left_over(title: str, view: type) -> None:
    rows = [ROW.fullmatch(x) for x in read_section(title).splitlines() if x.startswith("| `")]
    assert [row[1] for row in rows if row] == [p.path for p in list_placeholders(view)]
    assert all(row and row[3].strip() for row in rows)


def test_the_values_are_those_of_the_report_of_2023(
    example_store: Store, reference: Reference
) -> None:
    known = msgspec.structs.replace(reference, other_entries=parse_others(OTHERS))
    view = make_view(example_store, known, PERIOD)
    checked = 0
    for line in read_section("Báo cáo").splitlines():
        row = ROW.fullmatch(line)
        if row and row[4].strip():
            found: object = view
            for name in row[1].split("."):
                found = getattr(found, name)
            assert found == row[4]
            checked += 1
    assert checked > 40


def test_what_it_tells_to_write_can_be_filled() -> None:
    """The ways of the first table, as the document has them, put where it says."""
    shown = re.findall(r"`(\{[{%].*?[}%]\})`", read_section("Viết chỗ điền").replace(r"\|", "|"))
    text, upper, picture, table, *_ = shown
    if_scope, end_if, each_line, line, end_each = (
        next(tag for tag in shown if tag.startswith(start))
        for start in ("{%p if", "{%p endif", "{%p for", "{{ line", "{%p endfor")
    )
    row, cell, end = (
        next(tag for tag in shown if tag.startswith(start))
        for start in ("{%tr for", "{{ row", "{%tr end")
    )
    inline = next(tag for tag in shown if tag.startswith("{% if"))
    paragraphs = [text, upper, picture, table, if_scope, "x", "{%p else %}", "y", end_if]
    paragraphs += [each_line, line, "{{ loop.index }}", end_each, inline]
    template = make_docx(*paragraphs, rows=[[row], [cell], [end]])
    assert check_template(template, ReportView) == ()
