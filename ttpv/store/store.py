"""Publishing and opening snapshots (store format 1).

FORMAT                the format's number
manifests/000012.json one whole published state each; the highest number is the current one
tables/….parquet      the figures of one (period, form), named by their content, never changed
"""

import glob
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from ttpv.core.tables import CountsTable
from ttpv.database import run_query
from ttpv.store.files import make_folder, write_new, write_once
from ttpv.store.manifest import FORMAT, READABLE, Alias, Change, Draft, Entry, ExtraRole, Manifest
from ttpv.store.tables import READ_TABLE, build_table, hash_content, write_table

DEFAULT_FOLDER = Path(__file__).parents[2] / "data" / "store"

_MANIFEST = re.compile(r"(\d{6,})\.json")


def store_folder() -> Path:
    """Where the figures lie: TTPV_DATA_DIR, or data/store beside the program."""
    return Path(os.environ.get("TTPV_DATA_DIR") or DEFAULT_FOLDER)


class StoreError(Exception):
    """The store cannot be used; the message is for people."""


class StateChanged(Exception):
    """Somebody published in between; nothing was written."""

    def __init__(self, current: Manifest | None) -> None:
        super().__init__(f"current snapshot is {current.id if current else None}")
        self.current = current


@dataclass(frozen=True, slots=True)
class Publication:
    """The state after `publish`, and whether it is a new one."""

    snapshot: Manifest
    changed: bool


