"""Every fault of a template is said with its place and what to do; a good one passes."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.unit.reports.docx.make import edit_part, make_docx
from ttpv.core.messages import MESSAGES
from ttpv.reports.docx import Picture, check_template, list_placeholders


@dataclass(frozen=True)
class Row:
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class View:
    period: str
    is_simulated: bool
    chart: Picture | None
    rows: tuple[Row, ...]
    signature: Row


GOOD = make_docx(
    "Kỳ {{ period }}{% if is_simulated and not chart %} mô phỏng{% else %}!{% endif %}",
    "{%p if chart %}",
    "{{ chart }}",
    "{%p endif %}",
    ["{", "{ signature.name | up", "per }}"],
    rows=[
        ["{%tr for row in rows %}", "", ""],
        ["{{ loop.index }}", "{{ row.name }}", "{% for c in row.cells %}{{ c }}{% endfor %}"],
        ["{%tr endfor %}", "", ""],
    ],
    header="{{ period }}",
)


def inject(xml: bytes) -> Callable[[bytes], bytes]:
    return lambda body: body.replace(b"<w:p>", b"<w:p>" + xml, 1)


def relate(kind: bytes, target: bytes, mode: bytes = b"External") -> Callable[[bytes], bytes]:
    schema = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relation = b'<Relationship Id="r99" TargetMode="%s" Type="%s%s" Target="%s"/>'
    added = relation % (mode, schema, kind, target) + b"</Relationships>"
    return lambda rels: rels.replace(b"</Relationships>", added)


BODY, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
DDE = b'<w:fldSimple w:instr=" DDEAUTO cmd x "/>'
NESTED = b"""<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>
<w:fldChar w:fldCharType="end"/><w:instrText>INCLUDETEXT c:/a.txt</w:instrText></w:p>"""
MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

FAULTS: dict[str, list[tuple[bytes, str]]] = {
    "template_not_word": [
        (b"PK\x03\x04 no zip", "mẫu.docx"),
        (b"<html>", "mẫu.docx"),
        (edit_part(GOOD, "[Content_Types].xml", lambda xml: xml.replace(MAIN, b"x/y")), ".docx"),
        (edit_part(GOOD, "_rels/.rels", lambda xml: xml.replace(b"word/d", b"word/x")), "lưu dưới"),
        (edit_part(GOOD, RELATIONS, lambda xml: xml[:99]), "mở được"),
    ],
    "template_active": [
        (edit_part(GOOD, "word/vbaProject.bin", lambda _: b"x"), "macro"),
        (edit_part(GOOD, "[Content_Types].xml", lambda xml: xml.replace(MAIN, MACRO)), "macro"),
        (edit_part(GOOD, BODY, inject(DDE)), "trường DDEAUTO"),
        (edit_part(GOOD, "word/embeddings/a.bin", lambda _: b"x"), "đối tượng nhúng"),
        (edit_part(GOOD, RELATIONS, relate(b"aFChunk", b"a.html", b"Internal")), "altChunk"),
        (edit_part(GOOD, "word/endnotes.xml", lambda _: NESTED), "trường INCLUDETEXT"),
    ],
    "template_linked": [
        (edit_part(GOOD, RELATIONS, relate(b"image", b"http://x/a.png")), "http://x/a.png"),
        (edit_part(GOOD, BODY, inject(b'<blip link="r9"/>')), "ảnh liên kết"),
    ],
    "template_tracked": [(edit_part(GOOD, BODY, inject(b"<w:ins/>")), "Accept All Changes")],
    "template_placeholder_unknown": [
        (
            make_docx("Kỳ {{ perod }}"),
            "Đoạn “Kỳ {{ perod }}”: không có chỗ điền nào tên",
        ),
        (make_docx("{{ signature.nam }}"), "Có phải là “signature.name”?"),
        (make_docx("{{ period.x }}"), "period.x"),
        (make_docx("{{ zzz }}"), "docs/TEMPLATES.md"),
        (make_docx(header="{{ zzz }}"), "Đầu trang, đoạn “{{ zzz }}”"),
        (make_docx(rows=[["a", "b"], ["c", "{{ zzz }}"]]), "Bảng 1, hàng 2, ô 2"),
        (make_docx("{% for r in rows %}{% endfor %}{{ r.name }}"), "“r”"),
    ],
    "template_placeholder_kind": [
        (make_docx("{{ rows }}"), "Hãy lặp: {% for dòng in rows %}"),
        (make_docx("{{ signature }}"), "signature.name, signature.cells"),
        (make_docx("{{ is_simulated }}"), "sau if"),
        (make_docx("{% for x in period %}{% endfor %}"), "Chỉ lặp được trên một danh sách"),
    ],
    "template_command_unknown": [
        (make_docx("{{ period.__class__ }}"), "lệnh “{{ period.__class__ }}”"),
        (make_docx("{{ range(9) }}"), "range"),
        (make_docx("{{ 'x' * 9 }}"), "không dùng được"),
        (make_docx("{% include 'a' %}"), "include"),
    ],
    "template_syntax": [
        (make_docx("{{ kỳ báo cáo }}"), "không hiểu “{{ kỳ báo cáo }}”"),
        (make_docx("{% for rows %}{% endfor %}"), "for rows"),
        (make_docx("{{ }}"), "hai dấu ngoặc"),
        (make_docx(f"{{{{ {'(' * 180}period{')' * 180} }}}}"), "không hiểu"),
    ],
    "template_tag_torn": [
        (make_docx("{{ period", "}}"), "Đoạn “{{ period”"),
        (make_docx(f"{{{{ {'9' * 500} }}}}"), "dấu ngoặc mở"),
    ],
    "template_command_open": [
        (make_docx("{% if period %}a"), "Hãy đặt {% endif %} trong cùng đoạn"),
        (
            make_docx(rows=[["{%tr for r in rows %}"], ["x"]]),
            "{%tr endfor %} trong cùng bảng",
        ),
    ],
    "template_command_unopened": [
        (make_docx("{% endif %}"), "“{% endif %}”"),
        (make_docx("{% if period %}{% endfor %}"), "endfor"),
        (make_docx("{% if period %}", "{% endif %}"), "trong cùng đoạn"),
    ],
    "template_command_misplaced": [
        (make_docx("{%tr if period %}", "{%tr endif %}"), "một hàng của bảng"),
        (make_docx("{%p if period %}{%p endif %}"), "một mình trong một đoạn"),
    ],
    "template_cannot_fill": [
        (make_docx("{% if period %}" * 150 + "{% endif %}" * 150), "điền thử")
    ],
    "template_tag_elsewhere": [
        (edit_part(GOOD, BODY, inject(b'<w:bookmarkStart w:name="{{ zzz }}"/>')), "{{ zzz }}"),
        (edit_part(GOOD, BODY, inject(b"<w:instrText>{% if x %}</w:instrText>")), "Ngoài các đoạn"),
        (edit_part(GOOD, "word/comments.xml", lambda _: b"<a>{{ x }}</a>"), "Nhận xét (Comments)"),
        (edit_part(GOOD, "docProps/custom.xml", lambda _: b"<a>{{ x }}</a>"), "Thuộc tính"),
    ],
    "template_long": [(make_docx(*["a" * 500_000] * 3), "hơn 1 MB")],
    "template_crowded": [(make_docx("{{ " * 2001), "2.001 chỗ điền và lệnh")],
}
CODES = FAULTS.keys()
CASES = [(code, *case) for code, cases in FAULTS.items() for case in cases]


def test_a_good_template_passes() -> None:
    assert check_template(GOOD, View) == ()


@pytest.mark.parametrize(("code", "content", "words"), CASES)
def test_a_fault(code: str, content: bytes, words: str) -> None:
    issues = check_template(content, View)
    assert code in {issue.code for issue in issues}
    found = next(issue for issue in issues if issue.code == code)
    assert words in found.message
    assert (found.severity, found.message[0].isupper()) == (MESSAGES[code][0], True)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"PK\x03\x04" + b"PK\x01\x02" * 3000, "file_damaged")],
)
def test_what_no_office_program_packs(content: bytes, code: str) -> None:
    assert [issue.code for issue in check_template(content, View)] == [code]


def test_all_faults_are_said_at_once() -> None:
    issues = check_template(make_docx("{{ a }}", "{{ b }} {{ period }}", "{{ c"), View)
    assert [issue.value for issue in issues] == ["a", "b", "{{ c"]


def test_the_placeholders_of_a_view() -> None:
    paths = [placeholder.path for placeholder in list_placeholders(View)]
    assert paths == [
        *("period", "is_simulated", "chart", "rows[].name", "rows[].cells[]"),
        *("signature.name", "signature.cells[]"),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("{%tr for row in rovs %}", "{{ row.name }}", "{%tr endfor %}"), "placeholder_unknown"),
        (("{%tr for row in period %}", "{{ row.name }}", "{%tr endfor %}"), "placeholder_kind"),
        (("{%tr for row rows %}", "x", "{%tr endfor %}"), "syntax"),
        (("{%tr if perod %}", "x", "{%tr endif %}"), "placeholder_unknown"),
        (
            ("{%tr for a in b %}", "{% for c in a.d %}{{ c }}{% endfor %}", "{%tr endfor %}"),
            "unknown",
        ),
    ],
)
def test_one_fault_is_said_once(rows: tuple[str, ...], code: str) -> None:
    (issue,) = check_template(make_docx(rows=[[row] for row in rows]), View)
    assert code in issue.code
