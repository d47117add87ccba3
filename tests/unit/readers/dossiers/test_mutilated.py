"""Lists that hypothesis makes and mutilates: read whole or refused, never an exception, nothing
left behind, no dossier lost without a word, and nothing of an applicant anywhere.
"""

import io
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.conftest import TODAY
from tests.dossier_lists import (
    COLUMNS,
    PERSONAL,
    Record,
    Title,
    as_windows_writes,
    csv_bytes,
    make_records,
    rows_of,
)
from tests.unit.readers.dossiers.conftest import DECEMBER
from ttpv.core.messages import MESSAGES
from ttpv.readers.dossiers import DossierRead, read_dossiers
from ttpv.reference import Reference

MARK = "MATKHAU"
CODE = re.compile(r"000\.00\.\d\d\.H08-\d{6}-\d{4}")
NAMES = list(COLUMNS)
# A name in these cannot be told from a procedure's (docs/IMPORT.md).
FREE_TITLES = {COLUMNS["procedure_name"], COLUMNS["field"]}

HOSTILE = st.sampled_from(
    [
        "", " ", f"Nguyễn {MARK}", f"Trương {MARK}", f"Sở {MARK} 0912345678", f"{MARK}\n{MARK}",
        f"Phòng khám {MARK}", "30/02/2023", "12/25/2023", "01/01/1899", "31/12/9999",
        "45285", "2023-12-05 08:00:00", "2023-12-05T08:00:00Z", "05/12/2023 24:00", "-5000",
        "05/12/23", "1.000.000 đ", "1,000,000", "1.5e6", "(5000)", "1" * 400, "#DIV/0!", "=1+1",
        "\0", "\x1f", "\v", unicodedata.normalize("NFD", "ĐÃ TRẢ KẾT QUẢ "), "đang  xử lý", "Có",
        "x", "\ufeffKhông", "٣",
        "000.00.16.H08-231225-0001\u200b", "a" * 70_000, '"', "'", "\\", "<b>", "{column}", "%s",
    ]
)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> list[list[str]]:
    """A header and some dossiers, every personal cell of which is marked."""
    count = draw(st.integers(0, 8))
    records = [mark(r, n) for n, r in enumerate(make_records(count, seed=draw(st.integers(1, 5))))]
    order = draw(st.permutations(NAMES)) if draw(st.booleans()) else NAMES
    table = list(rows_of(records, order))
    if draw(st.booleans()):
        table = [[line] for line in Title().lines()] + table
    return table


def mark(record: Record, number: int) -> Record:
    return record | {column: f"{MARK} {column} {number}" for column in PERSONAL}


@st.composite
def mutilated(draw: st.DrawFn, table: list[list[str]]) -> list[list[str]]:
    """Up to three cells or rows are not what they should be."""
    table = [[*row] for row in table]
    for _ in range(draw(st.integers(0, 3))):
        row = draw(st.sampled_from(table))
        free = [n for n, name in enumerate(table_header(table)) if name in FREE_TITLES]
        match draw(st.integers(0, 7)):
            case 0 | 1 | 2 if len(row) > 1:
                at = draw(st.integers(0, len(row) - 1))
                row[at] = draw(HOSTILE) if at not in free else row[at]
            case 3:
                row.insert(0, draw(HOSTILE))
            case 4:
                row[:] = row[1:]
            case 5 if len(row) > 1:
                one, two = draw(st.integers(0, len(row) - 1)), draw(st.integers(0, len(row) - 1))
                if not {one, two} & set(free):
                    row[one], row[two] = row[two], row[one]
            case 6:
                table.append([*row])
            case 7:
                table.insert(draw(st.integers(0, len(table))), [""] * len(row))
    return table


def table_header(table: list[list[str]]) -> list[str]:
    return next((row for row in table if COLUMNS["code"] in row), [])


