"""Many readers in one process (many processes, and killed ones: tests/crash)."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.unit.store.test_store import SQL, publish, table
from ttpv.store import Store


def test_threads_read_what_is_there(tmp_path: Path):
    """One connection without cursors gave 165 wrong results out of 384 here."""
    store = Store(tmp_path / "store")
    snapshots = [publish(store, table(received=count)).snapshot for count in range(12)]

    def look(index: int) -> bool:
        rows = store.query(SQL, snapshots[index % 12].entries)
        return [row["received"] for row in rows] == [index % 12]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(look, range(384)))
