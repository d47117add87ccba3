"""Vietnamese from before Unicode, TCVN3 (ABC) and VNI: "Së Tµi chÝnh", "Sôû Taøi chính".

Those fonts drew Vietnamese over the codes of Western letters, so old templates hold Western letters
that mean others. The tables: TCVN 5712:1993, VN3, and VNI for Windows; tests/unit/core/
test_legacy.py holds both against the whole alphabet.

Texts are converted only where many words that are spelt like nothing in Vietnamese become
syllables. Text that is Vietnamese already has no such words, so it is never touched.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Literal

from ttpv.core.syllables import is_syllable

Legacy = Literal["TCVN3", "VNI"]

# Capitals with a tone have no codes: .VnTimeH and the like draw the small ones as capitals.
_TCVN3_GLYPHS = (
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾Æ"
    "ÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
)  # fmt: skip
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặ"
    "ầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)  # fmt: skip

# Vowels that take the marks, the marks, and what each vowel becomes with each mark.
_VNI_MARKED = {
    ("aeouôöy", "ùøûõï"): "áàảãạ éèẻẽẹ óòỏõọ úùủũụ ớờởỡợ ứừửữự ýỳỷỹỵ",
    ("aeo", "âáàåãä"): "âấầẩẫậ êếềểễệ ôốồổỗộ",
    ("a", "êéèúüë"): "ăắằẳẵặ",
}
_VNI_SINGLE = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))

_WORD = re.compile(r"(?:[A-Za-z]|[^\x00-\x7f\s\u2000-\u206f])+")
# Letters that only Unicode has; the glyphs of old fonts are Western letters and signs.
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
ENOUGH_WORDS = 3
_FOOTNOTE = "¹"  # alone it is the mark of a note, not the word "ạ"
_SAMPLE = 5_000  # texts that are looked at; an annex has some hundred
_TCVN3_CASED = re.compile("[A-Za-z¡¢£¤¥¦§¨©ª«¬\u00ad®]")


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for (vowels, marks), letters in _VNI_MARKED.items():
        for vowel, becomes in zip(vowels, letters.split(), strict=True):
            table |= {vowel + mark: letter for mark, letter in zip(marks, becomes, strict=True)}
    table |= _VNI_SINGLE
    for glyphs, letter in list(table.items()):  # a capital's mark may be written small
        for written in (glyphs.upper(), glyphs[0].upper() + glyphs[1:]):
            table[written] = letter.upper()
    return table


TABLES: Mapping[Legacy, Mapping[str, str]] = {
    "TCVN3": dict(zip(_TCVN3_GLYPHS, _TCVN3_LETTERS, strict=True)),
    "VNI": _vni_table(),
}
_PATTERNS = {
    name: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for name, table in TABLES.items()
}
# Glyphs that no Vietnamese text has.
_FOREIGN = {
    "TCVN3": re.compile(
        "[" + re.escape("".join(g for g in _TCVN3_GLYPHS if not g.isalpha())) + "]"
    ),
    "VNI": re.compile("[ñæåäøûïîëüöÑÆÅÄØÛÏÎËÜÖ]"),
}


def convert(text: str, legacy: Legacy) -> str:
    """The text as Unicode, NFC. Other characters stay as they are."""
    text = unicodedata.normalize("NFC", text)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    capitals = legacy == "TCVN3" and _is_shouted(text) and any(map(_is_shouted, words))

    def word_of(found: re.Match[str]) -> str:
        if found[0] == _FOOTNOTE:
            return _FOOTNOTE
        word = _PATTERNS[legacy].sub(lambda glyphs: TABLES[legacy][glyphs[0]], found[0])
        return word.upper() if capitals or (legacy == "TCVN3" and _is_shouted(found[0])) else word

    return _WORD.sub(word_of, text)


def _is_shouted(text: str) -> bool:
    """B×NH, §ÞNH: what a TCVN3 font of capitals draws as BÌNH, ĐỊNH. "Së" may be Sở or SỞ."""
    cased = [TABLES["TCVN3"].get(glyph, glyph) for glyph in _TCVN3_CASED.findall(text)]
    return len(cased) > 1 and all(letter.isupper() for letter in cased)


@lru_cache(maxsize=16384)
def _gain(word: str, legacy: Legacy) -> int:
    """1 for a word that becomes a syllable when converted, -1 for one that ceases to be one."""
    if word.isascii() or len(word) == 1:  # alone it may be a footnote's ¹ or ²
        return 0
    return is_syllable(convert(word, legacy)) - is_syllable(word)


def _gains(text: str, legacy: Legacy) -> dict[str, int]:
    words = () if text.isascii() else _WORD.findall(text)
    return {word: _gain(word, legacy) for word in words}


def _is_unicode(text: str) -> bool:
    return _UNICODE.search(text) is not None


def find_legacy(texts: Iterable[str], enough: int = ENOUGH_WORDS) -> Legacy | None:
    """The legacy encoding that these texts of one sheet or file are in, or None. It takes `enough`
    different words; real Unicode texts have none (tests/unit/core/test_legacy.py)."""
    composed = (unicodedata.normalize("NFC", t) for t in dict.fromkeys(texts) if not t.isascii())
    foreign = list(islice((text for text in composed if not _is_unicode(text)), _SAMPLE))
    found: dict[Legacy, int] = {}
    for legacy in TABLES:
        readings = [_gains(text, legacy) for text in foreign]
        words = {w for r in readings if sum(r.values()) > 0 for w, gain in r.items() if gain > 0}
        found[legacy] = len(words)
    best = max(found, key=lambda legacy: found[legacy])
    return best if found[best] >= enough else None


def convert_texts(texts: Iterable[str], legacy: Legacy) -> dict[str, str]:
    """Each text → itself as Unicode. Where someone typed Unicode between the old texts, texts that
    are Vietnamese as they stand stay, and so do those that could be either."""
    gains: dict[str, int] = {}
    for text in texts:
        composed = unicodedata.normalize("NFC", text)
        known = _is_unicode(composed)
        gains[text] = -1 if known else sum(_gains(composed, legacy).values())
    mixed = any(gain < 0 for gain in gains.values())

    def is_legacy(text: str, gain: int) -> bool:
        return gain > 0 or (gain == 0 and (not mixed or bool(_FOREIGN[legacy].search(text))))

    return {
        text: convert(text, legacy) if is_legacy(text, gain) else text
        for text, gain in gains.items()
    }
