"""Where everything lies in a store's folder, and what its names look like."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ttpv.store.errors import StoreError
from ttpv.store.manifest import Entry, Manifest, snapshot_id

DEFAULT_FOLDER = Path(__file__).parents[2] / "data" / "store"

TABLE_NAME = re.compile(r"\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d_[^/\\\0]+_[0-9a-f]{16,64}\.parquet")
"""Tables and extras: period, form, role, and digits of their hash. Never a path."""

SOURCE_NAME = re.compile(r"[0-9a-f]{64}")
NUMBER_NAME = re.compile(r"(\d{6}|[1-9]\d{6,})\.json", re.ASCII)
RECORD_NAME = re.compile(r"[0-9a-f]{32}\.json")
REPORT_NAME = re.compile(r"\d{8}-[0-9a-f]{32}\.json", re.ASCII)
"""The day, and what tells it from others of the day."""


def store_folder() -> Path:
    """Where the figures lie: TTPV_DATA_DIR, or data/store beside the program."""
    return Path(os.environ.get("TTPV_DATA_DIR") or DEFAULT_FOLDER)


@dataclass(frozen=True, slots=True)
class Folders:
    """The places of one store.

    FORMAT                 the format's number
    SIMULATED              is there where no figure in the store is real
    manifests/000012.json  one whole published state each; the highest number is the current one
    tables/….parquet       figures of one (period, form), and what belongs to them; never changed
    sources/<sha256>       the files as they were uploaded
    references/<sha256>    the reference data of states, and registers that people edited
    staging/               drafts of what may be published; cleared when old
    pins/000012.json       published states that `prune` must leave
    pruned/….json          what `prune` removed, by whom and when
    reports/20231225-….json  reports that people took away, by whom, when and of which state
    """

    root: Path

    @property
    def format(self) -> Path:
        return self.root / "FORMAT"

    @property
    def simulated(self) -> Path:
        return self.root / "SIMULATED"

    @property
    def manifests(self) -> Path:
        return self.root / "manifests"

    @property
    def tables(self) -> Path:
        return self.root / "tables"

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def references(self) -> Path:
        return self.root / "references"

    @property
    def staging(self) -> Path:
        return self.root / "staging"

    @property
    def pins(self) -> Path:
        return self.root / "pins"

    @property
    def pruned(self) -> Path:
        return self.root / "pruned"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    def manifest(self, number: int) -> Path:
        return self.manifests / f"{snapshot_id(number)}.json"

    def pin(self, number: int) -> Path:
        return self.pins / f"{snapshot_id(number)}.json"

    def short(self, path: Path) -> str:
        """A path as findings and backups write it: "tables/x.parquet"."""
        return path.relative_to(self.root).as_posix()

    def files_of(self, entry: Entry) -> Iterator[Path]:
        """The files that an entry needs: its table, its extras, its source if it was kept."""
        yield self.tables / entry.file
        yield from (self.tables / name for name in entry.extras.values())
        if entry.source.kept:
            yield self.sources / entry.source.sha256

    def references_of(self, manifest: Manifest) -> Iterator[Path]:
        """The texts of reference data that a state needs."""
        yield from (self.references / digest for digest in manifest.references)


def require_store(folder: Path) -> None:
    """Raises StoreError where no store is at `folder`: absent, empty, or a folder of other things.

    A mistyped TTPV_DATA_DIR must not pass for a store in which all is well.
    """
    folders = Folders(folder)
    if folders.format.exists() or list_numbers(folders.manifests):
        return
    why = "thư mục không có dữ liệu của kho" if folder.is_dir() else "chưa có thư mục này"
    raise StoreError(
        f"Không có kho số liệu ở {folder} ({why}). Hãy kiểm tra TTPV_DATA_DIR, hoặc nhập tệp đầu "
        "tiên để lập kho: python -m ttpv import TỆP.xlsx"
    )


def list_names(folder: Path, pattern: re.Pattern[str]) -> list[str]:
    """The names in a folder that fit whole, sorted; none where the folder is absent."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if pattern.fullmatch(path.name))


def list_numbers(folder: Path) -> list[int]:
    """The numbers that name files there (000012.json), ascending."""
    numbers = (int(name[: -len(".json")]) for name in list_names(folder, NUMBER_NAME))
    return sorted(set(numbers))
