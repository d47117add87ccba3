"""What a placeholder draws: pictures and charts, with the words for those who do not see them."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from docx.shared import Mm

from ttpv.core.text import printable
from ttpv.reports.charts import WIDTH_MM, draw_chart
from ttpv.reports.docx.tables import render_table
from ttpv.views.report.model import ChartView
from ttpv.views.table_view import TableView


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` in mm; `alt` says in whole sentences what is to be seen."""

    png: bytes
    alt: str
    width: int


@dataclass(frozen=True)
class Inlaid:
    """A picture that is put into the part in which its placeholder stands, and made only then.

    Jinja asks for `__html__`, which is XML of ours and is not escaped.
    """

    drawn: Picture | ChartView
    template: Any

    def __html__(self) -> str:
        picture = self.drawn if isinstance(self.drawn, Picture) else self._picture
        part = self.template.current_rendering_part
        inline = part.new_pic_inline(BytesIO(picture.png), Mm(picture.width), None)
        inline.docPr.set("descr", printable(picture.alt))
        return (
            f"</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )

    @cached_property
    def _picture(self) -> Picture:
        """Drawn once, however often a template asks for it."""
        assert isinstance(self.drawn, ChartView)
        return _draw(self.drawn)


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table in the place of the paragraph that holds its placeholder."""

    view: TableView

    def __html__(self) -> str:
        return render_table(self.view)


def _draw(view: ChartView) -> Picture:
    chart = draw_chart(view)
    return Picture(chart.png, chart.alt, WIDTH_MM)
