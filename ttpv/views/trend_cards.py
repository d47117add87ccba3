"""Small charts: one card a rate of the selection, or one card a department of one rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ttpv.compare import is_small
from ttpv.metrics import Status
from ttpv.reference import Rate, Reference
from ttpv.trends import Series, Trend
from ttpv.views.formatting import NONE, format_points, lower_first
from ttpv.views.rates import build_rate
from ttpv.views.series_names import name_departments, name_series
from ttpv.views.slots import compare_values, find_compared, name_slot
from ttpv.views.trends import LineView, build_line, find_scale, write_value

SHOWN_AT_ENDS = 9
PART = "không đủ kỳ"
_UNRANKED = f"Không xếp thứ tự: ít hồ sơ, chưa có số liệu hoặc {PART}"
_PART_NOTE = f" “{PART}”: đơn vị chỉ hoạt động trong một phần của kỳ."


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
    """All departments of one rate on one scale. `ranked` are the highest first; who has no value,
    or few dossiers, is not ranked (DOMAIN: small numbers)."""

    title: str
    note: str
    ranked: tuple[CardView, ...]
    unranked: tuple[CardView, ...]

    @property
    def cards(self) -> tuple[CardView, ...]:
        return (*self.ranked, *self.unranked)

    @property
    def is_long(self) -> bool:
        """Whether not all of them are shown at first."""
        return len(self.cards) > 2 * SHOWN_AT_ENDS

    def groups(self, *, show_all: bool) -> tuple[GroupView, ...]:
        """All, or of many the two ends."""
        rest = GroupView(_UNRANKED, self.unranked)
        groups = [GroupView("", self.ranked), rest]
        if self.is_long and not show_all:
            groups = [GroupView("", self.ranked)]
            if len(self.ranked) > 2 * SHOWN_AT_ENDS:
                highest, lowest = self.ranked[:SHOWN_AT_ENDS], self.ranked[-SHOWN_AT_ENDS:]
                groups = [
                    GroupView(f"{SHOWN_AT_ENDS} đơn vị cao nhất", highest),
                    GroupView(f"{SHOWN_AT_ENDS} đơn vị thấp nhất", lowest),
                ]
        return tuple(group for group in groups if group.cards)


def build_rate_cards(
    trend: Trend, rates: Sequence[Rate], at: int, reference: Reference
) -> tuple[CardView, ...]:
    """The selection's rates, each on a scale of its own: they are not compared with one another."""
    names = name_departments(s.department for s in trend.departments if s.department)
    whose = name_series(trend, trend.chosen, names)
    cards = []
    for rate in rates:
        line = build_line(trend, trend.chosen, rate, reference, whose)
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


def build_multiples(trend: Trend, rate: Rate, at: int, reference: Reference) -> MultiplesView:
    """`trend` holds the series of all departments, with the counts of the rate's denominator.

    Whoever is not there in slot `at` has no card: there is nothing to compare.
    """
    day = trend.slots[at].period.last
    present = [
        (series, series.department)
        for series in trend.departments
        if series.department and (series.rates[rate.id][at] or series.department.exists_on(day))
    ]
    names = name_departments(department for _, department in present)
    lines = [build_line(trend, s, rate, reference, names[d.id]) for s, d in present]
    scale = find_scale(lines)
    ranked: list[tuple[Decimal, CardView]] = []
    unranked: list[CardView] = []
    for (series, department), line in zip(present, lines, strict=True):
        called = (department.id, names[department.id])
        card = _build_card(series, rate, at, line, scale, called)
        value = _ranked_value(series, rate, at, reference)
        if value is None:
            unranked.append(card)
        else:
            ranked.append((value, card))
    ranked.sort(key=lambda pair: -pair[0])
    cards = tuple(card for _, card in ranked)
    return MultiplesView(
        title=_write_title(rate, trend, at, (*cards, *unranked)),
        note=(
            f"{write_against(trend, at)} Xếp từ cao xuống thấp; mọi biểu đồ nhỏ cùng thang "
            f"{scale[0]:.0f}–{scale[1]:.0f} %; nét đứt ngang là chỉ tiêu."
            f"{_PART_NOTE if any(card.note == PART for card in unranked) else ''}"
        ),
        ranked=cards,
        unranked=tuple(unranked),
    )


def _ranked_value(series: Series, rate: Rate, at: int, reference: Reference) -> Decimal | None:
    figure = series.rates[rate.id][at]
    if figure is None:
        return None
    counted = series.counts[rate.denominator][at]
    few = is_small(figure.metric, counted, reference.centre.small_denominator)
    return None if few else figure.metric.value


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
    part = series.parts[at]
    return CardView(
        id=called[0],
        name=called[1],
        value=write_value(view) if view else NONE,
        status=view.status if view else "unavailable",
        status_word=view.status_word if view else "Chưa có số liệu",
        note=PART if part else format_points(change),
        line=line,
        at=at,
        scale=scale,
    )


def _write_title(rate: Rate, trend: Trend, at: int, cards: Sequence[CardView]) -> str:
    """Of all departments, as the overview counts them: few dossiers keep nobody from counting."""
    judged = [card for card in cards if card.status in ("met", "near", "missed")]
    if not judged:
        return f"{rate.name} của từng đơn vị"
    met = sum(card.status == "met" for card in judged)
    when = lower_first(name_slot(trend.slots[at].period, trend.step.kind))
    return f"{rate.name} của từng đơn vị: {met}/{len(judged)} đơn vị đạt chỉ tiêu {when}"
