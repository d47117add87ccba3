"""Looking after a store: verify, pins, prune, garbage, backups, exports, and the reports that were
taken away; each in its module.

Who waits for whom, in `lock.py`.
"""

from datetime import date, timedelta
from pathlib import Path

from ttpv.store.backup import Backup, write_backup
from ttpv.store.errors import StoreError
from ttpv.store.export import ExportedTable, ExportFormat, export_snapshot
from ttpv.store.folders import Folders
from ttpv.store.garbage import clear_garbage
from ttpv.store.history import History
from ttpv.store.lock import Busy, clearing, publishing
from ttpv.store.manifest import Manifest
from ttpv.store.prune import Pruning, carry_out, plan_pruning, remove_pin, write_pin
from ttpv.store.records import Pin, PruneRecord, read_pins, read_prunings
from ttpv.store.reports import ReportRecord, read_reports, write_report
from ttpv.store.verify import Finding, verify_store


class Upkeep:
    """What a `Store` can do beside publishing; needs its folder, and its history."""

    folder: Path
    _folders: Folders
    _history: History

    def verify(self) -> tuple[Finding, ...]:
        """Re-reads and re-hashes everything that is published; what is damaged."""
        return verify_folder(self.folder)

    def pin(self, snapshot: str, *, by: str, why: str = "") -> Pin:
        """Keeps `prune` from removing that state. Raises SnapshotNotFound."""
        number = self._history.open_snapshot(snapshot).number
        with publishing(self.folder):
            return write_pin(self._folders, number, by, why)

    def unpin(self, snapshot: str) -> bool:
        """Whether it was pinned. Raises SnapshotNotFound."""
        number = self._history.open_snapshot(snapshot).number
        with publishing(self.folder):
            return remove_pin(self._folders, number)

    def pins(self) -> list[Pin]:
        return read_pins(self._folders)

    def prunings(self) -> list[PruneRecord]:
        """What was pruned so far, by whom and when."""
        return read_prunings(self._folders)

    def prune(
        self,
        *,
        by: str,
        keep: int | None = None,
        before: date | None = None,
        dry_run: bool = True,
    ) -> Pruning:
        """Removes states beyond the newest `keep` and published before the day `before`.

        Never the current one, a pinned one, or one of which a report was taken away; then what no
        state needs any more. By default only
        says what it would remove. Raises ValueError without `keep` and `before`.
        """
        if not self.folder.is_dir():
            return plan_pruning(self._folders, keep=keep, before=before)
        with publishing(self.folder) if dry_run else clearing(self.folder):
            plan = plan_pruning(self._folders, keep=keep, before=before)
            return plan if dry_run else carry_out(self._folders, plan, by)

    def record_report(self, record: ReportRecord) -> None:
        """Notes that somebody took away a report; its state stays from now on.

        Raises SnapshotNotFound where that is gone, and StoreError where those without a name have
        taken too many today.
        """
        with publishing(self.folder):
            write_report(self._folders, record)

    def reports(self, most: int | None = None) -> list[ReportRecord]:
        """The reports that were taken away, newest first. Raises StoreError."""
        return read_reports(self._folders, most)

    def collect_garbage(self, *, older_than: timedelta) -> tuple[str, ...]:
        """Clears what kills and forgotten previews left; the paths. Waits for nobody."""
        if not self.folder.is_dir():
            return ()
        try:
            with clearing(self.folder, wait=False):
                return clear_garbage(self._folders, self._history, older_than)
        except Busy:
            return ()  # garbage keeps; there is another time

    def backup(self, file: Path) -> Backup:
        """Copies the whole store, as it is now, into one new .zip. Raises StoreError."""
        if not self.folder.is_dir():
            return write_backup(self._folders, self._history, file)  # says that it is empty
        with publishing(self.folder):
            return write_backup(self._folders, self._history, file)

    def export(
        self, directory: Path, format_: ExportFormat
    ) -> tuple[Manifest, tuple[ExportedTable, ...]]:
        """Writes the current state for other engines into a new folder. Raises StoreError."""
        current = self._history.current()
        if current is None:
            raise StoreError("Kho chưa có lần công bố nào, chưa có gì để xuất.")
        with publishing(self.folder):
            return current, export_snapshot(self._folders, current, directory, format_)


def verify_folder(folder: Path) -> tuple[Finding, ...]:
    """`Store.verify` for a folder that may not even open as a store."""
    if not folder.is_dir():
        return ()
    with publishing(folder):  # nobody prunes what is being read
        return verify_store(Folders(folder))
