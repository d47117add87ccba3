"""Cần chú ý: which findings the rules of findings.toml make, and in which order.

Rates are monthly, the latest of them December 2023; the target is 50. `·` is a month without data.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.tables import dates, read_table
from ttpv.compare import (
    DepartmentFacts,
    Fall,
    Finding,
    RatePoint,
    RateSeries,
    Revision,
    StockBreak,
    rank_findings,
)
from ttpv.core.periods import Period, add_months
from ttpv.metrics import MetricValue, judge_rate
from ttpv.reference import FindingRules, Reference

DECEMBER = dates("2023-12")
NOVEMBER = dates("2023-11")
TARGET, TOLERANCE = Decimal(50), Decimal(5)


@pytest.fixture
def rules(reference: Reference) -> FindingRules:
    """The shipped rules with thresholds that a table can be read by, whatever ships."""
    shipped, replace = reference.findings, msgspec.structs.replace
    return replace(
        shipped,
        below_and_falling=replace(shipped.below_and_falling, weight=90, fall=Decimal(1)),
        overdue=replace(shipped.overdue, weight=80, share=Decimal(5), minimum=20),
        declines=replace(shipped.declines, weight=70, times=3, fall=Decimal(1)),
        no_online_payment=replace(shipped.no_online_payment, weight=60, minimum=10),
        revised=replace(shipped.revised, weight=50, minimum=1),
        stock_break=replace(shipped.stock_break, weight=40, minimum=1),
    )


def series(
    values: Sequence[str], rate: str = "online_submission", *, is_cut: bool = False
) -> RateSeries:
    """ "60" a value, "·" none, "60*" over few dossiers, "≈60" an estimate, "60p" as
    published, rounded to a tenth; the last one of December 2023."""
    points = []
    for place, text in enumerate(values):
        start = add_months(DECEMBER.start, place + 1 - len(values))
        value = None if text == "·" else Decimal(text.strip("*≈p").replace(",", "."))
        basis = "unavailable" if value is None else "computed"
        status = judge_rate(rate, MetricValue(value, basis), TARGET, TOLERANCE).status
        period = Period(start, add_months(start, 1))
        points.append(
            RatePoint(
                period,
                value,
                TARGET,
                status,
                small=text.endswith("*"),
                estimated=text.startswith("≈"),
                rounding=Decimal("0.05") if text.endswith("p") else Decimal(0),
            )
        )
    return RateSeries(rate, tuple(points), is_cut)


def check_rates(rules: FindingRules, text: str) -> None:
    """Each row: the last five months of one department's rate, and what is found of them."""
    expected = read_table(text)
    found = []
    for row in expected:
        values = [row[month] for month in ("Aug", "Sep", "Oct", "Nov", "Dec")]
        facts = DepartmentFacts("a", DECEMBER, (series(values),))
        findings = rank_findings([facts], rules)
        words = ", ".join(_in_words(finding) for finding in findings) or "nothing"
        found.append(row | {"found": words})
    assert found == expected


def _in_words(finding: Finding) -> str:
    assert isinstance(finding.detail, Fall)
    fall = finding.detail
    return f"{finding.rule} {fall.before}→{fall.value} ×{fall.times}"


def test_below_the_target_and_falling(rules: FindingRules):
    """At least one point lost since November, and judged below: 50 is met. Near counts as below."""
    check_rates(
        rules,
        """
        case              | Aug | Sep | Oct | Nov | Dec  | found
        missed            |  40 |  41 |  42 |  43 |   41 | below_and_falling 43→41 ×1
        near              |  60 |  60 |  60 |  60 |   49 | below_and_falling 60→49 ×1
        in a row          |  60 |  55 |  52 |  49 |   44 | below_and_falling 49→44 ×4
        at the target     |  60 |  60 |  60 |  60 |   50 | nothing
        less than a point |  40 |  40 |  40 |  44 | 43.1 | nothing
        exactly a point   |  40 |  40 |  40 |  44 |   43 | below_and_falling 44→43 ×1
        rising            |  40 |  40 |  40 |  40 |   44 | nothing
        November unknown  |  40 |  40 |  49 |   · |   44 | nothing
        December unknown  |  60 |  55 |  50 |  45 |    · | nothing
        few in December   |  60 |  55 |  50 |  45 |  40* | nothing
        few in November   |  60 |  55 |  50 | 45* |   40 | nothing
        Dec. an estimate  |  60 |  55 |  50 |  45 |  ≈40 | nothing
        Nov. an estimate  |  60 |  55 |  50 | ≈45 |   40 | nothing
        Oct. an estimate  |  60 |  55 | ≈50 |  45 |   40 | below_and_falling 45→40 ×1
        """,
    )


