"""The read side and the import, without a server."""

import tempfile
from datetime import date
from itertools import count
from pathlib import Path

from tests.bench.timing import Measured, repeat
from ttpv.imports import Upload, preview_files, publish_files
from ttpv.metrics import cells_sql
from ttpv.monitor import default_period, read_figures
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import Manifest, Store
from ttpv.ui.startup import EXAMPLE


def measure_queries(reference: Reference, folder: Path, times: int) -> list[Measured]:
    """The figures of all departments from a warm store, and DuckDB's share of that."""
    store = Store(folder)
    snapshot = _import_example(store, reference)
    period = default_period(snapshot)
    entries = snapshot.entries_of((period,))
    fields = {field for entry in entries for field in entry.fields}
    sql = cells_sql(fields, [*reference.measures, *reference.rates])
    figures = repeat(lambda: read_figures(store, reference, snapshot, period), times, warm_up=20)
    query = repeat(lambda: store.query(sql, entries), times, warm_up=20)
    return [
        Measured("Query behind a page: read_figures, all departments", figures, limit=5),
        Measured("– of which DuckDB: store.query", query),
    ]


def measure_import(reference: Reference, times: int) -> Measured:
    """Read, check and publish the shipped example in an empty store."""
    with tempfile.TemporaryDirectory() as folder:
        stores = (Store(Path(folder) / str(number)) for number in count())
        imported = repeat(lambda: _import_example(next(stores), reference), times, warm_up=1)
    return Measured("Import of the example: preview and publish", imported)


def _import_example(store: Store, reference: Reference) -> Manifest:
    upload = Upload(EXAMPLE.name, EXAMPLE.read_bytes())
    preview = preview_files([upload], reference, store=store, today=date(2024, 1, 2))
    outcome = publish_files(preview, store, Publisher("bench", may_publish=True))
    if outcome.snapshot is None:
        raise RuntimeError(f"the example is refused: {outcome.files}")
    return outcome.snapshot
