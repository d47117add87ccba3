"""One published state over time: which ranges it answers, and the cells that they are made of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.core.tiling import Piece, Tiler
from ttpv.metrics import Cells, Holders, Lines, combine_forms, make_lines
from ttpv.monitor.deriving import derive_cells
from ttpv.monitor.line_cache import LineCache
from ttpv.published import find_holders
from ttpv.reference import Rate, Reference
from ttpv.store import Entry, Manifest, Store

Read = Callable[[Sequence[Period]], Mapping[Period, Cells]]


class Timeline:
    """The cells of one state by period, which `read` gives."""

    def __init__(
        self,
        reference: Reference,
        snapshot: Manifest | None,
        holders: Holders,
        read: Read,
    ) -> None:
        self.reference = reference
        self.snapshot = snapshot
        self.holders = holders
        self._read = read
        self._cells: dict[Period, Cells] = {}
        self._derived: dict[Piece, Cells] = {}
        self._tilers: dict[frozenset[Period], Tiler] = {}

    @cached_property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """The measures that belong together, totals and what lies within them: they are always
        taken from the same periods, so that none is held against another period's."""
        return _find_families(self.reference)

    @cached_property
    def _holding(self) -> dict[tuple[str, ...], frozenset[Period]]:
        """For each family the periods in which a form holds any of it."""
        return {
            family: frozenset(
                p for p, held in self.holders.items() if any(f in held for f in family)
            )
            for family in self.families
        }

    def tile_family(
        self, wanted: Period, family: tuple[str, ...], *, without: Period | None = None
    ) -> tuple[Piece, ...] | None:
        """The pieces that answer `wanted` for these measures; None where they do not tile it."""
        return self._tiler(self._holding[family]).tile(wanted, without=without)

    def tile_rate(
        self, wanted: Period, rate: Rate, *, without: Period | None = None
    ) -> tuple[Piece, ...] | None:
        """The pieces that answer `wanted` for a rate: an export of exactly it, else those that hold
        its parts, else also those that only print it."""
        periods = self._rate_periods[rate.id]
        if wanted in periods and wanted != without:
            return (Piece(wanted),)
        by_parts = self._tiler(self._parts_periods[rate.id]).tile(wanted, without=without)
        return by_parts or self._tiler(periods).tile(wanted, without=without)

    @cached_property
    def _parts_periods(self) -> dict[str, frozenset[Period]]:
        """For each rate the periods in which its numerator and its denominator are known."""
        return {
            rate.id: frozenset(
                period
                for period, held in self.holders.items()
                if rate.numerator in held and rate.denominator in held
            )
            for rate in self.reference.rates.values()
        }

    @cached_property
    def _rate_periods(self) -> dict[str, frozenset[Period]]:
        return {
            rate.id: self._parts_periods[rate.id]
            | {period for period, held in self.holders.items() if rate.id in held}
            for rate in self.reference.rates.values()
        }

    def can_answer(self, wanted: Period) -> bool:
        """Whether any measure or rate of exactly these days is known."""
        sets = {*self._holding.values(), *self._rate_periods.values()}
        return any(self._tiler(periods).tile(wanted) is not None for periods in sets)

    def missing_days(self, wanted: Period) -> list[Period]:
        """The days of `wanted` that nothing published within it covers, in order."""
        return self._tiler(frozenset(self.holders)).missing(wanted)

    def _tiler(self, periods: frozenset[Period]) -> Tiler:
        if periods not in self._tilers:
            self._tilers[periods] = Tiler(periods)
        return self._tilers[periods]

    def read(self, periods: Iterable[Period]) -> None:
        """Reads what is published of these periods, all in one query, before it is asked for."""
        lacking = [period for period in dict.fromkeys(periods) if period not in self._cells]
        if lacking:
            self._cells |= self._read(lacking)

    def cells(self, piece: Piece) -> Cells:
        """The cells of a piece by department; None is the centre's own line (Σ)."""
        if piece.less is None:
            known = self._cells.get(piece.period)
            if known is None:
                self.read(piece.sources)
                known = self._cells[piece.period]
            return known
        if piece not in self._derived:
            self.read(piece.sources)
            whole, less = self._cells[piece.whole], self._cells[piece.less]
            self._derived[piece] = derive_cells(whole, less, piece, self.reference)
        return self._derived[piece]

    def entries(self, pieces: Iterable[Piece]) -> tuple[Entry, ...]:
        """The published forms that these pieces are made of."""
        if self.snapshot is None:
            return ()
        periods = {period for piece in pieces for period in piece.sources}
        return self.snapshot.entries_of(tuple(periods))


def open_timeline(
    store: Store, reference: Reference, snapshot: Manifest, cache: LineCache | None = None
) -> Timeline:
    """The timeline of a state of `store`; `cache` is shared by all timelines of that store."""
    kept = cache or LineCache()
    holders = find_holders(snapshot.entries, reference)

    def read(periods: Sequence[Period]) -> dict[Period, Cells]:
        return kept.read(store, snapshot.entries_of(tuple(periods)), holders, reference)

    return Timeline(reference, snapshot, holders, read)


def timeline_without_figures(entries: Iterable[Entry], reference: Reference) -> Timeline:
    """What these would answer; only for asking that, for it cannot say what."""

    def read(periods: Sequence[Period]) -> dict[Period, Cells]:
        raise ValueError("this timeline knows which periods are answered, and no figure")

    return Timeline(reference, None, find_holders(entries, reference), read)


def timeline_of_tables(tables: Iterable[CountsTable], reference: Reference) -> Timeline:
    """The timeline of tables that are not published (yet), by the same rules."""
    tables = list(tables)
    holders = find_holders(tables, reference)

    def read(periods: Sequence[Period]) -> dict[Period, Cells]:
        found: dict[Period, dict[str, Lines]] = {period: {} for period in periods}
        for table in tables:
            if table.period in found:
                found[table.period][table.form] = make_lines(table)
        return {
            period: combine_forms(period, forms, holders[period]) for period, forms in found.items()
        }

    return Timeline(reference, None, holders, read)


def _find_families(reference: Reference) -> tuple[tuple[str, ...], ...]:
    family = {measure: {measure} for measure in reference.measures}

    def join(names: Iterable[str]) -> None:
        together = set().union(*(family[name] for name in names))
        for name in together:
            family[name] = together

    for measure in reference.measures.values():
        join([measure.id, *measure.parts, *([measure.within] if measure.within else [])])
    unique = {id(members): members for members in family.values()}
    return tuple(
        tuple(name for name in reference.measures if name in members) for members in unique.values()
    )
