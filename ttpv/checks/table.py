"""Checks within one table: identities, parts within wholes, Σ against the sum, printed rates,
departments that have no row. Published figures do not always balance, so these warn."""

from collections.abc import Iterator
from decimal import Decimal

from ttpv.core.decimals import percent, round_half_up
from ttpv.core.issues import Issue, make_issue
from ttpv.core.tables import CountsTable, Row
from ttpv.core.text import format_number
from ttpv.reference import Reference


def check_table(table: CountsTable, reference: Reference) -> list[Issue]:
    """All warnings of one table, in reading order."""
    issues: list[Issue] = []
    for row in (*table.rows, *([table.total] if table.total else [])):
        issues += _check_identities(row, reference)
        issues += _check_parts(row, reference)
        issues += _check_rates(row, reference)
    issues += _check_total(table, reference)
    issues += _check_everyone(table, reference)
    return issues


def _who(row: Row) -> str:
    return f"“{row.printed_name}”"


def _count(row: Row, measure: str) -> int | None:
    figure = row.figures.get(measure)
    return int(figure) if isinstance(figure, int) else None


def _check_identities(row: Row, reference: Reference) -> Iterator[Issue]:
    """3 = 4 + 6, 7 = 8 + 9, 10 = 11 + 12, 3 = 7 + 10 (annex I), wherever all parts are there."""
    sums = [(m.id, m.parts) for m in reference.measures.values() if m.parts]
    sums += [(identity.total, identity.parts) for identity in reference.identities]
    for total, parts in sums:
        printed, counts = _count(row, total), [_count(row, part) for part in parts]
        known = [count for count in counts if count is not None]
        if printed is None or len(known) < len(counts) or printed == sum(known):
            continue
        rule = " + ".join(f"{reference.title(part)} ({row.columns[part]})" for part in parts)
        yield make_issue(
            "identity_broken",
            row.place_of(total),
            format_number(printed),
            title=reference.title(total),
            who=_who(row),
            rule=rule,
            expected=format_number(sum(known)),
            difference=format_number(printed - sum(known)),
        )


def _check_parts(row: Row, reference: Reference) -> Iterator[Issue]:
    """A part is not larger than its whole (online dossiers among those received)."""
    for measure in reference.measures.values():
        part = _count(row, measure.id)
        whole = _count(row, measure.within) if measure.within else None
        if measure.within and part is not None and whole is not None and part > whole:
            yield make_issue(
                "part_exceeds",
                row.place_of(measure.id),
                format_number(part),
                title=measure.name,
                who=_who(row),
                whole_title=reference.title(measure.within),
                whole=format_number(whole),
            )


def _check_rates(row: Row, reference: Reference) -> Iterator[Issue]:
    """A printed rate is what its parts give, rounded half up to one decimal."""
    for rate in reference.rates.values():
        printed = row.figures.get(rate.id)
        numerator, denominator = _count(row, rate.numerator), _count(row, rate.denominator)
        if printed is None or numerator is None or not denominator:
            continue
        exact = percent(numerator, denominator)
        if abs(exact - Decimal(printed)) > reference.centre.rounding_half_unit:
            yield make_issue(
                "rate_differs",
                row.place_of(rate.id),
                format_number(Decimal(printed)),
                title=rate.name,
                who=_who(row),
                expected=format_number(round_half_up(exact, 2)),
            )


def _check_total(table: CountsTable, reference: Reference) -> Iterator[Issue]:
    """The Σ row against the sum of the departments, count by count."""
    if table.total is None:
        words = {"form": reference.layouts[table.form].name}
        yield make_issue("total_absent", table.place, **words)
        return
    for measure in (field for field in table.fields if field in reference.measures):
        printed, counts = _count(table.total, measure), [_count(r, measure) for r in table.rows]
        known = [count for count in counts if count is not None]
        if printed is None or len(known) < len(counts) or printed == sum(known):
            continue
        yield make_issue(
            "total_differs",
            table.total.place_of(measure),
            format_number(printed),
            title=reference.title(measure),
            expected=format_number(sum(known)),
            difference=format_number(printed - sum(known)),
        )


def _check_everyone(table: CountsTable, reference: Reference) -> Iterator[Issue]:
    """Every department that exists on the period's last day has a row."""
    present = {row.department for row in table.rows}
    missing = [d for d in reference.departments_on(table.period.last) if d.id not in present]
    if missing:
        yield make_issue(
            "department_missing",
            table.place,
            form=reference.layouts[table.form].name,
            count=len(missing),
            names=", ".join(department.name for department in missing),
        )