def read(content: bytes, reference: Reference) -> DossierRead | None:
    """Reads as the product does, and holds what must hold of any file."""
    with tempfile.TemporaryDirectory() as folder:
        found = read_dossiers(
            content, "tệp", reference, today=TODAY, staging=Path(folder), period=DECEMBER
        )
        left = [path for path in Path(folder).rglob("*") if path.is_file()]
        if found is None or found.table is None:
            assert left == []
            assert found is None or any(issue.is_error for issue in found.issues)
        else:
            assert sorted(left) == sorted(found.extras.values())
            check_table(found)
        for value in values_of(left):
            assert MARK not in value
    assert MARK not in str(found)
    for issue in found.issues if found else ():
        assert issue.code in MESSAGES
        assert issue.message.endswith(".")
    return found


def check_table(found: DossierRead) -> None:
    """3 = 4 + 6 = 7 + 10, and every row is something."""
    assert found.table is not None
    assert not any(issue.is_error for issue in found.issues)
    assert sum(found.states.values()) == found.rows
    outside = found.states.get("outside", 0) + found.states.get("not_counted", 0)
    received = resolved = pending = 0
    for row in found.table.rows:
        counts = {key: value for key, value in row.figures.items() if isinstance(value, int)}
        assert min(counts.values()) >= 0
        received += counts["received_new"] + counts["carried_over"]
        resolved += counts["resolved_on_time"] + counts["resolved_late"]
        pending += counts["pending_in_time"] + counts["pending_overdue"]
    assert received == resolved + pending == found.rows - outside


def values_of(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        for column in pq.read_table(path).columns:
            yield from (value or "" for value in column.cast(pa.string()).to_pylist())


@settings(max_examples=30)
@given(data=st.data())
def test_cells_and_rows(data: st.DataObject, reference: Reference):
    table = data.draw(mutilated(data.draw(rows())))
    delimiter = data.draw(st.sampled_from(",;\t"))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1258"]))
    text = as_windows_writes(csv_bytes(table, delimiter=delimiter).decode())
    found = read(text.encode(encoding, errors="replace"), reference)
    if found and found.table:
        assert found.rows == len(CODE.findall(text.upper()))


@settings(max_examples=50)
@given(data=st.data())
def test_letters_of_the_text(data: st.DataObject, reference: Reference):
    """Stray marks, delimiters, ends of lines and cuts, above all quotation marks."""
    delimiter = data.draw(st.sampled_from(",;\t"))
    table = data.draw(rows())
    if data.draw(st.booleans()):  # else a comma within an address is the only thing quoted
        table = [[cell.replace(delimiter, " ") for cell in row] for row in table]
    text = csv_bytes(table, delimiter=delimiter).decode()
    for _ in range(data.draw(st.integers(1, 2))):
        stray = data.draw(st.sampled_from(['"', '"', '"', delimiter, "\n", "\r", "\0", "\x1f", ""]))
        starts = [0, *(found.end() for found in re.finditer(f"[{delimiter}\n]", text))]
        first = data.draw(st.integers(0, len(starts) - 1))
        # The same cell, some rows further down: what lies between is one cell of the right row.
        second = min(first + data.draw(st.integers(0, 3)) * len(NAMES), len(starts) - 1)
        for at in sorted({starts[first], starts[second]}, reverse=True):
            text = text[:at] + stray + text[at + (not stray) :]
    found = read(text.encode(), reference)
    if found and found.table:
        assert found.rows == len(CODE.findall(text))


VALUES = st.sampled_from(
    [
        None, True, 0, -5, 1.5, 30.009, 45285, 1e300, date(2023, 12, 5), datetime(2023, 12, 5, 8),
        datetime(1904, 1, 1), time(8), "#N/A", "=A1", "=1/0", f"Trương {MARK}", "30/02/2023", " ",
    ]
)  # fmt: skip


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_cells_of_a_workbook(data: st.DataObject, reference: Reference):
    """A process of its own reads it, half a second each: a few."""
    table = data.draw(rows())
    book = Workbook()
    for row in table:
        book.active.append([cell or None for cell in row])
    free = [n for n, name in enumerate(table_header(table)) if name in FREE_TITLES]
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(NAMES) - 1))
        if at not in free:
            number = data.draw(st.integers(1, len(table) + 1))
            book.active.cell(number, at + 1).value = data.draw(VALUES)
    out = io.BytesIO()
    book.save(out)
    read(out.getvalue(), reference)