class Store:
    """One folder of published figures. Any number of processes may read while one writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._manifests = folder / "manifests"
        self._tables = folder / "tables"
        self._opened: dict[int, Manifest] = {}
        self._check_format()

    def _check_format(self) -> None:
        path = self.folder / "FORMAT"
        if path.exists() and (found := path.read_text(errors="replace").strip()) not in map(
            str, READABLE
        ):
            raise StoreError(
                f"Kho số liệu ở {self.folder} có định dạng {found}, "
                f"còn chương trình này chỉ đọc được định dạng {FORMAT}. Hãy dùng đúng phiên bản."
            )

    def numbers(self) -> list[int]:
        """The numbers of all published states, oldest first."""
        if not self._manifests.is_dir():
            return []
        names = (path.name for path in self._manifests.iterdir())
        return sorted(int(found[1]) for name in names if (found := _MANIFEST.fullmatch(name)))

    def current(self) -> Manifest | None:
        """The newest published state; None in an empty store."""
        numbers = self.numbers()
        return self._open_number(numbers[-1]) if numbers else None

    def history(self) -> list[Manifest]:
        """Every published state, newest first."""
        return [self._open_number(number) for number in reversed(self.numbers())]

    def open_snapshot(self, snapshot: str) -> Manifest:
        """The state with that id. Raises KeyError where there is none."""
        if not snapshot.isdecimal() or int(snapshot) not in self.numbers():
            raise KeyError(snapshot)
        return self._open_number(int(snapshot))

    def _open_number(self, number: int) -> Manifest:
        if number not in self._opened:
            self._opened[number] = _read_manifest(self._manifests / f"{number:06d}.json")
        return self._opened[number]

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
        tables = glob.escape(str(self._tables.absolute()))
        names = [entry.extras[extra] if extra else entry.file for entry in entries]
        files = [f"{tables}{os.sep}{name}" for name in names]
        try:
            return run_query(sql, {"files": files, **(values or {})})
        except (duckdb.BinderException, duckdb.ParserException, duckdb.CatalogException):
            raise  # the statement is wrong, not the store
        except duckdb.Error as error:
            raise StoreError(
                f"Không đọc được tệp số liệu trong {self._tables}; tệp có thể đã bị xóa hoặc hỏng "
                f"({error}). Hãy khôi phục thư mục này từ bản sao lưu."
            ) from error

    def read_table(self, entry: Entry) -> CountsTable:
        """The figures of a published (period, form). Raises StoreError where they are damaged."""
        return build_table(entry, self.query(READ_TABLE, [entry]))

    def is_published(self, table: CountsTable) -> bool:
        """Whether exactly these figures are what is published for their period and form."""
        current = self.current()
        entry = current.entry_of(table.period, table.form) if current else None
        return entry is not None and entry.content == hash_content(table)

    def publish(
        self,
        drafts: Sequence[Draft],
        *,
        by: str,
        expect: str | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> Publication:
        """Publishes all drafts in one new state, or nothing.

        Each replaces its (period, form) and leaves the rest; drafts whose figures are published
        already are no change. `expect` is the id of the state that the caller has seen ("" for an
        empty store): raises StateChanged, with nothing written, when another is current.
        `aliases` (name → department) that are not known yet are learned in the same state.
        """
        if not drafts:
            raise ValueError("nothing to publish")
        while True:
            current = self.current()
            if expect is not None and expect != (current.id if current else ""):
                raise StateChanged(current)
            fresh = self._fresh_entries(drafts, current, by)
            learned = _fresh_aliases(aliases or {}, current, by)
            if not fresh and not learned and current:
                return Publication(current, changed=False)
            manifest = _next_manifest(current, fresh, by, learned)
            make_folder(self._manifests)
            if not (self.folder / "FORMAT").exists():
                write_once(self.folder / "FORMAT", f"{FORMAT}\n".encode())
            path = self._manifests / f"{manifest.number:06d}.json"
            try:
                write_new(path, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
            except FileExistsError:
                continue  # somebody took the number: look again at what is current
            return Publication(manifest, changed=True)

    def _fresh_entries(
        self, drafts: Sequence[Draft], current: Manifest | None, by: str
    ) -> list[Entry]:
        """Writes the tables that are not published yet and returns their entries."""
        fresh = []
        for draft in drafts:
            table, content = draft.table, hash_content(draft.table)
            name = f"{table.period}_{table.form}_{content[:16]}.parquet"
            make_folder(self._tables)
            write_once(self._tables / name, write_table(table))  # makes a lost file good, too
            known = current.entry_of(table.period, table.form) if current else None
            if known is not None and known.content == content:
                continue
            fresh.append(
                Entry(
                    start=table.period.start,
                    stop=table.period.stop,
                    form=table.form,
                    fields=table.fields,
                    departments=len(table.rows),
                    content=content,
                    file=name,
                    source=draft.source,
                    issues=draft.issues,
                    published_at=datetime.now(UTC),
                    published_by=by,
                )
            )
        return fresh


def _read_manifest(path: Path) -> Manifest:
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"Lần công bố {path} bị hỏng: {error}.") from error
    if manifest.format not in READABLE or f"{manifest.id}.json" != path.name:
        raise StoreError(f"Lần công bố {path} bị hỏng: tệp ghi một lần công bố khác.")
    return manifest


def _fresh_aliases(
    aliases: Mapping[str, str], current: Manifest | None, by: str
) -> tuple[Alias, ...]:
    known = {(alias.name, alias.department) for alias in (current.aliases if current else ())}
    return tuple(
        Alias(name=name, department=department, added_at=datetime.now(UTC), added_by=by)
        for name, department in aliases.items()
        if (name, department) not in known
    )


def _next_manifest(
    current: Manifest | None, fresh: list[Entry], by: str, learned: tuple[Alias, ...] = ()
) -> Manifest:
    kept = {entry.key: entry for entry in (current.entries if current else ())}
    changes = tuple(
        Change(
            start=entry.start,
            stop=entry.stop,
            form=entry.form,
            change="replaced" if entry.key in kept else "added",
        )
        for entry in fresh
    )
    kept.update({entry.key: entry for entry in fresh})
    return Manifest(
        format=FORMAT,
        number=current.number + 1 if current else 1,
        published_at=datetime.now(UTC),
        published_by=by,
        changes=changes,
        entries=tuple(kept[key] for key in sorted(kept)),
        aliases=(*(current.aliases if current else ()), *learned),
    )
