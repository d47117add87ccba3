"""Files made to hurt, and files hurt by chance: refused or read, never a traceback."""

import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.conftest import EXAMPLE
from tests.dress import ANNEX_2, dressed, expected, figures, saved
from ttpv.core.messages import MESSAGES
from ttpv.readers import ExportRead, read_export
from ttpv.readers.cell_count import MAX_CELLS
from ttpv.readers.sheets import read_sheets
from ttpv.reference import Reference

# openpyxl warns of what it leaves out; that is not what is tested here.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

TODAY = date(2024, 1, 2)
SHEET = "xl/worksheets/sheet1.xml"

BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (name, b"&%c;" % (name - 1) * 10)
        for name in range(ord("b"), ord("k"))
    )
    + b"]>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def rewritten(content: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """The same archive with some members changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, changes[name](data) if name in changes else data)
    return out.getvalue()


def check(found: ExportRead) -> None:
    """What must hold of any file: figures or a reason, and every issue whole."""
    assert found.tables or found.issues
    for issue in found.issues:
        assert issue.code in MESSAGES
        assert issue.message.endswith(".")
        assert issue.file == "x.xlsx"


def read(content: bytes, reference: Reference) -> ExportRead:
    return read_export(content, "x.xlsx", reference, today=TODAY)


@pytest.mark.parametrize("bomb", [BILLION_LAUGHS, OUTSIDE], ids=["billion laughs", "outside"])
@pytest.mark.parametrize(
    "member",
    [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "docProps/core.xml"],
)
def test_entities_are_not_expanded(member: str, bomb: bytes, reference: Reference):
    def plant(xml: bytes) -> bytes:
        xml = re.sub(rb"^<\?xml[^>]*>\s*", b"", xml)
        return bomb + re.sub(rb"(<[^/!?][^>]*[^/]>)", rb"\1&j;", xml, count=1)

    tracemalloc.start()
    found = read(rewritten(dressed(ANNEX_2), {member: plant}), reference)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [issue.code for issue in found.issues] == ["file_damaged"]
    assert peak < 50_000_000


@pytest.mark.parametrize(
    "planted",
    [
        b'<mergeCells count="1"><mergeCell ref="A100:A1048576"/></mergeCells>',
        b'<mergeCells count="1"><mergeCell ref="A100:XFD1048576"/></mergeCells>',
        b'<mergeCells count="1"><mergeCell ref="&#65;100:XFD1048576"/></mergeCells>',
        b'<hyperlinks><hyperlink ref="A100:XFD1048576" display="x"/></hyperlinks>',
    ],
    ids=["a column", "the sheet", "in disguise", "a link"],
)
def test_ranges_over_whole_sheets_are_refused_before_they_are_filled(
    planted: bytes, reference: Reference
):
    def plant(xml: bytes) -> bytes:
        xml = re.sub(rb"<mergeCells.*</mergeCells>", b"", xml)
        return xml.replace(b"<pageMargins", planted + b"<pageMargins")

    tracemalloc.start()
    found = read(rewritten(dressed(ANNEX_2), {SHEET: plant}), reference)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [issue.code for issue in found.issues] == ["file_too_many_cells"]
    assert peak < 20_000_000


