"""The letter as a Word file: what the template says is there, on one page, whoever is named how."""

import io
from dataclasses import replace

import docx
import pypdfium2
import pytest

from tests.programs.office import find_office
from tests.spec.tables import World
from tests.unit.reports.docx.make import read_texts
from tests.unit.views.test_letter import YEAR, dossier
from ttpv.reference import Reference
from ttpv.reports.docx import check_template
from ttpv.reports.docx.letter_template import make_letter_template
from ttpv.reports.docx.shipped import LETTER
from ttpv.reports.letter import render_letter
from ttpv.reports.pdf import convert_to_pdf
from ttpv.store import Store
from ttpv.views.letter import LetterView, build_letter
from ttpv.views.letter_dossiers import LateDossiers

HOSTILE = ("=1+1", "{{ x }}", "<w:p/>", "&amp;", "a\x00b\x1b")


@pytest.fixture
def letter(example_store: Store, reference: Reference) -> LetterView:
    """With five rates below their targets, and more dossiers than the page holds."""
    figures = World(example_store, reference).figures(YEAR)
    listed = LateDossiers([dossier(number, 3) for number in range(40)])
    return build_letter(figures, "so-giao-thong-van-tai", reference, listed)


def test_the_tracked_file_is_what_the_script_makes() -> None:
    assert LETTER.read_bytes() == make_letter_template()


def test_the_template_can_be_filled() -> None:
    assert check_template(LETTER.read_bytes(), LetterView) == ()


def test_it_says_all_that_the_view_says(letter: LetterView) -> None:
    found = " ".join(read_texts(render_letter(letter)))
    for name in ("about", "place_date", "opening", "late_sentence", "dossiers_more", "source"):
        assert getattr(letter, name) in found
    for heading in (letter.rates_heading, letter.late_heading, letter.requests_heading):
        assert heading in found
    for rate in letter.rates:
        assert {rate.name, rate.target, rate.result, rate.lacking} <= set(
            read_texts(render_letter(letter))
        )
    assert all(found_.code in found for found_ in letter.dossiers)
    assert "Kính gửi: Sở Giao thông vận tải" in found
    assert "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH" in found
    assert "{" not in found
    assert render_letter(letter) == render_letter(letter)


def test_what_there_is_nothing_of_leaves_no_trace(letter: LetterView) -> None:
    bare = replace(
        letter,
        has_rates=False,
        rates=(),
        rates_note="",
        has_late=False,
        has_dossiers=False,
        dossiers=(),
        pairs=(),
        dossiers_more="",
        simulated="",
    )
    document = docx.Document(io.BytesIO(render_letter(bare)))
    assert len(document.tables) == 2  # the head and the foot
    assert "STT" not in " ".join(read_texts(render_letter(bare)))


def test_names_are_text(letter: LetterView) -> None:
    named = replace(letter, addressee=" ".join(HOSTILE), requests=HOSTILE)
    found = read_texts(render_letter(named))
    assert "Kính gửi: =1+1 {{ x }} <w:p/> &amp; a\ufffdb\ufffd" in found
    assert "- {{ x }}" in found


def test_it_is_one_page_of_the_decree_s_letters(letter: LetterView) -> None:
    find_office()
    long = "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Bình Định"
    crowded = replace(
        letter,
        superior="Văn phòng Ủy ban nhân dân tỉnh Bình Định và các đơn vị trực thuộc",
        addressee=long,
        opening=letter.opening.replace(letter.addressee, long),
        rates_note="Chưa đủ số liệu để kết luận: Tỷ lệ xác thực định danh điện tử.",
        requests_heading=f"3. Đề nghị {long}:",
        requests=(letter.requests[0], *letter.requests),
        recipients=(*letter.recipients, long, long),
        signature=replace(letter.signature, name="Nguyễn Thị Minh Khai"),
        simulated="SỐ LIỆU MÔ PHỎNG – không dùng để báo cáo",
    )
    for view in (letter, crowded):
        document = pypdfium2.PdfDocument(convert_to_pdf(render_letter(view)))
        assert len(document) == 1
        width, height = document[0].get_size()
        assert (round(width), round(height)) == (595, 842)
        text = document[0].get_textpage().get_text_range()
        # Letters that the machine's font lacks come from another and are told apart from words.
        assert {"17.530", "34,1%", "000.00.16.H08-230101-0000"} <= set(text.split())
        assert "KT." in text


def test_its_letters_are_those_of_the_decree() -> None:
    document = docx.Document(str(LETTER))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins if margin] == [20, 20, 30, 15]
    for name in ("Normal", "Body Text", "Heading 1"):
        font = document.styles[name].font
        assert (font.name, font.size.pt if font.size else 0) == ("Times New Roman", 13)
    heads = [t.rows[0] for t in document.tables[1:3]]
    assert all("tblHeader" in row._tr.xml for row in heads)
