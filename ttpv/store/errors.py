"""What a store refuses, said to people, and what it tells those who publish at once."""

from ttpv.store.manifest import Manifest


class StoreError(Exception):
    """The store cannot be used, or not like this; the message is for people."""


class SnapshotNotFound(StoreError, KeyError):
    """No published state has that number or that date; the message is for people."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show its quotes


class StateChanged(Exception):
    """Somebody published in between; nothing was written."""

    def __init__(self, current: Manifest | None) -> None:
        super().__init__(f"current snapshot is {current.id if current else None}")
        self.current = current
