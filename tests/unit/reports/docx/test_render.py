"""The report opened and rendered by another program: its pages as one prints them."""

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from tests.programs.office import find_office
from tests.reports import make_view
from tests.spec.tables import World, dates
from tests.unit.reports.test_notice import with_departments
from ttpv.comparisons import compare_period
from ttpv.monitor import open_timeline
from ttpv.reference import Reference
from ttpv.reports.docx import render_report
from ttpv.reports.pdf import convert_to_pdf
from ttpv.store import Store
from ttpv.views.report import build_report

PERIOD = dates("2023-01-01..2023-12-25")
PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
_MM = 72 / 25.4


@pytest.fixture(scope="module", autouse=True)
def _office() -> None:
    """Ends with the package to install where there is no LibreOffice."""
    find_office()


@pytest.fixture(scope="module")
def report(_published_example: Path, reference: Reference) -> bytes:
    return render_report(make_view(Store(_published_example), reference, PERIOD))


@pytest.fixture(scope="module")
def pages(report: bytes) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(convert_to_pdf(report)))


@pytest.fixture(scope="module")
def communes(_published_example: Path, reference: Reference) -> list[pypdfium2.PdfPage]:
    """The pages of a report of 135 communes."""
    store = Store(_published_example)
    figures = World(store, reference).figures("2023-01-01..2023-12-25")
    many = with_departments(figures, 135, lambda place: f"Phuong {place:03d}")
    snapshot = store.current()
    assert snapshot is not None
    comparison = compare_period(open_timeline(store, reference, snapshot), PERIOD)
    made = render_report(build_report(many, comparison, reference))
    return list(pypdfium2.PdfDocument(convert_to_pdf(made)))


def read_text(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())


def size_of(page: pypdfium2.PdfPage) -> tuple[int, int]:
    width, height = page.get_size()
    return round(width), round(height)


def read_number(page: pypdfium2.PdfPage) -> str:
    """What stands in the middle of the top margin."""
    width, height = page.get_size()
    box = {"left": width / 2 - 40, "right": width / 2 + 40, "top": height}
    return str(page.get_textpage().get_text_bounded(bottom=height - 18 * _MM, **box)).strip()


def find_boxes(page: pypdfium2.PdfPage) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each letter that is seen, and its left, bottom, right, top."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        if letter.strip():
            yield letter, text.get_charbox(place)


def test_the_body_is_upright_and_the_annexes_lie(pages: list[pypdfium2.PdfPage]) -> None:
    sizes = [size_of(page) for page in pages]
    body = sizes.index(LANDSCAPE)
    assert 4 <= body <= 6
    assert sizes == [PORTRAIT] * body + [LANDSCAPE] * 3


def test_pages_are_numbered_from_the_second_each_annex_by_itself(
    pages: list[pypdfium2.PdfPage],
) -> None:
    numbers = [read_number(page) for page in pages]
    body = len(pages) - 3
    assert numbers == ["", *map(str, range(2, body + 1)), "", "2", ""]


def test_the_head_stands_on_every_page_of_an_annex(pages: list[pypdfium2.PdfPage]) -> None:
    first, second = (read_text(page) for page in pages[-3:-1])
    for text in (first, second):
        assert "STT" in text
        assert "3=4+6" in text
        assert text.count("(%)") == 5
    assert ("30.816" in first, "30.816" in second) == (True, False)
    assert ("99.364" in first, "99.364" in second) == (False, True)


def test_no_head_is_cut(pages: list[pypdfium2.PdfPage]) -> None:
    """The last line of each long head stands above the numbering row, where it is repeated, too."""
    for page in pages[-3:-1]:
        (row,) = find_places(page, "3=4+6")
        heads = find_places(page, "(%)")
        assert len(heads) == 5
        assert all(bottom > row[3] for _, bottom, _, _ in heads)


def find_places(page: pypdfium2.PdfPage, words: str) -> list[tuple[float, ...]]:
    """The box of the first letter of each place where the words stand."""
    text = page.get_textpage()
    searcher, boxes = text.search(words), []
    while found := searcher.get_next():
        boxes.append(text.get_charbox(found[0]))
    return boxes


def test_every_letter_is_on_paper(report: bytes, pages: list[pypdfium2.PdfPage]) -> None:
    """As often as in the file, or oftener: heads are repeated. Words are not compared: where a font
    lacks letters another one's stand in, and PDF readers take the words apart there."""
    body = docx.Document(io.BytesIO(report)).element.body
    written = Counter("".join(text.text or "" for text in body.iter(qn("w:t"))))
    printed = Counter("".join(read_text(page) for page in pages))
    lacking = {letter for letter, count in written.items() if printed[letter] < count}
    assert lacking <= {" ", "\N{NO-BREAK SPACE}", "-"}


def test_nothing_stands_in_the_margins(pages: list[pypdfium2.PdfPage]) -> None:
    for page in pages:
        width, height = page.get_size()
        for letter, (left, bottom, right, top) in find_boxes(page):
            assert left > 15 * _MM, letter
            assert right < width - 15 * _MM, letter
            assert bottom > 15 * _MM, letter
            assert top < height - 8 * _MM, letter


def test_letters_are_those_of_times_new_roman(pages: list[pypdfium2.PdfPage]) -> None:
    """Liberation Serif has its widths, and stands for it where Microsoft's is not installed; the
    first version has no Vietnamese letters, and another font's stand in for those alone."""
    strange: set[str] = set()
    for page in pages:
        text = page.get_textpage()
        for item in page.get_objects(filter=[1], max_depth=9, textpage=text):
            name = item.get_font().get_base_name().partition("+")
            if not re.match("LiberationSerif|TimesNewRoman", name[2] or name[0]):
                strange |= set(item.extract())
    has_all = subprocess.run(
        ["fc-list", "Liberation Serif:lang=vi", "family"], capture_output=True, check=True
    ).stdout.strip()
    assert not {letter for letter in strange if has_all or letter.isascii()} - {" "}


def test_annexes_of_135_communes(communes: list[pypdfium2.PdfPage]) -> None:
    texts = [read_text(page) for page in communes if size_of(page) == LANDSCAPE]
    assert len(texts) > 8
    assert all("STT" in text for text in texts)
    everything = "".join(texts)
    for place in range(135):
        assert everything.count(f"Phuong {place:03d}") == 2
