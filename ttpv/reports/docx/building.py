"""What the shipped templates are built of: pages, tables, lines and fields that python-docx lacks.

Word minds the order of an element's children, so whatever is added goes where the schema has it
(tests/unit/reports/docx/order.py looks).
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ttpv.reports.docx.repack import repack
from ttpv.reports.docx.styles import set_styles

A4 = (210, 297)
LANGUAGE = "vi-VN"
_MADE = datetime(2026, 1, 1)  # noqa: DTZ001
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
_TABLE_PROPERTIES = (
    *("w:tblStyle", "w:tblpPr", "w:tblOverlap", "w:bidiVisual", "w:tblStyleRowBandSize"),
    *("w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders"),
    *("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"),
)


def new_document(title: str) -> Document:
    """Empty, in our styles, in Vietnamese, and telling nobody who made it or when."""
    document = docx.Document()
    set_styles(document)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = title, LANGUAGE
    properties.created = properties.modified = _MADE
    _set_language(document)
    _set_mode(document)
    _drop_thumbnail(document)
    return document


def save_document(document: Document) -> bytes:
    """The same bytes on every run."""
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _set_language(document: Document) -> None:
    path = "/".join(qn(name) for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"))
    defaults = document.styles.element.find(path)
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(make_element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE))


def _set_mode(document: Document) -> None:
    """Word shows files without this in its compatibility mode."""
    settings, compat = document.settings.element, OxmlElement("w:compat")
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    uri = "http://schemas.microsoft.com/office/word"
    compat.append(make_element("w:compatSetting", name="compatibilityMode", uri=uri, val="15"))
    followers = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
    settings.insert_element_before(compat, *followers)


def _drop_thumbnail(document: Document) -> None:
    """The picture of an empty page that python-docx's own template brings."""
    relations = document.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[name]


def set_page(
    section: Any, *, top: int, bottom: int, left: int, right: int, landscape: bool = False
) -> None:
    """A4 with these margins, in mm."""
    width, height = A4[::-1] if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance = section.footer_distance = Mm(10)


def restart_numbers(section: Any) -> None:
    """The section's pages are numbered from 1."""
    numbers = make_element("w:pgNumType", start="1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """A field such as PAGE; `shown` stands there until Word reckons it."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.text = code
            run._element.append(element)
        elif kind != "shown":
            run._element.append(make_element("w:fldChar", fldCharType=kind))


def add_table(document: Document, widths: Sequence[float], rows: int, *, sides: float) -> Any:
    """Columns of these mm: in the grid and in every cell, as Word reads the one and LibreOffice the
    other. No lines, no row cut in two; `sides` is the room left and right of a text, in mm."""
    table = document.add_table(rows, len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(make_element(f"w:{side}", w=str(round(sides * 56.7)), type="dxa"))
    _put(table, margins)
    return table


def draw_borders(table: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_make_border(f"w:{side}", space=0))
    _put(table, borders)


def repeat_head(row: Any) -> None:
    """The row stands at the top of each page over which its table goes."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def draw_line(holder: Any, indent: float) -> None:
    """The line that the decree wants below a name or a title: an empty low paragraph with a border
    above it, `indent` mm shorter on either side."""
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.line_spacing = Pt(4)
    form.space_before, form.space_after = Pt(3), Pt(2)
    borders = OxmlElement("w:pBdr")
    borders.append(_make_border("w:top", space=1))
    paragraph._element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def fill_cell(
    cell: Any,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    align: ALIGN = ALIGN.CENTER,
    before: float = 0,
    more: bool = False,
) -> None:
    """The cell's first paragraph, or one more."""
    paragraph = cell.add_paragraph() if more else cell.paragraphs[0]
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)


def make_element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _make_border(tag: str, space: int) -> Any:
    return make_element(tag, val="single", sz="4", space=str(space), color="000000")


def _put(table: Any, element: Any) -> None:
    properties = table._tbl.tblPr
    names = {qn(name): place for place, name in enumerate(_TABLE_PROPERTIES)}
    properties.insert_element_before(element, *_TABLE_PROPERTIES[names[element.tag] + 1 :])
