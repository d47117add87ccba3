"""One rate of one selection, and on what it rests. The only division in ttpv.

The rules are DOMAIN's "Ratios: where honest systems differ from toys"; the cases stand as tables
in tests/spec/test_bases.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ttpv.core.decimals import divide, percent
from ttpv.metrics import reasons
from ttpv.metrics.cells import Cell
from ttpv.metrics.counts import add_counts
from ttpv.reference import Rate

Basis = Literal["computed", "published", "estimated", "not_applicable", "unavailable"]
Interval = tuple[Decimal, Decimal]

_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class MetricValue:
    """A rate in percent with its basis. numerator and denominator only where `computed`.

    `interval` is where the true value must lie: of an estimate what rounding leaves, of an
    unavailable one the lowest to the highest of the parts' published rates.
    """

    value: Decimal | None
    basis: Basis
    numerator: int | None = None
    denominator: int | None = None
    reason: str | None = None
    interval: Interval | None = None


def compute_rate(
    rate: Rate, cells: Sequence[Cell], printed: Decimal | None, half_unit: Decimal
) -> MetricValue:
    """The rate of all `cells` together (departments × periods).

    `printed` is the rate as published for exactly this selection, if it was: one department's or
    the centre's own, in exactly this period. `half_unit` is what rounding can have moved a
    published rate, in percentage points.
    """
    if not cells:
        return MetricValue(None, "unavailable", reason=reasons.NO_FIGURE)
    numerator = add_counts(cell.count(rate.numerator) for cell in cells)
    denominator = add_counts(cell.count(rate.denominator) for cell in cells)
    if numerator is not None and denominator:
        return MetricValue(percent(numerator, denominator), "computed", numerator, denominator)
    if denominator == 0:  # also beside a printed rate: of nothing there is no share
        return MetricValue(None, "not_applicable", reason=reasons.NO_DENOMINATOR)
    if not printed and all(_without_case(rate, cell) for cell in cells):
        return MetricValue(None, "not_applicable", reason=reasons.NO_TRANSACTION)
    if printed is not None:
        return MetricValue(printed, "published")
    if any(cell.derived for cell in cells):  # published rates do not subtract, nor weigh anything
        return MetricValue(None, "unavailable", reason=reasons.DERIVED)
    if len(cells) == 1 or not any(_says_something(rate, cell) for cell in cells):
        return MetricValue(None, "unavailable", reason=reasons.NO_FIGURE)
    if any(_has_parts(rate, c) for c in cells) and not all(_says_something(rate, c) for c in cells):
        return MetricValue(None, "unavailable", reason=reasons.PARTS_MISSING)
    return _estimate(rate, cells, half_unit)


def _has_parts(rate: Rate, cell: Cell) -> bool:
    return cell.count(rate.numerator) is not None and cell.count(rate.denominator) is not None


def _says_something(rate: Rate, cell: Cell) -> bool:
    """Whether any form holds the rate itself or one of its parts."""
    known = (rate.id, rate.numerator, rate.denominator)
    return any(cell.figures.get(field) is not None for field in known)


def compute_share(part: int | None, whole: int | None) -> Decimal | None:
    """part / whole in percent (late among resolved, online among transactions); None if unknown."""
    return None if part is None or not whole else percent(part, whole)


def _without_case(rate: Rate, cell: Cell) -> bool:
    """Annex II is known and holds no fee transaction at all, and no rate speaks against it."""
    if rate.online is None or rate.direct is None:
        return False
    return (
        cell.count(rate.online) == 0
        and cell.count(rate.direct) == 0
        and not cell.figures.get(rate.id)
    )


def _estimate(rate: Rate, cells: Sequence[Cell], half_unit: Decimal) -> MetricValue:
    if rate.estimate == "known_denominator":
        return _weight_by_denominator(rate, cells, half_unit)
    if rate.estimate == "inferred_denominator":
        return _weight_by_transactions(rate, cells, half_unit)
    return _unavailable(rate, cells, reasons.PARTS_UNKNOWN)


def _unavailable(rate: Rate, cells: Sequence[Cell], reason: str) -> MetricValue:
    """Not to be known; the true value lies between the parts' rates, if all of them are known."""
    rates = [_known_rate(rate, cell) for cell in cells if not _without_case(rate, cell)]
    known = [value for value in rates if value is not None]
    complete = known and len(known) == len(rates)
    interval = (min(known), max(known)) if complete else None
    return MetricValue(None, "unavailable", reason=reason, interval=interval)


