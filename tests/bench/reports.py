"""The report as a Word file, from the store to the bytes: figures, sentences, tables, charts."""

import multiprocessing
import tempfile
from pathlib import Path

import msgspec

from tests.bench.timing import Measured, repeat
from tests.bench.years import choose_departments, publish_months
from tests.reports import make_view
from ttpv.core.periods import Period, parse_period
from ttpv.reference import Reference
from ttpv.reports.docx import render_report
from ttpv.store import Store

_YEARS = 2  # the year, and the one that it is compared with
_MOST_MS = {"18 departments": 1000, "135 communes": 5000}


def measure_reports(reference: Reference, times: int) -> list[Measured]:
    """A year of twelve months, of the departments of 2023 and of 135 communes."""
    results: list[Measured] = []
    for what, departments in choose_departments(reference).items():
        known = msgspec.structs.replace(reference, departments=departments)
        with tempfile.TemporaryDirectory() as folder:
            store = Store(Path(folder))
            snapshot = publish_months(store, known, _YEARS)
            period = Period(snapshot.periods[-12].start, snapshot.periods[-1].stop)
            results += _measure(what, store, known, period, times)
    return results


def _measure(
    what: str, store: Store, reference: Reference, period: Period, times: int
) -> list[Measured]:
    view = make_view(store, reference, period)
    whole = repeat(lambda: render_report(make_view(store, reference, period)), times, warm_up=1)
    drawn = repeat(lambda: render_report(view), times, warm_up=1)
    memory = _find_peak(store.folder, reference, period)
    return [
        Measured(f"Report as Word file, {what} × 12 months", whole, limit=_MOST_MS[what]),
        Measured("– of which the file: template, tables, charts", drawn),
        Measured("– most memory of a process that makes one, MiB", (memory,), unit="MiB"),
    ]


def _find_peak(folder: Path, reference: Reference, period: Period) -> float:
    """Of a process of its own, since a peak never falls again."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_make_one, (folder, reference.departments, str(period)))


def _make_one(folder: Path, departments: tuple[object, ...], period: str) -> float:
    import resource

    from ttpv.reference import read_reference

    known = msgspec.structs.replace(read_reference(), departments=departments)
    found = parse_period(period)
    assert isinstance(found, Period)
    render_report(make_view(Store(folder), known, found))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
