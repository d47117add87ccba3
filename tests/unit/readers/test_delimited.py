"""CSV and its kin: delimiters, quotes, ragged and hostile rows."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.text import clean
from ttpv.readers import delimited
from ttpv.readers.delimited import find_delimiter, read_delimited
from ttpv.readers.text_file import MAX_LINE, MAX_TEXT_MB, read_text_file

FEW_CELLS = 2_000  # the real limit takes seconds


def rows_of(text: str) -> dict[int, dict[int, str]]:
    sheets, issues = read_delimited(text, "xuat.csv")
    assert not issues
    (sheet,) = sheets
    return {n: {c: cell.text for c, cell in row.items()} for n, row in sheet.rows.items()}


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b;c\n1;66,2;46,4\n2;66,3;46,5\n", ";"),
        ("Sở A;66,2;46,4;94,3\nSở B;66,3;46,5;94,4\n", ";"),
        ("Sở A;66,2\nSở B;66,3\n", ";"),  # as many commas as semicolons
        ('a,b,c\n1,"66,2","46,4"\n2,"66,3","46,5"\n', ","),
        ("a\tb\n1\t30,816\n2\t10,998,351,456\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("sep=|\na;b\n", "|"),
        ("SEP=\t\r\na;b\n", "\t"),
        ("Kết quả tiếp nhận, giải quyết, trả\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ("một cột\n", ","),
        ("", ","),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str):
    assert find_delimiter(text) == delimiter


def test_rows_are_numbered_as_excel_numbers_them():
    text = 'sep=;\r\nA;B\r\n\r\n"Sở\r\nY tế";"nói ""một cửa"""\r\n;;\r\nx\r\n;="0012";= 5\r\n'
    assert rows_of(text) == {
        1: {1: "A", 2: "B"},
        3: {1: "Sở Y tế", 2: 'nói "một cửa"'},
        5: {1: "x"},
        6: {2: "0012", 3: "= 5"},
    }


def test_a_quote_within_a_text_is_a_letter():
    assert rows_of('a;b\nSở "Y tế";5"\n')[2] == {1: 'Sở "Y tế"', 2: '5"'}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\r\n  \n", "file_empty"),
        (b"\xef\xbb\xbf", "file_empty"),
        (b"\xff\xfe", "file_empty"),
        (b'a;b\n1;"2\n3;4\n', "text_quote_open"),
        (b'a;b\n1;"' + b"2\n3;4\n" * 30_000, "text_line_too_long"),
        (b"1;" * MAX_LINE, "text_line_too_long"),
        (b"x" * (2 * MAX_LINE + 10) + b"\n", "text_line_too_long"),
        (b"1;2\n" * (FEW_CELLS // 2 + 1), "file_too_many_cells"),
        (b";" * 20_000 + b"1\n", "text_line_too_long"),
        (b"1;2\n" * (MAX_TEXT_MB * 250_000 + 250_000), "text_too_large"),
        (bytes(1000), "text_not_text"),
        (b"GIF89a\x01\x02\x03\x04\x05", "text_not_text"),
        (b"a;b\0c\n", "text_not_text"),
    ],
)
def test_files_that_are_refused(content: bytes, code: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(delimited, "MAX_CELLS", FEW_CELLS)
    sheets, issues = read_text_file(content, "xuat.csv")
    assert sheets == []
    assert [issue.code for issue in issues] == [code]


def test_empty_columns_cost_nothing():
    sheets, issues = read_text_file(b"a;b\n1" + b";" * 500_000 + b"\n", "xuat.csv")
    assert not issues
    assert sheets[0].rows[2].keys() == {1}


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2),
        min_size=1,
        max_size=8,
    ),
    delimiter=st.sampled_from(";,\t|"),
)
def test_whatever_is_written_is_read(rows: list[list[str]], delimiter: str):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    sheets, issues = read_delimited(f"sep={delimiter}\n{out.getvalue()}", "xuat.csv")
    assert not issues
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            kept = re.fullmatch('="([^"]*)"', text)
            wanted = clean(clean(kept[1] if kept else text))  # once when read, once when asked
            assert sheets[0].cell(number, column).text == wanted
