"""Figures as tables that one can read: in as an export's rows, out with the arithmetic visible.

    who   | received_new | received_online | digitisation
    a     |          300 |             150 |         80,0
    b     |          100 |              10 |         60,0
    Σ     |          400 |             160 |         75,0

An empty cell is no figure. In an expected table `null` is None, and a value is written as rounded
as the table wants it, with the arithmetic before it where that helps:

    who   | rate         | value                           | basis
    total | digitisation | (300×80 + 100×60) / 400 = 75,00 | estimated

The arithmetic is done here, in fractions: neither the product's code nor its decimals take part.
"""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ttpv.core.issues import Place
from ttpv.core.periods import Period, YearToDate, parse_period
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.metrics import RateFigure
from ttpv.monitor import Figures, Line, read_figures
from ttpv.reference import Reference
from ttpv.store import Draft, Manifest, Source, Store

_RULER = frozenset("-+| ")
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_SOURCE = Source(file="spec", sha256="", size=0, reader=0, layout=0, reference="")
# `show --json` prints 12 places; what differs before the 20th is wrong.
_EXACT_PLACES = 20


def read_table(text: str, *, sideways: bool = False) -> list[dict[str, str]]:
    """The rows of an ASCII table by their heads; `sideways`: its columns, the heads on the left."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if not set(line) <= _RULER]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    if sideways:
        cells = [list(column) for column in zip(*cells, strict=True)]
    heads, *rows = cells
    return [dict(zip(heads, row, strict=True)) for row in rows]


def dates(text: str) -> Period:
    """A period as people write it; not "YTD"."""
    period = parse_period(text)
    assert not isinstance(period, YearToDate)
    return period


# In: what an export holds


def make_counts(
    rows: Sequence[Mapping[str, str]], period: Period, reference: Reference, form: str
) -> CountsTable:
    """A counts table as a reader would hand it on; the row `Σ` is the centre's own."""
    fields = tuple(head for head in rows[0] if head != "who")
    place = Place(file="spec")
    lines = [
        Row(
            None if row["who"] == "Σ" else row["who"],
            {field: _figure(row[field], field in reference.rates) for field in fields},
            row["who"],
            place,
            {},
        )
        for row in rows
    ]
    return CountsTable(
        form=form,
        period=period,
        fields=fields,
        rows=tuple(line for line in lines if line.department is not None),
        total=next((line for line in lines if line.department is None), None),
        place=place,
    )


def _figure(cell: str, is_rate: bool) -> Figure:
    if not cell:
        return None
    plain = cell.replace(".", "").replace(",", ".")
    return Decimal(plain) if is_rate else int(plain)


@dataclass(frozen=True)
class World:
    """A centre made of tables: publish some, then ask for figures."""

    store: Store
    reference: Reference

    def publish(
        self, period: str, text: str, *, form: str = "spec", sideways: bool = False
    ) -> Manifest:
        """Publishes one table as `form` of the period."""
        rows = read_table(text, sideways=sideways)
        table = make_counts(rows, dates(period), self.reference, form)
        return self.store.publish([Draft(table, _SOURCE, ())], by="spec").snapshot

    def figures(self, period: str, *chosen: str) -> Figures:
        snapshot = self.store.current()
        assert snapshot is not None
        return read_figures(self.store, self.reference, snapshot, dates(period), chosen)


# Out: what the product makes of it


def check_rates(figures: Figures, text: str, *, sideways: bool = False) -> None:
    """Each row is one rate of one line (`total`, or a department's id), as far as it is written."""
    expected = read_table(text, sideways=sideways)
    found = [
        {"who": row["who"], "rate": row["rate"]} | _rate_row(row, _find(figures, row))
        for row in expected
    ]
    assert found == expected


