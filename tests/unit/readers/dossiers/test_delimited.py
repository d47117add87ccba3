"""The same list in every dress that a CSV comes in, and what is wrong with some."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY
from tests.dossier_lists import (
    COLUMNS,
    Title,
    as_windows_writes,
    csv_bytes,
    make_records,
    rows_of,
    write_csv,
)
from tests.unit.readers.dossiers.conftest import DECEMBER, ReadList
from ttpv.core.messages import MESSAGES
from ttpv.core.tables import CountsTable
from ttpv.readers.dossiers import DossierRead, delimited, find_dossier_list, read_dossiers
from ttpv.readers.dossiers.delimited import find_encoding
from ttpv.reference import Reference, read_reference

COUNT = 60


def figures(table: CountsTable | None) -> dict[str | None, dict[str, object]]:
    assert table is not None
    return {row.department: dict(row.figures) for row in table.rows}


@pytest.fixture
def plain(read_list: ReadList) -> DossierRead:
    return read_list(rows_of(make_records(COUNT)))


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("delimiter", "title"), [(",", None), (";", None), ("\t", Title()), (";", Title())]
)
def test_every_dress_gives_the_same_counts(
    tmp_path: Path,
    plain: DossierRead,
    read_list: ReadList,
    delimiter: str,
    encoding: str,
    title: Title | None,
):
    rows = rows_of(make_records(COUNT))
    if encoding == "cp1258":  # as Windows writes it: accents behind their letters
        rows = ([as_windows_writes(text) for text in row] for row in rows)
        title = None
    path = write_csv(tmp_path / "a", rows, delimiter=delimiter, encoding=encoding, title=title)
    read = read_list(path)
    assert figures(read.table) == figures(plain.table)
    assert read.rows == COUNT


def test_bytes_are_read_as_the_file_is(plain: DossierRead, read_list: ReadList, tmp_path: Path):
    path = write_csv(tmp_path / "a", rows_of(make_records(COUNT)), encoding="utf-16")
    assert figures(read_list(path.read_bytes()).table) == figures(plain.table)


def test_texts_are_composed(tmp_path: Path, read_list: ReadList):
    import pyarrow.parquet as pq

    rows = ([as_windows_writes(text) for text in row] for row in rows_of(make_records(COUNT)))
    read = read_list(write_csv(tmp_path / "a", rows, encoding="cp1258"))
    fields = set(pq.read_table(read.extras["cube"])["field"].to_pylist())
    assert "Hộ tịch" in fields


def test_columns_come_in_any_order(plain: DossierRead, read_list: ReadList):
    columns = sorted(COLUMNS, reverse=True)
    read = read_list(rows_of(make_records(COUNT), columns))
    assert figures(read.table) == figures(plain.table)


def test_rows_are_numbered_as_a_spreadsheet_does(read_list: ReadList):
    """Title, blank lines, line breaks in cells, and rows of another shape all count."""
    header, *rows = rows_of(make_records(10))
    rows[1][6] = "Nguyễn\nVăn\r\nAn"
    rows[9][13] = "?"
    lines = csv_bytes([["Danh sách"], [""], header, *rows]).decode().split("\r\n")
    found = [n for n, line in enumerate(lines) if line.startswith("6,")]
    lines[found[0] : found[0]] = ["", "1,2,3", " , "]
    read = read_list("\r\n".join(lines).encode())
    rows_found = {issue.code: issue.row for issue in read.issues if issue.is_error}
    # 1–3: title, blank line, header; 4–8: five dossiers; 9–11: what was put in.
    assert rows_found == {"dossier_row_shape": 10, "dossier_value_unknown": 16}


def test_a_numbering_row_under_the_header_is_none_of_the_dossiers(
    plain: DossierRead, read_list: ReadList
):
    header, *rows = rows_of(make_records(COUNT))
    read = read_list([header, [f"({n})" for n in range(1, len(header) + 1)], *rows])
    assert figures(read.table) == figures(plain.table)
    assert read.rows == COUNT


def test_a_row_longer_than_a_block_is_refused(read_list: ReadList):
    content = csv_bytes(rows_of(make_records(3))) + b"x" * 100_000_000
    (issue,) = read_list(content).issues
    assert issue.code == "dossier_unreadable"


def test_a_thousand_misshapen_rows_are_enough(read_list: ReadList, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(delimited, "_MAX_MISSHAPEN", 30)
    content = csv_bytes(rows_of(make_records(3))) + b"1,2\r\n" * 50
    codes = [issue.code for issue in read_list(content).issues]
    assert codes.count("dossier_row_shape") == 20
    assert "dossier_more" in codes


def test_bytes_of_another_encoding_further_down(read_list: ReadList):
    lines = csv_bytes(rows_of(make_records(2000))).split(b"\r\n")
    lines[1900] = lines[1900].replace("Sở".encode(), b"S\xed\xed")
    (issue,) = read_list(b"\r\n".join(lines)).issues
    assert issue.code == "dossier_unreadable"


@pytest.mark.parametrize(
    "content",
    [b"", b"\0\0\0\0", b"a,b,c\n1,2,3\n", b"\xff\xfe", b'"' * 1000, "Mã hồ sơ\n1\n".encode()],
)
def test_what_is_no_list(content: bytes, reference: Reference, tmp_path: Path):
    assert find_dossier_list(content, "a", reference) is None
    read = read_dossiers(content, "a", reference, today=TODAY, staging=tmp_path, period=DECEMBER)
    assert read is None
    assert list(tmp_path.iterdir()) == []


def test_a_summary_form_is_no_list(example_file: Path, reference: Reference):
    assert find_dossier_list(example_file, "a", reference) is None


def test_an_encoding_is_told_by_its_bytes():
    assert find_encoding("Mã hồ sơ".encode()) == "utf-8"
    assert find_encoding("Mã hồ sơ".encode()[:-1]) == "utf-8"  # cut within a letter
    assert find_encoding(b"M\xe3 h\xf4\xcc so") == "cp1258"


REFERENCE = read_reference()
LIST = csv_bytes(rows_of(make_records(12, seed=9)))


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(LIST)),
            st.integers(0, 40),
            st.binary(max_size=8) | st.sampled_from([b'"', b",", b"\r\n", b"\0", b'""', b";"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_mutilated_list_gives_issues_or_counts(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[tuple[int, int, bytes]]
):
    """Never a traceback, never half a result, never a value of the list."""
    content = LIST
    for at, length, put in cuts:
        content = content[:at] + put + content[at + length :]
    staging = tmp_path_factory.mktemp("staging")
    read = read_dossiers(content, "a", REFERENCE, today=TODAY, staging=staging, period=DECEMBER)
    if read is None or read.table is None:
        assert list(staging.iterdir()) == []
        assert read is None or any(issue.is_error for issue in read.issues)
    else:
        assert len(list(next(staging.iterdir()).iterdir())) == 3
    for issue in read.issues if read else ():
        assert MESSAGES[issue.code]
        assert issue.value is None or issue.value.startswith("S")
