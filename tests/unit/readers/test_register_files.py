"""What files of registers have in common: which are TOML, and lines under the titles of columns."""

import pytest

from ttpv.readers.delimited import read_delimited
from ttpv.readers.register_files import is_toml, list_titles, read_register_lines

TITLES = {"first": "Từ ngày", "value": "Số liệu"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# ghi chú\n\n[[period]]\nfrom = 2023-01-01", True),
        ("  [[ index ]]", True),
        ("Từ ngày;Số liệu\n01/01/2023;[[period]]", False),
        ("[[target]]", False),
        ("# [[period]]", False),
        ("", False),
    ],
)
def test_which_are_toml(text: str, expected: bool):
    assert is_toml(text, ("period", "index")) is expected


def test_many_comments_and_blank_lines_are_no_trouble():
    assert not is_toml("\n" * 300_000 + "# x\n" * 100_000 + "y", ("period",))


def test_lines_under_titles_or_names():
    (sheet,), _ = read_delimited("SỐ LIỆU;first;khác\n'=1;01/01/2023;x\n;;\n2;;\n", "a.csv")
    read = read_register_lines(sheet, TITLES, ("first", "value"))
    assert [(line.row, dict(line.texts)) for line in read.lines] == [
        (2, {"value": "=1", "first": "01/01/2023"}),
        (4, {"value": "2", "first": ""}),
    ]
    assert read.letters == {"value": "A", "first": "B"}


def test_without_a_title_there_are_no_lines():
    (sheet,), _ = read_delimited("Số liệu;khác\n1;2\n", "a.csv")
    read = read_register_lines(sheet, TITLES, ("first", "value"))
    assert (read.lines, read.missing) == ((), ("Từ ngày",))
    assert list_titles(read.missing) == "“Từ ngày”"
