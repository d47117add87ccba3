"""Many readers, many writers, and one that is killed."""

import multiprocessing
import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.unit.store.test_store import SQL, publish, table
from ttpv.store import Store

SPAWN = multiprocessing.get_context("spawn")


def test_threads_read_what_is_there(tmp_path: Path):
    """One connection without cursors gave 165 wrong results out of 384 here."""
    store = Store(tmp_path / "store")
    snapshots = [publish(store, table(received=count)).snapshot for count in range(12)]

    def look(index: int) -> bool:
        rows = store.query(SQL, snapshots[index % 12].entries)
        return [row["received"] for row in rows] == [index % 12]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(look, range(384)))


def write_months(folder: Path, year: int) -> None:
    store = Store(folder)
    for month in range(1, 7):
        publish(store, table(period=f"{year}-{month:02d}", received=year + month))


def test_writers_at_once_lose_nothing(tmp_path: Path):
    folder = tmp_path / "store"
    writers = [
        SPAWN.Process(target=write_months, args=(folder, year)) for year in range(2000, 2004)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    snapshot = Store(folder).current()
    assert snapshot.number == 24
    found = {(e.start.year, e.start.month) for e in snapshot.entries}
    assert found == {(year, month) for year in range(2000, 2004) for month in range(1, 7)}


def write_forever(folder: Path) -> None:
    store = Store(folder)
    for count in range(1_000_000):
        publish(store, table(received=count), table("annex-2", online_amount=count))


def test_a_killed_writer_leaves_a_whole_state(tmp_path: Path):
    """Both forms of a state always carry the same count; every state opens and reads."""
    folder, chance = tmp_path / "store", random.Random(5)
    for _ in range(10):
        before = Store(folder).numbers()
        writer = SPAWN.Process(target=write_forever, args=(folder,))
        writer.start()
        while len(Store(folder).numbers()) == len(before):
            time.sleep(0.01)
        time.sleep(chance.random() / 5)
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        store = Store(folder)
        assert store.numbers() == list(range(1, len(store.numbers()) + 1))
        for snapshot in store.history():
            for entry in snapshot.entries:
                assert (folder / "tables" / entry.file).stat().st_size > 0
        for snapshot in (store.current(), store.open_snapshot(f"{len(before) + 1:06d}")):
            rows = store.query(SQL, snapshot.entries)
            assert rows[0]["received"] == rows[1]["online_amount"]
