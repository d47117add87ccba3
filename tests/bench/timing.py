"""Repeated measurements in milliseconds, and what they come to."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the result. `limit` is the aim for `judged` (median, or a ratio of medians)."""

    name: str
    times: tuple[float, ...]
    judged: float | None = None
    unit: str = "ms"
    limit: float | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return find_percentile(self.times, 95)

    @property
    def is_met(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        if self.limit is None:
            return None
        return (self.median if self.judged is None else self.judged) <= self.limit


def find_percentile(times: Sequence[float], percent: int) -> float:
    """The smallest time that `percent` of all do not exceed (nearest rank)."""
    rank = -(-len(times) * percent // 100)
    return sorted(times)[rank - 1]


def repeat(work: Callable[[], object], times: int, warm_up: int = 0) -> tuple[float, ...]:
    """How long `work` takes, each time, after `warm_up` times that do not count."""
    for _ in range(warm_up):
        work()
    return tuple(_time(work) for _ in range(times))


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
