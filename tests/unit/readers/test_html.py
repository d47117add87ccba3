"""HTML tables → sheets: spans, nesting, hidden parts, what Excel writes behind its texts."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttpv.readers import html, html_grid, html_parse
from ttpv.readers.html import read_html
from ttpv.readers.html_parse import MAX_DEPTH, MAX_TABLES
from ttpv.readers.sheet import Sheet

FEW_CELLS = 2_000  # the real limits take seconds
TAGS = """<table> </table> <tr> </tr> <td> </td> <td/rowspan=3> <td/colspan=0> <tbody> </tbody> <p>
</p> <br> <b> </b> <caption> <col/span=9> <style> </style> <script> </script> <div/hidden> </div>
<td/hidden> <!-- --> x 1 & &nbsp; < > <th> <select> <form> </form> <html> </body>"""


def sheets_of(text: str) -> list[Sheet]:
    sheets, issues = read_html(text, "bang.xls")
    assert not issues
    return sheets


def texts_of(sheet: Sheet) -> list[list[str]]:
    """The sheet's rows with every text at its column, blanks between as ""."""
    return [
        [sheet.cell(row, column).text for column in range(1, max(sheet.rows[row]) + 1)]
        for row in sheet.row_numbers()
    ]


def only(text: str) -> Sheet:
    (sheet,) = sheets_of(text)
    return sheet


def test_texts_between_tables_are_rows_above_the_next_and_below_the_last():
    first, second = sheets_of(
        "<h1>BÁO CÁO</h1><p>Từ ngày 01/01/2023<br>đến ngày 25/12/2023</p>"
        "<table><tr><td>1<td>2</table>Phụ lục <b>II</b>"
        "<table><caption>Đơn vị: đồng</caption><tr><td>3</table><div>Nơi nhận:</div>- Sở Y tế"
    )
    assert texts_of(first) == [
        ["BÁO CÁO"],
        ["Từ ngày 01/01/2023"],
        ["đến ngày 25/12/2023"],
        ["1", "2"],
    ]
    assert texts_of(second) == [
        ["Phụ lục II"],
        ["Đơn vị: đồng"],
        ["3"],
        ["Nơi nhận:"],
        ["- Sở Y tế"],
    ]
    assert [sheet.name for sheet in (first, second)] == ["Bảng 1", "Bảng 2"]


def test_spans_are_merged_cells():
    sheet = only(
        "<table><tr><td rowspan=2>STT<td colspan=2>Tiếp nhận<td rowspan='2'>Ghi chú"
        "<tr><td>Kỳ này<td>Kỳ trước<tr><td>1<td>2<td>3<td>4</table>"
    )
    assert texts_of(sheet) == [
        ["STT", "Tiếp nhận", "", "Ghi chú"],
        ["", "Kỳ này", "Kỳ trước"],
        ["1", "2", "3", "4"],
    ]
    assert sheet.shown(1, 3).text == "Tiếp nhận"
    assert sheet.shown(2, 1).text == "STT"
    assert sheet.shown(2, 4).text == "Ghi chú"


def test_a_rowspan_ends_with_its_group():
    """As browsers have it: a header's cell that is said to reach further does not."""
    sheet = only(
        "<table><thead><tr><td rowspan=9>STT<td>Tên</thead><tbody><tr><td>1<td>2</tbody></table>"
    )
    assert texts_of(sheet) == [["STT", "Tên"], ["1", "2"]]
    whole = only("<table><tr><td rowspan=0>x<td>1<tr><td>2<tr><td>3</table>")
    assert texts_of(whole) == [["x", "1"], ["", "2"], ["", "3"]]


