"""Whole numbers that add up: a year over its months, a share of a count, a stock's way.

Floats are only weights here, and made by the four operations alone, so that every machine and
every Python draws the same figures from a seed.
"""

import random
from collections.abc import Sequence
from datetime import date

from ttpv.core.periods import Period

_FINE = 1_000_000

# How busy a calendar month is beside an average one, and one with Tết in it or just before.
_SEASON = (1.0, 0.95, 1.12, 1.06, 1.04, 1.0, 1.05, 1.1, 1.0, 1.0, 1.0, 1.06)
_TET = {2023: 1, 2024: 2, 2025: 1}
_TET_FACTOR = 0.68


def make_chance(*names: object) -> random.Random:
    """A generator of its own for each figure, so that one more draw here changes none there."""
    return random.Random(":".join(map(str, names)))


def jitter(chance: random.Random, spread: float) -> float:
    """A factor around 1: 1 − spread … 1 + spread. Of Random only random() is fixed for ever."""
    return 1 + (2 * chance.random() - 1) * spread


def season(period: Period, peaks: Sequence[int] = ()) -> float:
    """How many average months of dossiers a period within one month brings; `peaks` are a
    department's own busy months."""
    month = period.start.month
    first = period.start.replace(day=1)
    length = (date(first.year + month // 12, month % 12 + 1, 1) - first).days
    tet = _TET_FACTOR if _TET.get(first.year) == month else 1.0
    return _SEASON[month - 1] * tet * (1.5 if month in peaks else 1.0) * period.days / length


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in whole parts by weight, of the largest remainders; equal parts where all are 0."""
    fine = [int(weight * _FINE) for weight in weights]
    if not any(fine):
        fine = [1] * len(fine)
    whole = sum(fine)
    parts = [total * weight // whole for weight in fine]
    rests = sorted(range(len(fine)), key=lambda i: (-(total * fine[i] % whole), i))
    for index in rests[: total - sum(parts)]:
        parts[index] += 1
    return parts


def apportion_within(total: int, wholes: Sequence[int], weights: Sequence[float]) -> list[int]:
    """The same, by whole × weight, with no part larger than its whole.

    Raises ValueError where the wholes together are smaller than `total`.
    """
    if total > sum(wholes):
        raise ValueError(f"{total} is more than {sum(wholes)}")
    parts = [0] * len(wholes)
    while rest := total - sum(parts):
        room = [whole - part for whole, part in zip(wholes, parts, strict=True)]
        shares = [w * r for w, r in zip(weights, room, strict=True)]
        if not any(int(share * _FINE) for share in shares):
            shares = [float(r) for r in room]
        more = apportion(rest, shares)
        parts = [part + min(extra, r) for part, extra, r in zip(parts, more, room, strict=True)]
    return parts


def share_of(whole: int, share: float) -> int:
    """`share` of a count, rounded half up, never less than 0 or more than the whole."""
    return max(0, min(whole, int(whole * share + 0.5)))


def walk_stock(
    opening: int, closing: int, received: Sequence[int], wishes: Sequence[float]
) -> list[int]:
    """Closing stocks period by period, near the `wishes`, that end with `closing` exactly.

    Nothing is resolved that was not there: each stock is at most the one before + received; and
    none is so small that `closing` could not be reached any more.
    """
    stocks = []
    stock = opening
    for index, (new, wish) in enumerate(zip(received, wishes, strict=True)):
        still_to_come = sum(received[index + 1 :])
        least = max(0, closing - still_to_come)
        stock = closing if index == len(received) - 1 else max(least, min(stock + new, int(wish)))
        stocks.append(stock)
    return stocks
