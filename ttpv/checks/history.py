"""A form against other periods: what is published, and what comes with it.

Another period's figures are those of the form that pages take them from, whatever form that is, so
January's annex I and February's template are held against each other. Warnings only. Sources revise
earlier months and departments come and go; what the program cannot know, people can.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ttpv.checks.flows import check_cumulated, check_jumps
from ttpv.checks.neighbours import Neighbours, find_neighbours
from ttpv.checks.others import Known, name_others
from ttpv.checks.stocks import check_stocks, stock_measures
from ttpv.core.issues import Issue, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.reference import Reference

Holders = Mapping[Period, Mapping[str, str]]
"""For each period the form that each field's figures are taken from (metrics/forms.py)."""


@dataclass(frozen=True, slots=True)
class History:
    """What will be published once the tables under check are, they included.

    `holders` of all periods; `tables` are those that stay beside the ones under check, at least the
    ones that `compared_forms` names, as far as they can be read.
    """

    holders: Holders = field(default_factory=dict)
    tables: Sequence[CountsTable] = ()


def compared_forms(
    table: CountsTable, holders: Holders, reference: Reference
) -> frozenset[tuple[Period, str]]:
    """The forms of other periods whose figures `check_history` holds the table against."""
    return frozenset(
        (period, holders[period][name])
        for fields in (_counts_of(table, reference), stock_measures(reference))
        for period in _near(table, holders, fields, reference).compared
        for name in fields & holders[period].keys()
    )


def check_history(
    tables: Sequence[CountsTable], history: History, reference: Reference
) -> list[Issue]:
    """All findings of all `tables`, which are about to be published together."""
    issues: list[Issue] = []
    known = Known(history.holders, [*history.tables, *tables])
    coming = {(table.period, table.form) for table in tables}
    for table in tables:
        # Of two tables that come together the one whose period sorts last says it for both.
        settled = known.without({key for key in coming if key[0] > table.period})
        counts, stocks = _counts_of(table, reference), stock_measures(reference)
        near = _near(table, history.holders, counts, reference)
        issues += _check_overlap(table, near, settled, counts, reference)
        issues += _check_gone(table, known.tables(near.earlier, counts), reference)
        moment = _near(table, history.holders, stocks, reference)
        opening = [
            *known.tables(moment.before, stocks),
            *known.tables(moment.shorter, stocks),
            *settled.tables(moment.longer, stocks),
        ]
        closing = [*settled.tables(moment.after, stocks), *settled.tables(moment.ending, stocks)]
        issues += check_stocks(table, opening, closing, reference)
        others = [*known.tables(near.shorter, counts), *settled.tables(near.longer, counts)]
        issues += check_cumulated(table, others, reference)
        issues += check_jumps(table, known.tables(near.alike, counts), reference)
    return issues


def _counts_of(table: CountsTable, reference: Reference) -> frozenset[str]:
    """The table's measures: whatever form holds one of them says the same of another period."""
    return frozenset(table.fields) & reference.measures.keys()


def _near(
    table: CountsTable, holders: Holders, fields: frozenset[str], reference: Reference
) -> Neighbours:
    """The neighbours of the table's period among those of which one of `fields` is published."""
    periods = [period for period, names in holders.items() if fields & names.keys()]
    if not fields & {*table.fields}:
        periods = []
    return find_neighbours(table.period, periods, reference.thresholds.like_length)


def _check_overlap(
    table: CountsTable,
    near: Neighbours,
    settled: Known,
    counts: frozenset[str],
    reference: Reference,
) -> Iterator[Issue]:
    """Days that two periods share without one lying in the other: they can never be added up.

    The same period is a replacement, and a longer one around a shorter is a cumulative export.
    """
    found = {
        period: forms for period in near.overlapping if (forms := settled.forms(period, counts))
    }
    if found:
        all_alike = all(table.form in forms for forms in found.values())
        yield make_issue(
            "period_overlaps",
            table.place,
            form=reference.form_name(table.form),
            period=table.period.dates,
            alike=" cùng mẫu" if all_alike else "",
            others="; ".join(
                period.dates + name_others(table, forms, reference)
                for period, forms in found.items()
            ),
        )


def _check_gone(
    table: CountsTable, earlier: Sequence[CountsTable], reference: Reference
) -> Iterator[Issue]:
    """Departments that had a row in the period before, still exist, and have none now."""
    present = {row.department for row in table.rows}
    for other in earlier:
        before = {row.department for row in other.rows}
        gone = [
            department
            for department in reference.departments_on(table.period.last)
            if department.id in before - present
        ]
        if gone:
            present |= {department.id for department in gone}  # each is named once
            yield make_issue(
                "department_gone",
                table.place,
                form=reference.form_name(other.form),
                period=other.period.dates,
                alike=" cùng mẫu" if other.form == table.form else "",
                count=len(gone),
                names=", ".join(department.name for department in gone),
            )
