"""What published files say, kept for the process.

Every file is read once, in as few queries as pages ask for periods: a file never changes, so what
was read of it holds for every state that names it. So do the cells of a period, as long as the same
files answer it by the same rules: a new state computes anew only the period that it published.
"""

from collections.abc import Mapping, Sequence

from ttpv.core.periods import Period
from ttpv.metrics import Cells, Holders, Lines, cells_sql, combine_forms, read_lines
from ttpv.reference import Reference
from ttpv.store import Entry, Store

_MOST_FILES = 20_000

_Key = tuple[Period, tuple[str, ...], frozenset[tuple[str, str]]]
"""A period, its files, and which form holds which field."""


class LineCache:
    """What the published files of one store say, for all states and sessions of a process."""

    def __init__(self) -> None:
        self._lines: dict[str, Lines] = {}
        self._cells: dict[_Key, Cells] = {}

    def read(
        self, store: Store, entries: Sequence[Entry], holders: Holders, reference: Reference
    ) -> dict[Period, Cells]:
        """The cells of the periods that `entries`, all of those periods, belong to; one query for
        what was not read before. Raises StoreError."""
        by_period: dict[Period, list[Entry]] = {}
        for entry in entries:
            by_period.setdefault(entry.period, []).append(entry)
        keys = {period: _key(period, own, holders[period]) for period, own in by_period.items()}
        # Asked once each: another session may clear the cache in between.
        found = {period: self._cells.get(key) for period, key in keys.items()}
        known = {period: cells for period, cells in found.items() if cells is not None}
        lacking = [entry for entry in entries if entry.period not in known]
        lines = self._read_lines(store, lacking, reference)
        for period in dict.fromkeys(entry.period for entry in lacking):
            forms = {entry.form: lines[entry.file] for entry in by_period[period]}
            known[period] = combine_forms(period, forms, holders[period])
            self._cells[keys[period]] = known[period]
        return known

    def _read_lines(
        self, store: Store, entries: Sequence[Entry], reference: Reference
    ) -> dict[str, Lines]:
        found = ((entry.file, self._lines.get(entry.file)) for entry in entries)
        known = {file: lines for file, lines in found if lines is not None}
        lacking = [entry for entry in entries if entry.file not in known]
        if lacking:
            known |= _query_lines(store, lacking, reference)
            if len(self._lines) > _MOST_FILES:  # states of long ago, which nobody looks at
                self._lines.clear()
                self._cells.clear()
            self._lines |= known
        return known


def _key(period: Period, entries: Sequence[Entry], holders: Mapping[str, str]) -> _Key:
    return period, tuple(entry.file for entry in entries), frozenset(holders.items())


def _query_lines(store: Store, entries: Sequence[Entry], reference: Reference) -> dict[str, Lines]:
    fields = {field for entry in entries for field in entry.fields}
    sql = cells_sql(fields, [*reference.measures, *reference.rates])
    forms = read_lines(store.query(sql, entries), {(e.period, e.form): e.fields for e in entries})
    return {entry.file: forms[entry.period, entry.form] for entry in entries}