def test_merged_rows_that_people_make_are_read(reference: Reference):
    """A title merged over all 16.384 columns is odd but harmless."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "BÁO CÁO"
    sheet.merge_cells("A1:XFD1")
    (read_sheet,), issues = read_sheets(saved(book), "x.xlsx")
    assert (issues, read_sheet.cell(1, 1).text) == ([], "BÁO CÁO")


def test_a_list_of_dossiers_by_mistake_is_refused_before_it_is_unfolded(reference: Reference):
    """Well below the limit of bytes; openpyxl would need minutes and a gigabyte for the like."""
    row = b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>"
    rows = b"<sheetData>" + row * (MAX_CELLS // 100 + 1)
    content = rewritten(dressed(ANNEX_2), {SHEET: lambda xml: xml.replace(b"<sheetData>", rows)})
    tracemalloc.start()
    found = read(content, reference)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [issue.code for issue in found.issues] == ["file_too_many_cells"]
    assert f"{MAX_CELLS:,}".replace(",", ".") in found.issues[0].message
    assert peak < 50_000_000


def test_a_size_that_lies_is_damage(reference: Reference):
    """A member that says it is small: no more is unpacked than it says."""
    content = dressed(ANNEX_2)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(SHEET).file_size
    at = content.rindex(SHEET.encode()) - 46  # its entry in the central directory
    lie = content[: at + 24] + (100).to_bytes(4, "little") + content[at + 28 :]
    assert content[at + 24 : at + 28] == size.to_bytes(4, "little")
    assert [issue.code for issue in read(lie, reference).issues] == ["file_damaged"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb'<c r="A11"', b'<c r="A0"'),
        (rb'<c r="A11"', b'<c r="ZZZZ11"'),
        (rb'<c r="A11"', b'<c r="11"'),
        (rb'<row r="11"', b'<row r="-5"'),
        (rb'<row r="11"', b'<row r="99999999999"'),
        (rb"<v>309702000</v>", b"<v>1E999</v>"),
        (rb"<v>309702000</v>", b"<v>INF</v>"),
        (rb"<v>309702000</v>", b"<v>NaN</v>"),
        (rb"<v>309702000</v>", b"<v>" + b"9" * 5000 + b"</v>"),
        (rb"<v>309702000</v>", b"<v></v>"),
        (rb't="inlineStr"', b't="s"'),
        (rb't="inlineStr"', b't="b"'),
        (rb'<c r="C12" s="1" t="n"><v>138', b'<c r="C12" s="1" t="d"><v>138'),
        (rb'<c r="C12" s="1" t="n"><v>138', b'<c r="C12" s="1" t="e"><v>138'),
        (rb'<c r="C12" s="1" t="n"><v>138', b'<c r="C12" s="1" t="s"><v>138'),
        (rb'<c r="C12" s="1"', b'<c r="C12" s="999"'),
    ],
)
def test_cells_that_no_program_writes(old: bytes, new: bytes, reference: Reference):
    def plant(xml: bytes) -> bytes:
        assert old in xml
        return xml.replace(old, new, 1)

    check(read(rewritten(dressed(ANNEX_2), {SHEET: plant}), reference))


@pytest.mark.parametrize("name", ["xl/styles.xml", "xl/workbook.xml", "xl/theme/theme1.xml", SHEET])
def test_a_part_that_is_missing(name: str, reference: Reference):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(dressed(ANNEX_2))) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    found = read(out.getvalue(), reference)
    check(found)
    if found.tables:  # styles may be missing; figures may not
        assert figures(found.tables[0]) == expected(ANNEX_2, reference)


def test_an_archive_with_a_password(reference: Reference):
    """The flag that says a member is encrypted, in both of its headers."""
    content = bytearray(dressed(ANNEX_2))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(signature), bytes(content)):
            content[found.start() + offset] |= 1
    assert [i.code for i in read(bytes(content), reference).issues] == ["file_encrypted"]


@settings(max_examples=40)
@given(data=st.data())
def test_mutilated_xml_never_raises(data: st.DataObject, reference: Reference):
    """Past the checksum: bytes inside the parts are swapped, cut and doubled."""
    fillings = st.sampled_from([b"", b"0", b"-1", b"<", b'"', b"\x00", b"=A1", b"\xff"])
    members = [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]

    def mutilate(xml: bytes) -> bytes:
        for _ in range(data.draw(st.integers(1, 6))):
            at = data.draw(st.integers(0, len(xml)))
            length = data.draw(st.integers(0, 40))
            filling = data.draw(fillings)
            xml = xml[:at] + filling + xml[at + length :]
        return xml

    content = rewritten(EXAMPLE.read_bytes(), {data.draw(st.sampled_from(members)): mutilate})
    check(read(content, reference))


@settings(max_examples=40)
@given(data=st.data())
def test_tags_and_texts_replaced_never_raise(data: st.DataObject, reference: Reference):
    """XML that stays well formed while its values do not make sense."""
    strange = st.sampled_from(
        [b"", b"-", b"1e400", b"-0", b"9" * 20, b"#REF!", b"A0", b"XFE1", b"A1:", b"true"]
    )

    def replace(xml: bytes) -> bytes:
        places = [m.span(1) for m in re.finditer(rb'(?:="|<v>|<t>)([^"<]*)(?="|<)', xml)]
        for _ in range(data.draw(st.integers(1, 5))):
            start, stop = data.draw(st.sampled_from(places))
            value = data.draw(strange).ljust(stop - start)[: stop - start]
            xml = xml[:start] + value + xml[stop:]
        return xml

    member = data.draw(st.sampled_from([SHEET, "xl/worksheets/sheet2.xml", "xl/workbook.xml"]))
    check(read(rewritten(EXAMPLE.read_bytes(), {member: replace}), reference))
