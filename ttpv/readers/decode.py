"""Bytes of a text file → str. The bytes decide; what a file says of itself is only heard.

Valid UTF-8 that is not plain ASCII is UTF-8, whatever is declared: other text is practically never
valid by accident. Of the rest, the reading that holds the most words spelt like Vietnamese counts.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from ttpv.core.legacy import convert, find_legacy
from ttpv.core.syllables import is_syllable

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DECLARED = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]{1,40})"
    rb"|<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w-]{1,40})",
    re.IGNORECASE,
)
_HEAD = 4096
# What a declaration may choose from; browsers, too, read Latin-1 as Windows-1252.
_DECLARABLE = {"cp1258": "cp1258", "cp1252": "cp1252", "iso8859-1": "cp1252"}
_WORDS = re.compile(rb"[A-Za-z\x80-\xff]+")
_SAMPLED_WORDS = 2_000
_UTF16_SAMPLE = 65_536
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f]")
_CONTROLS_PER_MILLE = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the charset that it was read in. cp1252 holds glyphs of a legacy font where
    `ttpv.core.legacy.find_legacy` finds one."""

    text: str
    charset: str


def decode_text(content: bytes) -> Decoded | None:
    """The bytes as text without BOM, or None where they are no text."""
    decoded = _decode(content)
    if decoded is None or "\0" in decoded.text:
        return None
    controls = sum(1 for _ in _CONTROLS.finditer(decoded.text))
    return None if controls * 1000 > len(decoded.text) * _CONTROLS_PER_MILLE else decoded


def _decode(content: bytes) -> Decoded | None:
    for bom, charset in _BOMS.items():
        if content.startswith(bom):
            return Decoded(content.decode(charset, errors="replace"), charset)
    if b"\0" in content:
        wide = _find_utf16(content)
        return Decoded(content.decode(wide, errors="replace"), wide) if wide else None
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        charset = _choose_charset(content)
        return Decoded(_decode_bytes(content, charset), charset)


def _find_utf16(content: bytes) -> str | None:
    """UTF-16 without BOM: one byte of each pair is never zero, the other mostly."""
    even, odd = (content[start:_UTF16_SAMPLE:2] for start in (0, 1))
    for never, mostly, charset in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        if b"\0" not in never and mostly.count(0) * 2 > len(mostly):
            return charset
    return None


def _choose_charset(content: bytes) -> str:
    """The likeliest charset of bytes that are not valid UTF-8. The declared one wins a tie, then
    Windows-1258; damaged UTF-8 is still UTF-8."""
    declared = _find_declared(content[:_HEAD])
    charsets = dict.fromkeys([*([declared] if declared else []), "cp1258", "utf-8", "cp1252"])
    words = []
    for found in _WORDS.finditer(content):
        if not found[0].isascii():
            words.append(found[0])
            if len(words) == _SAMPLED_WORDS:
                break
    sample = b" ".join(words)
    return max(charsets, key=lambda charset: _count_syllables(_decode_bytes(sample, charset)))


def _find_declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    if found is None:
        return None
    try:
        codec = codecs.lookup((found[1] or found[2]).decode("ascii", errors="replace"))
    except LookupError:
        return None
    return _DECLARABLE.get(codec.name)


def _count_syllables(text: str) -> int:
    """Vietnamese words less other words, after reading legacy fonts."""
    legacy = find_legacy(text.split(" "))
    words = (convert(text, legacy) if legacy else text).split(" ")
    return sum(1 if is_syllable(word) else -1 for word in words)


def _decode_bytes(content: bytes, charset: str) -> str:
    errors = "replace" if charset == "utf-8" else "ttpv.c1"
    text = content.decode(charset, errors=errors)
    # Windows-1258 writes most tones as marks of their own behind the letter.
    return unicodedata.normalize("NFC", text) if charset == "cp1258" else text


def _as_c1(error: UnicodeError) -> tuple[str, int]:
    """The bytes that a code page leaves open, as Windows has it: control characters."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("ttpv.c1", _as_c1)