def check_counts(figures: Figures, text: str) -> None:
    """Each row is one line's counts, as far as they are written; `null` where none is known."""
    expected = read_table(text)
    found = []
    for row in expected:
        counts = line_of(figures, row["who"]).counts
        written = {
            head: as_written(cell, counts[head]) for head, cell in row.items() if head != "who"
        }
        found.append({"who": row["who"]} | written)
    assert found == expected


def line_of(figures: Figures, who: str) -> Line:
    """The total, or one department's line."""
    if who == "total":
        return figures.total
    return next(
        line for line in figures.departments if line.department and line.department.id == who
    )


def _find(figures: Figures, row: Mapping[str, str]) -> RateFigure:
    return line_of(figures, row["who"]).rates[row["rate"]]


def _rate_row(row: Mapping[str, str], figure: RateFigure) -> dict[str, str]:
    metric = figure.metric
    low, high = metric.interval or (None, None)
    known: dict[str, Decimal | int | None] = {
        "low": low,
        "high": high,
        "value": metric.value,
        "numerator": metric.numerator,
        "denominator": metric.denominator,
        "target": figure.target,
        "gap": figure.gap,
    }
    found = {head: as_written(cell, known[head]) for head, cell in row.items() if head in known}
    if "basis" in row:
        found["basis"] = metric.basis
    if "status" in row:
        found["status"] = figure.status
    if "interval" in row:
        found["interval"] = _interval_as_written(row["interval"], metric.interval)
    return found


def _interval_as_written(cell: str, interval: Sequence[Decimal] | None) -> str:
    if interval is None or "…" not in cell:
        return "null" if interval is None else str(interval)
    ends = cell.split(" … ")
    return " … ".join(as_written(end, value) for end, value in zip(ends, interval, strict=True))


def as_written(cell: str, value: Decimal | int | None) -> str:
    """`value` in the way that `cell` is written: equal to it if it is right, readable if not."""
    if value is None:
        return "null"
    if cell == "null":
        return str(value)
    arithmetic, equals, shown = cell.rpartition("=")
    if arithmetic and not _is_same(calculate(arithmetic), Fraction(value)):
        return f"{arithmetic}= {_half_up(calculate(arithmetic), 12)}, but it is {value}"
    places = len(shown.partition(",")[2])
    text = _half_up(Fraction(value), places)
    return f"{arithmetic}{equals} {text}" if arithmetic else text


def _is_same(expected: Fraction, value: Fraction) -> bool:
    return abs(expected - value) * 10**_EXACT_PLACES < 1


def _half_up(value: Fraction, places: int) -> str:
    """Vietnamese text of a fraction, halves away from zero."""
    scaled = int(abs(value) * 10**places + Fraction(1, 2))
    whole, decimals = divmod(scaled, 10**places)
    sign = "-" if value < 0 and scaled else ""
    text = sign + f"{whole:,}".replace(",", ".")
    return f"{text},{decimals:0{places}d}" if places else text


def calculate(arithmetic: str) -> Fraction:
    """ "(300×80,5 + 1.000) / 4" → the exact fraction."""
    numbers: list[Fraction] = []

    def keep(found: re.Match[str]) -> str:
        numbers.append(Fraction(found[0].replace(".", "").replace(",", ".")))
        return f"n[{len(numbers) - 1}]"

    python = _NUMBER.sub(keep, arithmetic).replace("×", "*").replace("−", "-")
    return _evaluate(ast.parse(python.strip(), mode="eval").body, numbers)


def _evaluate(node: ast.AST, numbers: list[Fraction]) -> Fraction:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return numbers[int(str(node.slice.value))]
    assert isinstance(node, ast.BinOp), ast.dump(node)
    left, right = _evaluate(node.left, numbers), _evaluate(node.right, numbers)
    if isinstance(node.op, ast.Add):
        return left + right
    if isinstance(node.op, ast.Sub):
        return left - right
    if isinstance(node.op, ast.Mult):
        return left * right
    assert isinstance(node.op, ast.Div), ast.dump(node)
    return left / right
