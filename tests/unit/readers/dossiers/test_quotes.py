"""Two stray quotation marks in a CSV make one row of several, of the right shape."""

import pytest

from tests.dossier_lists import csv_bytes, make_records, rows_of
from tests.unit.readers.dossiers.conftest import ReadList

COUNT = 30


def split_rows(*, marks: tuple[int, ...], column: int, end: str = "\r\n") -> str:
    rows = [list(row) for row in rows_of(make_records(COUNT))]
    for number in marks:
        rows[number][column] = '"' + rows[number][column]
    return end.join("\t".join(row) for row in rows) + end


@pytest.mark.parametrize("column", [0, 6, 21])  # before the code, a name, the last one
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_rows_within_a_cell_are_no_note(read_list: ReadList, column: int, end: str, encoding: str):
    read = read_list(split_rows(marks=(4, 9), column=column, end=end).encode(encoding))
    assert {issue.code for issue in read.issues if issue.is_error} == {"dossier_rows_swallowed"}
    assert read.table is None


@pytest.mark.parametrize(
    "note",
    [
        "hai\ndòng",
        "xem\nH08.16-231225-0001",
        "\t" * 30 + "\nH08.16-231225-0001, và H08.16-231225-0002",
        'nói "có"\nrồi thôi',
    ],
)
def test_cells_of_several_lines_are_read(read_list: ReadList, note: str):
    read = read_list(csv_bytes(rows_of(r | {"note": note} for r in make_records(COUNT))))
    assert (read.rows, [i for i in read.issues if i.is_error]) == (COUNT, [])
