"""The looks of a state document (Decree 30/2020/NĐ-CP, appendix I) as Word styles."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ttpv.reports.docx.tables import SMALL_STYLE, TEXT_STYLE

FONT = "Times New Roman"
SIZE = 14
INDENT_MM = 10
TO_ADD, NOTE, CENTRED = "ToAdd", "Note", "Centred"
_ADDED = "FFF2CC"


def set_styles(document: Document) -> None:
    """Body 14 pt, justified, first lines set in; headings, captions, tables, notes; and what a
    clerk has yet to write, shaded so that nobody signs it."""
    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, SIZE)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for level in (1, 2):
        heading = styles[f"Heading {level}"]
        _set_font(heading, SIZE, bold=True)
        _space(heading, before=10 if level == 1 else 6, after=4)
        heading.paragraph_format.first_line_indent = Mm(INDENT_MM)
        heading.paragraph_format.keep_with_next = True
    body = styles["Body Text"]
    _set_font(body, SIZE)
    _space(body, before=0, after=5)
    body.paragraph_format.first_line_indent = Mm(INDENT_MM)
    body.paragraph_format.line_spacing = 1.1
    body.paragraph_format.alignment = ALIGN.JUSTIFY
    caption = styles["Caption"]
    _set_font(caption, 12, italic=True)
    _space(caption, before=2, after=8)
    caption.paragraph_format.alignment = ALIGN.CENTER
    _add(document, TO_ADD, "Phần bổ sung", "Body Text", SIZE, italic=True)
    _shade(styles["Phần bổ sung"], _ADDED)
    _add(document, NOTE, "Ghi chú", "Normal", 11, italic=True)
    _space(styles["Ghi chú"], before=2, after=0)
    _add(document, CENTRED, "Giữa dòng", "Normal", SIZE)
    styles["Giữa dòng"].paragraph_format.alignment = ALIGN.CENTER
    _add(document, TEXT_STYLE, "Bảng", "Normal", 12)
    _add(document, SMALL_STYLE, "Bảng nhỏ", "Normal", 10)
    for name in ("Bảng", "Bảng nhỏ"):
        _space(styles[name], before=1, after=1)


def _add(
    document: Document, identity: str, name: str, base: str, size: int, *, italic: bool = False
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style._element.set(qn("w:styleId"), identity)
    style.base_style = document.styles[base]
    style.quick_style = True
    _set_font(style, size, italic=italic)


def _set_font(style: Any, size: int, *, bold: bool = False, italic: bool = False) -> None:
    """Named for all scripts; the theme's fonts, which python-docx's styles ask for, go."""
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.name = FONT
    fonts = style._element.rPr.rFonts
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _space(style: Any, *, before: int, after: int) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _shade(style: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    style._element.get_or_add_rPr().append(shade)
