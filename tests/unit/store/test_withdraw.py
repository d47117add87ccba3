"""Withdrawing a form of a period is a new state without it; nothing is deleted."""

from pathlib import Path

import pytest

from tests.unit.store.test_store import SQL, publish, table
from ttpv.core.periods import parse_period
from ttpv.store import StateChanged, Store, StoreError, TaughtName

JANUARY, FEBRUARY = parse_period("2023-01"), parse_period("2023-02")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """1: annex I and a template of January, and a name."""
    store = Store(tmp_path / "store")
    publish(
        store,
        table(received=1),
        table("template", received=9),
        aliases=[TaughtName("SYT", "so-y-te")],
    )
    return store


def test_the_rest_stays(store: Store):
    before = store.current()
    publication = store.withdraw(JANUARY, "template", by="an", reason="nhập nhầm")
    snapshot = publication.snapshot
    assert (publication.changed, snapshot.id, snapshot.action) == (True, "000002", "withdraw")
    assert (snapshot.published_by, snapshot.reason) == ("an", "nhập nhầm")
    assert [(c.form, c.change) for c in snapshot.changes] == [("template", "removed")]
    assert snapshot.entries == before.entries[:1]
    assert snapshot.aliases == before.aliases
    assert snapshot == Store(store.folder).open_snapshot("000002")
    assert store.verify() == ()


def test_a_restore_brings_it_back(store: Store):
    store.withdraw(JANUARY, "template", by="an")
    back = store.restore("000001", by="an").snapshot
    assert back.entries == store.open_snapshot("000001").entries
    assert [row["received"] for row in store.query(SQL, back.entries)] == [1, 9]
    assert back.reason == ""


def test_the_last_form_may_go_too(store: Store):
    store.withdraw(JANUARY, "template", by="an")
    snapshot = store.withdraw(JANUARY, "annex-1", by="an").snapshot
    assert (snapshot.entries, snapshot.periods) == ((), ())
    assert publish(store, table(received=2)).snapshot.id == "000004"


@pytest.mark.parametrize(
    ("period", "form"), [(JANUARY, "annex-2"), (FEBRUARY, "template"), (JANUARY, "Template")]
)
def test_what_is_not_published_cannot_go(store: Store, period, form: str):
    with pytest.raises(StoreError, match="không có số liệu nào"):
        store.withdraw(period, form, by="an")
    assert store.numbers() == [1]


def test_nothing_is_made_of_an_empty_store(tmp_path: Path):
    with pytest.raises(StoreError, match="chưa có lần công bố"):
        Store(tmp_path / "none").withdraw(JANUARY, "template", by="an")
    assert not (tmp_path / "none").exists()


def test_another_state_than_the_one_seen(store: Store):
    publish(store, table("template", received=10))
    with pytest.raises(StateChanged) as raised:
        store.withdraw(JANUARY, "template", by="an", expect="000001")
    assert raised.value.current.id == "000002"
    assert store.numbers() == [1, 2]
