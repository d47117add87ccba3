"""Before the first request: the shipped example in an empty store, and everything warm."""

from datetime import datetime
from pathlib import Path

from ttpv.imports import Upload, preview_files, publish_files
from ttpv.monitor import default_period
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import SAFE_AGE, Store, StoreError
from ttpv.ui.data import load_figures, open_reference, open_store

_EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
EXAMPLE = _EXAMPLES / "binh-dinh-2023.xlsx"
OTHER_EXAMPLE = _EXAMPLES / "binh-dinh-2023-so-lieu-khac.xlsx"
_SEEDER = "chương trình (số liệu mẫu)"


def prepare() -> None:
    """Seeds an empty store, clears what kills left, and reads the default view once.

    Clearing is safe beside other servers and command lines (ttpv/store/garbage.py says why).
    Raises StoreError, OSError.
    """
    store = open_store()
    seed_example(store, open_reference())
    store.collect_garbage(older_than=SAFE_AGE)
    snapshot = store.current()
    if snapshot is not None and snapshot.periods:
        load_figures(snapshot.id, default_period(snapshot))


def seed_example(store: Store, reference: Reference) -> None:
    """Publishes the report of 2023, its annexes and other figures, in a store that holds nothing,
    as any upload is published.

    Two processes that start at once publish it once: the second expects an empty store.
    """
    if store.current() is not None:
        return
    uploads = [Upload(path.name, path.read_bytes()) for path in (EXAMPLE, OTHER_EXAMPLE)]
    today = datetime.now().astimezone().date()
    preview = preview_files(uploads, reference, today=today)  # as for an empty store
    publisher = Publisher(_SEEDER, may_publish=True)
    outcome = publish_files(preview, store, publisher)
    if outcome.status == "rejected":
        reasons = " ".join(issue.message for issue in preview.issues)
        raise StoreError(f"Không nhập được số liệu mẫu {EXAMPLE.name}: {reasons}")


def current_snapshot() -> str | None:
    """The id of what is published now, for /healthz."""
    snapshot = open_store().current()
    return snapshot.id if snapshot else None
