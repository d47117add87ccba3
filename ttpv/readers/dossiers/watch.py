"""How far the reading of a list is, and its stopping between two batches."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ttpv.readers.dossiers.raw import Done


class Cancelled(Exception):
    """The person does not want it any more; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is. `total` and `seconds_left` are None until they can be said."""

    done: int
    total: int | None
    unit: Literal["bytes", "rows"]
    seconds_left: float | None


class Watch:
    """Tells how far the reading is, and stops it."""

    def __init__(
        self,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._start = time.monotonic()

    def look(self, done: Done) -> None:
        """Between two batches. Raises Cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            left = None
            if done.done and done.total:
                passed = time.monotonic() - self._start
                left = passed * (done.total - done.done) / done.done
            self._progress(Progress(done.done, done.total, done.unit, left))
