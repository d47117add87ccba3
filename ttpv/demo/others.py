"""Invented other figures of the example: questions, e-mails, calls, signatures and the index 766.

2023 adds up to what the report says; where that says "hơn 110" the months add up to a little more.
"""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate

from ttpv.core.periods import Period
from ttpv.reference import Entered, IndexEntry, OtherDefinitions, OtherEntry, PeriodEntry

SOURCE = "Mô phỏng"
# The report of 2023: 227 received, 188 answered, 19 cancelled; hơn 110, hơn 1.200, hơn 359.
_YEAR = {"questions_answered": 188, "questions_cancelled": 19, "emails": 113, "calls": 1_208}
_OPEN = 20
# Counted from that day on, as the report does; from 2024 by months.
_SIGNATURES, _SIGNED_SINCE = 361, date(2023, 8, 15)
_YEAR_LENGTH = 12
_INDEX_2023 = Decimal("90.18")
_GROUP_SHARES = {
    "publicity": Decimal("0.96"),
    "progress": Decimal("0.98"),
    "online_service": Decimal("0.80"),
    "online_payment": Decimal("0.72"),
    "digitisation": Decimal("0.83"),
    "satisfaction": Decimal("0.99"),
}
_CENT = Decimal("0.01")


def make_others(
    periods: Sequence[Period], definitions: OtherDefinitions, seed: int
) -> Mapping[Period, tuple[OtherEntry, ...]]:
    """An entry and an index a period; the first twelve are 2023 up to the day of the report."""
    year, later = periods[:_YEAR_LENGTH], periods[_YEAR_LENGTH:]
    chance = random.Random(f"{seed}/others")
    shares = {name: _share(total, len(year), chance) for name, total in _YEAR.items()}
    opened = _share(_OPEN, len(year), chance)
    signing = [period for period in year if period.last >= _SIGNED_SINCE]
    signed = dict(zip(signing, accumulate(_share(_SIGNATURES, len(signing), chance)), strict=True))
    made: dict[Period, tuple[OtherEntry, ...]] = {}
    for at, period in enumerate(year):
        figures = {name: counts[at] for name, counts in shares.items()}
        figures["questions_received"] = opened[at] + sum(
            figures[name] for name in ("questions_answered", "questions_cancelled")
        )
        entry = _enter(period, figures, signed.get(period))
        points = _INDEX_2023 - Decimal(len(year) - 1 - at) * Decimal("0.41")
        made[period] = (entry, IndexEntry(day=period.last, points=points, source=SOURCE))
    for at, period in enumerate(later):
        scale = period.days / 30 * (1 + at / 40)
        figures = {
            "questions_answered": round(scale * chance.uniform(13, 20)),
            "questions_cancelled": round(scale * chance.uniform(0.5, 2.5)),
            "emails": round(scale * chance.uniform(7, 13)),
            "calls": round(scale * chance.uniform(85, 130)),
            "signatures": round(scale * chance.uniform(60, 110)),
        }
        figures["questions_received"] = round(scale * chance.uniform(0, 3)) + sum(
            figures[name] for name in ("questions_answered", "questions_cancelled")
        )
        made[period] = (
            _enter(period, figures),
            _group_index(period.last, at, definitions, chance),
        )
    return made


def _share(total: int, parts: int, chance: random.Random) -> list[int]:
    """`total` in uneven parts, by largest remainder."""
    weights = [chance.uniform(0.7, 1.3) for _ in range(parts)]
    exact = [total * weight / sum(weights) for weight in weights]
    counts = [int(part) for part in exact]
    order = sorted(range(parts), key=lambda at: counts[at] - exact[at])
    for at in order[: total - sum(counts)]:
        counts[at] += 1
    return counts


def _enter(period: Period, figures: Mapping[str, int], signed: int | None = None) -> PeriodEntry:
    entered = {name: Entered(value=count) for name, count in figures.items()}
    if signed is not None:
        entered["signatures"] = Entered(value=signed, since=_SIGNED_SINCE)
    return PeriodEntry(first=period.start, last=period.last, figures=entered, source=SOURCE)


def _group_index(
    day: date, at: int, definitions: OtherDefinitions, chance: random.Random
) -> IndexEntry:
    groups = {}
    for group in definitions.index.groups:
        drift = Decimal(at) / 400 + Decimal(chance.randint(-20, 20)) / 1000
        share = min(Decimal(1), _GROUP_SHARES.get(group.id, Decimal("0.9")) + drift)
        groups[group.id] = (group.maximum * share).quantize(_CENT)
    points = sum(groups.values(), Decimal())
    return IndexEntry(
        day=day,
        points=points,
        groups=groups,
        rank=f"thứ {chance.randint(1, 6)} toàn quốc",
        source=SOURCE,
    )
