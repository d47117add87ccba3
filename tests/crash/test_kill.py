"""kill -9 at any moment: what was acknowledged is there, and nothing is damaged.

TTPV_SOAK=200 (or `make soak`) kills that often instead of 30 times.
"""

import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from tests.crash.states import FORK, NOW, describe, drafts_of, leftovers, read_all
from ttpv.store import Store

KILLS = int(os.environ.get("TTPV_SOAK") or 30)
_LONGEST = 0.08  # seconds from an acknowledgement to the kill: some five publications


def publish_forever(folder: Path, acknowledged: Connection, start: int) -> None:
    """Does everything that writes, in a loop; tells each number once the store has said it."""
    store = Store(folder)
    for count in range(start, start + 100_000):
        publications = [
            store.publish(drafts_of(folder, count), by="tests"),
            store.add_alias(f"Sở Y tế {count}", "so-y-te", by="tests"),
        ]
        for publication in publications:
            acknowledged.send_bytes(f"{publication.snapshot.number} {count}".encode())
        if count % 3 == 0:
            number = publications[0].snapshot.id
            back = store.restore(number, by="tests").snapshot.number
            acknowledged.send_bytes(f"{back} {count}".encode())
        if count % 7 == 0:
            entry = store.current().entries[-1]
            gone = store.withdraw(entry.period, entry.form, by="tests").snapshot.number
            acknowledged.send_bytes(f"{gone} {count}".encode())
        if count % 4 == 0:
            store.prune(by="tests", keep=5, dry_run=False)
            store.pin(number := store.current().id, by="tests")
            store.unpin(number)
        if count % 5 == 0:
            store.collect_garbage(older_than=NOW)


def test_nothing_acknowledged_is_lost(tmp_path: Path):
    folder, chance = tmp_path / "store", random.Random(KILLS)
    told: dict[int, int] = {}
    lost: list[str] = []
    for kill in range(KILLS):
        reader, writer = FORK.Pipe(duplex=False)
        child = FORK.Process(
            target=publish_forever, args=(folder, writer, 1000 * kill), daemon=True
        )
        child.start()
        writer.close()
        told |= read_told(reader, once=True)
        time.sleep(chance.random() * _LONGEST)
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        told |= read_told(reader)
        lost += find_losses(folder, told)
    assert lost == []
    assert len(told) >= KILLS


def read_told(reader: Connection, *, once: bool = False) -> dict[int, int]:
    """Acknowledged numbers, and what was published under them; until the pipe ends, or one."""
    told = {}
    try:
        while True:
            number, count = map(int, reader.recv_bytes().split())
            told[number] = count
            if once:
                return told
    except EOFError:
        assert not once, "the child ended by itself"
        return told


def find_losses(folder: Path, told: dict[int, int]) -> list[str]:
    """What the store said that it had, and has not; or what it has and cannot read."""
    store = Store(folder)
    lost = [finding.message for finding in store.verify()]
    pruned = {gone.number for record in store.prunings() for gone in record.snapshots}
    there = {manifest.number: manifest for manifest in store.history()}
    lost += [f"{number} is gone" for number in told if number not in {*there, *pruned}]
    for number, manifest in there.items():
        sizes = {entry.source.size for entry in manifest.entries}
        if number in told and sizes != {len(b"upload %d" % told[number])}:
            lost.append(f"{number} is another state")
    before = describe(store.current())
    if len(read_all(store, store.current())) != len(store.current().entries):
        lost.append("figures are gone")
    store.collect_garbage(older_than=NOW)
    assert leftovers(folder) == set()
    if describe(Store(folder).current()) != before:
        lost.append("clearing changed the state")
    return lost
