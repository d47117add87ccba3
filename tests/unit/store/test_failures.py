"""A disk that fails: what is said of it, and what is then there."""

import errno
import os
from pathlib import Path

import pytest

from tests.unit.store.test_store import publish, table
from ttpv.store import NotCertain, Store, StoreError, disk, explain
from ttpv.views.failures import describe_failure


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ổ đĩa đã hết chỗ (No space left on device: /kho)"),
        (errno.EACCES, "không có quyền đọc hoặc ghi ở đó (Permission denied: /kho)"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc (Read-only file system: /kho)"),
        (errno.ESTALE, "mất kết nối tới ổ đĩa mạng (Stale file handle: /kho)"),
        (errno.ELOOP, "hệ thống báo lỗi (Too many levels of symbolic links: /kho)"),
    ],
)
def test_reasons_are_vietnamese(number: int, words: str):
    error = OSError(number, os.strerror(number), "/kho")
    assert explain(error) == words
    said = describe_failure(error)
    assert said.startswith(f"Không ghi được vào kho số liệu: {words}. Chưa có gì thay đổi")
    assert describe_failure(StoreError("Kho hỏng.")) == "Kho hỏng. Chưa có gì thay đổi."


def fail(monkeypatch: pytest.MonkeyPatch, call: str, at: Path) -> None:
    """The disk is full at that call, once it concerns `at`."""
    real = getattr(disk, call)

    def failing(*arguments: Path) -> object:
        if arguments[-1] == at:
            raise OSError(errno.EIO, "Input/output error", str(at))
        return real(*arguments)

    monkeypatch.setattr(disk, call, failing)


def test_a_state_that_has_its_number_is_not_said_to_be_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store = Store(tmp_path / "store")
    publish(store, table(received=1))
    real, linked = disk.link, []

    def link_then_break(source: Path, target: Path) -> None:
        real(source, target)
        if target.name == "000002.json":
            linked.append(target)
            fail(monkeypatch, "sync_folder", target.parent)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "link", link_then_break)
        with pytest.raises(NotCertain) as raised:
            publish(store, table(received=2))
    assert linked
    said = describe_failure(raised.value)
    assert "Lần công bố 000002 đã được ghi, nhưng chưa chắc" in said
    assert "Chưa có gì thay đổi" not in said
    monkeypatch.undo()
    assert Store(store.folder).current().id == "000002"
    assert not publish(store, table(received=2)).changed  # again: made durable, no new state


def test_a_failure_before_the_number_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    store = Store(tmp_path / "store")
    publish(store, table(received=1))
    fail(monkeypatch, "link", store.folder / "manifests" / "000002.json")
    with pytest.raises(OSError, match="Input/output") as raised:
        publish(store, table(received=2))
    assert not isinstance(raised.value, StoreError)
    assert "Chưa có gì thay đổi" in describe_failure(raised.value)
    assert store.numbers() == [1]
