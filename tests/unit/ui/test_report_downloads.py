"""Taking a report away: nothing is handed out that is not recorded, and failures are sentences."""

from datetime import UTC, datetime

import pytest

from ttpv.monitor import open_timeline
from ttpv.reference import Reference
from ttpv.reporting import Order, ReportFailed, Sources
from ttpv.store import Store, reports
from ttpv.ui import report_downloads
from ttpv.ui.report_downloads import Tray, take_report

TODAY = datetime.now(UTC).date()


@pytest.fixture
def sources(example_store: Store, reference: Reference) -> Sources:
    timeline = open_timeline(example_store, reference, example_store.current())
    return Sources(example_store, timeline, TODAY)


def order(sources: Sources) -> Order:
    assert sources.timeline.snapshot is not None
    return Order("niem-yet", "pdf", sources.timeline.snapshot.periods[0])


@pytest.mark.parametrize("by", ["an", None])
def test_what_is_handed_out_is_recorded(example_store: Store, sources: Sources, by: str | None):
    tray = Tray(failure="of before")
    content = take_report(sources, order(sources), by, tray)
    assert content.startswith(b"%PDF")
    (record,) = example_store.reports()
    assert (record.made_by, record.size, record.id) == (by, len(content), "000001")
    assert (tray.ended, tray.failure) == (1, "")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ReportFailed("Mẫu bị hỏng."), "Chưa tạo được báo cáo. Mẫu bị hỏng."),
        (ZeroDivisionError("secret"), "lỗi ngoài dự kiến"),
    ],
)
def test_why_there_is_none(
    example_store: Store,
    sources: Sources,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    words: str,
):
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(report_downloads, "make_report", fail)
    tray = Tray()
    with pytest.raises(type(error)):
        take_report(sources, order(sources), "an", tray)
    assert words in tray.failure
    assert "secret" not in tray.failure
    assert (tray.ended, example_store.reports()) == (1, [])


def test_without_its_record_there_is_no_report(example_store: Store, sources: Sources):
    (example_store.folder / "reports").write_bytes(b"")
    tray = Tray()
    with pytest.raises(OSError, match="reports"):
        take_report(sources, order(sources), "an", tray)
    assert "Không ghi được lượt tải vào kho" in tray.failure


def test_readers_without_end_are_told(
    example_store: Store, sources: Sources, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reports, "MOST_OF_READERS", 0)
    tray = Tray()
    with pytest.raises(Exception, match="quá nhiều"):
        take_report(sources, order(sources), None, tray)
    assert "hãy thử lại ngày mai" in tray.failure
