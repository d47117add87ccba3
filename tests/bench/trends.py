"""Xu hướng over ten years of months, without a server: of 18 departments and of 135 communes."""

import random
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from tests.bench.timing import Measured, repeat
from ttpv.core.issues import Place
from ttpv.core.periods import Period, add_months
from ttpv.core.tables import CountsTable, Row
from ttpv.monitor import LineCache, open_timeline
from ttpv.reference import Department, Reference
from ttpv.store import Draft, Source, Store
from ttpv.trends import Step, compute_trend
from ttpv.views.backlog import MEASURES
from ttpv.views.trend_cards import build_multiples

_MONTHS = 120
_FIRST = date(2016, 1, 1)
_PLACE = Place(file="bench")
_SOURCE = Source(file="bench.xlsx", sha256="", size=0, reader=0, layout=0, reference="")


def measure_trends(reference: Reference, times: int) -> list[Measured]:
    """What the page asks for: the centre with all rates, and all departments of one rate."""
    communes = tuple(
        Department(id=f"xa-{number}", name=f"Xã {number}", short=f"Xã {number}")
        for number in range(135)
    )
    of_2023 = tuple(
        msgspec.structs.replace(department, last=None, successors=())
        for department in reference.departments_on(date(2023, 12, 25))
    )
    results: list[Measured] = []
    for departments in (of_2023, communes):
        known = msgspec.structs.replace(reference, departments=departments)
        with tempfile.TemporaryDirectory() as folder:
            store = Store(Path(folder))
            _publish(store, known)
            results += _measure(store, known, times)
    return results


def _measure(store: Store, reference: Reference, times: int) -> list[Measured]:
    snapshot = store.current()
    assert snapshot is not None
    cache, rates = LineCache(), tuple(reference.rates)
    periods = snapshot.periods
    rate = next(iter(reference.rates.values()))
    step = Step("month")
    cold = repeat(lambda: open_timeline(store, reference, snapshot).read(periods), 2)
    open_timeline(store, reference, snapshot, cache).read(periods)
    timeline = open_timeline(store, reference, snapshot, cache)

    def compute_all() -> None:
        trend = compute_trend(
            timeline, step, rates=(rate.id,), measures=(rate.denominator,), chosen="all"
        )
        build_multiples(trend, rate, _MONTHS - 1, reference)

    size = len(reference.departments)
    read = repeat(lambda: open_timeline(store, reference, snapshot, cache).read(periods), times)
    centre = repeat(
        lambda: compute_trend(timeline, step, rates=rates, measures=MEASURES), times, warm_up=1
    )
    everybody = repeat(compute_all, max(times // 5, 2))
    what = f"{_MONTHS} months × {size}"
    return [
        Measured(f"Xu hướng, {what}: the one query, once a process", cold),
        Measured(f"– the same for a new state, {what}", read, limit=10),
        Measured(f"– the centre, all rates, {what}", centre, limit=100),
        Measured(f"– all departments of one rate, {what}", everybody),
    ]


def _publish(store: Store, reference: Reference) -> None:
    """All months in one publication, with the parts of all rates."""
    chance = random.Random(2026)
    parts = {rate.numerator for rate in reference.rates.values()}
    wholes = {rate.denominator for rate in reference.rates.values()}
    fields = tuple(dict.fromkeys((*MEASURES, *sorted(wholes), *sorted(parts))))
    drafts = []
    for number in range(_MONTHS):
        start = add_months(_FIRST, number)
        rows = tuple(
            Row(department.id, _invent(fields, parts, chance), department.name, _PLACE, {})
            for department in reference.departments
        )
        period = Period(start, add_months(start, 1))
        table = CountsTable("template", period, fields, rows, None, _PLACE)
        drafts.append(Draft(table, _SOURCE, ()))
    store.publish(drafts, by="bench")


def _invent(fields: tuple[str, ...], parts: set[str], chance: random.Random) -> dict[str, int]:
    received = chance.randint(50, 900)
    return {f: chance.randint(0, received) if f in parts else received for f in fields}
