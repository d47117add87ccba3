"""The published figures: immutable Parquet files under numbered manifests.

The only room that writes data, and the only one that connects to DuckDB.
"""

from ttpv.store.manifest import Draft, Entry, Manifest, Source
from ttpv.store.store import Publication, StateChanged, Store, StoreError, store_folder

__all__ = [
    "Draft",
    "Entry",
    "Manifest",
    "Publication",
    "Source",
    "StateChanged",
    "Store",
    "StoreError",
    "store_folder",
]
