"""The published figures: immutable Parquet files under numbered manifests.

The only room that writes data; beside the reading of dossier lists the only one that knows DuckDB.
"""

from ttpv.store.aliases import TaughtName, alias_key
from ttpv.store.backup import Backup, restore_backup
from ttpv.store.errors import NotCertain, SnapshotNotFound, StateChanged, StoreError, explain
from ttpv.store.export import ExportedTable, ExportFormat
from ttpv.store.files import new_file
from ttpv.store.folders import require_store, store_folder
from ttpv.store.garbage import SAFE_AGE
from ttpv.store.history import parse_as_of
from ttpv.store.manifest import (
    Alias,
    AliasChange,
    Change,
    Draft,
    Entry,
    ExtraRole,
    Manifest,
    RegisterChange,
    Source,
)
from ttpv.store.prune import Pruning
from ttpv.store.publish import Publication
from ttpv.store.records import Pin, PrunedSnapshot, PruneRecord
from ttpv.store.reports import ReportRecord
from ttpv.store.store import Store
from ttpv.store.upkeep import verify_folder
from ttpv.store.verify import Finding, join_ids

__all__ = [
    "SAFE_AGE",
    "Alias",
    "AliasChange",
    "Backup",
    "Change",
    "Draft",
    "Entry",
    "ExportFormat",
    "ExportedTable",
    "ExtraRole",
    "Finding",
    "Manifest",
    "NotCertain",
    "Pin",
    "PruneRecord",
    "PrunedSnapshot",
    "Pruning",
    "Publication",
    "RegisterChange",
    "ReportRecord",
    "SnapshotNotFound",
    "Source",
    "StateChanged",
    "Store",
    "StoreError",
    "TaughtName",
    "alias_key",
    "explain",
    "join_ids",
    "new_file",
    "parse_as_of",
    "require_store",
    "restore_backup",
    "store_folder",
    "verify_folder",
]
