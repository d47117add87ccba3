"""Reports that were taken away are noted, and their states stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.crash.states import drafts_of, report_of
from tests.unit.store.test_store import publish, table
from ttpv.store import SnapshotNotFound, Store, StoreError, reports, restore_backup

MORNING = datetime(2023, 12, 25, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Five states."""
    store = Store(tmp_path / "store")
    for count in range(1, 6):
        store.publish(drafts_of(store.folder, count), by="an")
    return store


def files(store: Store) -> list[str]:
    return sorted(path.name for path in (store.folder / "reports").glob("*"))


def test_what_was_taken_is_read_back_newest_first(store: Store):
    first = report_of(2, by="an", made_at=MORNING, departments=("so-y-te",), structure="now")
    second = report_of(1, by="an", made_at=MORNING + timedelta(hours=1))
    third = report_of(1, by="binh", made_at=MORNING + timedelta(days=40))
    for record in (third, first, second):
        store.record_report(record)
    assert Store(store.folder).reports() == [third, second, first]
    assert store.reports(most=1) == [third]
    assert store.reports(most=2) == [third, second]
    assert (first.id, str(first.period)) == ("000002", "2023-01-01..2023-01-31")
    assert all(name.startswith(("20231225-", "20240203-")) for name in files(store))
    assert store.verify() == ()


def test_a_named_person_s_downloads_are_each_noted(store: Store):
    for _ in range(2):
        store.record_report(report_of(1, by="an", made_at=MORNING))
    assert len(store.reports()) == 2


def test_one_without_a_name_leaves_one_record_a_day_and_report(store: Store):
    for minutes in range(3):
        store.record_report(report_of(1, made_at=MORNING + timedelta(minutes=minutes)))
    assert [(record.made_by, record.made_at) for record in store.reports()] == [(None, MORNING)]
    for other in ({"format": "png"}, {"departments": ("so-y-te",)}, {"kind": "don-doc"}):
        store.record_report(report_of(1, made_at=MORNING, **other))
    store.record_report(report_of(1, made_at=MORNING + timedelta(days=1)))
    assert len(store.reports()) == 5


def test_there_is_an_end_to_records_without_a_name(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reports, "MOST_OF_READERS", 2)
    store.record_report(report_of(1, made_at=MORNING))
    store.record_report(report_of(2, made_at=MORNING))
    with pytest.raises(StoreError, match="quá nhiều báo cáo"):
        store.record_report(report_of(3, made_at=MORNING))
    store.record_report(report_of(1, made_at=MORNING))  # there already
    store.record_report(report_of(3, by="an", made_at=MORNING))
    store.record_report(report_of(3, made_at=MORNING + timedelta(days=1)))
    assert len(store.reports()) == 4


def test_of_a_state_that_is_gone_there_is_no_report(store: Store):
    store.prune(by="an", keep=1, dry_run=False)
    with pytest.raises(SnapshotNotFound, match="000001 không còn"):
        store.record_report(report_of(1, by="an"))
    assert not (store.folder / "reports").exists()


def test_prune_leaves_its_state_and_says_so(store: Store):
    store.record_report(report_of(2))
    store.record_report(report_of(3, by="an"))
    store.pin("3", by="an")
    plan = store.prune(by="an", keep=1, dry_run=False)
    assert (plan.pinned, plan.reported) == (("000003",), ("000002",))
    assert (store.numbers(), store.verify()) == ([2, 3, 5], ())
    assert store.prune(by="an", keep=1).snapshots == ()


def test_beside_a_damaged_record_nothing_is_pruned(store: Store):
    store.record_report(report_of(2, by="an"))
    (path,) = (store.folder / "reports").glob("*.json")
    path.write_text("{")
    (finding,) = store.verify()
    assert (finding.kind, finding.path) == ("record", f"reports/{path.name}")
    with pytest.raises(StoreError, match="bị hỏng"):
        store.prune(by="an", keep=1, dry_run=False)
    assert store.numbers() == [1, 2, 3, 4, 5]


def test_verify_misses_the_state_of_a_report(store: Store):
    publish(store, table(received=9))
    store.record_report(report_of(6, by="an"))
    (store.folder / "manifests" / "000006.json").unlink()
    (finding,) = store.verify()
    assert (finding.kind, finding.snapshots) == ("record", ("000006",))
    assert "báo cáo đã tải của lần công bố 000006" in finding.message


def test_a_backup_holds_the_records(store: Store, tmp_path: Path):
    store.record_report(report_of(2, by="an"))
    store.record_report(report_of(5))
    store.backup(tmp_path / "x.zip")
    restore_backup(tmp_path / "x.zip", tmp_path / "again")
    again = Store(tmp_path / "again")
    assert again.reports() == store.reports()
    assert again.prune(by="an", keep=1, dry_run=False).reported == ("000002",)


def test_a_record_s_draft_of_a_kill_is_cleared(store: Store):
    store.record_report(report_of(2, by="an"))
    (store.folder / "reports" / ".x.json.1.tmp").write_bytes(b"{")
    assert store.collect_garbage(older_than=timedelta(0))
    assert len(files(store)) == 1
