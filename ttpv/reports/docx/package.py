"""An uploaded Word file, opened within bounds and refused where it holds more than text."""

import logging
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.readers.archive import find_elements, pack, unpack
from ttpv.readers.cell_count import keep_xml
from ttpv.readers.refused import Refused
from ttpv.reports.docx.tags import find_elsewhere

log = logging.getLogger(__name__)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
MOST_MB = 1
"""Of XML in the parts that are filled; ours has 0,03. Time to fill grows with its square."""
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS = {"header": "Đầu trang", "footer": "Chân trang", "footnotes": "Chú thích cuối trang"}
_NOT_FILLED = {
    "endnotes": "Chú thích cuối văn bản",
    "comments": "Nhận xét (Comments)",
    "core": "Thuộc tính của tệp (Properties)",
    "app": "Thuộc tính của tệp (Properties)",
    "custom": "Thuộc tính của tệp (Properties)",
}
_ACTIVE = {
    "vbaproject": "macro",
    "activex/": "điều khiển ActiveX",
    "embeddings/": "đối tượng nhúng từ chương trình khác",
}
# Parts that Word opens by the type of their relation, whatever they are called.
_ACTIVE_RELATIONS = {
    "vbaProject": "macro",
    "control": "điều khiển ActiveX",
    "oleObject": "đối tượng nhúng từ chương trình khác",
    "package": "đối tượng nhúng từ chương trình khác",
    "aFChunk": "đoạn chèn từ tệp khác (altChunk)",
    "subDocument": "văn bản con (subdocument)",
}
# Fields that fetch something when the document is opened.
_FETCHING = (
    *("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "INCLUDE"),
    *("DATABASE", "RD", "MACROBUTTON"),
)
_LINKING = ("link", "href", "src")
_NO_RELATIONS = b"<Relationships/>"
_OUTSIDE = "Ngoài các đoạn văn (lời tả ảnh, trường, hình vẽ)"
_TAG_IN_XML = re.compile(rb"(?:\{\{|\{%)[^<>]{0,40}")
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


@dataclass(frozen=True, slots=True)
class Package:
    """`content` as it may be filled; `parts` are (root element, the part's name for people)."""

    content: bytes
    parts: tuple[tuple[Any, str], ...]


def open_package(content: bytes, place: Place) -> Package | tuple[Issue, ...]:
    """The file, or why it cannot be a template."""
    try:
        members = unpack(content)
        kept = keep_xml(members, lambda name, attributes: 1)
        if not _is_word(members) or any(_is_xml(name) and not kept[name] for name in members):
            return (make_issue("template_not_word", place),)
        parts = tuple(_read_parts(members))
    except Refused as refused:
        return (make_issue(refused.code, place, **refused.words),)
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError),
        *(KeyError, ValueError, etree.XMLSyntaxError),
    ) as error:
        log.info("not a Word file: %s", type(error).__name__)
        return (make_issue("template_not_word", place),)
    if sum(len(members[part]) for part in _find_parts(members)) > MOST_MB * 1_000_000:
        return (make_issue("template_long", place, most=str(MOST_MB)),)
    issues = tuple(_find_unwanted(members, parts, place))
    return issues or Package(pack(members).getvalue(), parts)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _is_word(members: Mapping[str, bytes]) -> bool:
    """A .dotx or a .docm under another name has another content type, and Word minds; and what is
    checked here must be what is opened."""
    types = members["[Content_Types].xml"]
    if _MAIN not in types and b"macroEnabled" not in types:
        return False
    bodies = [target for kind, target in _find_related(members, "") if kind == "officeDocument"]
    return bodies == [_BODY]


def _find_related(members: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str]]:
    """The parts that a part (the file: "") names: the relation's type, its last word; the name."""
    folder, file = posixpath.split(part)
    for relation in find_elements(
        members.get(posixpath.join(folder, "_rels", f"{file}.rels"), _NO_RELATIONS), "Relationship"
    ):
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/", folder, relation.get("Target", ""))
            kind = relation.get("Type", "").rpartition("/")[2]
            yield kind, posixpath.normpath(target).lstrip("/")


