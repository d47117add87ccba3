"""A template and its texts → a Word file. Whatever a text holds, it stays text."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import SimpleNamespace
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docxtpl import DocxTemplate
from lxml import etree

from ttpv.core.text import printable
from ttpv.reports.docx.expressions import PlainEnvironment
from ttpv.reports.docx.pictures import Inlaid, LaidTable, Picture
from ttpv.reports.docx.repack import repack
from ttpv.views.report.model import ChartView
from ttpv.views.table_view import TableView

__all__ = ["Picture", "TooLong", "fill_template"]

MOST_FILLED = 20_000_000
"""Characters of XML in a part, 400 pages: of a long text within a loop there is no end."""


class TooLong(Exception):
    """Filled in, the template is longer than MOST_FILLED."""


def fill_template(template: bytes, context: Mapping[str, object], *, title: str = "") -> bytes:
    """The Word file. The same template and texts give the same bytes.

    `context` holds texts, booleans, pictures, charts, tables, and mappings, dataclasses and
    sequences of them; numbers are written out before (ttpv/views/formatting). None is nothing, and
    so is whatever is asked of it. `title` is the document's, as its
    properties have it. `template` has passed `check_template`; of one that has not, Jinja's or
    lxml's own errors are raised, and TypeError on a value that is none of the above.
    """
    document = _Template(io.BytesIO(template))
    texts = {name: _clean(value, document) for name, value in context.items()}
    document.render(texts, PlainEnvironment())
    document.docx.core_properties.title = printable(title)
    out = io.BytesIO()
    document.docx.save(out)
    return repack(out.getvalue())


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl without what it does behind a text's back: `{_{` stays, a tab is no new run; and XML
    that a misplaced tag has torn is refused, not mended."""

    def render_xml_part(
        self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None
    ) -> str:
        self.current_rendering_part = part
        pieces, letters = [], 0
        for piece in jinja_env.from_string(src_xml).generate(context):
            letters += len(piece)
            if letters > MOST_FILLED:
                raise TooLong
            pieces.append(piece)
        return "".join(pieces)

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Once: docxtpl does it once a section, so that a text's own braces become commands."""
        for part in self.docx.part.package.iter_parts():
            if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
                xml = self.patch_xml(self.get_part_xml(part))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode()

    def fix_tables(self, xml: str) -> Any:
        return etree.fromstring(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        pass


class _Nothing:
    """What is not there, without a fault wherever a template asks for a part of it."""

    def __getattr__(self, name: str) -> "_Nothing":
        return self

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __html__(self) -> str:
        return ""


_NOTHING = _Nothing()


def _clean(value: object, document: _Template) -> Any:
    match value:
        case str():
            return printable(value)
        case bool():
            return value
        case None:
            return _NOTHING
        case Picture():
            return Inlaid(value, document)
        case ChartView():
            return SimpleNamespace(picture=Inlaid(value, document), title=printable(value.title))
        case TableView():
            return LaidTable(value)
        case Mapping():
            return SimpleNamespace(**{k: _clean(inner, document) for k, inner in value.items()})
        case list() | tuple():
            return [_clean(inner, document) for inner in value]
    if is_dataclass(value) and not isinstance(value, type):
        inners = {field.name: getattr(value, field.name) for field in fields(value)}
        return SimpleNamespace(**{k: _clean(inner, document) for k, inner in inners.items()})
    raise TypeError(f"no template can print a {type(value).__name__}")
