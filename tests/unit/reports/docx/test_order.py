"""Whatever we write is as the schema of Word files has it, which Word minds."""

from pathlib import Path

import pytest

from tests.reports import make_view
from tests.spec.tables import World, dates
from tests.unit.reports.docx.make import edit_part
from tests.unit.reports.docx.order import find_disorder
from ttpv.demo import Demo
from ttpv.reference import Reference
from ttpv.registers import open_reference
from ttpv.reports.docx import render_report
from ttpv.reports.docx.shipped import LETTER, REPORT
from ttpv.reports.letter import render_letter
from ttpv.store import Store
from ttpv.views.letter import build_letter


@pytest.mark.parametrize("path", [REPORT, LETTER], ids=["report", "letter"])
def test_a_shipped_template(path: Path) -> None:
    assert find_disorder(path.read_bytes()) == []


@pytest.mark.parametrize("chosen", [(), ("so-y-te",)])
@pytest.mark.parametrize("is_simulated", [True, False])
def test_a_report(made_demo: Demo, chosen: tuple[str, ...], is_simulated: bool) -> None:
    store = Store(made_demo.folder)
    reference = open_reference(store, store.current())
    view = make_view(store, reference, dates("2025-Q3"), chosen, is_simulated=is_simulated)
    assert find_disorder(render_report(view)) == []


def test_a_letter(example_store: Store, reference: Reference) -> None:
    figures = World(example_store, reference).figures("2023-01-01..2023-12-25")
    letter = build_letter(figures, "so-xay-dung", reference)
    assert find_disorder(render_letter(letter)) == []


def test_disorder_is_found() -> None:
    good = REPORT.read_bytes()
    for old, new in (
        (b"<w:tcPr>", b'<w:tcPr><w:vAlign w:val="top"/>'),
        (b"<w:tblLook", b'<w:tblLook w:val="1"/><w:tblW w:w="1" w:type="pct"/><w:tblLook'),
        (b"<w:tr>", b"<w:tr><w:tc><w:p/></w:tc>"),
    ):
        bad = edit_part(good, "word/document.xml", lambda xml, o=old, n=new: xml.replace(o, n, 1))
        assert find_disorder(bad), new
