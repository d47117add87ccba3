"""Filling: texts arrive as they are, whatever they hold; the template is what stays."""

import io
import zipfile
from dataclasses import dataclass

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateError, UndefinedError
from lxml import etree
from PIL import Image

from tests.unit.reports.docx.make import edit_part, make_docx, read_texts
from ttpv.core.text import printable
from ttpv.reports.docx import Picture, fill_template
from ttpv.reports.docx import fill as filling
from ttpv.reports.docx.expressions import NotAllowed

HOSTILE = [
    "=1+1",
    "<w:p>&amp;</w:p>",
    "{{ period }}",
    "{% for x in y %}",
    "{_{ x }_}",
    "“ngoặc” 'đơn' \"kép\"",
    "]]><!--",
    "A" * 500,
]


PROPERTY_TEMPLATE = make_docx("{%p for t in all %}", "{{ t }}", "{%p endfor %}")


@dataclass(frozen=True)
class Row:
    name: str
    count: str


def test_texts_stay_texts() -> None:
    template = make_docx(
        "{{ one }}", rows=[["{%tr for t in all %}"], ["{{ t }}"], ["{%tr endfor %}"]]
    )
    found = read_texts(fill_template(template, {"one": HOSTILE[0], "all": HOSTILE}))
    assert found == [HOSTILE[0], *HOSTILE]


def test_control_characters_are_shown_and_do_nothing() -> None:
    found = read_texts(fill_template(make_docx("{{ x }}"), {"x": "a\x00b\x1bc\td\ne\u202ef\ufffe"}))
    assert found == ["a\ufffdb\ufffdc d e\ufffdf\ufffd"]


def test_a_placeholder_in_many_runs() -> None:
    template = make_docx(["Kỳ {", "{ per", "iod }", "}", " này"])
    assert read_texts(fill_template(template, {"period": "2023"})) == ["Kỳ 2023 này"]


def test_what_word_leaves_between_runs_does_not_matter() -> None:
    """Marks of the spelling check, bookmarks, an italic half."""
    template = edit_part(
        make_docx(["{{ per", "iod }}"]),
        "word/document.xml",
        lambda xml: xml.replace(
            b"iod }}",
            b'iod</w:t></w:r><w:proofErr w:type="spellEnd"/><w:bookmarkEnd w:id="0"/>'
            b'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> }}',
        ),
    )
    assert read_texts(fill_template(template, {"period": "2023"})) == ["2023"]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
@settings(max_examples=40)
def test_any_text_is_read_back_as_it_is(texts: list[str]) -> None:
    found = read_texts(fill_template(PROPERTY_TEMPLATE, {"all": texts}))
    assert found == [printable(text) for text in texts]


def test_rows_of_dataclasses_and_conditions() -> None:
    template = make_docx(
        "{% if rows %}có{% else %}không{% endif %} {{ title|upper }}",
        rows=[
            ["{%tr for row in rows %}", ""],
            ["{{ row.name }}", "{{ row.count }}"],
            ["{%tr endfor %}", ""],
        ],
        header="{{ title }}",
    )
    made = fill_template(
        template, {"title": "Đạt", "rows": (Row("Y tế", "1"), Row("Du lịch", "2"))}
    )
    assert read_texts(made) == ["có ĐẠT", "Y tế", "1", "Du lịch", "2"]
    assert Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text == "Đạt"


def test_a_picture_has_its_words_where_it_stands() -> None:
    png = io.BytesIO()
    Image.new("RGB", (40, 20)).save(png, "PNG")
    picture = Picture(png.getvalue(), 'Cao nhất: "Y tế" <100 %>', 100)
    made = fill_template(make_docx("{{ chart }}"), {"chart": picture})
    document = Document(io.BytesIO(made))
    (shape,) = document.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (100, 50)
    assert shape._inline.docPr.get("descr") == picture.alt
    absent = fill_template(make_docx("{{ chart }}"), {"chart": None})
    assert len(Document(io.BytesIO(absent)).inline_shapes) == 0


def test_the_same_texts_give_the_same_bytes_and_the_title() -> None:
    template = make_docx("{{ x }}")
    first, second = (fill_template(template, {"x": "1"}, title="Báo cáo <1>") for _ in range(2))
    assert first == second
    assert Document(io.BytesIO(first)).core_properties.title == "Báo cáo <1>"
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None


def test_what_is_not_there_is_no_blank() -> None:
    with pytest.raises(UndefinedError):
        fill_template(make_docx("{{ absent }}"), {})
    with pytest.raises(TypeError):
        fill_template(make_docx("{{ x }}"), {"x": 1})


@pytest.mark.parametrize(
    "source",
    [
        "{{ x.__class__ }}",
        "{{ x * 9 }}",
        "{{ x() }}",
        "{{ x|join }}",
        "{{ x|upper(1) }}",
        "{{ x['a'] }}",
        "{{ [1] }}",
        "{% set y = x %}",
        "{% include x %}",
        "{% macro m() %}{% endmacro %}",
        "{% for a in x if a %}{% endfor %}",
        "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_nothing_runs(source: str) -> None:
    with pytest.raises(NotAllowed):
        fill_template(make_docx(source), {"x": "1"})


def test_a_torn_document_is_refused() -> None:
    template = edit_part(
        make_docx("{% if x %}", "{% endif %}"),
        "word/document.xml",
        lambda xml: xml.replace(b"{% endif %}</w:t>", b"</w:t>{% endif %}"),
    )
    with pytest.raises((TemplateError, etree.XMLSyntaxError)):
        fill_template(template, {"x": False})


def test_a_loop_over_a_long_text_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MOST_FILLED", 100_000)
    template = make_docx("{% for t in all %}" + "x" * 2_000 + "{% endfor %}")
    assert fill_template(template, {"all": ["x"] * 2})
    with pytest.raises(filling.TooLong):
        fill_template(template, {"all": ["x"] * 50})


def test_a_text_in_a_footnote_stays_text_in_a_document_of_two_sections() -> None:
    assert read_footnote(fill_template(make_footnote("{{ x }}"), {"x": "{{ y }}"})) == "{{ y }}"


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_footnote(text: str) -> bytes:
    """A document of two sections, with a footnotes part as Word writes it."""
    document = Document()
    document.add_section()
    name = PackURI("/word/footnotes.xml")
    xml = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    )
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_footnote(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        root = etree.fromstring(file.read("word/footnotes.xml"))
    return "".join(root.itertext())
