"""Makes data/templates/bao-cao.docx, the report's template as it ships.

`python -m ttpv.reports.docx.default_template` writes it anew; a test holds the tracked file against
what this makes. The centre changes a copy of it in Word, never this file.
"""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt, RGBColor

from ttpv.reports.docx.building import (
    add_field,
    add_table,
    draw_line,
    fill_cell,
    new_document,
    restart_numbers,
    save_document,
    set_page,
)
from ttpv.reports.docx.shipped import REPORT

_TO_WRITE = "[Trung tâm bổ sung nội dung mục này; xóa mục nếu không có.]"
_SIMULATED = RGBColor(0xC0, 0x00, 0x00)


def make_report_template() -> bytes:
    """The .docx; the same bytes on every run."""
    document = new_document("Mẫu báo cáo")
    body = document.sections[0]
    set_page(body, top=20, bottom=20, left=30, right=20)
    _write_page_headers(body)
    _write_letterhead(document)
    _write_body(document)
    _write_foot(document)
    for annex in ("annex_1", "annex_2"):
        section = document.add_section(WD_SECTION.NEW_PAGE)
        set_page(section, top=20, bottom=20, left=20, right=20, landscape=True)
        # The pages of each annex are numbered by themselves, as the decree has it.
        restart_numbers(section)
        _write_annex(document, annex)
    return save_document(document)


def _write_page_headers(section: Any) -> None:
    """The number in the middle at the top, from the second page on; a mark where figures are
    invented, on every page."""
    section.different_first_page_header_footer = True
    for header, is_first in ((section.first_page_header, True), (section.header, False)):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.style = "Giữa dòng"
        if not is_first:
            add_field(paragraph, "PAGE", "2")
            paragraph = header.add_paragraph(style="Giữa dòng")
        paragraph.add_run("{%p if simulated %}")
        line = header.add_paragraph(style="Giữa dòng")
        line.paragraph_format.space_after = Pt(6)
        mark = line.add_run("{{ simulated }}")
        mark.bold, mark.font.size, mark.font.color.rgb = True, Pt(11), _SIMULATED
        header.add_paragraph("{%p endif %}", style="Giữa dòng")
        # A part must hold a paragraph, whatever the condition leaves of it.
        if is_first:
            header.add_paragraph(style="Giữa dòng").paragraph_format.line_spacing = Pt(1)