@pytest.mark.parametrize("span", ["1000000000", "-3", "abc", "", "1e9", "999999999999999999999"])
def test_a_span_beyond_the_table_costs_nothing(span: str):
    tracemalloc.start()
    sheet = only(f"<table><tr><td rowspan='{span}'>a<td colspan='{span}'>b<tr><td>c</table>")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {"a", "b", "c"} == {cell for row in texts_of(sheet) for cell in row if cell}
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<table><tr>" + "<td>" * (FEW_CELLS + 1), "file_too_many_cells"),
        ("<table>" + "<tr><td rowspan=99999>x" * 1000, "file_too_many_cells"),
        ("<table><tr>" + "<td colspan=1000>x" * 20, "file_too_many_cells"),  # 20.000 columns
        ("<table>" + "<tr><td colspan=1000 rowspan=0>" * 400, "file_too_many_cells"),
        ("<p>x" * (FEW_CELLS + 1) + "<table><tr><td>1</table>", "file_too_many_cells"),
        ("<table><tr><td>" * (MAX_DEPTH + 1), "html_too_complex"),
        ("<table><tr><td>1</table>" * (MAX_TABLES + 1), "html_too_complex"),
        ("<b>" * (10 * FEW_CELLS + 1), "html_too_complex"),
        ("<html><body>Không có bảng</body></html>", "html_no_table"),
        ("<table></table>", "html_no_table"),
        ("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com'/>", "html_no_table"),
    ],
)
def test_pages_that_are_refused(text: str, code: str, monkeypatch: pytest.MonkeyPatch):
    for module in (html, html_grid, html_parse):
        monkeypatch.setattr(module, "MAX_CELLS", FEW_CELLS)
    monkeypatch.setattr(html_parse, "MAX_ELEMENTS", 10 * FEW_CELLS)
    sheets, issues = read_html(text, "bang.xls")
    assert sheets == []
    assert [issue.code for issue in issues] == [code]
    assert "bang.xls" in issues[0].message


def test_tables_of_layout_dissolve_and_others_in_cells_are_texts():
    outer = (
        "<table><tr><td>UBND TỈNH<td>QUỐC HIỆU<tr><td colspan=2>Tên biểu"
        "<table><tr><td>1<td>2<tr><td>3<td>4</table>dưới bảng<tr><td>GIÁM ĐỐC</table>"
    )
    assert texts_of(only(outer)) == [
        ["UBND TỈNH", "QUỐC HIỆU"],
        ["Tên biểu"],
        ["1", "2"],
        ["3", "4"],
        ["dưới bảng"],
        ["GIÁM ĐỐC"],
    ]
    boxed = "<table><tr><td>%s</table>"
    row = "<tr>" + f"<td>{boxed % 'Sở Y tế'}<td>{boxed % '30.816'}"
    assert texts_of(only("<table>" + row * 3 + "</table>")) == [["Sở Y tế", "30.816"]] * 3
    note = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    figures = "<tr>" + "<td>7" * 9
    (sheet,) = sheets_of(f"<table>{figures}{figures}<tr><td>x{note}{figures}</table>")
    assert [row[0] for row in texts_of(sheet)] == ["7", "7", "x a b c d", "7"]


@given(depth=st.integers(1, MAX_DEPTH - 1))
@settings(max_examples=10)
def test_a_table_however_deep_is_found(depth: int):
    table = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
    sheet = only("<table><tr><td>" * depth + table + "</table>" * depth)
    assert texts_of(sheet) == [["1", "2"], ["3", "4"]]


def test_excel_s_numbers_stand_behind_their_texts():
    sheet = only(
        "<style>.xl25 {color:red; mso-number-format:Percent;}\n"
        '.xl26,.xl27 {mso-number-format:"0\\.0\\0022%\\0022";}</style>'
        '<table><tr><td class="a xl25" x:num="0.662">66%<td class=xl26 x:num="66.25">66,3%'
        "<td x:num>30.816<td x:num='nonsense'>5<td x:num='1e400'>6<td x:num=\"30816\">30,8 nghìn"
        "<td style='mso-number-format:\"0%\"' x:num='1'>100%<td x:str=\"'5\">5</table>"
    )
    cells = [sheet.cell(1, column) for column in range(1, 9)]
    assert [cell.value for cell in cells] == [0.662, 66.25, "30.816", "5", "6", 30816, 1, "5"]
    assert [cell.number_format for cell in cells] == [
        "0.00%",
        '0.0"%"',
        *["General"] * 4,
        "0%",
        "General",
    ]


