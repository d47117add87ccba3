"""The same figures, equal to the digit, from every text that exports come as."""

import quopri
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dress import ANNEX_1, ANNEX_2, PERIOD, Annex, Style, expected, figures
from tests.dress_text import (
    TEXTS,
    Markup,
    dressed_sheet,
    escaped,
    to_cp1258,
    to_csv,
    to_html,
    to_legacy,
)
from ttpv.core.periods import parse_period
from ttpv.readers.export import ExportRead, recognise_sheets
from ttpv.readers.text_file import read_text_file
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
YEAR = parse_period("2023-01-01..2023-12-25")
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'

Dresser = Callable[[Annex], bytes]


def read(content: bytes, reference: Reference) -> ExportRead:
    sheets, issues = read_text_file(content, "xuat.xls")
    if issues:
        return ExportRead((), (), tuple(issues))
    return recognise_sheets(sheets, "xuat.xls", reference, today=TODAY)


# HTML


def page(annex: Annex, markup: Markup | None = None, style: Style = TEXTS) -> str:
    return to_html(dressed_sheet(annex, style), markup=markup)


def vendor_page(annex: Annex) -> str:
    """iGate: titles in a layout table and in paragraphs, no charset, the figures in a table of
    their own within a cell of another."""
    style = Style(counts="dots", rates="point%", top=2, period=None, signature=False)
    title = (
        "<table width=100%><tr><td><b>UBND TỈNH BÌNH ĐỊNH</b><br>TRUNG TÂM PVHCC</td>"
        "<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
    )
    period = f"<p align=center>{annex.title}</p><div><i>{PERIOD}</i></div>"
    table = to_html(dressed_sheet(annex, style), first=2)
    table = table[table.index("<table") : table.index("</table>") + 8]
    sign = "<table><tr><td>Nơi nhận:<br>- Sở Y tế;<td>GIÁM ĐỐC</table>"
    cells = f"<tr><td>{title}{period}</td></tr><tr><td>{table}</td></tr><tr><td>{sign}</td></tr>"
    return f"<div><table border=0>{cells}</table></div>"


def excel_cell(value: object, number_format: str) -> tuple[str, str]:
    """Excel 2003: the text as shown, rounded or not, and the number behind it."""
    if not isinstance(value, (int, float)):
        return " class=xl24", escaped(value)
    kind = "xl26" if number_format == "0.0%" else "xl25"
    return f' class={kind} align=right x:num="{value!r}"', f"&nbsp;{value:,.0f}&nbsp;"


def excel_page(annex: Annex) -> str:
    style = Style(counts="number", rates="fraction")
    names = f"<x:ExcelWorksheet><x:Name>{annex.title}</x:Name></x:ExcelWorksheet>"
    head = META.format("utf-8") + (
        f"<!--[if gte mso 9]><xml><x:ExcelWorkbook>{names}</x:ExcelWorkbook></xml><![endif]-->"
        "<style><!-- .xl24 {mso-style-parent:style0;}\n"
        '.xl25\n\t{mso-style-parent:style0; mso-number-format:"\\#\\,\\#\\#0";}\n'
        '.xl26 {mso-number-format:"0\\.0%";} --></style>'
    )
    return page(annex, Markup(head=head, cell=excel_cell), style)


def mhtml(annex: Annex) -> bytes:
    body = quopri.encodestring(page(annex).encode("utf-8"))
    return (
        b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"
        b'Content-Type: multipart/related; boundary="----=_x"\r\n\r\n'
        b"------=_x\r\nContent-Type: text/html; charset=us-ascii\r\n\r\n<html><frameset></html>\r\n"
        b"------=_x\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b'Content-Type: text/html; charset="utf-8"\r\n\r\n' + body + b"\r\n"
        b"------=_x\r\nContent-Type: text/css\r\n\r\n.a{}\r\n------=_x--\r\n"
    )


def as_references(annex: Annex) -> bytes:
    return page(annex).encode("ascii", errors="xmlcharrefreplace")


