"""Makes data/templates/don-doc.docx, the letter's template as it ships: form 1.5 of Decree
30/2020/NĐ-CP, on one page, hence in 13 points.

`python -m ttpv.reports.docx.letter_template` writes it anew; a test holds the tracked file against
what this makes. The centre changes a copy of it in Word, never this file.
"""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ttpv.reports.docx.repack import repack
from ttpv.reports.docx.styles import set_styles

LETTER = Path(__file__).parents[3] / "data" / "templates" / "don-doc.docx"
SIZE = 13


def make_letter_template() -> bytes:
    """The .docx; the same bytes on every run."""
    document = docx.Document()
    _set_document(document)
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
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _set_document(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = "Mẫu văn bản đôn đốc", "vi-VN"
    properties.created = properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001
    set_styles(document)
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
    table = document.add_table(1, 2)
    _set_widths(table, (68, 97))
    _set_margins(table, 0)
    left, right = table.rows[0].cells
    _first(left, "{{ superior | upper }}", size=12)
    _add(left, "{{ issuer | upper }}", at=ALIGN.CENTER, size=12, bold=True)
    _add_rule(left, 22)
    _add(left, "Số:        /{{ symbol }}", at=ALIGN.CENTER, before=4)
    _add(left, "{{ about }}", at=ALIGN.CENTER, size=12)
    _first(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    _add(right, "Độc lập - Tự do - Hạnh phúc", at=ALIGN.CENTER, bold=True)
    _add_rule(right, 18)
    _add(right, "{{ place_date }}", at=ALIGN.CENTER, italic=True, before=4)


def _first(cell: Any, text: str, *, size: float, bold: bool = False) -> None:
    """Into the paragraph that every cell has."""
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold or None
    paragraph.alignment = ALIGN.CENTER


def _add_rule(cell: Any, indent_mm: float) -> None:
    """The line below a name: an empty low paragraph with a border above it."""
    paragraph = _add(cell, "", at=ALIGN.CENTER, size=2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent_mm)
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.space_before = Pt(2)
    borders = OxmlElement("w:pBdr")
    borders.append(_border("w:top", 1))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _add_table(
    document: Document,
    heads: tuple[str, ...],
    names: tuple[str, ...],
    widths: tuple[float, ...],
    rows: str,
) -> None:
    """A head that is repeated, and a row that is repeated for each of `rows`."""
    table = document.add_table(4, len(heads))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, widths)
    _set_borders(table)
    _set_margins(table, 1.2)
    head, first, row, last = table.rows
    for cell, text in zip(head.cells, heads, strict=True):
        _first(cell, text, size=11, bold=True)
    mark = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(mark)
    for one in table.rows:
        keep = OxmlElement("w:cantSplit")
        one._tr.get_or_add_trPr().append(keep)
    first.cells[0].text = f"{{%tr for row in {rows} %}}"
    for cell, name in zip(row.cells, names, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(f"{{{{ row.{name} }}}}").font.size = Pt(11)
        wide = name == "name"
        paragraph.alignment = ALIGN.LEFT if wide else ALIGN.CENTER
    last.cells[0].text = "{%tr endfor %}"
    _add(document, "").paragraph_format.line_spacing = Pt(4)


def _add_foot(document: Document) -> None:
    """Recipients left; right who signs, with room for the signature."""
    table = document.add_table(1, 2)
    _set_widths(table, (85, 80))
    _set_margins(table, 0)
    left, right = table.rows[0].cells
    run = left.paragraphs[0].add_run("Nơi nhận:")
    run.bold, run.italic, run.font.size = True, True, Pt(12)
    _add(left, "{%p for recipient in recipients %}")
    _add(left, "- {{ recipient }};", size=11)
    _add(left, "{%p endfor %}")
    _add(left, "- Lưu: {{ filed }}.", size=11)
    right.paragraphs[0].add_run("{%p if signature.authority %}")
    _add(right, "{{ signature.authority }}", at=ALIGN.CENTER, bold=True)
    _add(right, "{%p endif %}")
    _add(right, "{{ signature.title }}", at=ALIGN.CENTER, bold=True)
    _add(right, "{{ signature.name }}", at=ALIGN.CENTER, bold=True, before=44)


def _set_widths(table: Any, widths: tuple[float, ...]) -> None:
    """In mm, fixed, in the grid and in every cell: Word reads the one, LibreOffice the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _set_margins(table: Any, sides_mm: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(sides_mm * 56.7)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)


def _set_borders(table: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_border(f"w:{side}", 0))
    table._tbl.tblPr.append(borders)


def _border(name: str, space: int) -> Any:
    border = OxmlElement(name)
    for key, value in (("val", "single"), ("sz", "4"), ("space", str(space)), ("color", "000000")):
        border.set(qn(f"w:{key}"), value)
    return border


if __name__ == "__main__":
    LETTER.write_bytes(make_letter_template())
