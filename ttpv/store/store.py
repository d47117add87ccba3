"""A store as the rest of the program sees it: open, publish, restore; looked after in `upkeep.py`.

What each does lies in the module of its name; who waits for whom, in `lock.py`. Nothing here or
there is ever changed in place: a state is a manifest, the next one is another.
"""

import glob
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.database import run_query
from ttpv.reference import ReferenceFiles, read_reference_files
from ttpv.store.aliases import TaughtName, propose_alias, propose_without_alias
from ttpv.store.errors import StateChanged, StoreError
from ttpv.store.files import make_folder, write_once
from ttpv.store.folders import Folders, store_folder
from ttpv.store.history import History
from ttpv.store.lock import publishing
from ttpv.store.manifest import FORMAT, READABLE, Draft, Entry, ExtraRole, Manifest
from ttpv.store.proposal import Build
from ttpv.store.publish import (
    Publication,
    advance,
    found_store,
    is_same,
    make_entry,
    propose_drafts,
)
from ttpv.store.registers import propose_register, read_text
from ttpv.store.restore import propose_restored
from ttpv.store.tables import READ_TABLE, build_table, hash_content
from ttpv.store.upkeep import Upkeep
from ttpv.store.withdraw import propose_withdrawn

__all__ = ["Publication", "StateChanged", "Store", "StoreError", "store_folder"]

NO_TEXTS: Mapping[str, str] = {}
_SIMULATED = "Mọi số liệu trong kho này là mô phỏng, không có thật.\n".encode()


