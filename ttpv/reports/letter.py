"""The letter "đôn đốc" as a Word file, from a template that a clerk may have changed."""

from dataclasses import fields

from ttpv.reports.docx import fill_template
from ttpv.reports.docx.shipped import LETTER
from ttpv.views.letter import LetterView


def render_letter(view: LetterView, template: bytes | None = None) -> bytes:
    """By the shipped template, or another that `check_template` has passed."""
    texts = {field.name: getattr(view, field.name) for field in fields(view)}
    content = LETTER.read_bytes() if template is None else template
    return fill_template(content, texts, title=view.about)
