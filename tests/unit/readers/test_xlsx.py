"""Files that cannot be opened, or should not be: a sentence, never a traceback."""

import io
import re
import tracemalloc
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.conftest import EXAMPLE
from tests.containers.zips import repacked
from tests.dress import ANNEX_2, dressed, expected, figures, saved
from ttpv.readers import read_export
from ttpv.readers.archive import MAX_UNPACKED_MB
from ttpv.readers.sheets import read_sheets
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)

MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHARED_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
SHARED_RELATION = (
    b'<Relationship Id="rIdShared" Target="sharedStrings.xml" Type="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 broken", "file_damaged"),
        (zipped(xl__workbook=b"<nothing/>"), "file_damaged"),
        (zipped(xl__big=bytes((MAX_UNPACKED_MB + 1) * 1_000_000)), "file_too_large"),
    ],
)
def test_what_cannot_be_opened(content: bytes, code: str):
    sheets, issues = read_sheets(content, "tệp.xlsx")
    assert sheets == []
    assert [issue.code for issue in issues] == [code]
    assert "tệp.xlsx" in issues[0].message


def test_an_entity_bomb_is_refused():
    book = zipfile.ZipFile(io.BytesIO(dressed(ANNEX_2)))
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><workbook>&b;</workbook>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in book.namelist():
            archive.writestr(name, bomb if name == "xl/workbook.xml" else book.read(name))
    sheets, issues = read_sheets(out.getvalue(), "bom.xlsx")
    assert (sheets, issues[0].code) == ([], "file_damaged")


def test_a_far_stray_cell_costs_nothing(reference: Reference):
    book = load_workbook(io.BytesIO(dressed(ANNEX_2)))
    book.active["XFD1048576"] = "x"
    tracemalloc.start()
    found = read_export(saved(book), "xa.xlsx", reference, today=TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.tables[0].rows) == 18
    assert peak < 50_000_000


def test_formulas_count_as_what_they_were_calculated_to(reference: Reference):
    """A formula with a stored result is its result; without one it is an error, not a blank."""
    book = Workbook()
    book.active["A1"] = "=1+1"
    (sheet,) = read_sheets(saved(book), "ct.xlsx")[0]
    assert sheet.cell(1, 1).is_uncalculated
    assert sheet.cell(1, 1).text == "=1+1"


def test_a_formula_whose_result_is_empty_is_calculated(reference: Reference):
    """=IF(…,"",…) as Excel saves it: of type text, with nothing in it."""
    book = Workbook()
    book.active["A1"] = '=""'
    content = saved(book)
    result = re.compile(rb"<c ([^>]*)>(<f>[^<]*</f>)<v ?/?>(?:</v>)?")

    def store(part: bytes) -> bytes:
        return result.sub(rb'<c \1 t="str">\2<v></v>', part)

    (sheet,) = read_sheets(repacked(content, {"xl/worksheets/sheet1.xml": store}), "ct.xlsx")[0]
    assert not sheet.cell(1, 1).is_uncalculated
    assert sheet.cell(1, 1).is_blank


def test_texts_as_excel_stores_them(reference: Reference):
    """In a part of their own, in runs of several formats; openpyxl's own files have them inline."""
    texts: list[bytes] = []

    def share(found: re.Match[bytes]) -> bytes:
        texts.append(found[1])
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(dressed(ANNEX_2))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(rb't="inlineStr"><is><t>([^<]*)</t></is>', share, data)
            data = data.replace(b"</Types>", SHARED_TYPE + b"</Types>")
            if name == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"</Relationships>", SHARED_RELATION + b"</Relationships>")
            new.writestr(name, data)
        items = b"".join(
            b'<si><r><t xml:space="preserve">%s</t></r><r><rPr><i/></rPr><t xml:space="preserve">%s'
            b"</t></r></si>" % (text[:1], text[1:])
            if text.isascii()
            else b"<si><t>%s</t></si>" % text
            for text in texts
        )
        new.writestr("xl/sharedStrings.xml", b"<sst %s>%s</sst>" % (MAIN, items))
    found = read_export(out.getvalue(), "excel.xlsx", reference, today=TODAY)
    assert len(texts) > 20
    assert not found.issues
    assert figures(found.tables[0]) == expected(ANNEX_2, reference)


@settings(max_examples=60)
@given(data=st.data())
def test_mutilated_files_never_raise(data, reference: Reference):
    content = bytearray(EXAMPLE.read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for variant in (bytes(content), bytes(content[:cut])):
        found = read_export(variant, "hong.xlsx", reference, today=TODAY)
        assert found.tables or found.issues
