"""Dossiers over time: what is open at each period's end, and what came in and went out."""

from dataclasses import dataclass

from ttpv.metrics import add_counts
from ttpv.trends import Trend
from ttpv.views.formatting import format_count, lower_first
from ttpv.views.series_names import name_departments, name_series
from ttpv.views.slots import name_slot, name_tick

MEASURES = ("received_new", "resolved", "pending_in_time", "pending_overdue")


@dataclass(frozen=True, slots=True)
class BarsView:
    """One count over the slots: for the drawing and as text, "–" where it is not known."""

    label: str
    values: tuple[int | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BacklogView:
    """`stocks` are at the end of each slot, in time and overdue; `flows` are received, resolved."""

    whose: str
    stock_title: str
    flow_title: str
    ticks: tuple[str, ...]
    names: tuple[str, ...]
    stocks: tuple[BarsView, BarsView]
    flows: tuple[BarsView, BarsView]
    is_known: bool


def build_backlog(trend: Trend, at: int) -> BacklogView:
    """Of the chosen departments together; `trend` holds the counts of MEASURES."""

    def bars(label: str, measure: str) -> BarsView:
        values = trend.chosen.counts[measure]
        return BarsView(label, values, tuple(format_count(value) for value in values))

    names = name_departments(s.department for s in trend.departments if s.department)
    stocks = (bars("Trong hạn", "pending_in_time"), bars("Quá hạn", "pending_overdue"))
    flows = (bars("Tiếp nhận mới", "received_new"), bars("Đã giải quyết", "resolved"))
    period = trend.slots[at].period
    name = name_slot(period, trend.step.kind)
    return BacklogView(
        whose=name_series(trend, trend.chosen, names),
        stock_title=_title_stocks(stocks, at, f"{period.last:%d/%m/%Y}"),
        flow_title=_title_flows(flows, at, name),
        ticks=tuple(name_tick(slot.period, trend.step.kind) for slot in trend.slots),
        names=tuple(name_slot(slot.period, trend.step.kind) for slot in trend.slots),
        stocks=stocks,
        flows=flows,
        is_known=any(v is not None for view in (*stocks, *flows) for v in view.values),
    )


def _title_stocks(stocks: tuple[BarsView, BarsView], at: int, day: str) -> str:
    total = add_counts(view.values[at] for view in stocks)
    if total is None:
        return f"Hồ sơ đang giải quyết ngày {day}: chưa đủ số liệu"
    overdue = stocks[1].texts[at]
    return f"Ngày {day} còn {format_count(total)} hồ sơ đang giải quyết, {overdue} đã quá hạn"


def _title_flows(flows: tuple[BarsView, BarsView], at: int, name: str) -> str:
    received, resolved = (view.values[at] for view in flows)
    if received is None or resolved is None:
        return f"Tiếp nhận và giải quyết {lower_first(name)}: chưa đủ số liệu"
    more = resolved - received
    said = "bằng số tiếp nhận"
    if more:
        than = "nhiều" if more > 0 else "ít"
        said = f"{than} hơn tiếp nhận {format_count(abs(more))} hồ sơ"
    return f"{name} giải quyết {said}"
