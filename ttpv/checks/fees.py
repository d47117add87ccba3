"""A check across two forms of one period: payment rates against fee transactions."""

from collections.abc import Sequence
from decimal import Decimal

from ttpv.core.issues import Issue, make_issue
from ttpv.core.tables import CountsTable, Figure
from ttpv.core.text import format_number
from ttpv.reference import Reference


def check_fees(tables: Sequence[CountsTable], reference: Reference) -> list[Issue]:
    """Departments with a payment rate above 0 though the transactions form knows of none."""
    issues = []
    for rate in reference.rates.values():
        if rate.online is None or rate.direct is None:
            continue
        for period in dict.fromkeys(table.period for table in tables):
            of_period = [table for table in tables if table.period == period]
            transactions: dict[str, list[Figure]] = {
                row.department: [row.figures[rate.online], row.figures[rate.direct]]
                for table in of_period
                if {rate.online, rate.direct} <= set(table.fields)
                for row in table.rows
                if row.department is not None
            }
            for row in (row for table in of_period for row in table.rows):
                printed = row.figures.get(rate.id)
                if printed and transactions.get(row.department or "") == [0, 0]:
                    words = {"who": f"“{row.printed_name}”"}
                    shown = format_number(Decimal(printed))
                    issues.append(
                        make_issue("fees_contradict", row.place_of(rate.id), shown, **words)
                    )
    return issues