def _write_letterhead(document: Document) -> None:
    table = add_table(document, (64, 106), 2, sides=1.9)
    left, right = table.rows[0].cells
    fill_cell(left, "{{ superior|upper }}", size=12)
    fill_cell(left, "{{ issuer|upper }}", size=12, bold=True, more=True)
    draw_line(left, 21)
    fill_cell(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    fill_cell(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, more=True)
    draw_line(right, 22)
    left, right = table.rows[1].cells
    fill_cell(left, "Số:         /{{ symbol }}", size=13)
    fill_cell(right, "{{ place_date }}", size=13, italic=True)
    for text, before in (
        ("BÁO CÁO", 14),
        ("{{ title }}", 0),
        ("và phương hướng, nhiệm vụ trọng tâm {{ period.following }}", 0),
    ):
        line = _add(document, text, "Giữa dòng", bold=True)
        line.paragraph_format.space_before = Pt(before)
    draw_line(document, 55)
    _add(document, "{%p if scope %}")
    _add(document, "Phạm vi số liệu: {{ scope }}", "Giữa dòng")
    _add(document, "{%p endif %}")
    addressee = _add(document, "Kính gửi: {{ addressee }}", "Giữa dòng")
    addressee.paragraph_format.space_before = addressee.paragraph_format.space_after = Pt(10)


def _write_body(document: Document) -> None:
    _add(
        document,
        "Thực hiện chức năng, nhiệm vụ được giao, {{ centre }} (Trung tâm) báo cáo kết quả hoạt "
        "động của Trung tâm trong {{ period.full }}, cụ thể như sau:",
    )
    document.add_heading("I. KẾT QUẢ HOẠT ĐỘNG CỦA TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH", 1)
    document.add_heading(
        "1. Công tác thông tin tuyên truyền, công khai, hỗ trợ thực hiện thủ tục hành chính",
        2,
    )
    _add(document, _TO_WRITE, "Phần bổ sung")
    document.add_heading("2. Công tác tiếp nhận và giải quyết thủ tục hành chính tại Trung tâm", 2)
    _either(
        document,
        "dossiers.is_known",
        "- {{ dossiers.sentence }}",
        annex="Phụ lục I",
    )
    _each(document, "dossiers.notes", "Ghi chú")
    document.add_heading(
        "3. Công tác tiếp nhận và giải quyết các phản ánh, kiến nghị của công dân", 2
    )
    _either(
        document,
        "feedback.is_known",
        "{{ feedback.questions }}{% if feedback.has_open %} Đối với các câu hỏi chưa được trả lời, "
        "Trung tâm tiếp tục phối hợp, đôn đốc các cơ quan, đơn vị liên quan khẩn trương trả lời "
        "theo quy định.{% endif %}",
        "{{ feedback.questions }}",
    )
    _either(
        document,
        "feedback.is_contact_known",
        "{{ feedback.contacts }} Sau khi tiếp nhận, Trung tâm đã hướng dẫn cụ thể, tận tình, chu "
        "đáo cho người dân.",
        "{{ feedback.contacts }}",
    )
    document.add_heading("4. Công tác thu phí, lệ phí tại Trung tâm", 2)
    for name, sentence in (("trực tiếp", "fees.direct"), ("trực tuyến", "fees.online")):
        _either(
            document,
            "fees.is_known",
            f"- Công tác thu phí, lệ phí {name} tại Trung tâm: {{{{ {sentence} }}}}",
        )
    _add(document, "(Chi tiết tại Phụ lục II)", italic=True)
    document.add_heading("5. Về thực hiện một số chỉ tiêu liên quan dịch vụ công trực tuyến", 2)
    _refer(_add(document, "{{ targets.summary }}"), "Kết quả chi tiết tại Phụ lục I")
    _add(document, "{{p targets.table }}")
    _each(document, "targets.notes", "Ghi chú")
    _chart(document, "charts.targets")
    document.add_heading(
        "6. Công tác phối hợp quản lý, vận hành Cổng dịch vụ công và Hệ thống thông tin giải quyết "
        "thủ tục hành chính của tỉnh",
        2,
    )
    _add(document, _TO_WRITE, "Phần bổ sung")
    document.add_heading(
        "7. Công tác phối hợp quản lý công chức, viên chức, nhân viên làm việc tại Trung tâm",
        2,
    )
    _add(document, _TO_WRITE, "Phần bổ sung")
    document.add_heading("8. Một số nhiệm vụ khác", 2)
    _either(
        document,
        "index.is_known",
        "- Phối hợp theo dõi, đôn đốc, hướng dẫn các cơ quan, đơn vị liên quan thực hiện Bộ chỉ số "
        "phục vụ người dân và doanh nghiệp theo Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ "
        "tướng Chính phủ. {{ index.sentence }} {{ index.groups }}",
    )
    _add(document, "{%p if signatures %}")
    _add(document, "- {{ signatures }}")
    _add(document, "{%p endif %}")
    _add(document, _TO_WRITE, "Phần bổ sung")
    _write_findings(document)
    document.add_heading("II. PHƯƠNG HƯỚNG, NHIỆM VỤ {{ period.following|upper }}", 1)
    _add(document, _TO_WRITE, "Phần bổ sung")
    document.add_heading("III. KIẾN NGHỊ, ĐỀ XUẤT ĐỐI VỚI CÁC SỞ, BAN", 1)
    _add(document, _TO_WRITE, "Phần bổ sung")
    last = _add(
        document,
        "Trên đây là kết quả hoạt động của {{ centre }} trong {{ period.short }} và phương hướng, "
        "nhiệm vụ {{ period.following }}. Kính báo cáo {{ addressee }} theo dõi, chỉ đạo./.",
    )
    last.paragraph_format.keep_with_next = True
    last.paragraph_format.space_after = Pt(10)


def _write_findings(document: Document) -> None:
    document.add_heading("9. Phân tích kết quả thực hiện các chỉ tiêu", 2)
    _add(document, "{%p if findings.has_below %}")
    lead = _add(document, "- Kết quả của từng cơ quan, đơn vị so với chỉ tiêu:")
    lead.paragraph_format.keep_with_next = True
    _add(document, "{{p findings.below }}")
    _each(document, "findings.below_notes", "Ghi chú")
    _add(document, "{%p endif %}")
    for source, words in (
        ("findings.moved", "- Những đơn vị làm thay đổi tỷ lệ chung so với kỳ trước:"),
        ("findings.needed", "- Khoảng cách đến chỉ tiêu và mức cần đạt:"),
        ("findings.remarkable", "- Những điều cần chú ý:"),
    ):
        _add(document, f"{{%p if {source} %}}")
        _add(document, words).paragraph_format.keep_with_next = True
        _each(document, source, "Body Text", "+ ")
        _add(document, "{%p endif %}")
    _each(document, "findings.notes", "Ghi chú")
    _chart(document, "charts.departments")
    _chart(document, "charts.trend")


def _write_foot(document: Document) -> None:
    table = add_table(document, (85, 75), 1, sides=1.9)
    left, right = table.rows[0].cells
    fill_cell(left, "Nơi nhận:", size=12, bold=True, italic=True, align=ALIGN.LEFT)
    for text in (
        "{%p for recipient in recipients %}",
        "- {{ recipient }};",
        "{%p endfor %}",
        "- Lưu: {{ filed }}.",
    ):
        fill_cell(left, text, size=11, align=ALIGN.LEFT, more=True)
    fill_cell(right, "{%p if signature.authority %}", bold=True)
    fill_cell(right, "{{ signature.authority }}", bold=True, more=True)
    fill_cell(right, "{%p endif %}", bold=True, more=True)
    fill_cell(right, "{{ signature.title }}", bold=True, more=True)
    for _ in range(4):
        fill_cell(right, "", more=True)
    fill_cell(right, "{{ signature.name }}", bold=True, more=True)


def _write_annex(document: Document, annex: str) -> None:
    head = document.add_heading(f"{{{{ {annex}.name }}}}", 1)
    head.paragraph_format.first_line_indent = Mm(0)
    head.paragraph_format.space_before = Pt(0)
    head.alignment = ALIGN.CENTER
    for name in ("title", "attached", "period"):
        bold = name == "title"
        text = f"{{{{ {annex}.{name} }}}}"
        line = _add(document, text, "Giữa dòng", bold=bold, italic=not bold)
        line.paragraph_format.keep_with_next = True
    line.paragraph_format.space_after = Pt(6)
    _add(document, f"{{{{p {annex}.table }}}}")
    _each(document, f"{annex}.notes", "Ghi chú")
    _add(document, "{{ source }}", "Ghi chú")


def _add(
    document: Any, text: str, style: str = "Body Text", *, bold: bool = False, italic: bool = False
) -> Any:
    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    return paragraph


def _refer(paragraph: Any, words: str) -> None:
    """To an annex, behind a sentence."""
    paragraph.add_run(f" ({words})").italic = True


def _either(
    document: Document, condition: str, known: str, unknown: str = "", annex: str = ""
) -> None:
    """The same sentence in the look of what somebody has to add, where it is not known."""
    _add(document, f"{{%p if {condition} %}}")
    paragraph = _add(document, known)
    if annex:
        _refer(paragraph, f"Chi tiết tại {annex}")
    _add(document, "{%p else %}")
    _add(document, unknown or known, "Phần bổ sung")
    _add(document, "{%p endif %}")


def _each(document: Document, source: str, style: str, sign: str = "") -> None:
    _add(document, f"{{%p for line in {source} %}}", style)
    _add(document, f"{sign}{{{{ line }}}}", style)
    _add(document, "{%p endfor %}", style)


def _chart(document: Document, chart: str) -> None:
    _add(document, f"{{%p if {chart} %}}")
    picture = _add(document, f"{{{{ {chart}.picture }}}}", "Giữa dòng")
    picture.paragraph_format.keep_with_next = True
    picture.paragraph_format.space_before = Pt(8)
    _add(document, f"Biểu đồ: {{{{ {chart}.title }}}}", "Caption")
    _add(document, "{%p endif %}")


if __name__ == "__main__":
    REPORT.write_bytes(make_report_template())
