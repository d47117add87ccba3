"""The list to send back: every issue with its cell, harmless in a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import EXAMPLE, TODAY, EditExample
from tests.table_files import read_csv
from ttpv.core.csv_text import neutralise
from ttpv.core.issues import Place, make_issue
from ttpv.imports import FilePreview, Upload, missing_file, preview_files
from ttpv.reference import Reference
from ttpv.reports.data_files import write_csv
from ttpv.views.data_tables import table_of_issues

ONE = "Phụ lục I"
HEADS = ("Mức", "Mã", "Tệp", "Trang tính", "Dòng", "Cột", "Giá trị", "Nội dung và cách sửa")


def write_issues(files: list[FilePreview]) -> bytes:
    return write_csv(table_of_issues(files))


def test_one_line_an_issue(reference: Reference, edit_example: EditExample):
    path = edit_example("x.xlsx", {(ONE, "E15"): "abc", (ONE, "D17"): -5, (ONE, "D14"): "-"})
    uploads = [Upload(path.name, path.read_bytes()), Upload("tốt.xlsx", EXAMPLE.read_bytes())]
    files = preview_files(uploads, reference, today=TODAY).files
    heads, *rows = read_csv(write_issues([files[0], missing_file("mất.xlsx")]))
    assert tuple(heads) == HEADS
    assert [row[:7] for row in rows] == [
        ["Lỗi", "count_not_number", "x.xlsx", ONE, "15", "E", "abc"],
        ["Lỗi", "count_negative", "x.xlsx", ONE, "17", "D", "'-5"],
        ["Cảnh báo", "cell_dash", "x.xlsx", ONE, "14", "D", "'-"],
        ["Lỗi", "file_missing", "mất.xlsx", "", "", "", ""],
    ]
    assert "không phải là số đếm" in rows[0][7]


def test_nothing_wrong_is_the_heads_alone():
    assert read_csv(write_issues([])) == [list(HEADS)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_would_be_a_formula_is_text(start: str):
    assert neutralise(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    assert neutralise(f"a{start}") == f"a{start}"


def file_with(value: str) -> FilePreview:
    place = Place(file=value, sheet=value, row=1, column="A")
    issue = make_issue("count_not_number", place, value)
    return FilePreview(value, (), (), (issue,), False)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_any_value_comes_back_harmless(value: str):
    _, row = read_csv(write_issues([file_with(value)]))
    for cell, text in ((row[3], value), (row[6], value)):
        assert cell == neutralise(text)
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_lines_and_separators_stay_in_their_cell():
    _, row = read_csv(write_issues([file_with('một; hai\n"ba"')]))
    assert row[6] == 'một; hai\n"ba"'
    assert len(row) == len(HEADS)
