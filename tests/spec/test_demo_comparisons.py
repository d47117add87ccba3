"""Comparisons of the example over time, reckoned a second time: by calendar months, in fractions.

Only the figures that are published and the register's names and dates are shared with the product:
which months a period has, what it is held against, who succeeded whom, every sum, effect, shortfall
and run-rate is worked out here anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

import pytest

from tests.spec.tables import dates, read_table
from ttpv.compare import Movement, NoRunRate, RunRate
from ttpv.comparisons import Comparison, compare_period
from ttpv.core.periods import Period, add_months
from ttpv.demo import Demo
from ttpv.monitor import Timeline, open_timeline
from ttpv.reference import Reference
from ttpv.registers import open_reference
from ttpv.store import Store

TEMPLATE = "template"
PARTS = {
    "online_submission": ("received_online", "received_new"),
    "online_payment": ("paid_online", "fee_dossiers"),
    "eid": ("eid_checked", "eid_applicable"),
    "digitisation": ("digitised", "received_new"),
    "e_result": ("e_results", "result_dossiers"),
}
FLOWS = ("received_new", "received_online", "resolved_late")
ALL: tuple[str, ...] = ()
SELECTIONS = (
    ALL,
    ("so-y-te",),
    ("so-cong-thuong", "so-tu-phap", "so-y-te"),
    ("so-tai-chinh-2025",),  # from 01/03/2025, of two
    ("so-tai-chinh-2025", "so-y-te"),
    ("so-dan-toc-va-ton-giao",),  # new on that day, of nobody
)
# The register's departments merge on 01/03/2025; the demo has parts from January 2024 on.
PERIODS = read_table(
    """
    what                | period                 | previous               | a year before
    month               | 2025-12                | 2025-11                | 2024-12
    the merger's month  | 2025-03                | 2025-02                | 2024-03
    after a correction  | 2025-07                | 2025-06                | 2024-07
    quarter             | 2025-Q3                | 2025-Q2                | 2024-Q3
    over the merger     | 2025-Q1                | 2024-Q4                | 2024-Q1
    half                | 2025-H2                | 2025-H1                | 2024-H2
    nine months         | 2025-9M                | 2024-9M                | 2024-9M
    year                | 2025                   | 2024                   | 2024
    quarter so far      | 2025-10-01..2025-11-30 | 2025-07-01..2025-08-31 | 2024-10-01..2024-11-30
    own range           | 2025-05-01..2025-08-31 | 2025-01-01..2025-04-30 | 2024-05-01..2024-08-31
    own, over the merger| 2025-02-01..2025-04-30 | 2024-11-01..2025-01-31 | 2024-02-01..2024-04-30
    """
)
Month = date
Cells = Mapping[Month, Mapping[str, Mapping[str, int]]]
Ratio = tuple[int, int]


@dataclass(frozen=True)
class Oracle:
    """`cells`: first day of a month → department → counts."""

    cells: Cells
    reference: Reference

    def months(self, period: Period) -> list[Month]:
        starts = [period.start]
        while (following := add_months(starts[-1], 1)) < period.stop:
            starts.append(following)
        return starts

    def everyone(self, period: Period) -> list[str]:
        return list(dict.fromkeys(who for m in self.months(period) for who in self.cells[m]))

    def heir(self, who: str, day: date, until: Iterable[str]) -> str:
        """Up the line of successors to one of `until`, as of `day`."""
        while who not in until:
            department = self.reference.department_by_id[who]
            if department.last is None or department.last >= day or not department.successors:
                break
            (who,) = department.successors
        return who

    def lines(self, period: Period, day: date, until: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for who in self.everyone(period):
            found.setdefault(self.heir(who, day, until), []).append(who)
        return found

    def total(self, members: Iterable[str], period: Period, measure: str) -> int:
        who, months = list(members), self.months(period)
        return sum(self.cells[m][w][measure] for m in months for w in who if w in self.cells[m])

    def ratio(self, members: Iterable[str], period: Period, rate: str) -> Ratio:
        who, (part, whole) = list(members), PARTS[rate]
        return self.total(who, period, part), self.total(who, period, whole)

    def is_part(self, members: Iterable[str], period: Period) -> bool:
        """Whether none of them was there in some of the months."""
        who, months = set(members), self.months(period)
        return 0 < sum(not who.isdisjoint(self.cells[m]) for m in months) < len(months)

    def target(self, rate: str, day: date, scope: str) -> Fraction | None:
        target = self.reference.target_on(rate, day, scope)
        return Fraction(target.value) if target else None


@pytest.fixture(scope="module")
def timeline(made_demo: Demo) -> Timeline:
    store = Store(made_demo.folder)
    state = store.current()
    assert state is not None
    return open_timeline(store, open_reference(store, state), state)


@pytest.fixture(scope="module")
def oracle(made_demo: Demo, timeline: Timeline) -> Oracle:
    store = Store(made_demo.folder)
    state = store.current()
    assert state is not None
    cells = {
        entry.start: {
            row.department: {n: f for n, f in row.figures.items() if isinstance(f, int)}
            for row in store.read_table(entry).rows
            if row.department is not None
        }
        for entry in state.entries
        if entry.form == TEMPLATE
    }
    return Oracle(cells, timeline.reference)


@pytest.fixture(params=PERIODS, ids=lambda row: row["what"])
def row(request: pytest.FixtureRequest) -> dict[str, str]:
    return dict(request.param)


def cases(oracle: Oracle, timeline: Timeline, row: Mapping[str, str]):
    """Each selection that exists in the period: its ids, the comparison, and who is compared."""
    period = dates(row["period"])
    for chosen in SELECTIONS:
        if set(chosen) <= set(oracle.everyone(period)):
            yield chosen, compare_period(timeline, period, frozenset(chosen))


def percent(ratio: Ratio) -> Fraction:
    return Fraction(100 * ratio[0], ratio[1])


def test_differences(oracle: Oracle, timeline: Timeline, row: dict[str, str]):
    """None where somebody chosen was there in a part of either period, or not at all."""
    for chosen, comparison in cases(oracle, timeline, row):
        period = comparison.period
        day, everyone = period.last, oracle.everyone(period)
        partial = any(oracle.is_part([who], period) for who in chosen)
        for beside, head in (("previous", "previous"), ("year_before", "a year before")):
            other = comparison.other(beside)
            then = dates(row[head])
            assert other is not None
            assert other.period == then
            lines = oracle.lines(then, day, everyone)
            if not set(chosen) <= set(lines):
                assert other.side is None
                continue
            apart = partial or any(oracle.is_part(lines[who], then) for who in chosen)
            before = [m for who in (chosen or lines) for m in lines[who]]
            for rate in PARTS:
                delta = comparison.delta(rate, beside)
                if apart and chosen:
                    assert delta is None
                    continue
                now = percent(oracle.ratio(chosen or everyone, period, rate))
                expected = now - percent(oracle.ratio(before, then, rate))
                assert delta is not None
                assert abs(Fraction(delta.points) - expected) * 10**20 < 1
            for measure in FLOWS:
                change = oracle.total(chosen or everyone, period, measure)
                change -= oracle.total(before, then, measure)
                found = comparison.change(measure, beside)
                assert found == (None if apart and chosen else change)


def test_what_moved_the_centre_s_rates(oracle: Oracle, timeline: Timeline, row: dict[str, str]):
    """In the structure of the period's last day, both periods."""
    period, then = dates(row["period"]), dates(row["previous"])
    comparison = compare_period(timeline, period)
    until = [d.id for d in oracle.reference.departments_on(period.last)]
    now, before = (oracle.lines(p, period.last, until) for p in (period, then))
    for rate in PARTS:
        movement = comparison.movements[rate]
        assert isinstance(movement, Movement)
        found = {c.department: (c.own, c.share) for c in movement.contributions}
        assert found == effects(
            {who: oracle.ratio(members, then, rate) for who, members in before.items()},
            {who: oracle.ratio(members, period, rate) for who, members in now.items()},
        )
        assert sum(own + share for own, share in found.values()) == movement.change


