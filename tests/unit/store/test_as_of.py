"""As it was reported: by the number of a state, or by a day."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from tests.unit.store.test_store import publish, table
from ttpv.store import SnapshotNotFound, Store, parse_as_of
from ttpv.store.history import encode_manifest, seal_manifest


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """1 on 5 January 2024, 2 at 23:30 of the 10th, 3 at 00:30 of the 11th, in Vietnam."""
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    store = Store(tmp_path / "store")
    moments = [(5, 9, 0), (10, 23, 30), (11, 0, 30)]
    for number, (day, hour, minute) in enumerate(moments, start=1):
        made = publish(store, table(received=number)).snapshot
        local = datetime(2024, 1, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)
        moved = seal_manifest(msgspec.structs.replace(made, published_at=local))
        path = store.folder / "manifests" / f"{made.id}.json"
        path.write_bytes(encode_manifest(moved))
    yield Store(store.folder)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "snapshot"),
    [
        ("000002", "000002"),
        ("2", "000002"),
        ("2024-01-05", "000001"),
        ("05/01/2024", "000001"),
        ("9/1/2024", "000001"),
        ("2024-01-10", "000002"),
        ("2024-01-11", "000003"),
        ("2030-01-01", "000003"),
    ],
)
def test_a_state_or_the_last_of_a_day(store: Store, text: str, snapshot: str):
    assert store.as_of(text).id == snapshot


@pytest.mark.parametrize(
    "text", ["4", "0", "2024-01-04", "0001-01-01", "9999-12-31T", "x", "", "2024-13-01"]
)
def test_there_was_none(store: Store, text: str):
    with pytest.raises(SnapshotNotFound) as caught:
        store.as_of(text)
    assert str(caught.value).endswith((".", "history"))
    assert isinstance(caught.value, KeyError)


def test_a_pruned_state_is_not_answered_by_an_older_one(store: Store):
    """State 1 is pinned and stays; on the 10th it was state 2 that counted, which is gone."""
    store.pin("000001", by="an", why="báo cáo năm")
    store.prune(by="an", keep=1, dry_run=False)
    assert store.numbers() == [1, 3]
    assert store.as_of("2024-01-05").id == "000001"
    assert store.as_of("2024-01-11").id == "000003"
    for text in ("2024-01-10", "000002"):
        with pytest.raises(SnapshotNotFound, match="000002 đã được an dọn khỏi kho"):
            store.as_of(text)


def test_what_can_be_asked_for():
    assert parse_as_of(" 000012 ") == 12
    assert parse_as_of("25/12/2023") == parse_as_of("2023-12-25") == date(2023, 12, 25)
    for text in ("2023-12", "2023-12-25T00", "31/02/2023", "-1", "²"):
        with pytest.raises(ValueError, match=r".+"):
            parse_as_of(text)
