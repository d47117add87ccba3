"""A check across two forms of one period: payment rates against fee transactions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ttpv.core.issues import Issue, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Row
from ttpv.core.text import format_number
from ttpv.reference import Rate, Reference


def check_fees(
    tables: Sequence[CountsTable], reference: Reference, published: Sequence[CountsTable] = ()
) -> list[Issue]:
    """Departments with a payment rate above 0 though the transactions form knows of none.

    `published` are tables that stay published beside `tables`; the finding stands where the one of
    the two forms that comes now says it, in the rate's cell if both do.
    """
    issues: list[Issue] = []
    for rate in reference.rates.values():
        if rate.online is None or rate.direct is None:
            continue
        for period in dict.fromkeys(table.period for table in tables):
            issues += _check_period(rate, period, tables, published)
    return issues


def _check_period(
    rate: Rate, period: Period, tables: Sequence[CountsTable], published: Sequence[CountsTable]
) -> Iterator[Issue]:
    coming = _rows(tables, period)
    staying = _rows(published, period)
    for department in dict.fromkeys(row.department for row in (*coming, *staying)):
        if department is None:
            continue
        rate_row = _find(coming, staying, department, rate.id)
        fees_row = _find(coming, staying, department, rate.online or "")
        if rate_row is None or fees_row is None:
            continue
        printed = rate_row.figures[rate.id]
        transactions = [fees_row.figures.get(f) for f in (rate.online, rate.direct) if f]
        if not printed or transactions != [0, 0]:
            continue
        shown = format_number(Decimal(printed))
        if rate_row in coming:
            row, place, value = rate_row, rate_row.place_of(rate.id), shown
        elif fees_row in coming:
            row, place, value = fees_row, fees_row.place_of(rate.online or ""), "0"
        else:  # both stand published already
            continue
        words = {"who": f"“{row.printed_name}”", "rate": shown}
        yield make_issue("fees_contradict", place, value, **words)


def _rows(tables: Sequence[CountsTable], period: Period) -> list[Row]:
    return [row for table in tables if table.period == period for row in table.rows]


def _find(coming: list[Row], staying: list[Row], department: str, field: str) -> Row | None:
    """The department's row that says something of it: of what comes now, else of what stays."""
    for row in (*coming, *staying):
        if row.department == department and row.figures.get(field) is not None:
            return row
    return None
