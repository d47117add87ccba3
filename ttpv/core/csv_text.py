"""Texts in a CSV that a spreadsheet would take for formulas, and back."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutralise(text: str) -> str:
    """The text as a spreadsheet shows it and never reckons with it: "=1+1" → "'=1+1"."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def restore_text(text: str) -> str:
    """What `neutralise` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
