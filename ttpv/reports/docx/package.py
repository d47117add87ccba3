"""An uploaded Word file, opened within bounds and refused where it holds more than text."""

import logging
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.readers.archive import find_elements, pack, unpack
from ttpv.readers.cell_count import keep_xml
from ttpv.readers.refused import Refused

log = logging.getLogger(__name__)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS = {"header": "Đầu trang", "footer": "Chân trang", "footnotes": "Chú thích cuối trang"}
_ACTIVE = {
    "vbaproject": "macro",
    "activex/": "điều khiển ActiveX",
    "embeddings/": "đối tượng nhúng từ chương trình khác",
}
# Fields that fetch something when the document is opened.
_FETCHING = ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "INCLUDE")
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
        keep_xml(members, lambda name, attributes: 1)
        if _BODY not in members or not _is_word(members):
            return (make_issue("template_not_word", place),)
        parts = tuple(_read_parts(members))
    except Refused as refused:
        return (make_issue(refused.code, place, **refused.words),)
    except (zipfile.BadZipFile, EOFError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        log.info("not a Word file: %s", type(error).__name__)
        return (make_issue("template_not_word", place),)
    issues = tuple(_find_unwanted(members, parts, place))
    return issues or Package(pack(members).getvalue(), parts)


def _is_word(members: Mapping[str, bytes]) -> bool:
    """A .dotx or a .docm under another name has another content type, and Word minds."""
    types = members["[Content_Types].xml"]
    return _MAIN in types or b"macroEnabled" in types


def _read_parts(members: Mapping[str, bytes]) -> Iterator[tuple[Any, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    yield etree.fromstring(members[_BODY], parser), ""
    for name in sorted(members):
        folder, _, file = name.rpartition("/")
        kind = file.removesuffix(".xml").rstrip("0123456789")
        if folder == "word" and kind in _PARTS:
            yield etree.fromstring(members[name], parser), _PARTS[kind]


def _find_unwanted(
    members: Mapping[str, bytes], parts: tuple[tuple[Any, str], ...], place: Place
) -> Iterator[Issue]:
    names = [name.lower() for name in members]
    if b"macroEnabled" in members["[Content_Types].xml"]:
        names.append("vbaproject")
    for sign, what in _ACTIVE.items():
        if any(sign in name for name in names):
            yield make_issue("template_active", place, what=what)
    for name, content in members.items():
        for relation in find_elements(content, "Relationship") if name.endswith(".rels") else ():
            is_link = relation.get("Type", "").endswith("/hyperlink")
            if relation.get("TargetMode") == "External" and not is_link:
                yield make_issue("template_linked", place, target=relation.get("Target", ""))
    roots = [root for root, _ in parts]
    for field in {word for root in roots for word in _read_fields(root)} & set(_FETCHING):
        yield make_issue("template_active", place, what=f"trường {field}")
    if any(next(root.iter(*(_W + tag for tag in _TRACKED)), None) is not None for root in roots):
        yield make_issue("template_tracked", place)


def _read_fields(root: Any) -> Iterator[str]:
    """The first word of every field: PAGE, DATE, DDEAUTO."""
    codes = [field.get(_W + "instr", "") for field in root.iter(_W + "fldSimple")]
    for piece in root.iter(_W + "fldChar", _W + "instrText"):
        if piece.get(_W + "fldCharType") == "begin":
            codes.append("")
        elif piece.tag == _W + "instrText" and codes:
            codes[-1] += piece.text or ""
    yield from (code.upper().split()[0] for code in codes if code.strip())