def _find_parts(members: Mapping[str, bytes]) -> dict[str, str]:
    """The parts that are filled, as docxtpl finds them, and their names for people."""
    related = sorted({(name, kind) for kind, name in _find_related(members, _BODY)})
    return {_BODY: ""} | {name: _PARTS[kind] for name, kind in related if kind in _PARTS}


def _read_parts(members: Mapping[str, bytes]) -> Iterator[tuple[Any, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for name, called in _find_parts(members).items():
        yield etree.fromstring(members[name], parser), called


def _find_unwanted(
    members: Mapping[str, bytes], parts: tuple[tuple[Any, str], ...], place: Place
) -> Iterator[Issue]:
    yield from (make_issue("template_active", place, what=w) for w in _find_active(members))
    for name, content in members.items():
        for relation in find_elements(content, "Relationship") if _is_rels(name) else ():
            is_link = relation.get("Type", "").endswith("/hyperlink")
            if relation.get("TargetMode") == "External" and not is_link:
                yield make_issue("template_linked", place, target=relation.get("Target", ""))
    roots = [root for root, _ in parts]
    for root in roots:
        for linked in root.iter("{*}blip", "{*}imagedata"):
            if any(etree.QName(key).localname in _LINKING for key in linked.attrib):
                yield make_issue("template_linked", place, target="ảnh liên kết")
    if any(next(root.iter(*(_W + tag for tag in _TRACKED)), None) is not None for root in roots):
        yield make_issue("template_tracked", place)
    for root, called in parts:
        for shown in find_elsewhere(root):
            where = f"{called}, chữ không thuộc đoạn văn nào" if called else _OUTSIDE
            yield make_issue("template_tag_elsewhere", None, shown, where=where)
    filled = _find_parts(members)
    for name in members.keys() - filled.keys():
        called = _NOT_FILLED.get(posixpath.basename(name).removesuffix(".xml"), "")
        if called and (found := _TAG_IN_XML.search(members[name])):
            shown = found[0].decode("utf-8", "replace")
            yield make_issue("template_tag_elsewhere", None, shown, where=called)


def _is_rels(name: str) -> bool:
    return name.lower().endswith(".rels")


def _find_active(members: Mapping[str, bytes]) -> list[str]:
    """What runs, or fetches something, when Word opens the file."""
    names = [name.lower() for name in members]
    if b"macroEnabled" in members["[Content_Types].xml"]:
        names.append("vbaproject")
    found = {what for sign, what in _ACTIVE.items() if any(sign in name for name in names)}
    for name, content in members.items():
        if _is_rels(name):
            types = [r.get("Type", "") for r in find_elements(content, "Relationship")]
            kinds = {kind.rpartition("/")[2] for kind in types}
            found |= {what for kind, what in _ACTIVE_RELATIONS.items() if kind in kinds}
        elif name.startswith("word/") and _is_xml(name):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            fields = set(_read_fields(etree.fromstring(content, parser)))
            found |= {f"trường {field}" for field in fields & set(_FETCHING)}
    return sorted(found)


def _read_fields(root: Any) -> Iterator[str]:
    """The first word of every field: PAGE, DATE, DDEAUTO. A field may stand in another's words."""
    codes = [field.get(_W + "instr", "") for field in root.iter(_W + "fldSimple")]
    opened: list[int] = []
    for piece in root.iter(_W + "fldChar", _W + "instrText"):
        kind = piece.get(_W + "fldCharType")
        if kind == "begin":
            opened.append(len(codes))
            codes.append("")
        elif kind == "end" and opened:
            opened.pop()
        elif piece.tag == _W + "instrText" and opened:
            codes[opened[-1]] += piece.text or ""
    yield from (code.upper().split()[0] for code in codes if code.strip())