def effects(
    before: Mapping[str, Ratio], after: Mapping[str, Ratio]
) -> dict[str, tuple[Fraction, Fraction]]:
    """w̄·Δr and Δw·(r̄ − R̄); who is in one only keeps its rate in the other."""
    sums = [tuple(map(sum, zip(*side.values(), strict=True))) for side in (before, after)]
    mean = sum(percent((n, d)) for n, d in sums) / 2
    found = {}
    for who in {*before, *after}:
        pairs = [side.get(who, (0, 0)) for side in (before, after)]
        known = [percent(pair) for pair in pairs if pair[1]]
        old, new = (known[0], known[-1]) if known else (Fraction(0), Fraction(0))
        w0, w1 = (Fraction(d, whole) for (_, d), (_, whole) in zip(pairs, sums, strict=True))
        found[who] = ((w0 + w1) / 2 * (new - old), (w1 - w0) * ((old + new) / 2 - mean))
        if not known:
            found[who] = (Fraction(0), Fraction(0))
    return found


def test_distances(oracle: Oracle, timeline: Timeline, row: dict[str, str]):
    def lacking(ratio: Ratio, target: Fraction | None) -> int | None:
        if target is None:
            return None
        return max(0, ceil(target * ratio[1] / 100) - ratio[0])

    for chosen, comparison in cases(oracle, timeline, row):
        period = comparison.period
        who = chosen or tuple(oracle.everyone(period))
        scope = chosen[0] if len(chosen) == 1 else "province"
        for rate, distance in comparison.distances.items():
            target = oracle.target(rate, period.last, scope)
            assert distance.own.lacking == lacking(oracle.ratio(who, period, rate), target)
            each = {
                one: lacking(
                    oracle.ratio([one], period, rate), oracle.target(rate, period.last, one)
                )
                for one in who
            }
            assert {s.department: s.lacking for s in distance.departments} == each