class Store(Upkeep):
    """One folder of published figures. Any number of processes may read while others write."""

    def __init__(self, folder: Path, shipped: ReferenceFiles | None = None) -> None:
        """`shipped` are the installed reference files, where they are not data/reference."""
        self.folder = folder
        self._shipped = shipped
        self._folders = Folders(folder)
        self._history = History(self._folders)
        self._check_format()

    def _check_format(self) -> None:
        path = self._folders.format
        if path.exists() and (found := path.read_text(errors="replace").strip()) not in map(
            str, READABLE
        ):
            raise StoreError(
                f"Kho số liệu ở {self.folder} có định dạng {found}, "
                f"còn chương trình này chỉ đọc được định dạng {FORMAT}. Hãy dùng đúng phiên bản."
            )

    # Looking

    @property
    def is_simulated(self) -> bool:
        """Whether the store says of itself that none of its figures is real."""
        return self._folders.simulated.exists()

    def numbers(self) -> list[int]:
        """The numbers of all published states, oldest first."""
        return self._history.numbers()

    def current(self) -> Manifest | None:
        """The newest published state; None in an empty store."""
        return self._history.current()

    def history(self) -> list[Manifest]:
        """Every published state, newest first."""
        return self._history.all()

    def open_snapshot(self, snapshot: str) -> Manifest:
        """The state with that id. Raises SnapshotNotFound (a KeyError) where there is none."""
        return self._history.open_snapshot(snapshot)

    def as_of(self, text: str) -> Manifest:
        """The state with that id, or the last one published by the end of that day (local time).

        Raises SnapshotNotFound, with a sentence.
        """
        return self._history.as_of(text)

    def query(
        self,
        sql: str,
        entries: Sequence[Entry],
        values: dict[str, Any] | None = None,
        *,
        extra: ExtraRole | None = None,
    ) -> list[dict[str, Any]]:
        """Runs `sql` with $files bound to the explicit list of the entries' Parquet files, or of
        one of the `extra` files that dossier lists bring.

        Raises StoreError where one of them is gone or damaged.
        """
        # DuckDB takes * ? [ in a folder's name for a pattern, and reads what matches beside it.
        tables = glob.escape(str(self._folders.tables.absolute()))
        names = [entry.extras[extra] if extra else entry.file for entry in entries]
        files = [f"{tables}{os.sep}{name}" for name in names]
        try:
            return run_query(sql, {"files": files, **(values or {})})
        except (duckdb.BinderException, duckdb.ParserException, duckdb.CatalogException):
            raise  # the statement is wrong, not the store
        except duckdb.Error as error:
            raise StoreError(
                f"Không đọc được tệp số liệu trong {self._folders.tables}; tệp có thể đã bị xóa "
                f"hoặc hỏng ({str(error).splitlines()[0]}). "
                "Hãy khôi phục thư mục này từ bản sao lưu."
            ) from error

    def read_table(self, entry: Entry) -> CountsTable:
        """The figures of a published (period, form). Raises StoreError where they are damaged."""
        return build_table(entry, self.query(READ_TABLE, [entry]))

    @property
    def shipped(self) -> ReferenceFiles:
        """The installed reference files, read once: what this program computes with must be what
        its publications name."""
        if self._shipped is None:
            self._shipped = read_reference_files()
        return self._shipped

    def read_reference_text(self, digest: str) -> str:
        """A kept text (`Manifest.references`). Raises StoreError where it is gone or damaged."""
        return read_text(self._folders, digest)

    def is_published(self, table: CountsTable) -> bool:
        """Whether exactly these figures are what is published for their period and form."""
        current = self.current()
        entry = current.entry_of(table.period, table.form) if current else None
        return entry is not None and entry.content == hash_content(table)

    def holds(self, draft: Draft) -> bool:
        """Whether publishing the draft would change nothing: its figures, and its extras."""
        current = self.current()
        entry = current.entry_of(draft.table.period, draft.table.form) if current else None
        return entry is not None and is_same(entry, make_entry(draft, ""))

    def staging(self) -> Path:
        """The folder for files that belong to a draft; what is never published is cleared there."""
        make_folder(self._folders.staging)
        return self._folders.staging

    def mark_simulated(self) -> None:
        """Says for ever, in backups too, that no figure in here is real.

        Raises ValueError where something is published: it was published as real.
        """
        if self.numbers():
            raise ValueError("only an empty store can be marked")
        found_store(self._folders)
        write_once(self._folders.simulated, _SIMULATED)

    # Publishing: each makes a new state, or none where nothing would change

    def publish(
        self,
        drafts: Sequence[Draft],
        *,
        by: str,
        expect: str | None = None,
        aliases: Sequence[TaughtName] = (),
        registers: Mapping[str, str] = NO_TEXTS,
    ) -> Publication:
        """Publishes all drafts in one new state, or nothing.

        Each replaces its (period, form) and leaves the rest; drafts whose figures are published
        already are no change. Contents are kept as they are, extras become the store's (the staged
        files stay as well, and are cleared with time). `expect` is the id of the state that the
        caller has seen ("" for an empty store): raises StateChanged, with nothing published, when
        another is current. `aliases` are learned in the same state, and `registers` (file → text)
        take the place of those reference files; raises as `set_register` where they do not fit.
        """
        if not drafts and not registers:
            raise ValueError("nothing to publish")
        if unknown := sorted(registers.keys() - self.shipped.texts.keys()):
            raise KeyError(f"no reference file: {unknown}")
        build = propose_drafts(self._folders, drafts, by, aliases, registers)
        return self._advance(build, by, expect)

    def restore(
        self, snapshot: str, *, by: str, period: Period | None = None, expect: str | None = None
    ) -> Publication:
        """Brings back all that state `snapshot` had published, or only `period` of it.

        All of it means aliases and registers, too.

        Raises SnapshotNotFound, StateChanged as `publish` does, and StoreError where files of that
        state are damaged or the period is in neither state.
        """
        self.open_snapshot(snapshot)  # where there is none, nothing is made
        build = propose_restored(self._folders, self._history, snapshot, period)
        return self._advance(build, by, expect)

    def withdraw(
        self, period: Period, form: str, *, by: str, reason: str = "", expect: str | None = None
    ) -> Publication:
        """Takes one form of one period out of what is published; a restore brings it back.

        Raises StateChanged as `publish` does, and StoreError where it is not published.
        """
        if self.current() is None:
            raise StoreError("Kho chưa có lần công bố nào, nên chưa có gì để rút.")
        return self._advance(propose_withdrawn(period, form, reason), by, expect)

    def add_alias(
        self,
        name: str,
        department: str,
        *,
        by: str,
        rivals: Collection[str] | None = None,
        expect: str | None = None,
    ) -> Publication:
        """From now on `name` means the department with that id, which the caller has looked up.

        Names that read alike are no longer its `rivals`' (`TaughtName`); the same again is no
        change. Raises StateChanged as `publish` does.
        """
        taught = TaughtName(name, department, rivals)
        return self._advance(propose_alias(taught, by), by, expect)

    def remove_alias(
        self, name: str, *, by: str, department: str | None = None, expect: str | None = None
    ) -> Publication:
        """Forgets the name, or that it is the one department's; no change where it is not known.

        Raises StoreError in an empty store, and StateChanged as `publish` does.
        """
        if self.current() is None:
            raise StoreError("Kho chưa có lần công bố nào, nên chưa có tên gọi nào để bỏ.")
        return self._advance(propose_without_alias(name, department), by, expect)

    def set_register(
        self, file: str, text: str | None, *, by: str, expect: str | None = None
    ) -> Publication:
        """From now on `text` is the reference file of that name (None: the shipped one again).

        Raises StoreError where it does not fit the other reference files, StateChanged as `publish`
        does, and KeyError where no such file is shipped. The same text again is no change.
        """
        return self._advance(propose_register(self.shipped, file, text), by, expect)

    def _advance(self, build: Build, by: str, expect: str | None) -> Publication:
        found_store(self._folders)
        with publishing(self.folder):
            return advance(self._folders, self._history, build, self.shipped, by=by, expect=expect)