def test_three_declines_in_a_row(rules: FindingRules):
    """Three falls need four values; together at least one point. A standstill ends the row."""
    check_rates(
        rules,
        """
        case            | Aug | Sep  | Oct  | Nov  | Dec  | found
        three           |  90 |   95 |   94 |   93 |   92 | declines 95→92 ×3
        four            |  95 |   94 |   93 |   92 |   91 | declines 95→91 ×4
        two             |  90 |   90 |   95 |   94 |   93 | nothing
        a standstill    |  95 |   94 |   93 |   93 |   92 | nothing
        a gap           |  95 |    · |   94 |   93 |   92 | nothing
        few in between  |  95 |   94 |  93* |   92 |   91 | nothing
        estimate before | ≈96 |   95 |   94 |   93 |   92 | declines 95→92 ×3
        estimate within |  95 |  ≈94 |   93 |   92 |   91 | nothing
        less than a pt  |  90 | 95.0 | 94.8 | 94.5 | 94.1 | nothing
        below, slowly   |  40 | 49.0 | 48.4 | 48.0 | 47.5 | declines 49.0→47.5 ×3
        """,
    )


def test_what_rounding_may_have_moved_is_no_decline(rules: FindingRules):
    """94,0 as published may be 93,96; so 93,96 after it is no fall, and 93,94 is one."""
    check_rates(
        rules,
        """
        case             | Aug | Sep  | Oct   | Nov   | Dec  | found
        within rounding  |  99 | 95   | 94.0p | 93.96 |   93 | nothing
        exactly its half |  99 | 95   | 94.0p | 93.95 |   93 | nothing
        beyond it        |  90 | 95   | 94.0p | 93.94 |   93 | declines 95→93 ×3
        the other way    |  99 | 95   | 94.04 | 94.0p |   93 | nothing
        both published   |  90 | 95p  | 94.0p | 93.9p |   93 | declines 95→93 ×3
        """,
    )


def test_as_many_declines_as_there_are_are_told(rules: FindingRules):
    """Also more than the rule asks for; of a series that was not looked at any farther back they
    are at least as many, if all of it falls."""
    values = ["99", "98", "97", "96", "95", "94", "93"]
    for is_cut, first, at_least in ((False, "99", False), (True, "99", True), (True, "98", False)):
        one = series([first, *values[1:]], is_cut=is_cut)
        [found] = rank_findings([DepartmentFacts("a", DECEMBER, (one,))], rules)
        assert isinstance(found.detail, Fall)
        times = 6 if first == "99" else 5
        assert (found.detail.times, found.detail.at_least) == (times, at_least)


def test_overdue_above_a_share(rules: FindingRules):
    """More than 5 % of at least 20 dossiers in progress."""
    rows = read_table(
        """
        overdue | pending | share
        6       | 100     | 6
        5       | 100     |
        2       | 19      |
        2       | 20      | 10
        ?       | 100     |
        2       | ?       |
        """
    )
    for row in rows:
        counts = {
            name: None if cell == "?" else int(cell)
            for name, cell in (("pending_overdue", row["overdue"]), ("pending", row["pending"]))
        }
        found = rank_findings([DepartmentFacts("a", DECEMBER, counts=counts)], rules)
        expected = [("overdue", Fraction(row["share"]))] if row["share"] else []
        assert [(finding.rule, finding.size) for finding in found] == expected, row


