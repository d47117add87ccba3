"""Cần chú ý: what is remarkable of each department, by the rules of findings.toml, ranked.

Ranking, in this order: the rule's weight, heavier first (data: what a leader should hear first);
within a rule the finding's size, larger first, of which findings.toml says with each rule what it
is; then the order of the departments, and of the rates, as they were handed in. Sizes of different
rules are never compared: a point and a dossier have no common measure.

Rules on rates read the latest points of a series, back to where the row of declines ends: at a
point that is not higher, that has no value, since nobody knows what lies in the gap, that is over
few dossiers, or that is an estimate, since a change of the method is no change of the rate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ttpv.compare.facts import DepartmentFacts, RatePoint, RateSeries, Revision, StockBreak
from ttpv.compare.parts import exact_percent
from ttpv.core.periods import Period
from ttpv.metrics import Status
from ttpv.reference import FindingRules, RuleId

_BELOW: tuple[Status, ...] = ("near", "missed")


@dataclass(frozen=True, slots=True)
class Fall:
    """A rate that fell to `value` from `before` (percent), that of the period `since`; `times`
    declines in a row, all that there are, or with `at_least` all that were looked at."""

    rate: str
    value: Decimal
    before: Decimal
    since: Period
    target: Decimal | None
    times: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """`part` of `whole` dossiers, `share` in percent."""

    part: int
    whole: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class OnlyDirect:
    """Fee transactions at the counter, beside none online."""

    transactions: int


Detail = Fall | PartOfWhole | OnlyDirect | StockBreak | Revision


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: who (None: the centre), in which period, and its figures.

    `size` orders the findings of one rule and means nothing beside another's.
    """

    rule: RuleId
    department: str | None
    period: Period
    weight: int
    size: Fraction
    detail: Detail

    @property
    def rate(self) -> str | None:
        """The rate that it is about, if it is about one."""
        return self.detail.rate if isinstance(self.detail, Fall) else None


def rank_findings(facts: Sequence[DepartmentFacts], rules: FindingRules) -> tuple[Finding, ...]:
    """All findings about all `facts`, what matters most first."""
    found = [
        Finding(rule, one.department, _period(one, detail), rules.rule(rule).weight, size, detail)
        for one in facts
        for rule, size, detail in _find(one, rules)
    ]
    return tuple(sorted(found, key=lambda finding: (-finding.weight, -finding.size)))


Found = tuple[RuleId, Fraction, Detail]


def _period(facts: DepartmentFacts, detail: Detail) -> Period:
    return detail.period if isinstance(detail, Revision) else facts.period


def _find(facts: DepartmentFacts, rules: FindingRules) -> Iterator[Found]:
    for series in facts.series:
        yield from _find_falls(series, rules)
    yield from _find_overdue(facts.counts or {}, rules)
    yield from _find_only_direct(facts.counts or {}, rules)
    for revision in facts.revisions:
        found, expected = Fraction(revision.found), Fraction(revision.expected)
        difference = abs(found - expected)
        if difference >= rules.revised.minimum:
            larger = max(abs(found), abs(expected))
            yield "revised", exact_percent(difference, larger), revision
    for stock in facts.stock_breaks:
        gap = abs(stock.opening - stock.closing)
        if gap >= rules.stock_break.minimum:
            yield "stock_break", Fraction(gap), stock


def _find_falls(series: RateSeries, rules: FindingRules) -> Iterator[Found]:
    """One finding at most: whoever is below the target is not told of the declines once more."""
    row = find_declines(series.points)
    if len(row) < 2:
        return
    latest, times = series.points[-1], len(row) - 1
    at_least = series.is_cut and len(row) == len(series.points)
    value, target = row[-1], latest.target
    falling = row[-2] - value >= rules.below_and_falling.fall
    if falling and latest.status in _BELOW and target is not None:
        since = series.points[-2].period
        fall = Fall(series.rate, value, row[-2], since, target, times, at_least)
        yield "below_and_falling", Fraction(target) - Fraction(value), fall
    elif times >= rules.declines.times and row[0] - value >= rules.declines.fall:
        since = series.points[-len(row)].period
        fall = Fall(series.rate, value, row[0], since, target, times, at_least)
        yield "declines", Fraction(row[0]) - Fraction(value), fall


def find_declines(points: Sequence[RatePoint]) -> list[Decimal]:
    """The values of the row of declines that ends with the latest point, oldest first."""
    row: list[Decimal] = []
    later: RatePoint | None = None
    for point in reversed(points):
        if point.value is None or point.small or point.estimated:
            break
        if later is not None and not point.value - row[-1] > _find_doubt(point, later):
            break
        row.append(point.value)
        later = point
    return row[::-1]


def _find_doubt(one: RatePoint, other: RatePoint) -> Decimal:
    """How far two values may lie apart and be the same: between a published and an exact one what
    rounding moved. Two published ones that differ are different rates."""
    return abs(one.rounding - other.rounding)


def _find_overdue(counts: Mapping[str, int | None], rules: FindingRules) -> Iterator[Found]:
    rule = rules.overdue
    part, whole = counts.get(rule.part), counts.get(rule.whole)
    if part is None or whole is None or whole < rule.minimum:
        return
    share = exact_percent(part, whole)
    if share > rule.share:
        yield "overdue", share, PartOfWhole(part, whole, share)


def _find_only_direct(counts: Mapping[str, int | None], rules: FindingRules) -> Iterator[Found]:
    rule = rules.no_online_payment
    direct, online = counts.get(rule.direct), counts.get(rule.online)
    if direct is not None and online == 0 and direct >= rule.minimum:
        yield "no_online_payment", Fraction(direct), OnlyDirect(direct)
