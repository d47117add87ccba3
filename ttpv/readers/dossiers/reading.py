"""One list on its way: rows are read, checked, counted and written chunk by chunk, in one pass."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow as pa

from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.core.text import format_number
from ttpv.database import open_scratch
from ttpv.readers.dossiers.check import RowChecker
from ttpv.readers.dossiers.count import DossierCounts
from ttpv.readers.dossiers.findings import LISTED, Findings
from ttpv.readers.dossiers.header import check_header
from ttpv.readers.dossiers.measures import Statements, rate_measures
from ttpv.readers.dossiers.period import choose_period
from ttpv.readers.dossiers.raw import OpenList
from ttpv.readers.dossiers.slim import SlimWriter
from ttpv.readers.dossiers.watch import Watch
from ttpv.readers.unknown_names import UnknownName, find_unknown
from ttpv.reference import Department, DepartmentNames, Reference

Extra = Literal["cube", "days", "dossiers"]

# Checked rows are counted so many at a time: enough that the database works and does not wait.
_COUNTED_AT_ONCE = 200_000
_MEMORY_MB = 512
LARGE_SHEET = 300_000
"""Above so many rows a workbook takes gigabytes and minutes where a CSV takes neither."""


@dataclass(frozen=True, slots=True)
class DossierRead:
    """What became of a list. `table` and `extras` are there if and only if no issue is an error.

    `extras` are Parquet files in the staging folder: "cube" (period × department × field ×
    procedure), "days" (day × department) and "dossiers" (`slim.slim_schema`). `rows` counts the
    dossiers read; `states` says how many are what (`sql/measured.sql`). `unknown_names` are those
    behind the errors `department_unknown`; `names` are the others, as printed, with whose they are.
    """

    table: CountsTable | None
    extras: Mapping[Extra, Path]
    issues: tuple[Issue, ...]
    rows: int
    states: Mapping[str, int] = field(default_factory=dict)
    period: Period | None = None
    unknown_names: tuple[UnknownName, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @property
    def needs_period(self) -> bool:
        """Whether the only way on is that the person says which period this is."""
        return any(issue.code == "period_missing" for issue in self.issues)


class Reading:
    """One list on its way."""

    def __init__(
        self,
        found: OpenList,
        file: str,
        reference: Reference,
        work: Path,
        watch: Watch,
        learned: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.found = found
        self.reference = reference
        self.work = work
        self.watch = watch
        self.learned = learned
        self.layout = reference.dossiers
        self.place = Place(file=file, sheet=found.sheet, row=found.header.row)

    def run(self, said: Period | None, today: date) -> DossierRead:
        """Checks the header, chooses the period, reads the rows."""
        issues = check_header(self.found.header, self.layout, self.place)
        if self.found.is_hidden:
            issues.append(make_issue("sheet_hidden", self.place, form=self.layout.name))
        period, period_issues = choose_period(self.found.header, said, today, self.place)
        issues += period_issues
        if period is None or has_errors(issues):
            return DossierRead(None, {}, tuple(issues), 0, period=period)
        with open_scratch(self.work, memory_mb=_MEMORY_MB) as connection:
            return self._read(connection, period, issues)

    def _read(self, connection: Any, period: Period, issues: list[Issue]) -> DossierRead:
        departments = self.reference.departments_on(period.last)
        header, layout = self.found.header, self.layout
        findings = Findings(
            self.place,
            {column: header.letter(column) for column in header.columns},
            {column.id: column.title for column in layout.columns},
        )
        names = DepartmentNames(departments, self.learned)
        checker = RowChecker(layout, header, departments, names, period, findings)
        measures = rate_measures(layout, self.reference.rates.values(), header.columns)
        statements = Statements(measures, tuple(checker.texts))
        counts = DossierCounts(connection, period, statements)
        path = self.work / "dossiers.parquet"
        slim = SlimWriter(path, connection, layout, departments, checker.texts)
        try:
            rows, states = self._read_rows(checker, counts, slim)
            slim.finish()
        finally:
            slim.close()
        unknown = tuple(
            find_unknown(name, place, period, names) for name, place in findings.name_places()
        )
        issues += [name.issue for name in unknown]
        issues += self._issues(checker, rows)
        if not has_errors(issues):
            issues += self._duplicates(counts, path)
        if has_errors(issues):
            return DossierRead(None, {}, tuple(issues), rows, states, period, unknown)
        cube, days = self.work / "cube.parquet", self.work / "days.parquet"
        counts.write_cube(cube, departments, checker.texts)
        counts.write_days(days, departments)
        table = self._table(period, statements, counts.by_department(), departments)
        extras: dict[Extra, Path] = {"cube": cube, "days": days, "dossiers": path}
        return DossierRead(
            table, extras, tuple(issues), rows, states, period, names=checker.known_names()
        )

    def _read_rows(
        self, checker: RowChecker, counts: DossierCounts, slim: SlimWriter
    ) -> tuple[int, dict[str, int]]:
        """Reads to the end; the number of dossiers, and how many are in which state.

        While one chunk is counted and written, the next is read: two cores share the work.
        """
        rows = 0
        states: dict[str, int] = {}

        def count(chunk: Any) -> None:
            counted = counts.add(chunk)
            for entry in counted["state"].value_counts().to_pylist():
                states[entry["values"]] = states.get(entry["values"], 0) + entry["counts"]
            slim.add(counted)

        with ThreadPoolExecutor(max_workers=1) as worker:
            before: Future[None] | None = None
            for chunk in self._read_chunks(checker):
                rows += chunk.num_rows
                if before is not None:
                    before.result()
                # Once there is an error the list is refused: the rest is only checked.
                before = None if checker.findings.has_errors else worker.submit(count, chunk)
            if before is not None:
                before.result()
        return rows, states

    def _read_chunks(self, checker: RowChecker) -> Iterator[Any]:
        ready: list[Any] = []
        waiting = 0
        for raw in self.found.rows:
            ready.append(checker.check(raw))
            waiting += ready[-1].num_rows
            if waiting >= _COUNTED_AT_ONCE:
                yield pa.concat_tables(ready)
                ready, waiting = [], 0
            self.watch.look(self.found.done())
        if waiting:
            yield pa.concat_tables(ready)

    def _issues(self, checker: RowChecker, rows: int) -> list[Issue]:
        findings, done = checker.findings, self.found.done()
        misshapen = np.array(self.found.misshapen, dtype=np.int64)
        findings.report("dossier_row_shape", "", misshapen)
        issues = findings.issues()
        for column, texts in checker.texts.items():
            if texts.is_full:
                at = self.place.at(self.place.row, self.found.header.letter(column))
                limit = format_number(texts.column.max_values or 0)
                words = {"title": texts.column.title, "limit": limit}
                issues.append(make_issue("dossier_texts_many", at, **words))
        if done.unit == "rows" and done.done > LARGE_SHEET:
            words = {"count": format_number(done.done), "limit": format_number(LARGE_SHEET)}
            issues.append(make_issue("dossier_sheet_large", self.place, **words))
        if not rows and not (findings.has_errors or has_errors(issues)):
            issues.append(make_issue("dossier_empty", self.place))
        return issues

    def _duplicates(self, counts: DossierCounts, path: Path) -> list[Issue]:
        repeated = counts.find_duplicates(path)
        letter = self.found.header.letter("code")
        issues = [
            make_issue("dossier_code_twice", self.place.at(row, letter), first=first)
            for row, first in repeated[:LISTED]
        ]
        if len(repeated) > LISTED:
            at = self.place.at(repeated[LISTED - 1][0], letter)
            more = format_number(len(repeated) - LISTED)
            issues.append(make_issue("dossier_more", at, count=more))
        return issues

    def _table(
        self,
        period: Period,
        statements: Statements,
        counts: Sequence[Mapping[str, int]],
        departments: Sequence[Department],
    ) -> CountsTable:
        """A row per department that appears. Totals are the sums of their parts; a measure whose
        column the list lacks is no field."""
        known = set(statements.names)
        totals = {
            measure.id: measure.parts
            for measure in self.reference.measures.values()
            if measure.kind == "total" and known.issuperset(measure.parts)
        }
        rows = []
        for line in counts:
            department = departments[line["department"]]
            figures: dict[str, Figure] = {name: line[name] for name in statements.names}
            figures |= {name: sum(line[part] for part in parts) for name, parts in totals.items()}
            rows.append(Row(department.id, figures, department.name, self.place, {}))
        fields = tuple(m for m in self.reference.measures if m in known or m in totals)
        return CountsTable(
            form=self.layout.id,
            period=period,
            fields=fields,
            rows=tuple(rows),
            total=None,
            place=self.place,
        )
