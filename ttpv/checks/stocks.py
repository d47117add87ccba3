"""Stocks: what is open on the evening of one period is open on the next morning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ttpv.checks.others import name_others
from ttpv.core.issues import Issue, make_issue
from ttpv.core.tables import CountsTable, Row
from ttpv.core.text import format_number
from ttpv.reference import Measure, Reference


@dataclass(frozen=True, slots=True)
class _Stock:
    """How many dossiers were open at one moment, and the rows and the measure that say so."""

    rows: tuple[Row, ...]
    measure: str
    count: int


_Stocks = Mapping[str, _Stock]


def check_stocks(
    table: CountsTable,
    opening: Sequence[CountsTable],
    closing: Sequence[CountsTable],
    reference: Reference,
) -> Iterator[Issue]:
    """The table's opening and closing stock, department by department.

    `opening` are tables that know of the moment at which this one starts (they end the evening
    before, or start that day), `closing` those that know of the moment at which it ends. The first
    that says anything is taken.
    """
    for moment, others in ((table.period.start, opening), (table.period.stop, closing)):
        own = _stocks_at(table, moment, reference)
        statements = ((other, _stocks_at(other, moment, reference)) for other in others)
        other, known = next(((other, s) for other, s in statements if s), (None, {}))
        if other is None:
            continue
        for ours, theirs in _pairs(own, known, reference):
            if ours.count != theirs.count:
                yield _differs(ours, theirs, table, other, reference)


def stock_measures(reference: Reference) -> frozenset[str]:
    """The measures that say what was open at a moment: the stocks, and totals of nothing else."""
    measures = reference.measures
    stocks = {m.id for m in measures.values() if m.kind in ("opening_stock", "closing_stock")}
    return frozenset(stocks | {m.id for m in measures.values() if m.parts and stocks >= {*m.parts}})


def _stocks_at(table: CountsTable, moment: date, reference: Reference) -> dict[str, _Stock]:
    """By department, its opening stock where the table starts at `moment`, else its closing one."""
    kind = "opening_stock" if table.period.start == moment else "closing_stock"
    measure = _whole_stock(kind, reference)
    stocks: dict[str, _Stock] = {}
    if measure is None:
        return stocks
    for row in table.rows:
        counts = [row.figures.get(measure.id)]
        if counts == [None] and measure.parts:
            counts = [row.figures.get(part) for part in measure.parts]
        known = [int(count) for count in counts if count is not None]
        if row.department is not None and len(known) == len(counts):
            stocks[row.department] = _Stock((row,), measure.id, sum(known))
    return stocks


def _whole_stock(kind: str, reference: Reference) -> Measure | None:
    """The measure that is all that was open: a total of nothing but stocks of the kind
    (10 = 11 + 12), else the one stock of the kind."""
    measures = reference.measures
    stocks = [measure for measure in measures.values() if measure.kind == kind]
    for measure in measures.values():
        if measure.parts and {measures[part].kind for part in measure.parts} == {kind}:
            return measure
    return stocks[0] if len(stocks) == 1 else None


def _pairs(own: _Stocks, known: _Stocks, reference: Reference) -> Iterator[tuple[_Stock, _Stock]]:
    """The two statements of each department; across a merger the predecessors' together."""
    for department, stock in own.items():
        other = known.get(department) or _merged(department, known, reference)
        if other is not None:
            yield stock, other
    for department, stock in known.items():
        ours = None if department in own else _merged(department, own, reference)
        if ours is not None:
            yield ours, stock


def _merged(department: str, stocks: _Stocks, reference: Reference) -> _Stock | None:
    """The stock that a department took over; None where a predecessor is missing or was split."""
    before = [d for d in reference.departments if department in d.successors]
    found = [stocks[d.id] for d in before if d.id in stocks and len(d.successors) == 1]
    if not found or len(found) < len(before):
        return None
    rows = tuple(row for stock in found for row in stock.rows)
    return _Stock(rows, found[0].measure, sum(stock.count for stock in found))


def _differs(
    ours: _Stock, theirs: _Stock, table: CountsTable, other: CountsTable, reference: Reference
) -> Issue:
    row = ours.rows[0]
    return make_issue(
        "stock_differs",
        row.place_of(ours.measure),
        format_number(ours.count),
        title=reference.title(ours.measure),
        who=", ".join(f"“{row.printed_name}”" for row in ours.rows),
        period=other.period.dates + name_others(table, [other.form], reference),
        other_title=reference.title(theirs.measure),
        expected=format_number(theirs.count),
        difference=format_number(ours.count - theirs.count),
    )
