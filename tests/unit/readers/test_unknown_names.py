"""A name that is no department's is handed on as data, so that a person can be asked once."""

from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from tests.dress import ANNEX_2, Style, dress, saved
from ttpv.core.issues import Place
from ttpv.readers import ExportRead, read_export
from ttpv.reference import Reference


def read(reference: Reference, *names: str, learned: Sequence[tuple[str, str]] = (), month: str):
    book = Workbook()
    rows = [[str(n), name, *["1"] * 4] for n, name in enumerate(names, 1)]
    style = Style(period=f"Từ ngày 01/{month} đến ngày 28/{month}")
    dress(book.active, ANNEX_2, style, rows=[*rows, ["", "Tổng cộng", *["1"] * 4]])
    return read_export(saved(book), "x.xlsx", reference, today=date(2025, 4, 1), learned=learned)


def departments(found: ExportRead) -> list[str | None]:
    return [row.department for row in found.tables[0].rows]


def test_unknown_names_with_their_cells_and_suggestions(reference: Reference):
    found = read(reference, "Sở Y tế", "S. GTVT", "Xã Nhơn Lý", month="02/2025")
    first, second = found.unknown_names
    assert (first.name, first.place) == ("S. GTVT", Place("x.xlsx", "Sheet", 13, "B"))
    assert first.suggestions[0].id == "so-giao-thong-van-tai"
    assert (second.name, second.place.row) == ("Xã Nhơn Lý", 14)
    issues = [issue for issue in found.issues if issue.code == "department_unknown"]
    assert [(i.row, i.column, i.value) for i in issues] == [
        (13, "B", "S. GTVT"),
        (14, "B", "Xã Nhơn Lý"),
    ]
    assert all(issue.is_error for issue in issues)
    assert "“Sở Giao thông vận tải”" in issues[0].message


def test_a_learned_name_is_no_longer_unknown(reference: Reference):
    learned = [("s gtvt", "so-giao-thong-van-tai")]
    found = read(reference, "S. GTVT", learned=learned, month="02/2025")
    assert departments(found) == ["so-giao-thong-van-tai"]
    assert found.tables[0].rows[0].printed_name == "S. GTVT"
    assert not found.unknown_names
    assert not any(issue.is_error for issue in found.issues)


def test_after_its_department_s_end_it_is_asked_about_again(reference: Reference):
    learned = [("S. GTVT", "so-giao-thong-van-tai")]
    found = read(reference, "S. GTVT", learned=learned, month="03/2025")
    assert [unknown.name for unknown in found.unknown_names] == ["S. GTVT"]
    both = [*learned, ("S. GTVT", "so-xay-dung-2025")]
    assert departments(read(reference, "S. GTVT", learned=both, month="03/2025")) == [
        "so-xay-dung-2025"
    ]


def test_a_learned_name_beside_the_department_s_own_is_a_row_too_many(reference: Reference):
    learned = [("S. GTVT", "so-giao-thong-van-tai")]
    found = read(reference, "Sở GTVT", "S. GTVT", learned=learned, month="02/2025")
    assert "department_twice" in {issue.code for issue in found.issues}


@pytest.mark.parametrize("learned", [(), [("Sở Y tế", "so-tu-phap")]])
def test_registered_names_stay_whose_they_are(reference: Reference, learned):
    found = read(reference, "Sở Y tế", learned=learned, month="02/2025")
    assert departments(found) == ["so-y-te"]
    assert found.unknown_names == ()
