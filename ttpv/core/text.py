"""Comparing Vietnamese texts that people typed: spacing, case, accents and dashes vary."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

# Letters and digits of any script stay: a Cyrillic word is not a space.
_NOT_WORD = re.compile(r"(?:[^\w%]|_)+")


def clean(text: str) -> str:
    """Composed (NFC), spaces collapsed, non-breaking and zero-width ones too; otherwise as is."""
    text = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


def printable(text: str) -> str:
    """A name from outside that can be shown, logged and stored: control and direction characters,
    and bytes that were no text, each become U+FFFD; odd spaces become spaces."""
    spaced = (" " if letter.isspace() else letter for letter in text)
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in spaced)


@lru_cache(maxsize=4096)  # header recognition asks for each text once a row below it
def fold(text: str) -> str:
    """A key for comparison: lower case, no accents, words separated by one space.

    "Sở Lao Động -TBXH" and "sở lao động - TBXH" both give "so lao dong tbxh". The sign ∑ is the
    letter Σ, and Ð, which old Vietnamese keyboards type, is Đ.
    """
    text = clean(text).replace("∑", "Σ").lower().replace("đ", "d").replace("ð", "d")
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
        text = "".join(mark for mark in text if not unicodedata.combining(mark))
    return _NOT_WORD.sub(" ", text).strip()


def format_number(number: int | Decimal) -> str:
    """99364 → "99.364", 66.20 → "66,2": digits grouped by points, as Vietnamese texts have it."""
    if isinstance(number, Decimal):
        whole, _, decimals = f"{number.normalize():,f}".partition(".")
        return whole.replace(",", ".") + (f",{decimals}" if decimals else "")
    return f"{number:,}".replace(",", ".")
