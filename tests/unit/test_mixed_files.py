"""Files of counts with people in them: kept as they came, so refused, in every container.

And a list with forms beside it: the list alone would be read, and the forms be lost without a word.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import EXAMPLE
from tests.containers import docx, ods, xlsb
from tests.dossier_lists import csv_bytes, make_records, rows_of
from tests.dress import ANNEX_1, ANNEX_2, Style, dressed, saved
from tests.dress_text import to_csv, to_html, to_legacy
from ttpv.core.periods import Period
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import Store

TODAY = date(2024, 1, 2)
DECEMBER = Period(date(2023, 12, 1), date(2024, 1, 1))
MARK = "MATKHAU"  # in every applicant's name
RECORDS = [{**record, "applicant": f"{MARK} Văn An"} for record in make_records(12)]
LIST = [row[:16] for row in rows_of(RECORDS)]  # Word tables have few columns
PEOPLE = [["Họ tên", "Số CCCD"], [f"{MARK} Văn An", "052123456789"]]


def annexes(*more: Iterable[Sequence[str]], style: Style | None = None) -> Workbook:
    """Annex I, and a sheet for each of `more`."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_1, style=style)))
    for number, rows in enumerate(more, 2):
        write(book.create_sheet(f"Danh sách {number}"), rows)
    return book


def write(sheet: Worksheet, rows: Iterable[Sequence[str]], top: int = 1) -> None:
    for number, row in enumerate(rows, top):
        for place, text in enumerate(row, 1):
            sheet.cell(number, place).value = text or None


def html(book: Workbook) -> bytes:
    return to_html(*book.worksheets).encode()


def csv_of(book: Workbook) -> bytes:
    return "\r\n".join(to_csv(sheet, padded=False) for sheet in book).encode()


def deep(rows: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """120 rows above, so that no header is found by the first rows."""
    return [*([f"dòng {n}"] for n in range(120)), *rows]


def look(tmp_path: Path, reference: Reference, content: bytes, name: str = "a") -> Preview:
    """The preview of one file, with the period said where it prints none."""
    store = Store(tmp_path / "store")
    found = preview_files(
        [Upload(name, content)],
        reference,
        store=store,
        today=TODAY,
        period=DECEMBER,
        overrules=False,
    )
    publish_files(found, store, Publisher("tests", may_publish=True))
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or MARK.encode() not in path.read_bytes()
    assert MARK not in str(found.issues)
    return found


def refused(found: Preview, code: str = "list_beside_form") -> str:
    """What is said: that alone, and nothing is kept."""
    assert [issue.code for issue in found.issues] == [code]
    assert not found.is_valid
    assert not found.drafts
    return found.issues[0].message


CONTAINERS: dict[str, Callable[[Workbook], bytes]] = {
    "xlsx": saved,
    "xlsb": xlsb,
    "ods": ods,
    "docx": docx,
    "html": html,
    "csv": csv_of,
}
LISTS = {
    "a list": LIST,
    "a list far down": deep(LIST),
    "a list in capitals without a header": [[text.upper() for text in row] for row in LIST[1:]],
    "names and numbers": PEOPLE,
    "names and numbers far down": deep(PEOPLE),
    "numbers of citizens alone": [["", f"05212345678{n}"] for n in range(3)],
    "one title, numbers under it": [["Số CMND"], *([f"21234567{n}"] for n in range(3))],
    "one title, phones under it": [
        ["Điện thoại liên hệ"],
        *([f"0905 123 45{n}"] for n in range(3)),
    ],
    "one title, names under it": [["Họ và tên"], *([f"{MARK} Văn An"] for _ in range(3))],
    "codes among words": [[f"Hồ sơ H08.16-231225-000{n} chậm"] for n in range(3)],
    "old codes in one cell": [["; ".join(f"000.00.16.H08-231225-000{n}" for n in range(3))]],
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("people", LISTS)
def test_people_beside_a_form_are_refused(
    tmp_path: Path, reference: Reference, container: str, people: str
):
    content = CONTAINERS[container](annexes(LISTS[people]))
    said = refused(look(tmp_path, reference, content))
    assert "tách danh sách ra tệp riêng" in said
    assert "trang tính “" in said


def test_the_sheet_is_named(tmp_path: Path, reference: Reference):
    said = refused(look(tmp_path, reference, saved(annexes(PEOPLE))))
    assert "(trang tính “Danh sách 2”, dòng 1)" in said
    said = refused(look(tmp_path, reference, saved(annexes(LIST))))
    assert "(danh sách ở trang tính “Danh sách 2”)" in said


@pytest.mark.parametrize("container", ["xlsx", "ods", "html", "csv"])
def test_below_the_form_on_its_own_sheet(tmp_path: Path, reference: Reference, container: str):
    book = annexes()
    write(book.active, LIST, top=60)
    refused(look(tmp_path, reference, CONTAINERS[container](book)))


def test_a_list_with_a_form_above_it_in_its_sheet(tmp_path: Path, reference: Reference):
    """Within the first sixty rows, where the list is found first."""
    book = annexes()
    write(book.active, LIST, top=45)
    for content in (saved(book), csv_of(book)):
        assert "danh sách ở trang tính" in refused(look(tmp_path, reference, content))


@pytest.mark.parametrize("order", ["list first", "list last"])
@pytest.mark.parametrize("numbering", ["plain", "none"])
def test_a_list_with_forms_on_other_sheets(
    tmp_path: Path, reference: Reference, order: str, numbering: str
):
    """The annexes print a period of their own, so the list's is said: both would be read."""
    book = load_workbook(
        io.BytesIO(dressed(ANNEX_1, ANNEX_2, style=Style(numbering=numbering, period=None)))
    )
    write(book.create_sheet("DS", 0 if order == "list first" else None), LIST)
    assert "“DS”" in refused(look(tmp_path, reference, saved(book)))


def test_a_form_far_below_or_right_of_a_list(tmp_path: Path, reference: Reference):
    """Its rows are not the list's: refused as such, by row."""
    book = load_workbook(io.BytesIO(dressed(ANNEX_2, style=Style(top=80))))
    write(book.active, LIST)
    found = look(tmp_path, reference, saved(book))
    assert not found.is_valid


@pytest.mark.parametrize("container", ["xlsx", "ods"])
def test_a_hidden_sheet_hides_nobody(tmp_path: Path, reference: Reference, container: str):
    book = annexes(PEOPLE)
    book.worksheets[1].sheet_state = "hidden"
    refused(look(tmp_path, reference, CONTAINERS[container](book)))


def test_an_old_font_hides_nobody(tmp_path: Path, reference: Reference):
    book = annexes([["Họ và tên", "Ngày sinh", "Nơi thường trú"]])
    for row in (row for sheet in book for row in sheet.iter_rows()):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = to_legacy(cell.value, "TCVN3")
    refused(look(tmp_path, reference, saved(book)))


CODES = "\n".join(f"H08.16-231225-000{n}" for n in range(3))
NUMBERS = "\n".join(f"05212345678{n}" for n in range(3))


@pytest.mark.parametrize("text", [CODES, NUMBERS])
def test_what_stands_in_no_cell(tmp_path: Path, reference: Reference, text: str):
    """A comment; a text that is struck through, which is not read; one that a merge covers."""
    commented = annexes()
    commented.active["B20"].comment = Comment(text, "ai đó")
    struck = annexes()
    struck.active["Z1"].value = text
    struck.active["Z1"].font = Font(strike=True)
    for book in (commented, struck):
        refused(look(tmp_path, reference, saved(book)), "list_out_of_sight")


def test_of_a_page_what_is_no_table(tmp_path: Path, reference: Reference):
    page = html(annexes()).replace(b"</body>", f"<!-- {CODES} --></body>".encode())
    refused(look(tmp_path, reference, page), "list_out_of_sight")
    wide = b"\xff\xfe" + page.decode().encode("utf-16-le")
    refused(look(tmp_path, reference, wide), "list_out_of_sight")


HARMLESS = {
    "a letterhead": [
        ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"],
        ["Địa chỉ: 127 Hai Bà Trưng", "Điện thoại: 0256 3812345", "Email: a@binhdinh.gov.vn"],
    ],
    "a letterhead in cells": [
        ["Địa chỉ:", "127 Hai Bà Trưng", "Điện thoại:", "02563812345"],
        ["Điện thoại", "0256 3812345", "Email", "a@binhdinh.gov.vn"],
    ],
    "one weak word over counts": [["Địa chỉ"], ["1"], ["2"], ["3"]],
    "signatures": [
        ["Người lập biểu", "", "GIÁM ĐỐC"],
        ["(Ký, họ tên)", "", "(Ký, đóng dấu)"],
        ["Nguyễn Văn An", "", "Trần Thị Bình"],
    ],
    "an example of a code": [["Mã hồ sơ có dạng H08.16-231225-0001."]],
    "amounts of money": [["Lệ phí thu"], *([str(123_456_789 + n)] for n in range(9))],
    "large numbers": [[f"0,0521234567{n:02}", str(952123456789 + n)] for n in range(9)],
}


@pytest.mark.parametrize("container", ["xlsx", "csv"])
@pytest.mark.parametrize("more", HARMLESS)
def test_what_forms_hold_besides(tmp_path: Path, reference: Reference, container: str, more: str):
    found = look(tmp_path, reference, CONTAINERS[container](annexes(HARMLESS[more])))
    assert found.is_valid, found.issues
    assert list((tmp_path / "store" / "sources").iterdir())


def test_the_example_stays(tmp_path: Path, reference: Reference):
    found = look(tmp_path, reference, EXAMPLE.read_bytes())
    assert found.is_valid
    assert len(found.drafts) == 2


def test_a_list_alone_and_one_with_a_harmless_sheet_stay(tmp_path: Path, reference: Reference):
    book = Workbook()
    write(book.active, rows_of(make_records(12)))
    write(book.create_sheet("Ghi chú"), [["Trạng thái", "Nghĩa"], ["Đã trả", "xong"]])
    for content in (saved(book), ods(book), csv_bytes(rows_of(make_records(12)))):
        found = look(tmp_path, reference, content)
        assert found.is_valid, found.issues
        assert [draft.table.form for draft in found.drafts] == ["dossiers"]