def test_fee_transactions_without_any_online_payment(rules: FindingRules):
    """At least 10 at the counter, none online; where online is not known nothing is said."""
    rows = read_table(
        """
        direct | online | found
        10     | 0      | 10
        9      | 0      |
        10     | 1      |
        10     | ?      |
        0      | 0      |
        """
    )
    for row in rows:
        counts = {
            name: None if cell == "?" else int(cell)
            for name, cell in (
                ("direct_transactions", row["direct"]),
                ("online_transactions", row["online"]),
            )
        }
        found = rank_findings([DepartmentFacts("a", DECEMBER, counts=counts)], rules)
        expected = [("no_online_payment", int(row["found"]))] if row["found"] else []
        assert [(finding.rule, finding.size) for finding in found] == expected, row


def test_stocks_that_do_not_continue_and_revised_figures(rules: FindingRules):
    """Only what differs; a revision is larger the greater its part of the figure: 10/200 = 5 %
    before 20/1.000 = 2 %. A revision is told of the period that it is about."""
    facts = DepartmentFacts(
        "a",
        DECEMBER,
        stock_breaks=(
            StockBreak("carried_over", NOVEMBER, 120, 118),
            StockBreak("carried_over", NOVEMBER, 90, 90),
        ),
        revisions=(
            Revision("tiling_differs", "resolved", dates("2023-Q4"), 1_000, 980),
            Revision("revised", "received_new", NOVEMBER, 200, 190),
            Revision("tiling_differs", "received_new", dates("2023-Q4"), 7, 7),
        ),
    )
    found = rank_findings([facts], rules)
    assert [(finding.rule, finding.period, finding.size) for finding in found] == [
        ("revised", NOVEMBER, 5),
        ("revised", dates("2023-Q4"), 2),
        ("stock_break", DECEMBER, 2),
    ]


def test_the_heavier_rule_first_then_the_larger_finding(rules: FindingRules):
    """Weights: below 90, overdue 80, declines 70. Below: a lacks 9 points, b 20. Two of equal size
    stay in the order of the departments."""
    overdue = {"pending_overdue": 10, "pending": 100}
    facts = [
        DepartmentFacts("a", DECEMBER, (series(["45", "41"]),), overdue),
        DepartmentFacts("b", DECEMBER, (series(["60", "30"]),)),
        DepartmentFacts("c", DECEMBER, (series(["99", "98", "97", "96"]),), overdue),
        DepartmentFacts(None, DECEMBER, counts={"pending_overdue": 40, "pending": 100}),
    ]
    found = rank_findings(facts, rules)
    assert [(finding.rule, finding.department) for finding in found] == [
        ("below_and_falling", "b"),
        ("below_and_falling", "a"),
        ("overdue", None),
        ("overdue", "a"),
        ("overdue", "c"),
        ("declines", "c"),
    ]
    assert [finding.rate for finding in found if finding.rate] == ["online_submission"] * 3


def test_weights_are_data(rules: FindingRules):
    facts = DepartmentFacts(
        "a", DECEMBER, (series(["45", "41"]),), {"pending_overdue": 10, "pending": 100}
    )
    lighter = msgspec.structs.replace(rules.below_and_falling, weight=1)
    changed = msgspec.structs.replace(rules, below_and_falling=lighter)
    assert [f.rule for f in rank_findings([facts], rules)] == ["below_and_falling", "overdue"]
    assert [f.rule for f in rank_findings([facts], changed)] == ["overdue", "below_and_falling"]


def test_nothing_known_is_nothing_found(rules: FindingRules):
    empty = RateSeries("online_submission", ())
    assert rank_findings([DepartmentFacts("a", DECEMBER, (empty,))], rules) == ()
    assert rank_findings([], rules) == ()


values = st.lists(st.one_of(st.none(), st.integers(0, 100)), max_size=8)


@given(values)
def test_a_rate_is_told_of_once_and_with_the_values_of_its_row(
    reference: Reference, values: list[int | None]
):
    one = series(["·" if value is None else str(value) for value in values])
    found = rank_findings([DepartmentFacts("a", DECEMBER, (one,))], reference.findings)
    assert len(found) <= 1
    for finding in found:
        assert isinstance(finding.detail, Fall)
        row = [v for v in values[-finding.detail.times - 1 :] if v is not None]
        assert len(row) == finding.detail.times + 1
        assert row == sorted(set(row), reverse=True)
        assert finding.detail.value == row[-1]
