"""What a file is, by its content."""

import struct

import pytest
from openpyxl import Workbook

from tests.containers import biff, document, docx, ods, ole, paragraph, xlsb, zipped
from tests.dress import ANNEX_2, dressed, saved
from ttpv.readers.refused import Refused
from ttpv.readers.sheets import read_sheets
from ttpv.readers.sniff import sniff_format

CONTENT = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
)
ENCRYPTED = b'<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/>'


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (dressed(ANNEX_2), "xlsx"),
        (xlsb(Workbook()), "xlsb"),
        (ods(Workbook()), "ods"),
        (zipped({"content.xml": CONTENT + b"<office:spreadsheet/>"}), "ods"),
        (document(paragraph("x")), "docx"),
        (ole(Workbook=b""), "xls"),
        (ole(Book=b""), "xls"),
        (biff((0x0009, struct.pack("<HH", 2, 0x10))), "xls"),
        (b"stt;co quan\n1;So Y te\n", "text"),
        (b"<html><table></table></html>", "text"),
        ("STT\tCơ quan".encode("utf-16"), "text"),
        (b"BM;MZ;ID3\n1;2;3\n", "text"),
    ],
)
def test_a_format_that_is_read(content: bytes, found: str):
    assert sniff_format(content) == found


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "file_empty", "rỗng"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "file_not_table", "là ảnh PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "file_not_table", "là ảnh JPEG"),
        (b"RIFF\0\0\0\0WEBP", "file_not_table", "là ảnh WebP"),
        (b"\0\0\0\x18ftypheic", "file_not_table", "điện thoại"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "file_not_table", "là tệp PDF"),
        (b"Rar!\x1a\x07\x01\0", "file_not_table", "là tệp nén RAR"),
        (b"{\\rtf1\\ansi xin}", "file_not_table", "là văn bản RTF"),
        (zipped({"anh.png": b"x"}), "file_not_table", "là tệp nén ZIP"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "file_not_table", "PowerPoint (.pptx)"),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "file_not_table",
            "OpenDocument",
        ),
        (ole(WordDocument=b""), "file_old_word", ".doc"),
        (ole(Quill=b""), "file_not_table", "không có trang tính"),
        (ole(**{"PowerPoint Document": b""}), "file_not_table", "PowerPoint"),
        (ole(EncryptionInfo=b"", EncryptedPackage=b""), "file_encrypted", "mật khẩu"),
        (
            zipped(
                {
                    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                    "META-INF/manifest.xml": ENCRYPTED,
                }
            ),
            "file_encrypted",
            "mật khẩu",
        ),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "file_damaged", "hỏng"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "file_damaged", "hỏng"),
    ],
)
def test_what_is_not_read_is_called_what_it_is(content: bytes, code: str, words: str):
    sheets, (issue,) = read_sheets(content, "báo cáo.xlsx")
    assert (sheets, issue.code) == ([], code)
    assert words in issue.message


def test_a_password_is_only_said_where_there_is_one():
    """An old .xls is no encrypted file; FILEPASS among its first records makes it one."""
    start = (0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    locked = ole(Workbook=biff(start, (0x2F, bytes(54)), (0x0A, b"")))
    assert [i.code for i in read_sheets(locked, "x.xls")[1]] == ["file_encrypted"]
    open_ = ole(Workbook=biff(start, (0x0A, b"")))
    assert [i.code for i in read_sheets(open_, "x.xls")[1]] != ["file_encrypted"]


@pytest.mark.parametrize(
    "locked",
    [
        ole(EncryptionInfo=b"", EncryptedPackage=b""),
        ole(Workbook=biff((0x809, bytes(16)), (0x86, b""), (0x2F, bytes(54)))),  # RC4
        ole(Book=biff((0x809, bytes(8)), (0x2F, bytes(4)))),  # XOR
    ],
)
def test_a_large_file_with_a_password_is_no_large_file(locked: bytes):
    """A list with a password was said to be too large. (Bytes behind the container are no part.)"""
    for more in (0, 11_000_000, 31_000_000) if b"E\0n\0c" in locked else (0, 11_000_000):
        (issue,) = read_sheets(locked + bytes(more), "x.xls")[1]
        assert issue.code == "file_encrypted"


def test_a_password_of_a_document_with_many_pictures():
    many = b"<manifest:file-entry/>" * 5_000 + ENCRYPTED
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    locked = zipped({"mimetype": kind, "META-INF/manifest.xml": many})
    assert [i.code for i in read_sheets(locked, "x.ods")[1]] == ["file_encrypted"]


def test_the_name_does_not_count():
    book = Workbook()
    book.active["A1"] = book.active["B1"] = book.active["C1"] = "một"
    for write in (saved, xlsb, ods, docx):
        for name in ("x.xls", "x.csv", "x"):
            (sheet,), issues = read_sheets(write(book), name)
            assert not issues
            assert sheet.cell(1, 1).text == "một"


def test_refusals_are_not_swallowed():
    with pytest.raises(Refused):
        sniff_format(b"")
