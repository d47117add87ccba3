"""Tables of other periods, each cut to the figures that pages take from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Row
from ttpv.reference import Reference


class Known:
    """The tables at hand, by period. `holders` says which form of a period holds which field."""

    def __init__(
        self, holders: Mapping[Period, Mapping[str, str]], tables: Iterable[CountsTable]
    ) -> None:
        self._holders = holders
        self._tables = {(table.period, table.form): table for table in tables}
        self._left_out: frozenset[tuple[Period, str]] = frozenset()

    def without(self, keys: Collection[tuple[Period, str]]) -> "Known":
        """All but those (period, form)."""
        rest = Known(self._holders, self._tables.values())
        rest._left_out = self._left_out | {*keys}
        return rest

    def forms(self, period: Period, fields: frozenset[str]) -> tuple[str, ...]:
        """The forms that hold any of `fields` in the period, at hand or not."""
        holders = self._holders.get(period, {})
        found = dict.fromkeys(form for name, form in holders.items() if name in fields)
        return tuple(form for form in found if (period, form) not in self._left_out)

    def tables(self, period: Period | None, fields: frozenset[str]) -> list[CountsTable]:
        """A table of each of `forms` that is at hand; without a period none."""
        if period is None:
            return []
        return [
            _cut(self._tables[period, form], self._holders[period])
            for form in self.forms(period, fields)
            if (period, form) in self._tables
        ]


def _cut(table: CountsTable, holders: Mapping[str, str]) -> CountsTable:
    held = tuple(name for name in table.fields if holders.get(name) == table.form)
    return replace(table, fields=held, rows=tuple(_cut_row(row, held) for row in table.rows))


def _cut_row(row: Row, held: Collection[str]) -> Row:
    return replace(row, figures={name: f for name, f in row.figures.items() if name in held})


def name_others(table: CountsTable, forms: Sequence[str], reference: Reference) -> str:
    """What stands behind another period's dates where its figures are of another form."""
    if table.form in forms:
        return ""
    return f" (theo {', '.join(f'“{reference.form_name(form)}”' for form in forms)})"
