"""Word templates of the centre's own: templates.toml.

They are reference data, so that a report of an earlier state is made in the form of then.
"""

import base64
import binascii
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256

from ttpv.reference.record import Record
from ttpv.reference.toml_text import format_value


class Template(Record, frozen=True, dict=True):
    """The one in use for a kind of report; `content` is the .docx in base64."""

    kind: str
    file: str
    content: str

    @classmethod
    def of(cls, kind: str, file: str, document: bytes) -> "Template":
        return cls(kind, file, base64.b64encode(document).decode())

    @cached_property
    def document(self) -> bytes:
        """The .docx. Raises ValueError where `content` is none in base64."""
        return base64.b64decode(self.content, validate=True)

    @property
    def digest(self) -> str:
        """SHA-256 of the .docx."""
        return sha256(self.document).hexdigest()


def find_template_faults(templates: Iterable[Template]) -> Iterator[str]:
    """What the file itself contradicts."""
    seen: set[str] = set()
    for template in templates:
        if template.kind in seen:
            yield f"kind {template.kind!r} stands twice"
        seen.add(template.kind)
        try:
            assert template.document is not None
        except (binascii.Error, ValueError):
            yield f"the content of {template.kind!r} is not base64"


def build_templates_toml(templates: Iterable[Template]) -> str:
    """The same templates always give the same text."""
    return "".join(
        "[[template]]\n"
        + "".join(
            f"{name} = {format_value(getattr(template, name))}\n"
            for name in ("kind", "file", "content")
        )
        for template in sorted(templates, key=lambda template: template.kind)
    )
