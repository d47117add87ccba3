"""What reports are made of, and all that one says, before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ttpv.comparisons import compare_period
from ttpv.dossier_lists import Dossier, State, find_lists, read_dossiers
from ttpv.monitor import Figures, Timeline, answer_period
from ttpv.other_figures import find_other_figures
from ttpv.reference import Reference
from ttpv.reporting.orders import Order, ReportFailed
from ttpv.store import Entry, Store
from ttpv.trends import Trend, compute_trend, offer_steps
from ttpv.views.letter import LetterView, build_letter
from ttpv.views.letter_dossiers import LateDossiers
from ttpv.views.report import ReportView, build_report


@dataclass(frozen=True, slots=True)
class Sources:
    """A store, one of its states over time, and the day it is today, which matters to today's
    structure alone."""

    store: Store
    timeline: Timeline
    today: date

    @property
    def reference(self) -> Reference:
        return self.timeline.reference

    def figures(self, order: Order) -> Figures:
        """Raises PeriodNotCovered, StoreError."""
        return answer_period(self.timeline, order.period).figures(
            frozenset(order.departments), structure=order.structure, today=self.today
        )


def prepare_report(sources: Sources, order: Order) -> ReportView:
    """All that the centre's report says."""
    figures, now = sources.figures(order), order.structure == "now"
    comparison = compare_period(
        sources.timeline,
        order.period,
        frozenset(order.departments),
        structure=order.structure if now else None,
        today=sources.today if now else None,
    )
    return build_report(
        figures,
        comparison,
        sources.reference,
        trend=_find_trend(sources, figures, order),
        others=find_other_figures(sources.reference, order.period),
        is_simulated=sources.store.is_simulated,
    )


def _find_trend(sources: Sources, figures: Figures, order: Order) -> Trend | None:
    """The rates in the shortest steps of which one closes with the period, with others before."""
    for step in offer_steps(sources.timeline):
        trend = compute_trend(
            sources.timeline,
            step,
            rates=[rate.id for rate in figures.rates],
            chosen=order.departments,
            structure=order.structure,
            today=sources.today if order.structure == "now" else None,
        )
        if any(slot.period.stop == order.period.stop for slot in trend.slots[1:]):
            return trend
    return None


def prepare_letter(sources: Sources, order: Order) -> LetterView:
    """All that the letter says. Raises ReportFailed where there is nothing to urge."""
    figures = sources.figures(order)
    (department,) = order.departments
    line = next(d for d in figures.departments if d.department and d.department.id == department)
    assert line.department is not None
    name = line.department.name
    if not line.has_data:
        raise ReportFailed(f"Kỳ này chưa có số liệu của {name}, nên chưa có gì để đôn đốc.")
    view = build_letter(
        figures,
        department,
        sources.reference,
        _read_late(sources.store, figures, line.members),
        is_simulated=sources.store.is_simulated,
    )
    if not view.is_needed:
        raise ReportFailed(
            f"{name} không có chỉ tiêu nào chưa đạt và không có hồ sơ trễ hạn, quá hạn trong kỳ "
            "này, nên không có gì để đôn đốc."
        )
    return view


def _read_late(store: Store, figures: Figures, members: Sequence[str]) -> LateDossiers | None:
    """By code, as far as the period was published with lists: those late in each of its parts, and
    those that wait at its end; of all departments that the line's figures are of."""
    lists = find_lists(figures.entries, figures.period)
    if not lists:
        return None
    late = [found for e in lists for found in _read_of(store, e, members, "resolved_late")]
    last = lists[-1]
    closes = last.stop == figures.period.stop
    return LateDossiers(
        overdue=_read_of(store, last, members, "pending_overdue") if closes else (),
        late=late,
        is_whole=sum(entry.period.days for entry in lists) == figures.period.days,
    )


def _read_of(
    store: Store, entry: Entry, members: Sequence[str], state: State
) -> tuple[Dossier, ...]:
    """The longest due first."""
    found = [dossier for id_ in members for dossier in read_dossiers(store, entry, id_, state)]
    return tuple(sorted(found, key=lambda d: (d.due is None, str(d.due), d.code)))
