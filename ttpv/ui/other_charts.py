"""Other figures over time, with Plotly; imported only by their page."""

import plotly.graph_objects as go

from ttpv.ui.charts import ACCENT, DARK, MUTED, render_figure
from ttpv.ui.texts import others as texts
from ttpv.ui.trend_charts import set_slots
from ttpv.views.others_page import SeriesView

_ROOM = 1.03
_COLOURS = (MUTED, ACCENT, DARK)


def render_question_bars(view: SeriesView, source: str) -> None:
    """A group of bars a period; nothing for fewer than two, which the table says as well."""
    if len(view.slots) < 2:
        return
    figure = go.Figure()
    for (name, values), colour in zip(view.lines, _COLOURS, strict=True):
        figure.add_bar(
            x=list(range(len(view.slots))),
            y=list(values),
            name=name,
            marker_color=colour,
            customdata=list(view.slots),
            hovertemplate=f"%{{customdata}}, {name.lower()}: %{{y:,d}}<extra></extra>",
        )
    figure.update_layout(
        barmode="group", legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0}
    )
    figure.update_yaxes(title_text=texts.QUESTIONS_AXIS, rangemode="tozero", tickformat=",d")
    set_slots(figure, view.slots)
    spoken = f"{view.title}. {view.spoken}."
    render_figure(figure, view.title, spoken, source, 300, "question-bars")


def render_index_line(view: SeriesView, source: str) -> None:
    """The points as a line, day by day; nothing for fewer than two."""
    if len(view.slots) < 2:
        return
    figure = go.Figure()
    for name, values in view.lines:
        figure.add_scatter(
            x=list(range(len(view.slots))),
            y=list(values),
            mode="lines+markers",
            name=name,
            line={"color": ACCENT, "width": 2},
            customdata=list(view.slots),
            hovertemplate="%{customdata}: %{y}<extra></extra>",
        )
    figure.update_yaxes(title_text=texts.POINTS_AXIS)
    set_slots(figure, view.slots)
    figure.update_xaxes(range=(-0.6, len(view.slots) * _ROOM))  # for the last day's name
    spoken = f"{view.title}. {view.spoken}."
    render_figure(figure, view.title, spoken, source, 280, "index-line", top=8)
