"""Charts for Word documents: pictures for white paper that read in grey, too, each with its words.

A picture is 160 mm wide, the text's width on A4 by Decree 30/2020; its title is for the caption.
"""

from dataclasses import dataclass

from ttpv.reports.typesetting import typeset_png
from ttpv.views.report.model import ChartView
from ttpv.views.report_charts import BarsView, PanelsView

PPI = 200
WIDTH_MM = 160


@dataclass(frozen=True, slots=True)
class Chart:
    """`title` says what is to be seen, `alt` all of it in whole sentences."""

    png: bytes
    title: str
    alt: str


def draw_targets(view: BarsView) -> Chart:
    """The rates, each against a target of its own."""
    return Chart(typeset_png("targets.typ", view, PPI), view.title, view.alt)


def draw_departments(view: BarsView) -> Chart:
    """One rate of the departments, a line across all bars for the target."""
    return Chart(typeset_png("departments.typ", view, PPI), view.title, view.alt)


def draw_trend(view: PanelsView) -> Chart:
    """The rates over time; what is missing is left open, targets are steps."""
    return Chart(typeset_png("trend.typ", view, PPI), view.title, view.alt)


def draw_chart(view: ChartView) -> Chart:
    """One of a report, by its kind."""
    return Chart(typeset_png(f"{view.kind}.typ", view.drawn, PPI), view.title, view.drawn.alt)
