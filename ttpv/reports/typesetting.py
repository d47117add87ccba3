"""Data and a typst document of ours → one page as PDF or PNG, from the wheel alone.

No system font is looked at and nothing is fetched: the page is the same on every machine. Data go
in as JSON, never as markup, so whatever a department is called stays text (tests/unit/reports).
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttpv.core.text import printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from typst import Fonts

_FOLDER = Path(__file__).with_name("typst")
PDF_STANDARD = "ua-1"
"""Tagged for screen readers, with title and language; typst refuses what does not keep to it."""


def typeset_pdf(document: str, view: "DataclassInstance") -> bytes:
    """`document` is a file's name in reports/typst. The same view gives the same bytes."""
    return _compile(document, view, format="pdf", pdf_standards=PDF_STANDARD)


def typeset_png(document: str, view: "DataclassInstance", ppi: int) -> bytes:
    """The one page as a picture of so many pixels per inch."""
    return _compile(document, view, format="png", ppi=ppi)


def _compile(document: str, view: "DataclassInstance", **how: Any) -> bytes:
    """Raises ValueError where the document has more than one page."""
    import typst

    compiler = typst.Compiler(
        str(_FOLDER / document),
        root=str(_FOLDER),
        font_paths=_embedded_fonts(),
        sys_inputs={"data": json.dumps(_printable(asdict(view)), ensure_ascii=False)},
    )
    made = compiler.compile(**how)
    if not isinstance(made, bytes):
        raise ValueError(f"{document} does not fit on one page")
    return made


@cache
def _embedded_fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=False)


def _printable(value: Any) -> Any:
    """Control and direction characters of names from outside are shown as such and do nothing."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(inner) for inner in value]
    return value
