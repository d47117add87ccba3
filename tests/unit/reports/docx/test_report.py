"""The report as a Word file: whoever is called how, with or without all of its figures."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.reports import make_view
from tests.spec.tables import World, dates
from tests.unit.reports.docx.make import make_docx, read_texts
from tests.unit.reports.docx.test_fill import HOSTILE
from tests.unit.reports.test_notice import with_departments
from ttpv.comparisons import compare_period
from ttpv.core.periods import Period
from ttpv.demo import Demo
from ttpv.monitor import open_timeline
from ttpv.reference import Letterhead, Reference, parse_bundle
from ttpv.registers import open_reference
from ttpv.reports.docx import render_report
from ttpv.store import Store
from ttpv.views.report import ReportView, build_report

PERIOD = dates("2023-01-01..2023-12-25")
GOLDEN = Path(__file__).parents[3] / "golden"


@pytest.fixture
def view(example_store: Store, reference: Reference) -> ReportView:
    return make_view(example_store, reference, PERIOD)


def open_report(view: ReportView) -> Document:
    return docx.Document(io.BytesIO(render_report(view)))


def read_all(document: Document) -> str:
    """Every text of the body, of tables too."""
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )


def test_names_are_text_wherever_they_stand(example_store: Store, reference: Reference) -> None:
    figures = World(example_store, reference).figures("2023-01-01..2023-12-25")
    named = with_departments(figures, 18, lambda place: HOSTILE[place % len(HOSTILE)])
    snapshot = example_store.current()
    assert snapshot is not None
    comparison = compare_period(open_timeline(example_store, reference, snapshot), PERIOD)
    document = open_report(build_report(named, comparison, reference))
    annex = document.tables[-2]
    names = [row.cells[1].text for row in annex.rows[-19:-1]]
    assert names == [HOSTILE[place % len(HOSTILE)] for place in range(18)]
    for shape in document.inline_shapes:
        assert shape._inline.docPr.get("descr")


def test_letterhead_and_notes_are_text(view: ReportView) -> None:
    hostile = replace(
        view,
        superior="<w:p/>",
        place_date="{{ period }}",
        recipients=("=1+1", "a\x00b"),
        addressee="& “x”",
    )
    text = read_all(open_report(hostile))
    for shown in ("<W:P/>", "{{ period }}", "- =1+1;", "- a\ufffdb;", "Kính gửi: & “x”"):
        assert shown in text


def test_tables_are_tables_that_go_on_over_pages(view: ReportView) -> None:
    document = open_report(view)
    for table in document.tables[1:3] + document.tables[-2:]:
        rows = table._tbl.tr_lst
        assert all(row.trPr.xpath("w:cantSplit") for row in rows)
        heads = [bool(row.trPr.xpath("w:tblHeader")) for row in rows]
        assert heads[0]
        assert heads == sorted(heads, reverse=True)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    figures = document.tables[-1].rows[5].cells[3]
    assert figures.paragraphs[0].paragraph_format.alignment == 2


def test_a_total_keeps_to_the_row_above_it(view: ReportView) -> None:
    annex = docx.Document(io.BytesIO(render_report(view))).tables[-2]
    kept = [
        all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)
        for row in annex.rows
    ]
    assert kept[-3:] == [False, True, False]
    assert annex.rows[-1].cells[1].text == "Tổng số"


def test_charts_have_their_words_and_a_caption(view: ReportView) -> None:
    document = open_report(view)
    targets, departments = document.inline_shapes
    assert "Tỷ lệ số hóa hồ sơ 85,4 % (chỉ tiêu 70 %, đạt)" in targets._inline.docPr.get("descr")
    assert "Sở Nông nghiệp" in departments._inline.docPr.get("descr")
    captions = [p.text for p in document.paragraphs if p.style and p.style.name == "Caption"]
    assert len(captions) == 2
    assert captions[0].startswith("Biểu đồ: 3/5 chỉ tiêu đạt")


def test_the_same_view_gives_the_same_bytes(view: ReportView) -> None:
    assert render_report(view) == render_report(view)


def test_a_template_of_the_centre_is_used(view: ReportView) -> None:
    template = make_docx("{{ title }}: {{ dossiers.received }} hồ sơ", "{{p targets.table }}", "")
    document = docx.Document(io.BytesIO(render_report(view, template)))
    assert document.paragraphs[0].text == "Tình hình thực hiện nhiệm vụ năm 2023: 99.364 hồ sơ"
    assert document.tables[0].rows[1].cells[3].text == "66,2%"
    assert len(document.inline_shapes) == 0


def test_a_simulated_store_says_so_on_every_page(view: ReportView) -> None:
    mark = "SỐ LIỆU MÔ PHỎNG"
    for simulated, found in (("", False), (f"{mark} – thử", True)):
        section = open_report(replace(view, simulated=simulated)).sections[0]
        for header in (section.header, section.first_page_header):
            assert any(mark in paragraph.text for paragraph in header.paragraphs) == found


def test_what_is_to_be_written_is_shaded(view: ReportView) -> None:
    document = open_report(view)
    added = [p.text for p in document.paragraphs if p.style and p.style.name == "Phần bổ sung"]
    assert sum("bổ sung nội dung mục này" in text for text in added) == 6
    assert sum("chưa có số liệu" in text for text in added) == 3


def test_without_a_letterhead_nothing_is_invented(
    example_store: Store, reference: Reference
) -> None:
    bare = msgspec.structs.replace(reference, letterhead=Letterhead())
    text = read_all(open_report(make_view(example_store, bare, PERIOD)))
    assert "Ngày ….. tháng ….. năm ………" in text
    assert "GIÁM ĐỐC" not in text


@pytest.mark.parametrize("chosen", [(), ("so-y-te",), ("so-y-te", "so-tu-phap", "so-cong-thuong")])
@pytest.mark.parametrize("period", ["2025-10", "2025-Q3", "2025", "2023-01-01..2024-06-30"])
def test_any_period_and_selection_of_three_years(
    made_demo: Demo, period: str, chosen: tuple[str, ...]
) -> None:
    store = Store(made_demo.folder)
    reference = open_reference(store, store.current())
    view = make_view(store, reference, _as_period(period), chosen, is_simulated=True)
    text = read_all(open_report(view))
    assert view.period.full in text
    assert "None" not in text
    assert "{{" not in text
    assert ("Các đơn vị đã chọn" in text) == bool(chosen)
    assert view.dossiers.received in text


def _as_period(text: str) -> Period:
    return dates(text)


Edit = Callable[..., Path]


def test_a_period_without_annex_ii_says_so(
    edit_example: Edit, tmp_path: Path, reference: Reference
) -> None:
    from tests.conftest import import_file

    store = Store(tmp_path / "one")
    import_file(store, reference, edit_example("one.xlsx", drop_sheets=("Phụ lục II",)))
    view = make_view(store, reference, PERIOD)
    assert not view.fees.is_known
    assert any("Phí, lệ phí" in gap for gap in view.gaps)
    texts = "\n".join(read_texts(render_report(view)))
    assert "tại Trung tâm: chưa có số liệu về số giao dịch và số tiền, cần bổ sung" in texts
    assert set(view.annex_2.table.rows[0][2:]) == {"–"}
    assert any("Kỳ này chưa có Phụ lục II" in note for note in view.annex_2.notes)


def test_a_state_of_an_older_program_has_its_report(tmp_path: Path, reference: Reference) -> None:
    """Its reference data know no letterhead, no other figures and no printed heads of annexes."""
    (bundle, *_) = sorted((GOLDEN / "references").glob("reference-*.json"))
    writer = Store(tmp_path, parse_bundle(bundle.read_bytes()))
    rows = "who | received | received_new | received_online\nso-y-te | 1.000 | 1.000 | 662"
    for period in ("2023", "2024"):
        World(writer, reference).publish(period, rows, form="annex-1")
    store = Store(tmp_path)
    state = store.open_snapshot("1")
    kept = open_reference(store, state)
    view = make_view(store, kept, dates("2023"), ["so-y-te"], snapshot=state)
    document = open_report(view)
    assert "Sở Y tế tiếp nhận xử lý 1.000 hồ sơ" in read_all(document)
    heads = [cell.text for cell in document.tables[-2].rows[0].cells]
    assert heads[:2] == ["STT", "Tên cơ quan"]