def _published(rate: Rate, cell: Cell) -> Decimal | None:
    figure = cell.figures.get(rate.id)
    return None if figure is None else Decimal(figure)


def _known_rate(rate: Rate, cell: Cell) -> Decimal | None:
    """The cell's own rate: exact where its parts are known, else as published."""
    numerator, denominator = cell.count(rate.numerator), cell.count(rate.denominator)
    if numerator is not None and denominator:
        return percent(numerator, denominator)
    return _published(rate, cell)


def _weight_by_denominator(rate: Rate, cells: Sequence[Cell], half_unit: Decimal) -> MetricValue:
    """Σ(rate × denominator) / Σ denominator, e.g. digitisation by dossiers received."""
    parts: list[tuple[Decimal, Decimal, bool]] = []
    for cell in cells:
        weight, known = cell.count(rate.denominator), _known_rate(rate, cell)
        if weight is None or (weight and known is None):
            return _unavailable(rate, cells, reasons.RATE_MISSING)
        if weight and known is not None:
            parts.append((Decimal(weight), known, _has_parts(rate, cell)))
    total = sum(weight for weight, _, _ in parts)

    def mean(shift: Decimal) -> Decimal:
        shifted = (w * (r if exact else _shifted(r, shift)) for w, r, exact in parts)
        return divide(Decimal(sum(shifted)), Decimal(total))

    interval = (mean(-half_unit), mean(half_unit))
    return MetricValue(mean(Decimal(0)), "estimated", reason=reasons.WEIGHTED, interval=interval)


def _weight_by_transactions(rate: Rate, cells: Sequence[Cell], half_unit: Decimal) -> MetricValue:
    """Σ online / Σ(online / rate): the fee dossiers are what the published rate makes of annex II;
    where they are known themselves they count as they are.

    Departments without any transaction take no part. One with transactions at the counter only,
    or with a rate of 0 beside online transactions, lets nothing be inferred.
    """
    parts: list[tuple[Decimal, Decimal]] = []
    paid, owing = 0, 0
    for cell in cells:
        if _has_parts(rate, cell):
            paid += cell.count(rate.numerator) or 0
            owing += cell.count(rate.denominator) or 0
            continue
        if _without_case(rate, cell):
            continue
        online, direct = cell.count(rate.online or ""), cell.count(rate.direct or "")
        published = _published(rate, cell)
        if online is None or direct is None:
            return _unavailable(rate, cells, reasons.NO_TRANSACTIONS_FORM)
        if published is None:
            return _unavailable(rate, cells, reasons.RATE_MISSING)
        if not online or not published:
            return _unavailable(rate, cells, reasons.NOT_INFERABLE)
        parts.append((Decimal(online), published))
    online_total = Decimal(paid + sum(online for online, _ in parts))

    def share(shift: Decimal) -> Decimal:
        dossiers = sum(divide(online * _FULL, _shifted(r, shift)) for online, r in parts)
        return divide(online_total * _FULL, Decimal(dossiers) + owing)

    if any(published <= half_unit for _, published in parts):
        return _unavailable(rate, cells, reasons.NOT_INFERABLE)
    interval = (share(-half_unit), share(half_unit))
    return MetricValue(share(Decimal(0)), "estimated", reason=reasons.INFERRED, interval=interval)


def _shifted(value: Decimal, shift: Decimal) -> Decimal:
    """A published rate moved by rounding's half unit, but never out of 0–100."""
    return min(max(value + shift, Decimal(0)), _FULL)
