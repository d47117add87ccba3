"""What the styles of a page, mostly Excel's, say of figures: number formats and hidden parts."""

import html
import re
from collections.abc import Mapping

_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,200})</x:Name>", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]{1,80})")
_NUMBER_FORMAT = re.compile(
    r"mso-number-format\s*:\s*(\"(?:[^\"\\]|\\.)*\"|[^;\"]+)", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{4})|(.))", re.DOTALL)
_HIDES = re.compile(r"(?:^|[;{\s])display\s*:\s*none", re.IGNORECASE)
_NAMED = {"percent": "0.00%", "fixed": "0.00", "standard": "#,##0.00", "general": "General"}


def find_sheet_names(comment: str) -> list[str]:
    """The sheets' names as Excel writes them into a comment of the page."""
    return [html.unescape(name).strip() for name in _SHEET_NAME.findall(comment)]


class StyleSheet:
    """The classes of the page's <style> blocks."""

    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._hidden: set[str] = set()

    def add(self, css: str) -> None:
        """Takes in the rules of a <style> block that name a class."""
        for rule in css.split("}"):
            selector, _, body = rule.rpartition("{")
            written = _read_format(body)
            for name in _CLASS.findall(selector):
                if written is not None:
                    self._formats[name] = written
                if _HIDES.search(body) and selector.strip().endswith("." + name):
                    self._hidden.add(name)

    def number_format(self, attributes: Mapping[str, str]) -> str:
        """The number format of a cell with these attributes, in Excel's spelling."""
        own = _read_format(attributes.get("style", ""))
        classes = attributes.get("class", "").split()
        return own or next((f for c in classes if (f := self._formats.get(c))), "General")

    def hides(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element with these attributes is not shown."""
        if _HIDES.search(attributes.get("style", "")):
            return True
        return not self._hidden.isdisjoint(attributes.get("class", "").split())


def _read_format(css: str) -> str | None:
    found = _NUMBER_FORMAT.search(css)
    if found is None:
        return None
    written = found[1].strip()
    if not written.startswith('"'):
        return _NAMED.get(written.lower(), _unescape(written))
    return _unescape(written[1:-1])


def _unescape(written: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], written)
