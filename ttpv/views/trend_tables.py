"""The tables under the charts, for those who want the figures: the same texts, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass

from ttpv.views.backlog import BacklogView
from ttpv.views.formatting import NONE
from ttpv.views.movement import EffectView
from ttpv.views.trend_cards import MultiplesView
from ttpv.views.trends import RateTrendView


@dataclass(frozen=True, slots=True)
class TableView:
    """Heads, and rows of as many texts; the first column names the row. `foot` sums it up."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()


def table_of_rate(view: RateTrendView) -> TableView:
    """A row a period, latest first: of each line its value, parts and target."""
    heads = ["Kỳ"]
    for line in view.lines:
        heads += [line.name, "Tử số / mẫu số", "Chỉ tiêu"]
    rows = []
    for at in _latest_first(view.names):
        row = [view.names[at]]
        for line in view.lines:
            row += [line.points[at].text, line.points[at].parts or NONE, line.target_texts[at]]
        rows.append(tuple(row))
    return TableView(tuple(heads), tuple(rows))


def table_of_departments(views: MultiplesView, names: Iterable[str]) -> TableView:
    """A row a department, a column a period, oldest first."""
    rows = ((card.name, *(point.text for point in card.line.points)) for card in views.cards)
    return TableView(("Cơ quan, đơn vị", *names), tuple(rows))


def table_of_backlog(view: BacklogView) -> TableView:
    """A row a period, latest first."""
    bars = (*view.flows, *view.stocks)
    heads = ("Kỳ", *(b.label for b in view.flows), *(f"Cuối kỳ: {b.label}" for b in view.stocks))
    rows = ((view.names[at], *(b.texts[at] for b in bars)) for at in _latest_first(view.names))
    return TableView(heads, tuple(rows))


def table_of_effects(effects: Iterable[EffectView], total: str) -> TableView:
    """A row a department, its effects on the centre's rate, largest first."""
    heads = ("Cơ quan, đơn vị", "Do tỷ lệ của đơn vị", "Do tỷ trọng hồ sơ", "Cộng")
    rows = tuple((e.name, e.own, e.share, e.total) for e in effects)
    return TableView(heads, rows, ("Thay đổi chung", "", "", total))


def _latest_first(names: tuple[str, ...]) -> Iterable[int]:
    return reversed(range(len(names)))
