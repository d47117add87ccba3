"""A form against other periods of the same form: what is published, and what comes with it.

Warnings only. Sources revise earlier months and departments come and go; what the program cannot
know, people can.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ttpv.checks.flows import check_cumulated, check_jumps
from ttpv.checks.neighbours import Neighbours, find_neighbours
from ttpv.checks.stocks import check_stocks
from ttpv.core.issues import Issue, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.reference import Reference


@dataclass(frozen=True, slots=True)
class History:
    """What will stay published beside the tables under check.

    `periods` by form, all of them; `tables` at least those of `compared_periods`, as far as they
    can be read.
    """

    periods: Mapping[str, Sequence[Period]] = field(default_factory=dict)
    tables: Sequence[CountsTable] = ()


def compared_periods(
    table: CountsTable, periods: Sequence[Period], reference: Reference
) -> tuple[Period, ...]:
    """Those of the published `periods` whose figures `check_history` holds the table against."""
    return find_neighbours(table.period, periods, reference.thresholds.like_length).compared


def check_history(
    tables: Sequence[CountsTable], history: History, reference: Reference
) -> list[Issue]:
    """All findings of all `tables`, which are about to be published together."""
    issues: list[Issue] = []
    for table in tables:
        beside = {t.period: t for t in tables if t.form == table.form and t.period != table.period}
        known = {t.period: t for t in history.tables if t.form == table.form} | beside
        periods = (*history.periods.get(table.form, ()), *beside)
        near = find_neighbours(table.period, periods, reference.thresholds.like_length)
        issues += _check_overlap(table, near, set(beside), reference)
        issues += _check_gone(table, _table(known, near.earlier), reference)
        before, shorter = _table(known, near.before), _table(known, near.shorter)
        # Of two tables that come together the one whose period sorts last says it for both.
        settled = {p: t for p, t in known.items() if p not in beside or p < table.period}
        after, longer = _table(settled, near.after), _table(settled, near.longer)
        ending = _table(settled, near.ending)
        opening = [t for t in (before, shorter, longer) if t]
        closing = [t for t in (after, ending) if t]
        issues += check_stocks(table, opening, closing, reference)
        issues += check_cumulated(table, shorter, longer, reference)
        issues += check_jumps(table, _table(known, near.alike), reference)
    return issues


def _table(known: Mapping[Period, CountsTable], period: Period | None) -> CountsTable | None:
    return None if period is None else known.get(period)


def _check_overlap(
    table: CountsTable, near: Neighbours, beside: set[Period], reference: Reference
) -> Iterator[Issue]:
    """Days that two periods share without one lying in the other: they can never be added up.

    The same period is a replacement, and a longer one around a shorter is a cumulative export.
    """
    found = [p for p in near.overlapping if p not in beside or p < table.period]
    if found:
        yield make_issue(
            "period_overlaps",
            table.place,
            form=reference.form_name(table.form),
            period=table.period.dates,
            others="; ".join(period.dates for period in found),
        )


def _check_gone(
    table: CountsTable, earlier: CountsTable | None, reference: Reference
) -> Iterator[Issue]:
    """Departments that had a row in the period before, still exist, and have none now."""
    if earlier is None:
        return
    present = {row.department for row in table.rows}
    before = {row.department for row in earlier.rows}
    gone = [
        department
        for department in reference.departments_on(table.period.last)
        if department.id in before - present
    ]
    if gone:
        yield make_issue(
            "department_gone",
            table.place,
            form=reference.form_name(table.form),
            period=earlier.period.dates,
            count=len(gone),
            names=", ".join(department.name for department in gone),
        )
