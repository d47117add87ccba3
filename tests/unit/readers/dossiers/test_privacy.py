"""What identifies a person stays in the uploaded file: not in a staged file, a temporary one, what
the database spills, a log, an issue, or a terminal; not while reading either.

Marks are planted in every personal column, in one that nobody knows, inside quotes with delimiters
and line breaks, and in rows that are shifted so that they stand where something else belongs. Then
every folder is searched, byte for byte in three encodings, and every Parquet file by its values.
"""

import logging
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.conftest import TODAY
from tests.dossier_lists import (
    PERSONAL,
    Record,
    Title,
    as_windows_writes,
    csv_bytes,
    make_records,
    rows_of,
    write_xlsx,
)
from tests.unit.readers.dossiers.conftest import DECEMBER
from ttpv.readers.dossiers import DossierRead, Progress, read_dossiers, reading, slim
from ttpv.reference import Reference

MARK = "MATKHAU"  # in every planted value


class Folders:
    """All that a reading could write to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.staging = root / "data" / "staging"
        self.temp = root / "temp"
        for folder in (self.staging, self.temp):
            folder.mkdir(parents=True)
        self.seen: set[str] = set()

    def search(self, *, finished: bool = False) -> None:
        """Fails where a mark is in any file; when all is finished, also as a Parquet value."""
        marks = [MARK.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
        for path in self._files():
            self.seen.add(path.name)
            content = path.read_bytes() if path.exists() else b""
            assert not [mark for mark in marks if mark in content], path
            if finished and path.suffix == ".parquet":
                for column in pq.read_table(path).columns:
                    texts = column.cast(pa.string())
                    assert not pc.any(pc.match_substring(texts, MARK)).as_py()

    def _files(self) -> Iterator[Path]:
        yield from (path for path in self.root.rglob("*") if path.is_file())


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    folders = Folders(tmp_path / "machine")
    monkeypatch.setenv("TTPV_DATA_DIR", str(folders.root / "data"))
    monkeypatch.setenv("TMPDIR", str(folders.temp))
    monkeypatch.setattr(tempfile, "tempdir", str(folders.temp))
    monkeypatch.setattr(slim, "COMPRESSION", "none")  # else half a file could not be searched
    monkeypatch.setattr(reading, "_COUNTED_AT_ONCE", 2_000)
    return folders


def marked(number: int) -> list[Record]:
    """Dossiers whose personal columns all hold marks, some with delimiters and line breaks."""
    records = list(make_records(number, seed=4))
    for place, record in enumerate(records):
        for column in PERSONAL:
            record[column] = f"{MARK} {column} {place}"
        record["address"] = f'12 "{MARK}", phường\n{MARK}\r\nquận; {MARK}\t'
    return records


def with_unknown_column(records: list[Record]) -> list[list[str]]:
    rows = list(rows_of(records))
    return [[*rows[0], "Cột lạ"], *([*row, f"{MARK} lạ"] for row in rows[1:])]


def check(
    source: bytes | Path,
    folders: Folders,
    reference: Reference,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    every: int = 1,
) -> DossierRead:
    """Reads, and searches the folders after every so many megabytes, and at the end."""
    caplog.set_level(logging.DEBUG)

    looks = count()

    def look(progress: Progress) -> None:
        if next(looks) % every == 0:
            folders.search()
        assert MARK not in str(progress)

    found = read_dossiers(
        source,
        "tệp",
        reference,
        today=TODAY,
        staging=folders.staging,
        period=DECEMBER,
        progress=look,
    )
    assert found is not None
    folders.search(finished=True)
    assert list(folders.temp.iterdir()) == []
    assert MARK not in str(found)
    assert MARK not in caplog.text
    captured = capfd.readouterr()
    assert MARK not in captured.out + captured.err
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1258"])
@pytest.mark.parametrize("from_path", [True, False])
def test_a_right_list_as_csv(
    folders: Folders,
    reference: Reference,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    encoding: str,
    from_path: bool,
):
    text = csv_bytes(with_unknown_column(marked(6_000))).decode()
    content = as_windows_writes(text).encode(encoding)
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    found = check(path if from_path else content, folders, reference, caplog, capfd)
    assert found.table is not None
    assert {path.name for path in found.extras.values()} <= folders.seen


def test_what_the_database_spills(
    folders: Folders,
    reference: Reference,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
):
    """Overdue dossiers wait in the database to be sorted: here for lack of memory on disk."""
    monkeypatch.setattr(reading, "_MEMORY_MB", 64)
    monkeypatch.setattr(reading, "_COUNTED_AT_ONCE", 20_000)
    late = {"received": "01/12/2023 08:00:00", "due": "02/12/2023 08:00:00", "returned": ""}
    (record,) = marked(1)
    header, row = rows_of([record | late | {"code": "MÃ", "status": "Đang xử lý"}])
    line = csv_bytes([row]).decode()
    dossiers = 400_000
    lines = (line.replace("MÃ", f"000.00.16.H08-231201-{n:07d}", 1) for n in range(dossiers))
    content = csv_bytes([header]) + "".join(lines).encode()
    found = check(content, folders, reference, caplog, capfd, every=40)
    assert found.states == {"pending_overdue": dossiers}
    assert [name for name in folders.seen if name.startswith("duckdb_temp")]


def test_the_search_finds_what_is_there(folders: Folders):
    pq.write_table(pa.table({"a": [MARK.lower().upper()]}), folders.staging / "a.parquet")
    with pytest.raises(AssertionError):
        folders.search(finished=True)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        (folders.staging / "a.parquet").write_bytes(f"x{MARK}".encode(encoding))
        with pytest.raises(AssertionError):
            folders.search()


def test_a_right_list_as_xlsx(
    folders: Folders,
    reference: Reference,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
):
    path = write_xlsx(tmp_path / "a.xlsx", with_unknown_column(marked(3_000)), title=Title())
    found = check(path, folders, reference, caplog, capfd)
    assert found.table is not None


SHIFTS = {
    "one to the right": lambda row: ["x", *row[:-1]],
    "one to the left": lambda row: [*row[1:], "x"],
    "a cell too many": lambda row: [*row, MARK],
    "a cell too few": lambda row: row[1:],
    "the name for the code": lambda row: [row[0], row[6], *row[2:]],
    "the name for the agency": lambda row: [*row[:5], row[6], *row[6:]],
    "the name for the status": lambda row: [*row[:14], row[6], *row[15:]],
    "the address for the field": lambda row: [*row[:4], row[8], *row[5:]],
    "the name for a date": lambda row: [*row[:10], row[6], *row[11:]],
    "the name for the fee": lambda row: [*row[:15], row[6], *row[16:]],
    "the phone for the procedure": lambda row: [*row[:3], f"0912345678 {MARK}", *row[4:]],
    "the name for the procedure's code": lambda row: [*row[:2], row[6], *row[3:]],
}


# A sheet has no rows of another shape.
SHEET_SHIFTS = [shift for shift in SHIFTS if "a cell too" not in shift][::4]


@pytest.mark.parametrize(
    ("kind", "shift"),
    [*(("csv", shift) for shift in SHIFTS), *(("xlsx", shift) for shift in SHEET_SHIFTS)],
)
def test_shifted_rows(
    folders: Folders,
    reference: Reference,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    kind: str,
    shift: str,
):
    """Refused; and what was written before the wrong row was found is gone."""
    rows = list(rows_of(marked(4_500 if kind == "csv" else 300)))
    for number in (5, len(rows) - 2):
        rows[number] = SHIFTS[shift](rows[number])
    source = csv_bytes(rows) if kind == "csv" else write_xlsx(tmp_path / "a.xlsx", rows)
    found = check(source, folders, reference, caplog, capfd)
    assert found.table is None
    assert list(folders.staging.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "Trương Văn An",
        "Bàn Thị Mẩy",
        "Viên Thị Hoa",
        "Phong Quốc Sở",
        "Phòng khám Nguyễn Văn An",
        "Văn phòng công chứng Lê Thị Bình",
        "Truong Van An",
        "Trường Văn An",
        "Phòng 301 chung cư Hoàng Văn Thụ, 0905123456",
        "UBND xã Phước Lộc (Nguyễn Văn An, 079203001234)",
    ],
)
def test_a_name_that_begins_nearly_as_agencies_do(
    reference: Reference, folders: Folders, name: str
):
    """Trương is no Trường, Bàn no Ban: what only folds to an agency's word is not repeated."""
    records = list(make_records(6))
    records[3]["department"] = name
    found = read_dossiers(
        csv_bytes(rows_of(records)),
        "tệp",
        reference,
        today=TODAY,
        staging=folders.staging,
        period=DECEMBER,
    )
    assert found is not None
    assert "dossier_department_unreadable" in {issue.code for issue in found.issues}
    assert name not in str(found)