def test_what_the_rest_of_the_year_must_reach(
    oracle: Oracle, timeline: Timeline, row: dict[str, str]
):
    for chosen, comparison in cases(oracle, timeline, row):
        for rate, required in comparison.required.items():
            assert in_words(required.run) == in_words(expect(oracle, comparison, chosen, rate))


def in_words(run: RunRate | NoRunRate | Fraction | str) -> Fraction | str:
    if isinstance(run, RunRate):
        return run.required
    return run.reason if isinstance(run, NoRunRate) else run


def expect(
    oracle: Oracle, comparison: Comparison, chosen: tuple[str, ...], rate: str
) -> Fraction | str:
    """(t·(d + E) − n)/E: E by last year's pattern, by days where they were not all there then."""
    period, day = comparison.period, comparison.period.last
    year = Period(date(day.year, 1, 1), date(day.year + 1, 1, 1))
    so_far, everyone = Period(year.start, period.stop), oracle.everyone(period)
    lines = oracle.lines(so_far, day, everyone)
    if chosen and any(oracle.is_part(lines[who], so_far) for who in chosen):
        return "part_of_year"
    if so_far.stop == year.stop:
        return "year_over"
    scope = chosen[0] if len(chosen) == 1 else "province"
    target = oracle.target(rate, year.last, scope) or oracle.target(rate, day, scope)
    if target is None:
        return "no_target"
    who = chosen or tuple(lines)
    numerator, denominator = oracle.ratio([m for w in who for m in lines[w]], so_far, rate)
    pattern = Fraction((year.stop - so_far.stop).days, so_far.days)
    start, cut = add_months(year.start, -12), add_months(so_far.stop, -12)
    counts = []
    for then in (Period(start, cut), Period(cut, year.start)):
        earlier = oracle.lines(then, day, everyone)
        members = [earlier.get(w, []) for w in (chosen or tuple(earlier))]
        if all(members) and not (chosen and any(oracle.is_part(m, then) for m in members)):
            flat = [member for each in members for member in each]
            counts.append(oracle.total(flat, then, PARTS[rate][1]))
    if len(counts) == 2 and counts[0]:
        pattern = Fraction(counts[1], counts[0])
    expected = denominator * pattern
    if not expected:
        return "nothing_expected"
    return (target * (denominator + expected) - 100 * numerator) / expected
