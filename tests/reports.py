"""The report of any store and period with all that the product gives it, for tests and bench."""

from collections.abc import Collection

from ttpv.comparisons import compare_period
from ttpv.core.periods import Period
from ttpv.monitor import answer_period, open_timeline
from ttpv.other_figures import find_other_figures
from ttpv.reference import Reference
from ttpv.store import Manifest, Store
from ttpv.trends import Step, compute_trend
from ttpv.views.report import ReportView, build_report


def make_view(
    store: Store,
    reference: Reference,
    period: Period,
    chosen: Collection[str] = (),
    *,
    is_simulated: bool = False,
    snapshot: Manifest | None = None,
) -> ReportView:
    """Of the store's latest state, or another; the trend is that of the months."""
    snapshot = snapshot or store.current()
    assert snapshot is not None
    timeline = open_timeline(store, reference, snapshot)
    figures = answer_period(timeline, period).figures(frozenset(chosen))
    rates = [rate.id for rate in figures.rates]
    return build_report(
        figures,
        compare_period(timeline, period, frozenset(chosen)),
        reference,
        trend=compute_trend(timeline, Step("month"), rates=rates, chosen=chosen),
        others=find_other_figures(reference, period),
        is_simulated=is_simulated,
    )
