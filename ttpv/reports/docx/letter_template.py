"""Makes data/templates/don-doc.docx, the letter's template as it ships: form 1.5 of Decree
30/2020/NĐ-CP, on one page, hence in 13 points.

`python -m ttpv.reports.docx.letter_template` writes it anew; a test holds the tracked file against
what this makes. The centre changes a copy of it in Word, never this file.
"""

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from ttpv.reports.docx.building import (
    add_table,
    draw_borders,
    draw_line,
    fill_cell,
    new_document,
    repeat_head,
    save_document,
    set_page,
)
from ttpv.reports.docx.shipped import LETTER

SIZE = 13


def make_letter_template() -> bytes:
    """The .docx; the same bytes on every run."""
    document = new_document("Mẫu văn bản đôn đốc")
    set_page(document.sections[0], top=20, bottom=20, left=30, right=15)
    _set_sizes(document)
    _add_head(document)
    _add(document, "{%p if simulated %}")
    _add(document, "{{ simulated }}", bold=True, at=ALIGN.CENTER, size=11, before=6)
    _add(document, "{%p endif %}")
    _add(document, "Kính gửi: {{ addressee }}", at=ALIGN.CENTER, size=14, before=10, after=8)
    _add_body(document, "{{ opening }}")
    _add(document, "{%p if has_rates %}")
    _add_body(document, "{{ rates_heading }}", "Heading 1")
    _add_table(
        document,
        ("STT", "Chỉ tiêu", "Kế hoạch", "Kết quả", "Còn thiếu"),
        ("ordinal", "name", "target", "result", "lacking"),
        (12, 73, 25, 25, 30),
        "rates",
    )
    _add(document, "{%p endif %}")
    _add(document, "{%p if rates_note %}")
    _add_body(document, "{{ rates_note }}")
    _add(document, "{%p endif %}")
    _add(document, "{%p if has_late %}")
    _add_body(document, "{{ late_heading }}", "Heading 1")
    _add_body(document, "{{ late_sentence }}")
    _add(document, "{%p endif %}")
    _add(document, "{%p if has_dossiers %}")
    _add_table(
        document,
        ("Mã hồ sơ", "Tình trạng", "Mã hồ sơ", "Tình trạng"),
        ("left.code", "left.state", "right.code", "right.state"),
        (50, 32.5, 50, 32.5),
        "pairs",
    )
    _add(document, "{%p endif %}")
    _add(document, "{%p if dossiers_more %}")
    _add_body(document, "{{ dossiers_more }}")
    _add(document, "{%p endif %}")
    _add_body(document, "{{ requests_heading }}", "Heading 1")
    _add(document, "{%p for request in requests %}")
    _add_body(document, "- {{ request }}")
    _add(document, "{%p endfor %}")
    document.add_paragraph("{{ source }}", style="Ghi chú").paragraph_format.space_after = Pt(4)
    _add_foot(document)
    # Word wants a paragraph behind a table; a low one makes no second page.
    _add(document, "", size=1).paragraph_format.line_spacing = Pt(1)
    return save_document(document)


def _set_sizes(document: Document) -> None:
    for name in ("Normal", "Body Text", "Heading 1"):
        style = document.styles[name]
        style.font.size = Pt(SIZE)
        style.paragraph_format.line_spacing = 1.0
    document.styles["Body Text"].paragraph_format.space_after = Pt(3)
    heading = document.styles["Heading 1"].paragraph_format
    heading.space_before = heading.space_after = Pt(3)


def _add(
    place: Any,
    text: str,
    *,
    at: ALIGN = ALIGN.LEFT,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
) -> Any:
    paragraph = place.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    paragraph.alignment = at
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def _add_body(document: Document, text: str, style: str = "Body Text") -> None:
    document.add_paragraph(text, style=style)


def _add_head(document: Document) -> None:
    """Who writes and its number on the left; the national title, place and date on the right."""
    left, right = add_table(document, (68, 97), 1, sides=0).rows[0].cells
    fill_cell(left, "{{ superior | upper }}", size=12)
    fill_cell(left, "{{ issuer | upper }}", size=12, bold=True, more=True)
    draw_line(left, 22)
    fill_cell(left, "Số:        /{{ symbol }}", before=4, more=True)
    fill_cell(left, "{{ about }}", size=12, more=True)
    fill_cell(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    fill_cell(right, "Độc lập - Tự do - Hạnh phúc", bold=True, more=True)
    draw_line(right, 18)
    fill_cell(right, "{{ place_date }}", italic=True, before=4, more=True)


def _add_table(
    document: Document,
    heads: tuple[str, ...],
    names: tuple[str, ...],
    widths: tuple[float, ...],
    rows: str,
) -> None:
    """A head that is repeated, and a row that is repeated for each of `rows`."""
    table = add_table(document, widths, 4, sides=1.2)
    draw_borders(table)
    head, first, row, last = table.rows
    repeat_head(head)
    for cell, text in zip(head.cells, heads, strict=True):
        fill_cell(cell, text, size=11, bold=True)
    first.cells[0].text = f"{{%tr for row in {rows} %}}"
    for cell, name in zip(row.cells, names, strict=True):
        align = ALIGN.LEFT if name == "name" else ALIGN.CENTER
        fill_cell(cell, f"{{{{ row.{name} }}}}", size=11, align=align)
    last.cells[0].text = "{%tr endfor %}"
    _add(document, "").paragraph_format.line_spacing = Pt(4)


def _add_foot(document: Document) -> None:
    """Recipients left; right who signs, with room for the signature."""
    left, right = add_table(document, (85, 80), 1, sides=0).rows[0].cells
    fill_cell(left, "Nơi nhận:", size=12, bold=True, italic=True, align=ALIGN.LEFT)
    for text in (
        "{%p for recipient in recipients %}",
        "- {{ recipient }};",
        "{%p endfor %}",
        "- Lưu: {{ filed }}.",
    ):
        fill_cell(left, text, size=11, align=ALIGN.LEFT, more=True)
    fill_cell(right, "{%p if signature.authority %}")
    fill_cell(right, "{{ signature.authority }}", bold=True, more=True)
    fill_cell(right, "{%p endif %}", more=True)
    fill_cell(right, "{{ signature.title }}", bold=True, more=True)
    fill_cell(right, "{{ signature.name }}", bold=True, before=44, more=True)


if __name__ == "__main__":
    LETTER.write_bytes(make_letter_template())
