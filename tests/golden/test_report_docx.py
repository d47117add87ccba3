"""The Word report of 2023, read back, against the document that was really published.

`report-sections.txt` quotes it, the TSVs are its annexes. Every figure of a passage stands in our
section of the same number, in the same order, with the words that belong to it.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.conftest import TODAY
from tests.golden.test_example import HEADER, NUMBERING
from tests.reports import make_view
from ttpv.core.periods import Period
from ttpv.imports import Upload, preview_files
from ttpv.reference import DepartmentNames, Reference, parse_others
from ttpv.reports.docx import render_report
from ttpv.store import Store

GOLDEN = Path(__file__).parent
PERIOD = Period.inclusive(date(2023, 1, 1), date(2023, 12, 25))
OTHERS = """
[[period]]
from = 2023-01-01
to = 2023-12-25
[period.figures]
questions_received = { value = 227 }
questions_answered = { value = 188 }
questions_cancelled = { value = 19 }
emails = { value = 110, qualifier = "hơn" }
calls = { value = 1200, qualifier = "hơn" }
signatures = { value = 359, qualifier = "hơn", since = 2023-08-15 }

[[index]]
day = 2023-12-25
points = 90.18
rank = "thứ nhất toàn quốc"
"""
# A figure with the word that says what it is: "hơn 110 email", "99,95%", "trên 14,2 tỷ".
FIGURE = re.compile(r"(?:(?:hơn|trên) )?\d[\d./,]*(?:%| [^\W\d]+)?")
# Three departments had no fee transaction; the report printed 0,0 (DOMAIN: no failure, no case).
NO_CASE = {("Sở Giáo dục và Đào tạo", 14), ("Sở Ngoại vụ", 14), ("Sở Tài chính", 14)}


@pytest.fixture(scope="module")
def published(_published_example: Path, reference: Reference) -> bytes:
    """The report as the product writes it, with the other figures entered."""
    known = msgspec.structs.replace(reference, other_entries=parse_others(OTHERS))
    view = make_view(Store(_published_example), known, PERIOD)
    assert view.gaps == ()
    return render_report(view)


@pytest.fixture(scope="module")
def document(published: bytes) -> Document:
    return docx.Document(io.BytesIO(published))


@pytest.fixture(scope="module")
def sections(document: Document) -> dict[str, str]:
    """By number ("2"): what stands below that heading of part I, tables row by row."""
    found: dict[str, list[str]] = {"": []}
    part = number = ""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            if block.style is not None and block.style.name == "Heading 1":
                part, number = block.text.split(".")[0], ""
            elif block.style is not None and block.style.name == "Heading 2" and part == "I":
                number = block.text.split(".")[0]
            found.setdefault(number, []).append(block.text)
        else:
            found[number] += [" ".join(row) for row in read_rows(block)]
    return {key: "\n".join(texts) for key, texts in found.items()}


def read_rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def quote_passages() -> Iterator[tuple[str, str]]:
    number = ""
    for line in (GOLDEN / "report-sections.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            number = line.strip("[]")
        elif not line.startswith("#"):
            yield number, line


def find_figures(text: str) -> list[str]:
    """Days of the period are left out: the report writes them in three ways."""
    found = (figure.strip(".,") for figure in FIGURE.findall(text))
    return [figure for figure in found if "/" not in figure]


@pytest.mark.parametrize(("number", "passage"), tuple(quote_passages()))
def test_a_passage(sections: dict[str, str], number: str, passage: str) -> None:
    ours = sections[number]
    place = 0
    figures = find_figures(passage)
    assert figures
    for figure in figures:
        found = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?!\d)").search(ours, place)
        assert found, f"{figure} is not behind {ours[:place][-60:]!r}"
        place = found.end()


def test_the_index_is_said_as_published(sections: dict[str, str]) -> None:
    (passage,) = (text for number, text in quote_passages() if "90,18" in text and number)
    assert passage in sections["8"]


@pytest.mark.parametrize(
    ("at", "source", "first_rate"), [(-2, "annex-1.tsv", 13), (-1, "annex-2.tsv", 7)]
)
def test_every_cell_of_an_annex(
    document: Document, reference: Reference, at: int, source: str, first_rate: int
) -> None:
    names = DepartmentNames(reference.departments_on(PERIOD.last))
    with (GOLDEN / source).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    table = read_rows(document.tables[at])
    numbers = [str(number) for number in NUMBERING[f"Phụ lục {'I' * (3 + at)}"]]
    bare = [[cell.partition("=")[0] for cell in row] for row in table]
    numbering = bare.index([number.partition("=")[0] for number in numbers])
    # We print the formulas of columns 7 and 10 as well.
    assert {number for number in numbers if "=" in number} <= set(table[numbering])
    found = table[numbering + 1 :]
    assert len(found) == len(rows) == 19
    for ours, theirs in zip(found, rows, strict=True):
        assert ours[0] == theirs[0]
        if ours[1] != theirs[1]:
            known = [names.find(name) for name in (ours[1], theirs[1])]
            assert known[0] is not None
            assert known[0] == known[1]
        for column, (cell, text) in enumerate(zip(ours[2:], theirs[2:], strict=True), 3):
            if (ours[1], column) in NO_CASE:
                assert (cell, text) == ("không phát sinh", "0,0")
            elif column >= first_rate:
                assert re.fullmatch(r"\d+,\d", cell)
                assert Decimal(cell.replace(",", ".")) == Decimal(text.replace(",", "."))
            else:
                assert cell == text


@pytest.mark.parametrize(("at", "name"), [(-2, "Phụ lục I"), (-1, "Phụ lục II")])
def test_the_printed_head(document: Document, at: int, name: str) -> None:
    """As published, each text once; a merged cell is one cell."""
    table, depth = document.tables[at], len(HEADER[name])
    for level, texts in enumerate(HEADER[name]):
        cells = [cell for cell in table.rows[level]._tr.tc_lst if cell.vMerge != "continue"]
        ours = ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in cells]
        assert [text for text in ours if text] == [text for text in texts.split("|") if text]
    heads = [row for row in table.rows if row._tr.trPr.xpath("w:tblHeader")]
    assert len(heads) == depth + 1


def test_the_import_reads_it_again(published: bytes, reference: Reference) -> None:
    """The Word file as an upload: both annexes, their period, and every figure."""
    preview = preview_files([Upload("bao-cao.docx", published)], reference, today=TODAY)
    assert preview.is_valid
    assert {issue.code for issue in preview.issues} == {"rate_in_words"}
    tables = {draft.table.form: draft.table for draft in preview.drafts}
    assert set(tables) == {"annex-1", "annex-2"}
    assert {table.period for table in tables.values()} == {PERIOD}
    assert tables["annex-1"].total is not None
    assert tables["annex-1"].total.figures["received"] == 99364
    assert tables["annex-2"].total is not None
    assert tables["annex-2"].total.figures["direct_amount"] == 14206183957
