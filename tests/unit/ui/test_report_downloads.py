"""Taking a report away: nothing is handed out that is not recorded, and failures are sentences."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier, Event

import pytest

from ttpv.monitor import open_timeline
from ttpv.reference import Reference
from ttpv.reporting import Order, ReportFailed, Sources, making
from ttpv.reports.pdf import NoPdf
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


def letter(sources: Sources) -> Order:
    return replace(order(sources), kind="don-doc", departments=("so-y-te",))


def test_a_pdf_that_libreoffice_does_not_make_is_a_sentence(
    sources: Sources, monkeypatch: pytest.MonkeyPatch
):
    def fail(document: bytes) -> bytes:
        raise NoPdf("LibreOffice chưa chuyển xong.")

    monkeypatch.setattr(making, "convert_to_pdf", fail)
    for _ in range(making.MOST_WAITING + 1):  # each lets go of its turn
        tray = Tray()
        with pytest.raises(ReportFailed):
            take_report(sources, letter(sources), "an", tray)
        assert tray.failure == "Chưa tạo được báo cáo. LibreOffice chưa chuyển xong."


def test_whoever_clicks_without_end_is_told_to_wait(
    sources: Sources, example_store: Store, monkeypatch: pytest.MonkeyPatch
):
    begun, end = Barrier(making.MOST_WAITING + 1), Event()

    def wait(document: bytes) -> bytes:
        begun.wait(30)
        end.wait(30)
        return b"%PDF"

    monkeypatch.setattr(making, "convert_to_pdf", wait)
    with ThreadPoolExecutor(making.MOST_WAITING) as pool:
        made = [
            pool.submit(take_report, sources, letter(sources), "an", Tray())
            for _ in range(making.MOST_WAITING)
        ]
        begun.wait(30)
        tray = Tray()
        with pytest.raises(ReportFailed, match="nhiều văn bản khác"):
            take_report(sources, letter(sources), "an", tray)
        end.set()
        assert [one.result(30) for one in made] == [b"%PDF"] * making.MOST_WAITING
    assert len(example_store.reports()) == making.MOST_WAITING
