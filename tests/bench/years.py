"""Overview and Xu hướng over years of months, without a server: 18 departments and 135 communes,
two, five and ten years, to see how both grow."""

import random
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from tests.bench.timing import Measured, repeat
from ttpv.comparisons import compare_period
from ttpv.core.issues import Place
from ttpv.core.periods import Period, add_months
from ttpv.core.tables import CountsTable, Row
from ttpv.metrics import cells_sql
from ttpv.monitor import LineCache, open_timeline
from ttpv.reference import Department, Reference
from ttpv.store import Draft, Manifest, Source, Store
from ttpv.trends import Step, compute_trend
from ttpv.views.backlog import MEASURES
from ttpv.views.compared import build_compared
from ttpv.views.trend_cards import build_multiples

YEARS = (2, 5, 10)
COMMUNES = tuple(
    Department(id=f"xa-{number}", name=f"Xã {number}", short=f"Xã {number}")
    for number in range(135)
)
_LAST = date(2026, 1, 1)
_PLACE = Place(file="bench")
_SOURCE = Source(file="bench.xlsx", sha256="", size=0, reader=0, layout=0, reference="")


def measure_years(reference: Reference, times: int) -> list[Measured]:
    """What the overview and Xu hướng ask for, in each of the sizes."""
    results: list[Measured] = []
    for departments in choose_departments(reference).values():
        known = msgspec.structs.replace(reference, departments=departments)
        for years in YEARS:
            with tempfile.TemporaryDirectory() as folder:
                store = Store(Path(folder))
                publish_months(store, known, years)
                results += _measure(store, known, years, times)
    return results


def choose_departments(reference: Reference) -> dict[str, tuple[Department, ...]]:
    """Those of 2023 as if nobody had merged since, and 135 communes."""
    of_2023 = tuple(
        msgspec.structs.replace(department, last=None, successors=())
        for department in reference.departments_on(date(2023, 12, 25))
    )
    return {"18 departments": of_2023, "135 communes": COMMUNES}


def install_communes(store: Store, reference: Reference) -> Reference:
    """Makes the communes the store's departments, as a register of theirs; gives the reference data
    that pages then compute with."""
    text = "".join(
        f'[[department]]\nid = "{each.id}"\nname = "{each.name}"\nshort = "{each.short}"\n'
        for each in COMMUNES
    )
    store.set_register("departments.toml", text, by="bench")
    return msgspec.structs.replace(reference, departments=COMMUNES)


def publish_months(store: Store, reference: Reference, years: int) -> Manifest:
    """All months of so many years in one publication, with the parts of all rates, of whoever
    exists on each month's last day."""
    chance = random.Random(2026)
    parts = {rate.numerator for rate in reference.rates.values()}
    wholes = {rate.denominator for rate in reference.rates.values()}
    fields = tuple(dict.fromkeys((*MEASURES, *sorted(wholes), *sorted(parts))))
    drafts = []
    for number in range(-12 * years, 0):
        period = Period(add_months(_LAST, number), add_months(_LAST, number + 1))
        rows = tuple(
            Row(department.id, _invent(fields, parts, chance), department.name, _PLACE, {})
            for department in reference.departments_on(period.last)
        )
        drafts.append(
            Draft(CountsTable("template", period, fields, rows, None, _PLACE), _SOURCE, ())
        )
    return store.publish(drafts, by="bench").snapshot


def _invent(fields: tuple[str, ...], parts: set[str], chance: random.Random) -> dict[str, int]:
    received = chance.randint(50, 900)
    return {f: chance.randint(0, received) if f in parts else received for f in fields}


def _measure(store: Store, reference: Reference, years: int, times: int) -> list[Measured]:
    snapshot = store.current()
    if snapshot is None:
        raise ValueError("nothing is published")
    what = f"{years} years × {len(reference.departments)}"
    latest = snapshot.periods[-1]
    one_month = snapshot.entries_of((latest,))
    sql = cells_sql(one_month[0].fields, [*reference.measures, *reference.rates])
    query = repeat(lambda: store.query(sql, one_month), times, warm_up=2)
    cold = repeat(lambda: open_timeline(store, reference, snapshot).read(snapshot.periods), 2)
    cache = LineCache()
    timeline = open_timeline(store, reference, snapshot, cache)
    timeline.read(snapshot.periods)

    rates = tuple(reference.rates)
    rate = next(iter(reference.rates.values()))

    def open_new_state() -> None:
        open_timeline(store, reference, snapshot, cache).read(snapshot.periods)

    def overview() -> None:
        build_compared(compare_period(timeline, latest), snapshot.periods)

    def trend() -> None:
        compute_trend(timeline, Step("month"), rates=rates, measures=MEASURES)

    def multiples() -> None:
        found = compute_trend(
            timeline, Step("month"), rates=(rate.id,), measures=(rate.denominator,), chosen="all"
        )
        build_multiples(found, rate, 12 * years - 1, reference)

    return [
        Measured(f"{what}: DuckDB, the query of one month", query, limit=10),
        Measured("– DuckDB, all months, once a process", cold),
        Measured("– a new state, its files read before", repeat(open_new_state, times), limit=10),
        Measured("– overview: like periods, findings, views", repeat(overview, times, warm_up=1)),
        Measured("– Xu hướng: the centre, all rates", repeat(trend, times, warm_up=1)),
        Measured(
            "– Xu hướng: all departments of one rate",
            repeat(multiples, max(times // 5, 2)),
        ),
    ]
