"""Whether an unknown text in the agencies' column may be an agency's name.

Only what may is repeated to the person, and can be learned as a name: else it may be a citizen's,
of a row that is shifted, or an address. In doubt it is none; the words are data (dossiers.toml).
"""

import re
from collections.abc import Iterable

from ttpv.core.text import clean, fold
from ttpv.reference import DossierLayout

_LONGEST = 150
_DIGITS = 5  # a phone, an identity number; "Cục Thuế khu vực XIII", "Chi cục số 12" have fewer
_WORDS = re.compile(r"\w+")
_BRACKETED = re.compile(r"[(\[{]([^)\]}]*)")
_VOWEL = re.compile(r"[aeiouy]")
_MIDDLE_NAMES = ("văn", "thị")
_NAME_WORDS = range(2, 6)


class Agencies:
    """Compares by whole words, accents and all: folded, a citizen Trương Văn An would begin as a
    school (Trường) does."""

    def __init__(self, layout: DossierLayout) -> None:
        self._beginnings = _spelled(layout.agency_words)
        self._bare = _spelled(layout.bare_agency_words)
        self._fields = _spelled(layout.agency_fields)
        self._private = _spelled(layout.private_words)
        self._no_names = _spelled(layout.no_names)
        self._places = _spelled(layout.place_words)
        self._families = {name.casefold() for name in layout.family_names}
        self._family_words = {name.casefold() for name in layout.family_words}

    def may_be_one(self, text: str) -> bool:
        text = clean(text)
        (spelled,) = _spelled([text])
        return (
            len(text) <= _LONGEST
            and sum(letter.isdigit() for letter in text) < _DIGITS
            and "@" not in text
            and self._begins_well(spelled)
            and not any(word in spelled for word in self._private)
            and not any(map(_is_name_alone, _BRACKETED.findall(text)))
            and not self._holds_name(text)
        )

    def _begins_well(self, spelled: str) -> bool:
        if spelled.startswith(self._beginnings):
            return True
        bare = next((word for word in self._bare if spelled.startswith(word)), None)
        if bare is None:
            return False
        rest = spelled[len(bare) - 1 :]
        following = rest.split()[:1]
        return rest.startswith(self._fields) or any(map(_is_abbreviation, following))

    def _holds_name(self, text: str) -> bool:
        """Whether a person's name stands in it, other than as a place's."""
        written = _WORDS.findall(text)
        words = [word.casefold() for word in written]
        in_capitals = text in (text.upper(), text.lower())  # or in none: they tell nothing
        for at in range(1, len(words) - 1):
            before, word, after = words[at - 1 : at + 2]
            if word in _MIDDLE_NAMES and not self._is_no_name((before, word), (word, after)):
                first = at - 1  # where the family's name stands
            elif word in self._families or (
                word in self._family_words
                and not in_capitals
                and all(w[0].isupper() for w in written[at : at + 2])
            ):
                first = at
            else:
                continue
            if not self._is_place(words[:first]):
                return True
        return False

    def _is_no_name(self, *pairs: tuple[str, str]) -> bool:
        return any(f" {first} {second} " in self._no_names for first, second in pairs)

    def _is_place(self, before: list[str]) -> bool:
        return f" {' '.join(before)} ".endswith(self._places)


def _spelled(texts: Iterable[str]) -> tuple[str, ...]:
    """In lower case, between single spaces: " sở y tế "."""
    return tuple(f" {' '.join(_WORDS.findall(clean(text).casefold()))} " for text in texts)


def _is_abbreviation(word: str) -> bool:
    """TNMT, PC06: letters, none of which is a vowel, as every syllable has one."""
    return len(word) > 1 and word[0].isalpha() and not _VOWEL.search(fold(word))


def _is_name_alone(text: str) -> bool:
    """Whether a bracket begins with a few words that all have capitals: (Đinh Klước, sinh 1980)."""
    words = re.split(r"[,;:–-]", text)[0].split()
    return len(words) in _NAME_WORDS and all(word[0].isupper() for word in words)
