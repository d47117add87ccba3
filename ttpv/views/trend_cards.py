"""Small charts: one card a rate of the selection, or one card a department of one rate."""

from collections.abc import Sequence
from dataclasses import dataclass

from ttpv.compare import is_small
from ttpv.metrics import Status
from ttpv.reference import Rate, Reference
from ttpv.trends import Series, Trend
from ttpv.views.formatting import NONE, format_points
from ttpv.views.rates import build_rate
from ttpv.views.trends import (
    LineView,
    build_line,
    compare_values,
    find_compared,
    find_scale,
    lower_first,
    name_slot,
    write_value,
)

SHOWN_AT_ENDS = 9
_UNRANKED = "Không xếp thứ tự: ít hồ sơ hoặc chưa có số liệu"


@dataclass(frozen=True, slots=True)
class CardView:
    """`id` is a rate's or a department's; `at` the slot that `value` is of."""

    id: str
    name: str
    value: str
    status: Status
    status_word: str
    note: str
    line: LineView
    at: int
    scale: tuple[float, float]

    @property
    def spoken(self) -> str:
        parts = (f"{self.name}: {self.value}", self.status_word.lower(), self.note)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class GroupView:
    """Cards under one heading; the heading is empty where there is one group only."""

    heading: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class MultiplesView:
    """All departments of one rate on one scale, the highest first. `hidden` is how many are left
    out."""

    title: str
    note: str
    groups: tuple[GroupView, ...]
    hidden: int
    total: int


def build_rate_cards(
    trend: Trend, rates: Sequence[Rate], at: int, reference: Reference
) -> tuple[CardView, ...]:
    """The selection's rates, each on a scale of its own: they are not compared with one another."""
    cards = []
    for rate in rates:
        line = build_line(trend, trend.chosen, rate, reference)
        cards.append(
            _build_card(trend.chosen, rate, at, line, find_scale([line]), (rate.id, rate.short))
        )
    return tuple(cards)


def write_against(trend: Trend, at: int) -> str:
    """Of what the cards' values are, and what their differences are to."""
    kind = trend.step.kind
    when = lower_first(name_slot(trend.slots[at].period, kind))
    if at - 1 not in find_compared(trend, at):
        return f"Giá trị {when}."
    than = lower_first(name_slot(trend.slots[at - 1].period, kind))
    return f"Giá trị {when} và chênh lệch so với {than}."


def build_multiples(
    trend: Trend, rate: Rate, at: int, reference: Reference, *, show_all: bool
) -> MultiplesView:
    """`trend` holds the series of all departments. Those without a value in slot `at`, and those
    with few dossiers, are not ranked and stand last."""
    lines = [build_line(trend, series, rate, reference) for series in trend.departments]
    scale = find_scale(lines)
    ranked, unranked = [], []
    for series, line in zip(trend.departments, lines, strict=True):
        figure = series.rates[rate.id][at]
        if figure is None and not any(later for later in series.rates[rate.id][at:]):
            continue  # gone by then: its line ends before what is looked at
        department = series.department
        assert department is not None
        called = (department.id, department.short)
        card = _build_card(series, rate, at, line, scale, called)
        counted = series.counts[rate.denominator][at]
        small = figure is not None and is_small(
            figure.metric, counted, reference.centre.small_denominator
        )
        value = figure.metric.value if figure else None
        if value is None or small:
            unranked.append(card)
        else:
            ranked.append((value, card))
    ordered = [card for _, card in sorted(ranked, key=lambda pair: -pair[0])]
    groups, hidden = _group(ordered, unranked, show_all=show_all)
    return MultiplesView(
        title=_write_title(rate, trend, at, [card for _, card in ranked]),
        note=(
            f"{write_against(trend, at)} Xếp từ cao xuống thấp; mọi biểu đồ nhỏ cùng thang "
            f"{scale[0]:.0f}–{scale[1]:.0f} %; nét đứt ngang là chỉ tiêu."
        ),
        groups=groups,
        hidden=hidden,
        total=len(ordered) + len(unranked),
    )


def _group(
    ranked: list[CardView], unranked: list[CardView], *, show_all: bool
) -> tuple[tuple[GroupView, ...], int]:
    cut = not show_all and len(ranked) + len(unranked) > 2 * SHOWN_AT_ENDS
    if not cut or len(ranked) <= 2 * SHOWN_AT_ENDS:
        groups = [GroupView("", tuple(ranked))]
    else:
        groups = [
            GroupView(f"{SHOWN_AT_ENDS} đơn vị cao nhất", tuple(ranked[:SHOWN_AT_ENDS])),
            GroupView(f"{SHOWN_AT_ENDS} đơn vị thấp nhất", tuple(ranked[-SHOWN_AT_ENDS:])),
        ]
    if unranked and not cut:
        groups.append(GroupView(_UNRANKED, tuple(unranked)))
    shown = sum(len(group.cards) for group in groups)
    kept = tuple(group for group in groups if group.cards)
    return kept, len(ranked) + len(unranked) - shown


def _build_card(
    series: Series,
    rate: Rate,
    at: int,
    line: LineView,
    scale: tuple[float, float],
    called: tuple[str, str],
) -> CardView:
    """`called`: the card's id and name."""
    figures = series.rates[rate.id]
    view = build_rate(rate, figure) if (figure := figures[at]) else None
    change = compare_values(figures[at - 1], figures[at]) if at else None
    return CardView(
        id=called[0],
        name=called[1],
        value=write_value(view) if view else NONE,
        status=view.status if view else "unavailable",
        status_word=view.status_word if view else "Chưa có số liệu",
        note=format_points(change),
        line=line,
        at=at,
        scale=scale,
    )


def _write_title(rate: Rate, trend: Trend, at: int, ranked: Sequence[CardView]) -> str:
    judged = [card for card in ranked if card.status in ("met", "near", "missed")]
    if not judged:
        return f"{rate.name} của từng đơn vị"
    met = sum(card.status == "met" for card in judged)
    when = lower_first(name_slot(trend.slots[at].period, trend.step.kind))
    return f"{rate.name} của từng đơn vị: {met}/{len(judged)} đơn vị đạt chỉ tiêu {when}"
