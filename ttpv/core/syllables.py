"""Whether a word is written like a Vietnamese syllable: what tells text from misread bytes.

A syllable is an onset, a rhyme and a tone. The lists hold every rhyme that Vietnamese spelling
has; a word that passes need not exist, but bytes read in the wrong encoding hardly ever pass.
"""

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

# Nucleus: its finals; "-" is none. A tone mark is no part of a rhyme.
_RHYMES = """
a - c ch i m n ng nh o p t u y | ă c m n ng p t | â c m n ng p t u y
e - c m n ng o p t | ê - ch m n nh p t u | i - a ch m n nh p t u | iê c m n ng p t u
o - a c e i m n ng p t | oa - c ch i m n ng nh o p t y | oă c m n ng t | oe - m n o t | oo c ng
ô - c i m n ng p t | ơ - i m n p t
u - a c i m n ng p t | uâ n ng t y | uê - ch nh | uô c i m n ng t | uơ - | uy - a ch n nh p t u
uyê n t | ư - a c i m n ng t u | ươ c i m n ng p t u | y - ch m n nh p t u | yê m n ng t u
"""
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_ACUTE_OR_DOT = "\u0301\u0323"
_STOPPED = re.compile(r"(?:ch|[cpt])$")


def _list_rhymes() -> frozenset[str]:
    rhymes = set()
    for line in _RHYMES.replace("\n", "|").split("|"):
        nucleus, *finals = line.split() or [""]
        rhymes |= {nucleus + final.strip("-") for final in finals}
    return frozenset(rhymes)


def _list_syllables() -> frozenset[str]:
    """Onsets with rhymes. "y" with a final stands alone or behind "qu": yên, quỳnh, but chính."""
    bare = ["", "qu"]
    return frozenset(
        onset + rhyme
        for rhyme in _list_rhymes()
        for onset in (bare if rhyme[:1] == "y" and rhyme != "y" else ["", *_ONSETS.split()])
    )


_ALL = _list_syllables()


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether a word in either case, composed or not, is spelt like a Vietnamese syllable."""
    letters = unicodedata.normalize("NFD", word.lower().replace("ð", "đ"))
    tones = [mark for mark in letters if mark in _TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if plain not in _ALL or len(tones) > 1:
        return False
    return not _STOPPED.search(plain) or tones == [] or tones[0] in _ACUTE_OR_DOT
