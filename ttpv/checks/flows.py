"""Flows against other periods: what is cumulated never shrinks, and few figures jump."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ttpv.checks.others import name_others
from ttpv.core.decimals import divide, round_half_up
from ttpv.core.issues import Issue, make_issue
from ttpv.core.tables import CountsTable, Row
from ttpv.core.text import format_number
from ttpv.reference import Jump, Measure, Reference


def check_cumulated(
    table: CountsTable, others: Sequence[CountsTable], reference: Reference
) -> Iterator[Issue]:
    """Two exports from the same day on: the longer one's flows are at least the shorter one's.

    `others` start the day that the table does. One finding a department and form, at its first flow
    that is smaller.
    """
    for other in others:
        rows = {row.department: row for row in other.rows}
        for row in table.rows:
            theirs = rows.get(row.department)
            if theirs is None:
                continue
            small, large = (theirs, row) if other.period < table.period else (row, theirs)
            found = [
                (m, before, after)
                for m, after, before in _flows(large, small, reference)
                if after < before
            ]
            if found:
                low, high = sorted((table, other), key=lambda t: t.period)
                yield make_issue(
                    "cumulated_shrinks",
                    row.place_of(found[0][0].id),
                    format_number(int(row.figures[found[0][0].id] or 0)),
                    who=f"“{row.printed_name}”",
                    shorter=low.period.dates + name_others(table, [low.form], reference),
                    longer=high.period.dates + name_others(table, [high.form], reference),
                    figures="; ".join(
                        f"{m.name} {format_number(after)} < {format_number(before)}"
                        for m, before, after in found
                    ),
                )


@dataclass(frozen=True, slots=True)
class _Jumped:
    """One flow of one department, now and in the period alike; `factor` None where one is 0."""

    row: Row
    alike: CountsTable
    measure: Measure
    limit: Jump
    now: int
    before: int
    factor: Decimal | None


def check_jumps(
    table: CountsTable, alike: Sequence[CountsTable], reference: Reference
) -> Iterator[Issue]:
    """Flows whose daily average grew or fell by the factor of checks.toml against the latest period
    about as long, whose forms `alike` are; the largest jumps first."""
    found = [
        jumped
        for other in alike
        for row in table.rows
        for jumped in _jumps(row, table, other, reference)
    ]
    found.sort(key=lambda j: (j.factor is not None, -(j.factor or 0), -max(j.now, j.before)))
    for jumped in found:
        yield _report(jumped, table, reference)


def _jumps(
    row: Row, table: CountsTable, alike: CountsTable, reference: Reference
) -> Iterator[_Jumped]:
    theirs = next((other for other in alike.rows if other.department == row.department), None)
    for measure, now, before in _flows(row, theirs, reference):
        limit = reference.thresholds.jump_of(measure.unit)
        if limit is None or max(now, before) < limit.minimum:
            continue
        factor = _factor(now * alike.period.days, before * table.period.days)
        if factor is None or factor >= limit.factor:
            yield _Jumped(row, alike, measure, limit, now, before, factor)


def _flows(row: Row, other: Row | None, reference: Reference) -> Iterator[tuple[Measure, int, int]]:
    """(measure, the row's count, the other's) of every flow that both have."""
    for measure in reference.measures.values():
        if measure.kind != "flow" or other is None:
            continue
        ours, theirs = row.figures.get(measure.id), other.figures.get(measure.id)
        if ours is not None and theirs is not None:
            yield measure, int(ours), int(theirs)


def _factor(one: int, other: int) -> Decimal | None:
    """How many times the smaller the larger is; None where the smaller is 0, 1 where both are."""
    small, large = sorted((one, other))
    if large == 0:
        return Decimal(1)
    return divide(Decimal(large), Decimal(small)) if small else None


def _report(jumped: _Jumped, table: CountsTable, reference: Reference) -> Issue:
    alike = jumped.alike
    grew = jumped.now * alike.period.days > jumped.before * table.period.days
    times = "" if jumped.factor is None else format_number(round_half_up(jumped.factor, 1))
    if times:
        change = f"gấp {times} lần" if grew else f"chỉ bằng 1/{times}"
    else:
        change = "tăng từ 0" if grew else "giảm về 0"
    return make_issue(
        "figure_jumped",
        jumped.row.place_of(jumped.measure.id),
        format_number(jumped.now),
        title=jumped.measure.name,
        who=f"“{jumped.row.printed_name}”",
        days=table.period.days,
        change=change,
        period=alike.period.dates + name_others(table, [alike.form], reference),
        before=format_number(jumped.before),
        before_days=alike.period.days,
        factor=format_number(jumped.limit.factor),
        minimum=format_number(jumped.limit.minimum),
        unit=jumped.measure.unit,
    )