HTML: dict[str, Dresser] = {
    "no charset": lambda annex: page(annex).encode(),
    "charset utf-8": lambda a: page(a, Markup(head=META.format("utf-8"))).encode(),
    "BOM": lambda annex: page(annex).encode("utf-8-sig"),
    "UTF-16": lambda annex: page(annex).encode("utf-16"),
    "UTF-16 without BOM": lambda annex: page(annex).encode("utf-16-le"),
    "a charset that lies": lambda a: page(a, Markup(head=META.format("windows-1252"))).encode(),
    "another that lies": lambda a: to_cp1258(page(a, Markup(head=META.format("utf-8")))),
    "windows-1258": lambda a: to_cp1258(page(a, Markup(head=META.format("windows-1258")))),
    "character references": as_references,
    "XML declaration": lambda a: b'<?xml version="1.0" encoding="UTF-16"?>\n' + page(a).encode(),
    "nothing closed": lambda annex: page(annex, Markup(closed=False)).encode(),
    "marked up": lambda annex: page(
        annex, Markup(cell=lambda v, _: ("", f"<p><font><b>{escaped(v)}</b></font><br/></p>"))
    ).encode(),
    "non-breaking spaces": lambda annex: page(annex).replace("Sở ", "Sở&nbsp;").encode(),
    "vendor": lambda annex: vendor_page(annex).encode(),
    "Excel": lambda annex: excel_page(annex).encode(),
    "MHTML": mhtml,
}


# Delimited text


def table(annex: Annex, delimiter: str = ",", style: Style = TEXTS, **options: bool) -> str:
    return to_csv(dressed_sheet(annex, style), delimiter, **options)


SPACED = Style(counts="spaces", rates="comma %")
COMMAS = Style(counts="commas", rates="point%")
DELIMITED: dict[str, Dresser] = {
    "comma": lambda annex: table(annex).encode(),
    "comma, BOM": lambda annex: table(annex).encode("utf-8-sig"),
    "comma, English numbers": lambda annex: table(annex, style=COMMAS).encode(),
    "comma, not padded": lambda annex: table(annex, padded=False).encode(),
    "semicolon": lambda annex: table(annex, ";").encode(),
    "semicolon, English numbers": lambda annex: table(annex, ";", COMMAS).encode(),
    "semicolon, not padded": lambda annex: table(annex, ";", padded=False).encode(),
    "semicolon, said": lambda annex: b"sep=;\r\n" + table(annex, ";").encode(),
    "tab": lambda annex: table(annex, "\t").encode(),
    "bar": lambda annex: table(annex, "|").encode(),
    "Unicode Text": lambda annex: table(annex, "\t").encode("utf-16"),
    "UTF-16, the other order": lambda a: b"\xfe\xff" + table(a, "\t").encode("utf-16-be"),
    "UTF-16 without BOM": lambda annex: table(annex, "\t").encode("utf-16-le"),
    "UTF-16 BE without BOM": lambda annex: table(annex, ";").encode("utf-16-be"),
    "Windows-1258": lambda annex: to_cp1258(table(annex, ";")),
    "Unix lines": lambda annex: table(annex).replace("\r\n", "\n").encode(),
    "old Macintosh lines": lambda annex: table(annex).replace("\r\n", "\r").encode(),
    "NFD": lambda annex: unicodedata.normalize("NFD", table(annex)).encode(),
    "non-breaking spaces": lambda a: table(a, style=SPACED).replace("Sở ", "Sở\u00a0").encode(),
    "texts as formulas": lambda annex: table(annex, "\t").replace("30.009", '="30.009"').encode(),
}
LEGACY: dict[str, Dresser] = {
    "TCVN3 bytes": lambda annex: to_legacy(table(annex, ";"), "TCVN3").encode(
        "latin-1", errors="replace"
    ),
    "VNI bytes": lambda annex: to_legacy(table(annex, ";"), "VNI").encode(
        "latin-1", errors="replace"
    ),
    "TCVN3 in UTF-8": lambda annex: to_legacy(table(annex), "TCVN3").encode(),
    "VNI in UTF-8": lambda annex: to_legacy(table(annex), "VNI").encode(),
    "TCVN3 in HTML": lambda annex: to_legacy(page(annex), "TCVN3").encode(
        "latin-1", errors="replace"
    ),
    "VNI in HTML": lambda annex: to_legacy(page(annex), "VNI").encode("utf-16"),
    "TCVN3 in HTML that says otherwise": lambda annex: to_legacy(
        page(annex, Markup(head=META.format("windows-1258"))), "TCVN3"
    ).encode("latin-1", errors="replace"),
}

