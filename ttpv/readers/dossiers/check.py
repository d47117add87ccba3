"""Raw rows → typed rows, of which every cell was understood; the rest becomes findings.

Errors keep a row from going on. Warnings do not: dates that contradict a status, or no deadline,
are what published lists look like.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ttpv.core.periods import Period
from ttpv.readers.dossiers.agency import Agencies
from ttpv.readers.dossiers.findings import Findings
from ttpv.readers.dossiers.header import DossierHeader
from ttpv.readers.dossiers.raw import Mask, Numbers, RawRows
from ttpv.readers.dossiers.times import NONE, Times, parse_times
from ttpv.readers.dossiers.values import (
    BAD,
    BLANK,
    ColumnReader,
    Texts,
    choice_reader,
    department_reader,
    read_amount,
)
from ttpv.readers.dossiers.warn import GoodRows, find_warnings, is_day_for_month
from ttpv.reference import Department, DepartmentNames, DossierColumn, DossierLayout
from ttpv.reference.dossiers import CHOICES

# A row without any of these is no dossier: a blank one, a note or a sum under the list.
_ESSENTIAL = ("code", "received", "status")
_DAY_SECONDS = 86_400

_UNKNOWN: dict[str, str] = {
    "text": "dossier_text_doubtful",
    "amount": "dossier_fee_unreadable",
}
_UNKNOWN |= dict.fromkeys(CHOICES, "dossier_value_unknown")


@dataclass
class RowChecker:
    """Checks one list's rows, batch after batch. `last_row` is the last dossier's so far."""

    layout: DossierLayout
    header: DossierHeader
    departments: tuple[Department, ...]
    names: DepartmentNames
    period: Period
    findings: Findings
    texts: dict[str, Texts] = field(init=False)
    readers: dict[str, ColumnReader] = field(init=False)
    way: int = 0
    last_row: int = 0

    def __post_init__(self) -> None:
        present = [c for c in self.layout.columns if c.id in self.header.columns]
        self.texts = {c.id: Texts(c) for c in present if c.kind == "text"}
        self.readers = {c.id: self._reader(c) for c in present if c.kind not in ("code", "time")}
        means = np.array([status.means for status in self.layout.statuses])
        self._counted = means != "not_counted"
        self._suspended = means == "suspended"
        self._agencies = Agencies(self.layout)

    def _reader(self, column: DossierColumn) -> ColumnReader:
        if column.kind == "text":
            return ColumnReader(self.texts[column.id].read)
        if column.kind == "amount":
            return ColumnReader(read_amount)
        if column.kind == "department":
            return ColumnReader(department_reader(self.departments, self.names))
        choices = [choice for choice in CHOICES if choice == column.kind]
        return ColumnReader(choice_reader(self.layout.values_of(choices[0])))

    def check(self, raw: RawRows) -> Any:
        """The rows that hold no error, as an Arrow table: `row`, `code`, times as seconds since
        1970, the layout's other columns as integers, `counted` and `suspended`."""
        batch = _Batch(raw, self._is_no_dossier(raw), self.findings)
        self.last_row = int(raw.numbers[~batch.skipped].max(initial=self.last_row))
        values: dict[str, Numbers] = {}
        times: dict[str, Times] = {}
        for column in self.layout.columns:
            if column.id not in self.header.columns:
                continue
            texts = raw.columns[column.id]
            if column.kind == "code":
                code = self._check_code(batch, column, texts)
            elif column.kind == "time":
                times[column.id] = self._check_times(batch, column, texts)
            else:
                values[column.id] = self.readers[column.id].take(texts)
                if column.kind != "department":
                    batch.report(_UNKNOWN[column.kind], column.id, values[column.id] == BAD)
                if not column.may_be_blank:
                    batch.report("dossier_blank", column.id, values[column.id] == BLANK)
        self._check_order(batch, times)
        self._report_agencies(batch, raw.columns["department"], values["department"])
        good = np.flatnonzero(~(batch.bad | batch.skipped))
        rows = GoodRows(self.layout, self.period, times, values, good)
        received = times["received"].seconds[good]
        swapped = is_day_for_month(code.take(good), received)
        self.findings.report("dossier_day_month", "received", raw.numbers[good[swapped]])
        for (warning, name), mask in find_warnings(rows).items():
            self.findings.report(warning, name, raw.numbers[good[mask]])
        return self._table(raw.numbers, code, times, values, good)

    def known_names(self) -> tuple[tuple[str, str], ...]:
        """The departments' names as they were printed so far, each with whose it is (its id)."""
        known = self.readers["department"].known
        return tuple((text, self.departments[at].id) for text, at in known.items() if at >= 0)

    def _is_no_dossier(self, raw: RawRows) -> Mask:
        blank = np.ones(len(raw.numbers), dtype=bool)
        filled = np.zeros(len(raw.numbers), dtype=bool)
        for column, texts in raw.columns.items():
            is_blank = _is_blank(texts)
            filled |= ~is_blank
            if column in _ESSENTIAL:
                blank &= is_blank
        self.findings.report("dossier_rows_skipped", "code", raw.numbers[blank & filled])
        return blank

    def _check_code(self, batch: "_Batch", column: DossierColumn, texts: Any) -> Any:
        code = pc.utf8_upper(pc.utf8_trim_whitespace(texts))
        blank = _is_blank(texts)
        shape = "^(?:" + "|".join(column.patterns) + ")$"
        fits = pc.match_substring_regex(code, shape).to_numpy(zero_copy_only=False)
        batch.report("dossier_blank", column.id, blank)
        batch.report("dossier_code_unknown", column.id, ~fits & ~blank)
        return code

    def _check_times(self, batch: "_Batch", column: DossierColumn, texts: Any) -> Times:
        times = parse_times(texts, without_time=column.without_time)
        batch.report("dossier_date_impossible", column.id, times.bad)
        if not column.may_be_blank:
            batch.report("dossier_blank", column.id, (times.seconds == NONE) & ~times.bad)
        ways = times.ways[(times.ways > 0) & ~batch.skipped]
        if not self.way and len(ways):
            self.way = int(ways[0])
        batch.report("dossier_dates_mixed", column.id, (times.ways > 0) & (times.ways != self.way))
        return times

    def _check_order(self, batch: "_Batch", times: Mapping[str, Times]) -> None:
        received, returned = times["received"], times["returned"]
        start = received.seconds
        # A day alone says nothing of the hour: returned on the day it was received is no error.
        start = np.where(returned.is_day, start - start % _DAY_SECONDS, start)
        both = (returned.seconds != NONE) & (received.seconds != NONE)
        batch.report("dossier_dates_reversed", "returned", both & (returned.seconds < start))

    def _report_agencies(self, batch: "_Batch", texts: Any, departments: Numbers) -> None:
        """Unknown agencies: by name where the row is right in all else and the name begins as
        agencies' do, else only where it stands (a shifted row may hold a citizen's name)."""
        unknown = (departments == BAD) & ~batch.skipped
        if not unknown.any():
            return
        places = texts.indices.to_numpy(zero_copy_only=False)
        right = unknown & ~batch.bad
        sayable = np.zeros(len(unknown), dtype=bool)
        for place in np.unique(places[right]):
            name = texts.dictionary[int(place)].as_py()
            if self._agencies.may_be_one(name):
                rows = right & (places == place)
                sayable |= rows
                self.findings.report_name(name, batch.numbers[rows])
        batch.report("dossier_department_unreadable", "department", unknown & ~sayable)
        batch.bad |= unknown

    def _table(
        self,
        numbers: Numbers,
        code: Any,
        times: Mapping[str, Times],
        values: Mapping[str, Numbers],
        good: Numbers,
    ) -> Any:
        status = values["status"][good]
        columns: dict[str, Any] = {"row": pa.array(numbers[good]), "code": code.take(good)}
        for name, column in times.items():
            seconds = column.seconds[good]
            columns[name] = pa.array(seconds, pa.int64(), mask=seconds == NONE).cast(
                pa.timestamp("s")
            )
        for name, column_values in values.items():
            kept = column_values[good]
            columns[name] = pa.array(kept, pa.int64(), mask=kept == BLANK)
        columns["counted"] = pa.array(self._counted[status])
        columns["suspended"] = pa.array(self._suspended[status])
        return pa.table(columns)


class _Batch:
    """The rows under check: which are no dossiers, and which are wrong."""

    def __init__(self, raw: RawRows, skipped: Mask, findings: Findings) -> None:
        self.numbers = raw.numbers
        self.skipped = skipped
        self.bad: Mask = np.zeros(len(raw.numbers), dtype=bool)
        self._findings = findings

    def report(self, code: str, column: str, wrong: Mask) -> None:
        """An error in these rows."""
        wrong = wrong & ~self.skipped
        self._findings.report(code, column, self.numbers[wrong])
        self.bad |= wrong


def _is_blank(texts: Any) -> Mask:
    if isinstance(texts, pa.DictionaryArray):
        blank = np.array([not text.strip() for text in texts.dictionary.to_pylist()], dtype=bool)
        places = texts.indices.to_numpy(zero_copy_only=False)
        return blank[places] if len(blank) else np.zeros(0, dtype=bool)
    mask: Mask = pc.equal(pc.utf8_trim_whitespace(texts), "").to_numpy(zero_copy_only=False)
    return mask
