"""Checks within one table: identities, parts within wholes, Σ against the sum, printed rates,
departments that have no row. Published figures do not always balance, so these warn; only what
shows that a whole table was misread is an error."""

from collections.abc import Iterator
from decimal import Decimal

from ttpv.core.decimals import percent, round_half_up
from ttpv.core.issues import Issue, make_issue
from ttpv.core.tables import CountsTable, Row
from ttpv.core.text import format_number
from ttpv.reference import Reference

# Below this many rows nothing can be said of a whole column.
_MIN_ROWS = 3
_LONGEST_DAYS = 366


def check_table(table: CountsTable, reference: Reference) -> list[Issue]:
    """All findings of one table: first those of the whole, then in reading order."""
    issues: list[Issue] = [
        *_check_period(table),
        *_check_form(table, reference),
        *_check_fractions(table, reference),
    ]
    issues += _check_small(table, reference)
    for row in (*table.rows, *([table.total] if table.total else [])):
        issues += _check_identities(row, reference)
        issues += _check_parts(row, reference)
        issues += _check_rates(row, reference)
    issues += _check_total(table, reference)
    issues += _check_everyone(table, reference)
    return issues


def _check_period(table: CountsTable) -> Iterator[Issue]:
    """No export covers more than a year: 01/01/2013 for 01/01/2023 is a slip of the pen."""
    if table.period.days > _LONGEST_DAYS:
        days = format_number(table.period.days)
        yield make_issue("period_long", table.place, period=table.period.dates, days=days)


def _who(row: Row) -> str:
    return f"“{row.printed_name}”"


def _count(row: Row, measure: str) -> int | None:
    figure = row.figures.get(measure)
    return int(figure) if isinstance(figure, int) else None


def _identities(reference: Reference) -> list[tuple[str, tuple[str, ...]]]:
    """(total, parts): 3 = 4 + 6, 7 = 8 + 9, 10 = 11 + 12, 3 = 7 + 10 (annex I)."""
    sums = [(m.id, m.parts) for m in reference.measures.values() if m.parts]
    return sums + [(identity.total, identity.parts) for identity in reference.identities]


def _compare(row: Row, total: str, parts: tuple[str, ...]) -> tuple[int, list[int]] | None:
    """The printed total and its parts; None where one of them is missing."""
    printed, counts = _count(row, total), [_count(row, part) for part in parts]
    known = [count for count in counts if count is not None]
    return None if printed is None or len(known) < len(counts) else (printed, known)


def _check_form(table: CountsTable, reference: Reference) -> Iterator[Issue]:
    """An identity that fails nearly everywhere: these are not the columns they were taken for.

    Figures that do not balance in a row or two are published and warned of; a form of other
    columns that passed for this one must not be.
    """
    for total, parts in _identities(reference):
        pairs = [pair for row in table.rows if (pair := _compare(row, total, parts))]
        broken = sum(printed != sum(known) for printed, known in pairs)
        if len(pairs) >= _MIN_ROWS and broken * 2 > len(pairs):
            yield make_issue(
                "form_doubtful",
                table.place,
                form=reference.form_name(table.form),
                rule=f"{reference.title(total)} = {' + '.join(map(reference.title, parts))}",
                broken=broken,
                count=len(pairs),
            )


def _check_fractions(table: CountsTable, reference: Reference) -> Iterator[Issue]:
    """All rates of a table at most 1: fractions meant as percent, a hundred times too small."""
    rates = [
        Decimal(figure)
        for row in table.rows
        for name, figure in row.figures.items()
        if name in reference.rates and figure is not None
    ]
    if sum(0 < rate <= 1 for rate in rates) >= _MIN_ROWS and max(rates) <= 1:
        words = {"form": reference.form_name(table.form)}
        yield make_issue("rates_are_fractions", table.place, **words)


def _check_small(table: CountsTable, reference: Reference) -> Iterator[Issue]:
    """Single rates, or those of one column, above 0 and at most 1 beside others that are larger:
    0,5 % exists, and so does 0,5 for 50 %. Where the parts are there, they tell."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    printed = [r.figures.get(name) for r in table.rows for name in reference.rates]
    if max((Decimal(figure) for figure in printed if figure is not None), default=0) <= 1:
        return  # all of them: _check_fractions
    for rate in reference.rates.values():
        small = [
            (row, Decimal(figure))
            for row in rows
            if (figure := row.figures.get(rate.id)) is not None
            and 0 < figure <= 1
            and (_count(row, rate.numerator) is None or not _count(row, rate.denominator))
        ]
        for row, figure in small[:1]:
            yield make_issue(
                "rates_too_small",
                row.place_of(rate.id),
                format_number(figure),
                title=rate.name,
                who=_who(row),
                count=len(small),
            )


def _check_identities(row: Row, reference: Reference) -> Iterator[Issue]:
    """Every identity of a row, wherever all parts are there."""
    for total, parts in _identities(reference):
        pair = _compare(row, total, parts)
        if pair is None or pair[0] == sum(pair[1]):
            continue
        printed, known = pair
        rule = " + ".join(_part(row, part, reference) for part in parts)
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


def _part(row: Row, measure: str, reference: Reference) -> str:
    """The part's name with its column; a derived measure stands in none."""
    column = row.columns.get(measure)
    return f"{reference.title(measure)} ({column})" if column else reference.title(measure)


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
    if table.total is None and not reference.form(table.form).total_labels:
        return
    if table.total is None:
        words = {"form": reference.form_name(table.form)}
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
            form=reference.form_name(table.form),
            count=len(missing),
            names=", ".join(department.name for department in missing),
        )
