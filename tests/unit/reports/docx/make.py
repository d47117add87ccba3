"""Small Word files for tests: paragraphs, one table, and whatever is done to their XML."""

import io
import zipfile
from collections.abc import Callable, Sequence

from docx import Document


def make_docx(
    *paragraphs: str | Sequence[str], rows: Sequence[Sequence[str]] = (), header: str = ""
) -> bytes:
    """A paragraph given as several texts has them in as many runs; `rows` make a table."""
    document = Document()
    for texts in paragraphs:
        paragraph = document.add_paragraph()
        for text in [texts] if isinstance(texts, str) else texts:
            paragraph.add_run(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edit_part(content: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed; an absent part is made of b""."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        members = {member: old.read(member) for member in old.namelist()}
        members[name] = edit(members.get(name, b""))
        for member, part in members.items():
            new.writestr(member, part)
    return out.getvalue()


def read_texts(content: bytes) -> list[str]:
    """Every paragraph's text, those in tables after the others."""
    document = Document(io.BytesIO(content))
    texts = [paragraph.text for paragraph in document.paragraphs]
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return texts + [cell.text for cell in cells]
