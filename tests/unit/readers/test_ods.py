"""What only .ods has: repeated cells and rows, values beside texts."""

import tracemalloc

import pytest

from tests.containers import zipped
from ttpv.readers.sheet import Sheet
from ttpv.readers.sheets import read_sheets

NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
) + (' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')


def ods(body: str, start: str = "") -> bytes:
    content = (
        f"{start}<office:document-content{NAMES}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content.encode()})


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(words: str = "", more: str = "") -> str:
    inside = f"<text:p>{words}</text:p>" if words else ""
    return f"<table:table-cell {more}>{inside}</table:table-cell>"


def columns(times: int) -> str:
    return f'table:number-columns-repeated="{times}"'


def rows(times: int) -> str:
    return f'table:number-rows-repeated="{times}"'


def read(body: str) -> Sheet:
    (sheet,), issues = read_sheets(ods(body), "x.ods")
    assert not issues
    return sheet


def test_blanks_to_the_end_of_the_sheet_cost_nothing():
    tracemalloc.start()
    sheet = read(
        row(cell(more=columns(3)), cell("a"), cell(more=columns(16_380)))
        + row(cell(more=columns(16_384)), more=rows(1_048_573))
        + row(cell(more=columns(16_383)), cell("cuối"))
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sheet.cell(1, 4).text, sheet.cell(1_048_575, 16_384).text) == ("a", "cuối")
    assert peak < 5_000_000


def test_repeated_values_stand_in_every_place():
    sheet = read(row(cell("a", columns(3)), cell("b"), more=rows(2)) + row(cell("c")))
    assert [sheet.cell(2, column).text for column in range(1, 5)] == ["a", "a", "a", "b"]
    assert sheet.cell(3, 1).text == "c"


@pytest.mark.parametrize(
    "body",
    [
        row(cell("a", columns(16_384)), more=rows(1_048_576)),
        row(cell("a"), more=rows(1_048_576)),
        row(cell(more='table:number-columns-spanned="16384"'), more=rows(1_048_576)),
        row(*(cell("a") for _ in range(1_000))) * 200,
    ],
    ids=["a sheet", "a column", "merged rows", "stored"],
)
def test_too_many_are_refused_before_they_are_made(body: str):
    tracemalloc.start()
    sheets, issues = read_sheets(ods(body), "x.ods")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sheets, [issue.code for issue in issues]) == ([], ["file_too_many_cells"])
    assert peak < 100_000_000


@pytest.mark.parametrize(
    ("written", "value", "number_format"),
    [
        ('office:value-type="float" office:value="30816"', 30816, "General"),
        ('office:value-type="float" office:value="66.2"', 66.2, "General"),
        ('office:value-type="percentage" office:value="0.662"', 0.662, "0%"),
        ('office:value-type="currency" office:value="5E3"', 5000, "General"),
        ('office:value-type="string"', "như thấy", "General"),
        ('office:value-type="string" office:string-value="x"', "như thấy", "General"),
        ('office:value-type="time" office:time-value="PT10H"', "như thấy", "General"),
        ('table:formula="of:=1" office:value-type="float" office:value="1"', 1, "General"),
    ],
)
def test_values(written: str, value: object, number_format: str):
    found = read(row(cell("như thấy", written))).cell(1, 1)
    assert (found.value, found.number_format) == (value, number_format)


@pytest.mark.parametrize(
    ("written", "shown", "text"),
    [
        ('calcext:value-type="error" office:value-type="string"', "#DIV/0!", "#DIV/0!"),
        ('table:formula="of:=1/0" office:value-type="float" office:value="0"', "#N/A", "#N/A"),
        ('table:formula="of:=x" office:value-type="float" office:value="0"', "Err:502", "Err:502"),
        ('calcext:value-type="error"', "Lỗi:502", "#VALUE!"),
    ],
)
def test_errors(written: str, shown: str, text: str):
    found = read(row(cell(shown, written))).cell(1, 1)
    assert (found.is_error, found.text) == (True, text)


def test_a_formula_that_was_never_calculated():
    assert read(row(cell(more='table:formula="of:=[.A1]"'))).cell(1, 1).is_uncalculated


def test_texts_in_pieces_without_the_comment():
    words = "a<text:s text:c='2'/>b<text:span>c</text:span><text:line-break/>d"
    comment = "<office:annotation><text:p>ghi chú</text:p></office:annotation>"
    sheet = read(row(cell(words).replace("<text:p>", comment + "<text:p>", 1)))
    assert sheet.cell(1, 1).value == "a  bc\nd"


def test_rows_and_columns_in_groups_may_be_hidden():
    filtered = row(cell("c"), more='table:visibility="filter"')
    body = (
        '<table:table-column-group><table:table-column table:visibility="collapse"/>'
        "</table:table-column-group><table:table-column/>"
        f"<table:table-header-rows>{row(cell('a'), cell('b'))}</table:table-header-rows>"
        f"<table:table-row-group>{filtered}</table:table-row-group>"
    )
    sheet = read(body)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {1})


def test_entities_are_refused():
    start = '<!DOCTYPE d [<!ENTITY a "ha">]>'
    (issue,) = read_sheets(ods(row(cell("&a;")), start), "x.ods")[1]
    assert (issue.code, "thực thể" in issue.message) == ("file_damaged", True)
