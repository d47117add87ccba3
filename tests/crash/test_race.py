"""Eight processes publish at once while others read: nothing is lost, nobody sees an error."""

import random
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

from tests.crash.states import FORK, NOW, drafts_of, read_all
from tests.unit.store.test_store import publish, table
from ttpv.store import StateChanged, Store

WRITERS, READERS, ROUNDS = 8, 3, 6


def write(folder: Path, writer: int, start: Barrier, told: Queue) -> None:
    """Each publishes months of its own, and one month that all of them publish."""
    store = Store(folder)
    start.wait()
    for round_ in range(ROUNDS):
        own = table(period=f"{2001 + writer}-{round_ + 1:02d}", received=writer)
        shared = table(period="2000-01", received=writer * 100 + round_)
        number = publish(store, own, shared).snapshot.number
        told.put((number, writer, round_))


def read(folder: Path, done: Event, told: Queue) -> None:
    """Looks again and again; a state never goes back, and is never incomplete."""
    seen, looks = 0, 0
    while not done.is_set():
        store = Store(folder)
        current = store.current()
        if current is None:
            continue
        assert current.number >= seen
        seen = current.number
        assert len(store.history()) >= seen
        assert len(read_all(store, current)) == len(current.entries)
        looks += 1
    told.put(looks)


def test_eight_writers_lose_nothing(tmp_path: Path):
    folder = tmp_path / "store"
    start, done = FORK.Barrier(WRITERS), FORK.Event()
    told, looks = FORK.Queue(), FORK.Queue()
    writers = [
        FORK.Process(target=write, args=(folder, i, start, told), daemon=True)
        for i in range(WRITERS)
    ]
    readers = [
        FORK.Process(target=read, args=(folder, done, looks), daemon=True) for _ in range(READERS)
    ]
    for process in (*readers, *writers):
        process.start()
    acknowledged = [told.get(timeout=60) for _ in range(WRITERS * ROUNDS)]
    done.set()
    seen = [looks.get(timeout=60) for _ in readers]
    for process in (*readers, *writers):
        process.join(60)
        assert process.exitcode == 0
    assert all(count > 0 for count in seen)
    store = Store(folder)
    numbers = [number for number, _, _ in acknowledged]
    assert sorted(numbers) == store.numbers() == list(range(1, WRITERS * ROUNDS + 1))
    for number, writer, round_ in acknowledged:
        entries = store.open_snapshot(f"{number:06d}").entries
        shared = next(entry for entry in entries if entry.start.year == 2000)
        (row,) = store.query("SELECT received FROM read_parquet($files)", [shared])
        assert row["received"] == writer * 100 + round_
    assert len(store.current().entries) == 1 + WRITERS * ROUNDS
    assert store.verify() == ()


def correct(folder: Path, writer: int, start: Barrier, told: Queue) -> None:
    store = Store(folder)
    drafts = drafts_of(folder, 10 + writer)
    start.wait()
    try:
        told.put((store.publish(drafts, by="tests", expect="000001").snapshot.number, writer))
    except StateChanged as error:
        told.put((None, error.current.number))


def test_of_eight_who_saw_the_same_state_one_publishes(tmp_path: Path):
    folder = tmp_path / "store"
    Store(folder).publish(drafts_of(folder, 1), by="tests")
    start, told = FORK.Barrier(WRITERS), FORK.Queue()
    writers = [
        FORK.Process(target=correct, args=(folder, i, start, told), daemon=True)
        for i in range(WRITERS)
    ]
    for process in writers:
        process.start()
    answers = [told.get(timeout=60) for _ in writers]
    for process in writers:
        process.join(60)
    winners = [writer for number, writer in answers if number is not None]
    assert len(winners) == 1
    assert all(seen == 2 for number, seen in answers if number is None)
    store = Store(folder)
    assert store.numbers() == [1, 2]
    (row,) = store.query("SELECT received FROM read_parquet($files)", store.current().entries[:1])
    assert row["received"] == 10 + winners[0]


def clear(folder: Path, done: Event, told: Queue) -> None:
    """Clears and prunes as eagerly as nobody would, with no age to hide behind."""
    store, chance, cleared = Store(folder), random.Random(1), 0
    while not done.is_set():
        if chance.random() < 0.5:
            cleared += len(store.collect_garbage(older_than=NOW))
        elif store.current() is not None:
            cleared += len(store.prune(by="tests", keep=3, dry_run=False).files)
    told.put(cleared)


def publish_alternately(folder: Path, writer: int, told: Queue) -> None:
    """The same two states again and again: the files of one are garbage while the other is on."""
    store = Store(folder)
    for round_ in range(2 * ROUNDS):
        publish(store, table(received=round_ % 2), table("annex-2", online_amount=writer))
        told.put(round_)


def test_clearing_beside_publishing_takes_nothing_that_is_needed(tmp_path: Path):
    """A file that is garbage now may be what somebody is about to name: the lock decides."""
    folder = tmp_path / "store"
    publish(Store(folder), table(received=9))
    done, told, cleared = FORK.Event(), FORK.Queue(), FORK.Queue()
    writers = [
        FORK.Process(target=publish_alternately, args=(folder, i, told), daemon=True)
        for i in range(4)
    ]
    cleaner = FORK.Process(target=clear, args=(folder, done, cleared), daemon=True)
    for process in (cleaner, *writers):
        process.start()
    for _ in range(4 * 2 * ROUNDS):
        told.get(timeout=60)
    done.set()
    assert cleared.get(timeout=60) > 0
    for process in (cleaner, *writers):
        process.join(60)
        assert process.exitcode == 0
    store = Store(folder)
    assert store.verify() == ()
    assert len(read_all(store, store.current())) == 2


def withdraw_or_correct(folder: Path, writer: int, start: Barrier, told: Queue) -> None:
    """Even ones withdraw annex II, odd ones correct it, all upon the first state."""
    store = Store(folder)
    drafts = drafts_of(folder, 10 + writer)
    start.wait()
    try:
        if writer % 2:
            publication = store.publish(drafts, by="tests", expect="000001")
        else:
            period = drafts[1].table.period
            publication = store.withdraw(period, "annex-2", by="tests", expect="000001")
        told.put((publication.snapshot.number, writer))
    except StateChanged as error:
        told.put((None, error.current.number))


def test_a_form_is_withdrawn_or_corrected_never_both(tmp_path: Path):
    folder = tmp_path / "store"
    Store(folder).publish(drafts_of(folder, 1), by="tests")
    start, told = FORK.Barrier(WRITERS), FORK.Queue()
    writers = [
        FORK.Process(target=withdraw_or_correct, args=(folder, i, start, told), daemon=True)
        for i in range(WRITERS)
    ]
    for process in writers:
        process.start()
    answers = [told.get(timeout=60) for _ in writers]
    for process in writers:
        process.join(60)
    (winner,) = [writer for number, writer in answers if number is not None]
    store = Store(folder)
    assert store.numbers() == [1, 2]
    forms = [entry.form for entry in store.current().entries]
    assert forms == (["annex-1", "annex-2"] if winner % 2 else ["annex-1"])
    assert store.verify() == ()