def test_excel_s_sheet_names():
    names = "".join(f"<x:ExcelWorksheet><x:Name>{n}</x:Name>" for n in ("Quý I &amp; II", "Năm"))
    page = f"<!--[if gte mso 9]><xml>{names}</xml><![endif]-->" + "<table><tr><td>1</table>" * 2
    assert [sheet.name for sheet in sheets_of(page)] == ["Quý I & II", "Năm"]
    assert [sheet.name for sheet in sheets_of(page + page[-24:])] == ["Bảng 1", "Bảng 2", "Bảng 3"]


def test_a_page_is_read_on_from_table_to_table_and_a_book_is_not():
    page = "<table><tr><td>1</table>từ ngày …<table><tr><td>2</table>"
    assert all(sheet.is_passage for sheet in sheets_of(page))
    names = "<x:ExcelWorksheet><x:Name>A</x:Name></x:ExcelWorksheet>"
    book = f"<!--[if gte mso 9]><xml>{names}</xml><![endif]--><table><tr><td>1</table>"
    assert not only(book).is_passage


def test_hidden_rows_and_columns_are_read_and_known():
    sheet = only(
        "<style>.an{display:none}</style><p>Tiêu đề"
        "<table><col><col style='display: none'><col><tr><td>1<td>2<td>3"
        "<tr style='DISPLAY:NONE'><td>4<td>5<td>6<tr class=an><td>7"
        "<tbody hidden><tr><td>8</tbody><tr style='display:none'><td><td></table>"
    )
    assert sheet.row_numbers() == [1, 2, 3, 4, 5]
    assert sheet.hidden_rows == {3, 4, 5}
    assert sheet.hidden_columns == {2}
    assert not sheet.is_hidden
    hidden, shown = sheets_of(
        "<div style='display:none'>mẫu<table><tr><td>1</table></div><table><tr><td>2</table>"
    )
    assert (hidden.is_hidden, texts_of(hidden)) == (True, [["1"]])
    assert (shown.is_hidden, texts_of(shown)) == (False, [["2"]])


def test_hidden_cells_of_a_whole_column_stay_and_others_take_no_place():
    row = "<tr><td>1<td style='display:none'>mã<td>30.816"
    whole = only(f"<table>{row}{row}</table>")
    assert texts_of(whole) == [["1", "mã", "30.816"]] * 2
    assert whole.hidden_columns == {2}
    ragged = only(f"<table><tr><th>STT<th>Tổng số{row}{row}</table>")
    assert texts_of(ragged) == [["STT", "Tổng số"], ["1", "30.816"], ["1", "30.816"]]
    assert ragged.hidden_columns == frozenset()


def test_what_is_not_seen_is_no_text():
    sheet = only(
        "<title>x</title><script>if (a<b) document.write('<table>')</script>"
        "<table><tr><td><span style='display:none'>000458</span>458<select><option>1</select>"
        "<!-- 7 --><td>&lt;b&gt;Sở&lt;/b&gt; &amp;amp; Ban<td>a<br>b<p>c</p>d<td>1&nbsp;234</table>"
    )
    assert texts_of(sheet) == [["458", "<b>Sở</b> &amp; Ban", "a b c d", "1 234"]]


def test_entities_of_a_document_s_own_are_not_expanded(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("bí mật")
    bomb = (
        f'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file://{secret}">'
        f' %p;]><table><tr><td>&b;<td>&f;<td><img src="file://{secret}"></table>'
    )
    text = str([texts_of(sheet) for sheet in sheets_of(bomb)])
    assert "hah" not in text
    assert "bí mật" not in text


@settings(max_examples=60)
@given(pieces=st.lists(st.sampled_from(TAGS.split()), max_size=60))
def test_any_tags_give_sheets_or_a_sentence(pieces: list[str]):
    sheets, issues = read_html("".join(pieces), "bang.xls")
    assert bool(sheets) != bool(issues)
