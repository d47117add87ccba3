"""The template that ships: what the script makes, ready to be filled, as the decree has it."""

import io

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from ttpv.reports.docx import check_template
from ttpv.reports.docx.default_template import make_report_template
from ttpv.reports.docx.shipped import REPORT
from ttpv.views.report import ReportView


@pytest.fixture(scope="module")
def template() -> Document:
    return docx.Document(str(REPORT))


def test_the_tracked_file_is_what_the_script_makes() -> None:
    assert REPORT.read_bytes() == make_report_template()


def test_it_can_be_filled() -> None:
    assert check_template(REPORT.read_bytes(), ReportView) == ()


def test_pages_are_a4_with_the_margins_of_the_decree(template: Document) -> None:
    body, *annexes = template.sections
    size = (round(body.page_width.mm), round(body.page_height.mm))
    margins = (body.top_margin, body.bottom_margin, body.left_margin, body.right_margin)
    assert size == (210, 297)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
    assert len(annexes) == 2
    for annex in annexes:
        assert annex.orientation == WD_ORIENT.LANDSCAPE
        assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (297, 210)
        numbers = annex._sectPr.find(qn("w:pgNumType"))
        assert numbers.get(qn("w:start")) == "1"


def test_the_number_stands_in_the_middle_at_the_top_but_not_on_the_first_page(
    template: Document,
) -> None:
    for section in template.sections:
        assert section.different_first_page_header_footer
    body = template.sections[0]
    codes = [
        "".join(code.text or "" for code in header._element.iter(qn("w:instrText")))
        for header in (body.header, body.first_page_header)
    ]
    assert codes == ["PAGE", ""]
    number = body.header.paragraphs[0]
    assert number.style is not None
    assert number.style.paragraph_format.alignment == 1


def test_every_text_is_times_new_roman_of_13_or_14_points(template: Document) -> None:
    for name in ("Normal", "Body Text", "Heading 1", "Heading 2", "Bảng", "Ghi chú"):
        fonts = template.styles[name].element.rPr.rFonts
        assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert template.styles["Body Text"].font.size.pt == 14


def test_sections_are_headings(template: Document) -> None:
    heads = [p.text for p in template.paragraphs if p.style and p.style.name == "Heading 2"]
    assert [head.split(".")[0] for head in heads] == [str(number) for number in range(1, 10)]


def test_it_tells_nobody_who_made_it() -> None:
    properties = docx.Document(io.BytesIO(REPORT.read_bytes())).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.language == "vi-VN"
