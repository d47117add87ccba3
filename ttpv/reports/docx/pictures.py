"""A picture in a Word file, with the words for those who do not see it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.shared import Mm

from ttpv.core.text import printable


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` in mm; `alt` says in whole sentences what is to be seen."""

    png: bytes
    alt: str
    width: int


@dataclass(frozen=True, slots=True)
class Inlaid:
    """A picture that is put into the part in which its placeholder stands, and only there.

    Jinja asks for `__html__`, which is XML of ours and is not escaped.
    """

    picture: Picture
    template: Any

    def __html__(self) -> str:
        part = self.template.current_rendering_part
        inline = part.new_pic_inline(BytesIO(self.picture.png), Mm(self.picture.width), None)
        inline.docPr.set("descr", printable(self.picture.alt))
        return (
            f"</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )
