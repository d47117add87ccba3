"""Reports as Word files: tables among text, and what Word does to tables."""

import re
from datetime import date

import pytest

from tests.containers import (
    document,
    docx,
    paragraph,
    repacked,
    table,
    table_cell,
    table_row,
)
from tests.dress import ANNEX_1, ANNEX_2, Style, expected, figures, rows_of
from tests.golden.make_files import annexes
from ttpv.core.periods import parse_period
from ttpv.readers import read_export
from ttpv.readers.sheet import Sheet
from ttpv.readers.sheets import read_sheets
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
YEAR = parse_period("2023-01-01..2023-12-25")
BODY = "Trong kỳ, từ ngày 01/01/2023 đến 25/12/2023, Trung tâm đã tiếp nhận 99.364 hồ sơ."
HEADER = [
    table_row(
        [
            table_cell("STT", merge="restart"),
            table_cell("Tên cơ quan", merge="restart"),
            table_cell("Giao dịch trực tuyến", 2),
            table_cell("Giao dịch trực tiếp", 2),
        ]
    ),
    table_row(
        [
            *(table_cell("", merge="continue"), table_cell("", merge="continue")),
            *(table_cell(words) for words in ("Số giao dịch", "Số tiền") * 2),
        ]
    ),
    table_row(table_cell(f"({number})") for number in range(1, 7)),
]
LINES = [table_row(table_cell(words) for words in row) for row in rows_of(ANNEX_2)]


def sheets_of(content: bytes) -> list[Sheet]:
    sheets, issues = read_sheets(content, "báo cáo.docx")
    assert not issues
    return sheets


def read(*parts: str, reference: Reference):
    return read_export(document(*parts), "báo cáo.docx", reference, today=TODAY)


def check_annex_2(*parts: str, reference: Reference) -> None:
    found = read(*parts, reference=reference)
    assert not found.issues
    (counts,) = found.tables
    assert counts.period == YEAR
    assert figures(counts) == expected(ANNEX_2, reference)


def test_each_table_is_a_sheet_with_the_text_above_it():
    content = document(
        paragraph("Báo cáo"),
        table([table_row([table_cell("a"), table_cell("b")])], 2),
        paragraph(""),
        paragraph("Phụ lục"),
        table([table_row([table_cell("c")])], 1),
        paragraph("Nơi nhận"),
    )
    first, second = sheets_of(content)
    assert (first.name, second.name) == ("Bảng 1", "Bảng 2")
    assert [text for _, _, text in first.texts()] == ["Báo cáo", "a", "b"]
    assert [text for _, _, text in second.texts()] == ["Phụ lục", "c", "Nơi nhận"]


def test_the_body_says_the_period_of_the_annexes(reference: Reference):
    """As in the report of 2023: the annexes print none."""
    book = annexes(Style(period=None, signature=False))
    content = repacked(
        docx(book),
        {"word/document.xml": lambda xml: xml.replace(b"<w:body>", before(paragraph(BODY)))},
    )
    found = read_export(content, "x.docx", reference, today=TODAY)
    assert not found.issues
    assert [one.period for one in found.tables] == [YEAR, YEAR]
    assert figures(found.tables[0]) == expected(ANNEX_1, reference)


def before(part: str) -> bytes:
    return b"<w:body>" + part.encode()


def test_a_note_between_the_tables_is_not_the_period_of_the_one_above(reference: Reference):
    note = "Ghi chú: tính từ ngày 20/02/2023 đến ngày 25/12/2023."
    signature = table([table_row([table_cell("Nơi nhận:"), table_cell("GIÁM ĐỐC")])], 2)
    found = read(table([*HEADER, *LINES], 6), paragraph(note), signature, reference=reference)
    assert [issue.code for issue in found.issues] == ["period_missing"]


def test_a_title_in_a_table_of_its_own_says_the_period(reference: Reference):
    title = table([table_row([table_cell("UBND TỈNH"), table_cell(BODY)])], 2)
    check_annex_2(title, paragraph(""), table([*HEADER, *LINES], 6), reference=reference)


@pytest.mark.parametrize("between", ["", "2", "(tiếp theo)", "Tiếp theo trang 3"])
@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_that_goes_on_in_a_second_one(between: str, repeated: bool, reference: Reference):
    second = [*(HEADER if repeated else []), *LINES[9:]]
    check_annex_2(
        paragraph(BODY),
        table([*HEADER, *LINES[:9]], 6),
        paragraph(between),
        table(second, 6),
        reference=reference,
    )


def test_a_nested_table_is_a_sheet_of_its_own(reference: Reference):
    inner = table([*HEADER, *LINES], 6)
    outer = table([table_row([table_cell("khung", inside=paragraph(BODY) + inner)])], 1)
    check_annex_2(outer, reference=reference)
    names = [sheet.name for sheet in sheets_of(document(outer))]
    assert names == ["Bảng 1", "Bảng 2"]


def test_borders_drawn_unevenly_are_one_border(reference: Reference):
    """The header's third border stands 1 mm left of that of the lines: Word then has a column
    between them that is no column."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in (500, 2000, 60, 900, 900, 900, 900))

    def head(*words: str) -> str:
        return table_row(table_cell(w, span=2 if n == 3 else 1) for n, w in enumerate(words, 1))

    lines = [
        table_row(table_cell(words, span=2 if n == 2 else 1) for n, words in enumerate(row, 1))
        for row in rows_of(ANNEX_2)
    ]
    rows = [
        table_row(
            [*map(table_cell, ["STT", "Tên cơ quan"]), table_cell("Giao dịch trực tuyến", 5)]
        ),
        head("", "", "Số giao dịch", "Số tiền", "Số giao dịch", "Số tiền"),
        head(*(f"({number})" for number in range(1, 7))),
    ]
    whole = table([*rows, *lines], 0).replace("<w:tblGrid>", f"<w:tblGrid>{grid}")
    check_annex_2(paragraph(BODY), whole, reference=reference)


def test_a_narrow_column_that_holds_something_is_no_sliver():
    cells = [table_row([table_cell("1"), table_cell("2"), table_cell("3")])]
    (sheet,) = sheets_of(document(table(cells, 3, width=40)))
    assert [sheet.cell(1, column).text for column in range(1, 4)] == ["1", "2", "3"]


def test_what_track_changes_and_content_controls_hold():
    """python-docx's own texts leave out both."""
    words = (
        "<w:p><w:r><w:t>1</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2</w:t></w:r></w:ins>"
        "<w:sdt><w:sdtContent><w:r><w:t>3</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    cells = [f"<w:tc>{words}</w:tc>"]
    gone = table_row([table_cell("đã xóa")], "<w:del/>")
    whole = table([table_row(cells), gone, table_row([table_cell("còn")])], 1)
    control = f"<w:sdt><w:sdtContent>{whole}</w:sdtContent></w:sdt>"
    (sheet,) = sheets_of(document(control))
    assert [text for _, _, text in sheet.texts()] == ["123", "còn"]


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


RAISED, STRUCK = '<w:vertAlign w:val="superscript"/>', "<w:strike/>"


@pytest.mark.parametrize(
    ("runs", "text", "is_struck"),
    [
        ((run("234"), run("1", RAISED)), "234", False),
        ((run("1"), run("2", '<w:vertAlign w:val="subscript"/>')), "12", False),
        ((run("2", RAISED), run("34", RAISED)), "234", False),  # so is the whole cell dressed
        ((run("100", STRUCK), run("120")), "120", True),
        ((run("100", "<w:dstrike/>"),), "", True),
        ((run("100", '<w:strike w:val="0"/>'),), "100", False),
        ((run(" ", STRUCK), run("7")), "7", False),
        (("<w:ins>", run("5"), run("1", RAISED), "</w:ins>"), "5", False),
    ],
)
def test_marks_and_struck_text_are_no_digits(runs, text: str, is_struck: bool):
    cells = [f"<w:tc><w:p>{''.join(runs)}</w:p></w:tc>", table_cell("x")]
    (sheet,) = sheets_of(document(table([table_row(cells)], 2)))
    assert sheet.cell(1, 1).text == text
    assert bool(sheet.struck) == is_struck


def test_a_struck_figure_is_warned_of_with_its_cell(reference: Reference):
    first = rows_of(ANNEX_2)[0]
    old, new = run("999", STRUCK), run(first[2])
    cells = [table_cell(words) for words in first]
    cells[2] = f"<w:tc><w:p>{old}{new}</w:p></w:tc>"
    parts = (paragraph(BODY), table([*HEADER, table_row(cells), *LINES[1:]], 6))
    found = read(*parts, reference=reference)
    (issue,) = found.issues
    assert issue.code == "text_struck"
    assert "ở 1 ô (C5)" in issue.message
    assert figures(found.tables[0]) == expected(ANNEX_2, reference)


def test_merged_cells_show_in_every_place():
    (sheet,) = sheets_of(document(table(HEADER, 6)))
    assert sheet.shown(2, 2).text == "Tên cơ quan"
    assert [sheet.shown(1, column).text for column in (3, 4, 5)] == [
        "Giao dịch trực tuyến",
        "Giao dịch trực tuyến",
        "Giao dịch trực tiếp",
    ]


def test_hidden_rows_are_known():
    rows = [table_row([table_cell("a")]), table_row([table_cell("b")], "<w:hidden/>")]
    (sheet,) = sheets_of(document(table(rows, 1)))
    assert sheet.hidden_rows == {2}


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (table([table_row([table_cell("a", span=999_999_999)])], 1), "file_too_many_cells"),
        (
            table([table_row([table_cell("a")], '<w:gridBefore w:val="99999999"/>')], 1),
            "file_damaged",
        ),
        ("<w:p/>" * 310_000, "file_too_many_cells"),
        (paragraph("không có bảng"), None),
    ],
)
def test_documents_made_to_hurt(part: str, code: str | None):
    _, issues = read_sheets(document(part), "x.docx")
    assert [issue.code for issue in issues] == ([code] if code else [])


def test_entities_are_refused():
    def plant(xml: bytes) -> bytes:
        xml = re.sub(rb"^<\?xml[^>]*>\s*", b"", xml)
        return b'<!DOCTYPE d [<!ENTITY a "ha">]>' + xml.replace(b"<w:t>", b"<w:t>&a;", 1)

    content = repacked(document(paragraph("x")), {"word/document.xml": plant})
    (issue,) = read_sheets(content, "x.docx")[1]
    assert (issue.code, "thực thể" in issue.message) == ("file_damaged", True)