annexes = pytest.mark.parametrize("annex", [ANNEX_1, ANNEX_2], ids=["annex I", "annex II"])


@annexes
@pytest.mark.parametrize(
    "dresser", [*HTML.values(), *DELIMITED.values()], ids=[*HTML, *(f"CSV {d}" for d in DELIMITED)]
)
def test_every_text_holds_the_same_figures(dresser: Dresser, annex: Annex, reference: Reference):
    found = read(dresser(annex), reference)
    assert not found.issues
    (only,) = found.tables
    assert only.period == YEAR
    assert figures(only) == expected(annex, reference)


@annexes
@pytest.mark.parametrize("dresser", LEGACY.values(), ids=LEGACY)
def test_old_fonts_hold_the_same_figures_and_are_said(
    dresser: Dresser, annex: Annex, reference: Reference
):
    found = read(dresser(annex), reference)
    assert {(issue.code, issue.severity) for issue in found.issues} == {
        ("charset_legacy", "warning")
    }
    (only,) = found.tables
    assert only.period == YEAR
    assert figures(only) == expected(annex, reference)


def test_a_page_of_both_annexes(reference: Reference):
    sheets = [dressed_sheet(annex) for annex in (ANNEX_1, ANNEX_2)]
    found = read(to_html(*sheets).encode(), reference)
    assert not found.issues
    assert [figures(t) for t in found.tables] == [
        expected(annex, reference) for annex in (ANNEX_1, ANNEX_2)
    ]


@settings(max_examples=25)
@given(
    delimiter=st.sampled_from(",;\t|"),
    charset=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]),
    counts=st.sampled_from(["dots", "commas", "spaces", "digits"]),
    rates=st.sampled_from(["comma", "point", "comma %", "point%"]),
    numbering=st.sampled_from(["plain", "brackets", "formulas", "spaced", "none"]),
    left=st.integers(1, 4),
    padded=st.booleans(),
    annex=st.sampled_from([ANNEX_1, ANNEX_2]),
)
def test_any_delimited_text_is_read_back(
    delimiter, charset, counts, rates, numbering, left, padded, annex, reference: Reference
):
    style = Style(counts=counts, rates=rates, numbering=numbering, left=left, merged=False)
    text = to_csv(dressed_sheet(annex, style), delimiter, padded=padded)
    content = to_cp1258(text) if charset == "cp1258" else text.encode(charset)
    found = read(content, reference)
    assert not found.issues
    assert figures(found.tables[0]) == expected(annex, reference)


@settings(max_examples=60)
@given(
    dresser=st.sampled_from([*HTML.values(), *DELIMITED.values(), *LEGACY.values()]), data=st.data()
)
def test_mutilated_texts_never_raise_and_never_say_nothing(dresser, data, reference: Reference):
    content = bytearray(dresser(ANNEX_2))
    for _ in range(data.draw(st.integers(0, 12))):
        start = data.draw(st.integers(0, len(content)))
        stop = start + data.draw(st.integers(0, 40))
        content[start:stop] = data.draw(st.binary(max_size=40))
    cut = data.draw(st.integers(0, len(content)))
    for variant in (bytes(content), bytes(content[:cut])):
        found = read(variant, reference)
        assert found.tables or found.issues


@given(content=st.binary(max_size=400))
def test_any_bytes_give_a_sentence(content: bytes, reference: Reference):
    assert read(content, reference).issues
