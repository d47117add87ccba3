"""The Word templates that ship; the programs that make them are beside this file."""

from pathlib import Path

_FOLDER = Path(__file__).parents[3] / "data" / "templates"
REPORT = _FOLDER / "bao-cao.docx"
LETTER = _FOLDER / "don-doc.docx"
