"""How alike are two names of departments? Accents, case, the order of words and what nearly every
name has ("Sở", "và", "tỉnh") do not matter; abbreviations count by their initials. Measured
against difflib alone in tests/unit/reference/test_similar.py.
"""

from difflib import SequenceMatcher
from functools import lru_cache

from ttpv.core.text import fold

_COMMON = frozenset({"so", "s", "va", "cac", "tinh"})
_VOWELS = frozenset("aeiouy")
# Less sure than the same words: initials may be somebody else's, a longer name a part of theirs.
_SAME_INITIALS = 0.85
_CONTAINED = 0.8


def similarity(name: str, other: str) -> float:
    """0 (nothing in common) to 1 (the same but for order and common words)."""
    return _similarity(fold(name), fold(other))


@lru_cache(maxsize=4096)
def _similarity(name: str, other: str) -> float:
    words, others = _words(name), _words(other)
    if not words or not others:
        return 0.0
    return max(
        _ratio("".join(words), "".join(others)),
        _ratio(" ".join(sorted(words)), " ".join(sorted(others))),
        _SAME_INITIALS * (_initials(words) == _initials(others)),
        _CONTAINED * (f" {' '.join(others)} " in f" {' '.join(words)} "),
    )


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _COMMON]


def _initials(words: list[str]) -> str:
    """ "lao dong tbxh" → "ldtbxh": no Vietnamese syllable lacks a vowel, an abbreviation does."""
    return "".join(word[0] if _VOWELS & set(word) else word for word in words)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
