"""The shape of findings.toml: which findings "Cần chú ý" tells, from which thresholds on.

What a rule looks at is code (`ttpv/compare/findings.py`); when it speaks, how it is called and
what comes before what is data.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, get_args

from ttpv.reference.record import Record

RuleId = Literal[
    "below_and_falling", "declines", "overdue", "no_online_payment", "revised", "stock_break"
]

_FULL = 100


class FindingRule(Record, frozen=True):
    """A heading, and the weight by which findings are ranked: the heavier first."""

    title: str
    weight: int


class FallRule(FindingRule, frozen=True):
    """`fall` in percentage points since the period before."""

    fall: Decimal


class DeclinesRule(FindingRule, frozen=True):
    """`times` declines in a row, of `fall` percentage points in all."""

    times: int
    fall: Decimal


class ShareRule(FindingRule, frozen=True):
    """More than `share` percent of `whole` is `part` (measures), where whole ≥ `minimum`."""

    part: str
    whole: str
    share: Decimal
    minimum: int


class PaymentRule(FindingRule, frozen=True):
    """At least `minimum` of `direct` and none of `online` (measures)."""

    direct: str
    online: str
    minimum: int


class DifferenceRule(FindingRule, frozen=True):
    """Two figures of the same thing that differ by `minimum` or more."""

    minimum: int


class FindingRules(Record, frozen=True):
    """All rules; each a table of findings.toml."""

    below_and_falling: FallRule
    declines: DeclinesRule
    overdue: ShareRule
    no_online_payment: PaymentRule
    revised: DifferenceRule
    stock_break: DifferenceRule

    def rule(self, identity: RuleId) -> FindingRule:
        rule: FindingRule = getattr(self, identity)
        return rule

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that rules name."""
        overdue, payment = self.overdue, self.no_online_payment
        return overdue.part, overdue.whole, payment.direct, payment.online


def find_rule_faults(rules: FindingRules) -> Iterator[str]:
    """Thresholds that no figure can be held against, each with its key; and equal weights, which
    would mix findings whose sizes cannot be compared."""
    weights: dict[int, str] = {}
    for name in get_args(RuleId):
        other = weights.setdefault(rules.rule(name).weight, name)
        if other != name:
            yield f"{name}.weight is that of {other}"
    falls = {"below_and_falling": rules.below_and_falling.fall, "declines": rules.declines.fall}
    for name, fall in falls.items():
        if not 0 < fall <= _FULL:
            yield f"{name}.fall is not above 0 and at most 100 percentage points"
    if rules.declines.times < 2:
        yield "declines.times is below 2: one fall is no row"
    if not 0 <= rules.overdue.share < _FULL:
        yield "overdue.share is not a percentage below 100"
    minimums = {
        "overdue": rules.overdue.minimum,
        "no_online_payment": rules.no_online_payment.minimum,
        "revised": rules.revised.minimum,
        "stock_break": rules.stock_break.minimum,
    }
    for name, minimum in minimums.items():
        if minimum < 1:
            yield f"{name}.minimum is below 1"
