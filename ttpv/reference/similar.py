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
_WORDS_WEIGHT = 0.3
_LONG_WORD, _SLIP = 4, 0.8
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
    letters = max(
        _ratio("".join(words), "".join(others)),
        _ratio(" ".join(sorted(words)), " ".join(sorted(others))),
    )
    return max(
        (1 - _WORDS_WEIGHT) * letters + _WORDS_WEIGHT * _share_of_words(words, others),
        _SAME_INITIALS * (_initials(words) == _initials(others)),
        _CONTAINED * (f" {' '.join(others)} " in f" {' '.join(words)} "),
    )


def _share_of_words(words: list[str], others: list[str]) -> float:
    """How much of both stands in the other, word for word; the first word weighs double.

    By letters alone "Công nghiệp" is nearer to Nông nghiệp than to Công Thương.
    """
    shared = weight = 0
    for some, rest in ((words, others), (others, words)):
        for place, word in enumerate(some):
            weight += 1 + (place == 0)
            shared += (1 + (place == 0)) * any(_same_word(word, other) for other in rest)
    return shared / weight


def _same_word(word: str, other: str) -> bool:
    """The same, or a long one with a slip in it."""
    long = min(len(word), len(other)) >= _LONG_WORD
    return word == other or (long and _ratio(word, other) >= _SLIP)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _COMMON]


def _initials(words: list[str]) -> str:
    """ "lao dong tbxh" → "ldtbxh": no Vietnamese syllable lacks a vowel, an abbreviation does."""
    return "".join(word[0] if _VOWELS & set(word) else word for word in words)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
