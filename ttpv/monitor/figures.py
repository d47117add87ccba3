"""A period and a selection of departments → figures.

A selection is a list of cells, departments × pieces, so that one department, several, a merged one
and the centre follow one set of rules (metrics/compute.py).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from ttpv.core.periods import Period
from ttpv.core.tiling import Piece
from ttpv.metrics import (
    Cell,
    RateFigure,
    add_counts,
    compute_rate,
    fold_periods,
    judge_rate,
    missing_departments,
)
from ttpv.monitor.groups import Group, group_departments, is_split
from ttpv.monitor.model import Figures, Line, Structure
from ttpv.monitor.timeline import Timeline
from ttpv.reference import Department, Rate, Reference

Counts = Mapping[str, int | None]


@dataclass(frozen=True)
class PeriodCells:
    """The pieces that answer a period, and how their cells make figures.

    `families` are the pieces for each family of measures, `by_rate` those for each rate; absent
    where nothing answers. `pieces` are those that answer most families.
    """

    timeline: Timeline
    period: Period
    families: Mapping[tuple[str, ...], tuple[Piece, ...]]
    by_rate: Mapping[str, tuple[Piece, ...]]
    pieces: tuple[Piece, ...]

    @property
    def reference(self) -> Reference:
        return self.timeline.reference

    def figures(
        self,
        chosen: frozenset[str] = frozenset(),
        *,
        structure: Structure = "then",
        today: date | None = None,
    ) -> Figures:
        """Figures of the chosen ids; all departments chosen is the centre, as none chosen is.

        `today` says what today's structure is; by default the period's last day. Raises ValueError
        on an id that has no line.
        """
        groups = group_departments(
            self.reference, self.everyone, structure, today or self.period.last
        )
        unknown = chosen - {group.department.id for group in groups}
        if unknown:
            raise ValueError(f"departments not known in {self.period}: {sorted(unknown)}")
        whole = not chosen or chosen >= {group.department.id for group in groups}
        selected = [g for g in groups if whole or g.department.id in chosen]
        lines = {group.department.id: self._line(group) for group in selected}
        counts = {department: line.counts for department, line in lines.items()}
        everybody = (
            counts if whole else {g.department.id: self.counts_of(g.members) for g in groups}
        )
        total = self._total(selected, lines, whole)
        snapshot = self.timeline.snapshot
        if snapshot is None:
            raise ValueError("these tables are not published: ask for centre_rates")
        return Figures(
            snapshot=snapshot,
            period=self.period,
            pieces=self.pieces,
            rates=self._rates_in_force,
            total=total,
            departments=tuple(lines.values()),
            is_whole_centre=whole,
            missing=missing_departments(counts, _known(everybody) - _known({"": total.counts})),
            partial=self._partial(total.counts, total.members),
            entries=self.timeline.entries(self._all_pieces),
            structure=structure,
            split=tuple(g.department.id for g in selected if is_split(g.department)),
        )

    def centre_rates(self, only: Collection[str] | None = None) -> dict[str, RateFigure]:
        """The centre's rates alone; `only` those of these ids, where they are given."""
        members = tuple(department.id for department in self.everyone)
        return self._rates(members, None, self.printed_of(None, only), only)

    def rates_of(
        self, members: tuple[str, ...], scope: str | None, only: Collection[str] | None = None
    ) -> dict[str, RateFigure]:
        """The rates of some ids together, as a line of theirs would have them."""
        alone = members[0] if len(members) == 1 else None
        return self._rates(members, scope, self.printed_of(alone, only) if alone else {}, only)

    @cached_property
    def _all_pieces(self) -> tuple[Piece, ...]:
        tilings = (*self.families.values(), *self.by_rate.values())
        return tuple(dict.fromkeys(piece for pieces in tilings for piece in pieces))

    @cached_property
    def everyone(self) -> tuple[Department, ...]:
        """Who should report: everybody on the last day of any piece, and whoever did report."""
        cells = [self.timeline.cells(piece) for piece in self._all_pieces]
        reported = {department for found in cells for department in found if department is not None}
        days = {self.period.last, *(piece.period.last for piece in self._all_pieces)}
        known = [
            department
            for department in self.reference.departments
            if department.id in reported or any(map(department.exists_on, days))
        ]
        # Whoever has left the register since keeps the figures that were published under the id.
        gone = sorted(reported - {department.id for department in known})
        return (*known, *(Department(id=name, name=name, short=name) for name in gone))

    @cached_property
    def _rates_in_force(self) -> tuple[Rate, ...]:
        return self.reference.rates_on(self.period.last)

    def _expected(self, members: Iterable[str], piece: Piece) -> list[str]:
        """Who of them has figures in the piece, or exists then and should: a department that came
        or went with a merger lacks nothing outside of its own days."""
        cells = self.timeline.cells(piece)
        register = self.reference.department_by_id
        return [
            member
            for member in members
            if member in cells
            or (member in register and register[member].exists_on(piece.period.last))
        ]

    def _cells_of(self, members: Iterable[str], piece: Piece) -> list[Cell]:
        """A cell each; an empty one where the department has no line."""
        cells = self.timeline.cells(piece)
        return [cells.get(m) or Cell(m, piece.period, {}) for m in self._expected(members, piece)]

    def _line(self, group: Group) -> Line:
        members = group.members
        alone = members[0] if len(members) == 1 else None
        has_data = any(
            member in self.timeline.cells(piece) for member in members for piece in self._all_pieces
        )
        return Line(
            department=group.department,
            counts=self.counts_of(members),
            rates=self._rates(
                members, group.department.id, self.printed_of(alone) if alone else {}
            ),
            has_data=has_data,
            members=members,
            within=self.within(members),
        )

    def _total(self, groups: Sequence[Group], lines: Mapping[str, Line], whole: bool) -> Line:
        members = tuple(member for group in groups for member in group.members)
        has_data = any(line.has_data for line in lines.values())
        if len(groups) == 1 and not whole:
            (line,) = lines.values()
            return Line(None, line.counts, line.rates, has_data, members)
        printed = self.printed_of(None) if whole else {}
        counts, rates = self.counts_of(members), self._rates(members, None, printed)
        return Line(None, counts, rates, has_data, members)

    def _partial(self, total: Counts, members: Sequence[str]) -> dict[str, int]:
        """Where a total is missing, the sum over those who have figures for all their days: made as
        the total is, so that no stock counts twice over a merger."""
        own = {member: self.counts_of((member,)) for member in members}
        known: dict[tuple[str, ...], set[str]] = {}
        for name, count in total.items():
            having = tuple(member for member in members if own[member][name] is not None)
            if count is None and having:
                known.setdefault(having, set()).add(name)
        sums: dict[str, int] = {}
        for having, names in known.items():
            counts = self.counts_of(having, names)
            sums |= {name: count for name in names if (count := counts[name]) is not None}
        return sums

    def within(self, members: Sequence[str]) -> Period | None:
        """The part of the period in which one of them existed; None where that is all of it."""
        if len(self.pieces) == 1:
            return None
        present = [piece.period for piece in self.pieces if self._expected(members, piece)]
        if not present or len(present) == len(self.pieces):
            return None
        return Period(present[0].start, present[-1].stop)

    def counts_of(
        self, members: Sequence[str], only: Set[str] | None = None
    ) -> dict[str, int | None]:
        """Each piece's sum over the departments of then, folded over the pieces: so a total is the
        same whoever merged with whom in between (tests/spec/test_mergers.py). `only` asks for the
        families of these measures."""
        counts: dict[str, int | None] = dict.fromkeys(self.reference.measures)
        tilings: dict[tuple[Piece, ...], list[str]] = {}
        for family, pieces in self.families.items():
            if only is None or not only.isdisjoint(family):
                tilings.setdefault(pieces, []).extend(family)
        for pieces, names in tilings.items():
            sums = [self._sum_piece(members, piece, names) for piece in pieces]
            present = [cell for cell in sums if cell is not None]
            if present:
                measures = {name: self.reference.measures[name] for name in names}
                counts |= fold_periods(present, measures, is_part=len(pieces) > 1)
        return counts

    def _sum_piece(self, members: Iterable[str], piece: Piece, names: Sequence[str]) -> Cell | None:
        """The counts of a piece over those of the members who existed then; None if none did."""
        cells = self._cells_of(members, piece)
        if not cells:
            return None
        if len(cells) == 1:
            return cells[0]
        sums = {name: add_counts(cell.count(name) for cell in cells) for name in names}
        return Cell(None, piece.period, sums)

    def printed_of(
        self, department: str | None, only: Collection[str] | None = None
    ) -> Mapping[str, Decimal]:
        """The rates as published for exactly this department (None: the centre) and period."""
        printed = {}
        for rate, pieces in self.by_rate.items():
            if only is not None and rate not in only:
                continue
            cell = self.timeline.cells(pieces[0]).get(department) if len(pieces) == 1 else None
            figure = cell.figures.get(rate) if cell else None
            if figure is not None:
                printed[rate] = Decimal(figure)
        return printed

    def _rates(
        self,
        members: Sequence[str],
        scope: str | None,
        printed: Mapping[str, Decimal],
        only: Collection[str] | None = None,
    ) -> dict[str, RateFigure]:
        centre = self.reference.centre
        figures = {}
        cells_of: dict[tuple[Piece, ...], list[Cell]] = {}
        for rate in self._rates_in_force:
            if only is not None and rate.id not in only:
                continue
            pieces = self.by_rate.get(rate.id, self.pieces)
            if pieces not in cells_of:
                found = (self._cells_of(members, piece) for piece in pieces)
                cells_of[pieces] = [cell for cells in found for cell in cells]
            metric = compute_rate(
                rate, cells_of[pieces], printed.get(rate.id), centre.rounding_half_unit
            )
            target = self.reference.target_on(rate.id, self.period.last, scope)
            figures[rate.id] = judge_rate(
                rate.id, metric, target.value if target else None, centre.near_tolerance
            )
        return figures


def _known(lines: Mapping[str, Counts]) -> set[str]:
    """The measures that somebody has a figure of, chosen or not."""
    return {name for line in lines.values() for name, count in line.items() if count is not None}
