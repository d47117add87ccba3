"""The placeholders and commands in a Word file, each with where it stands, as one finds it in Word.

Word cuts a text into runs as it likes (spelling, language, an earlier edit), so `{{ period }}` may
lie in five of them: texts are read paragraph by paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_LETTERS = 400
"""In a tag; what looks for its end must not read on to the end of a text without one."""

_REST = f".{{0,{MOST_LETTERS}}}?"
_TAG = re.compile(rf"\{{\{{{_REST}\}}\}}|\{{%{_REST}%\}}|\{{#{_REST}#\}}")
_OPENING = re.compile(r"\{\{|\{%|\{#")
_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_INSIDE = re.compile(r"(tr|tc|p|r)?(?:\s+|$)(.*)", re.DOTALL)
_PLAIN_QUOTES = str.maketrans("“”‘’", "\"\"''")  # Word types them; docxtpl reads them so, too
_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Tag:
    """`kind` "{{", "{%" or "{#"; `level` what the tag stands for the whole of: "tr" its row, "tc"
    its cell, "p" its paragraph, "r" its run, "" itself alone. `inside` is the rest: "period",
    "for row in annex_1.rows". `holder` is the element in which a command must be closed; `unit`
    the one that it stands for."""

    shown: str
    kind: str
    level: str
    inside: str
    where: str
    holder: Any
    unit: Any


@dataclass(frozen=True, slots=True)
class Torn:
    """A paragraph with one end of a tag without the other."""

    shown: str
    where: str


def read_tags(root: Any, part: str) -> Iterator[Tag | Torn]:
    """From top to bottom. `part` names the part for people ("Đầu trang"), "" the body."""
    rows = _number_rows(root)
    for paragraph in root.iter(_W + "p"):
        text = "".join(_texts(paragraph))
        if not _LEFT_OVER.search(text):
            continue
        where = _say_where(paragraph, text, rows, part)
        for found in _TAG.finditer(text):
            yield _read_tag(found[0], paragraph, where)
        if _LEFT_OVER.search(_TAG.sub("", text)):
            yield Torn(_shorten(text), where)


def find_elsewhere(root: Any) -> Iterator[str]:
    """Tags that stand where none is looked for: in attributes (the words for a picture), fields,
    drawings. Jinja would find them there all the same."""
    for element in root.iter():
        texts = [*element.attrib.values(), element.tail or ""]
        if element.tag != _W + "t":
            texts.append(element.text or "")
        yield from (_shorten(text) for text in texts if _OPENING.search(text))


def count_openings(root: Any) -> int:
    """How many tags there may be at the most."""
    return len(_OPENING.findall("".join(root.itertext(_W + "t"))))


def _texts(paragraph: Any) -> Iterator[str]:
    """The texts of the paragraph itself; a text box in it has paragraphs of its own."""
    for text in paragraph.iter(_W + "t"):
        if next(text.iterancestors(_W + "p")) is paragraph:
            yield text.text or ""


def _read_tag(shown: str, paragraph: Any, where: str) -> Tag:
    inner = shown[2:-2].translate(_PLAIN_QUOTES)
    found = _INSIDE.fullmatch(inner) if not inner[:1].isspace() else None
    level, inside = (found[1] or "", found[2]) if found and found[1] else ("", inner)
    unit, holder = _find_holder(paragraph, level)
    return Tag(shown, shown[:2], level, inside.strip(" \n\t-"), where, holder, unit)


def _find_holder(paragraph: Any, level: str) -> tuple[Any, Any]:
    """What the tag stands for, and what must hold its end, too; None outside of a table."""
    unit = paragraph
    if level in ("tr", "tc"):
        unit = next(paragraph.iterancestors(_W + level), None)
    if level in ("", "r"):
        return paragraph, paragraph
    return unit, None if unit is None else unit.getparent()


def _number_rows(root: Any) -> dict[Any, tuple[int, int]]:
    """Of every row the number of its innermost table and its own, once for all tags."""
    return {
        row: (table, number)
        for table, found in enumerate(root.iter(_W + "tbl"), 1)
        for number, row in enumerate(found.iter(_W + "tr"), 1)
    }


def _say_where(paragraph: Any, text: str, numbers: dict[Any, tuple[int, int]], part: str) -> str:
    """ "Đầu trang, đoạn “…”"; "Bảng 2, hàng 3, cột 4"."""
    cell = next(paragraph.iterancestors(_W + "tc"), None)
    if cell is None:
        place = f"đoạn “{_shorten(text)}”"
    else:
        row = next(cell.iterancestors(_W + "tr"))
        table, number = numbers[row]
        place = f"bảng {table}, hàng {number}, ô {list(row.iter(_W + 'tc')).index(cell) + 1}"
    said = f"{part}, {place}" if part else place
    return said[0].upper() + said[1:]


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
