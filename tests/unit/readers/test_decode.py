"""Bytes → text: the bytes decide, a declaration is only heard."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dress_text import to_cp1258, to_legacy
from ttpv.core.legacy import find_legacy
from ttpv.readers.decode import decode_text

TEXT = (
    "Sở Kế hoạch và Đầu tư;30.816;66,2\r\nSở Giao thông vận tải;Ủy ban nhân dân tỉnh Bình Định\r\n"
)
META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (to_cp1258(TEXT), "cp1258"),
    ],
)
def test_charsets(content: bytes, charset: str):
    decoded = decode_text(content)
    assert decoded is not None
    assert (decoded.text, decoded.charset) == (TEXT, charset)
    assert unicodedata.is_normalized("NFC", decoded.text)


@pytest.mark.parametrize(
    ("declared", "encode", "charset"),
    [
        ("utf-8", str.encode, "utf-8"),
        ("windows-1252", str.encode, "utf-8"),
        ("windows-1258", str.encode, "utf-8"),
        ("utf-8", to_cp1258, "cp1258"),
        ("windows-1258", to_cp1258, "cp1258"),
        ("iso-8859-1", to_cp1258, "cp1258"),
        ("no-such-thing", to_cp1258, "cp1258"),
        ("base64", to_cp1258, "cp1258"),
        ("utf-16", to_cp1258, "cp1258"),
    ],
)
def test_a_declaration_that_lies_is_found_out(declared: str, encode, charset: str):
    text = META.format(declared) + TEXT
    decoded = decode_text(encode(text))
    assert decoded is not None
    assert (decoded.text, decoded.charset) == (text, charset)


def test_a_declaration_is_heard_where_the_bytes_say_nothing():
    text = META.format("windows-1252") + "Café ÿ"
    decoded = decode_text(text.encode("cp1252"))
    assert decoded is not None
    assert (decoded.text, decoded.charset) == (text, "cp1252")


@pytest.mark.parametrize("legacy", ["TCVN3", "VNI"])
def test_old_fonts_keep_their_glyphs(legacy):
    glyphs = to_legacy(TEXT, legacy)
    decoded = decode_text(glyphs.encode("latin-1"))
    assert decoded is not None
    assert (decoded.text, decoded.charset) == (glyphs, "cp1252")
    assert find_legacy([decoded.text]) == legacy


def test_damaged_utf8_stays_utf8():
    """One broken byte does not turn a file into Windows-1258 throughout."""
    content = TEXT.encode().replace(b"30.816", b"30.8\xff16") + "ở".encode()[:2]
    decoded = decode_text(content)
    assert decoded is not None
    assert decoded.charset == "utf-8"
    assert decoded.text.replace("\ufffd", "") == TEXT.replace("30.816", "30.816")
    assert "30.8\ufffd16" in decoded.text


def test_every_byte_of_windows_1258_is_read():
    """Python's table leaves nine bytes open; Windows makes them control characters."""
    content = to_cp1258(TEXT) + bytes([0x81, 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9D, 0x9E])
    decoded = decode_text(content)
    assert decoded is not None
    assert decoded.text.startswith(TEXT)
    assert decoded.text.endswith("\x9e")


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02", b"PK\x03\x04\x14\x00\x00", b"\x7fELF\x02\x01"]
)
def test_what_is_no_text(content: bytes):
    assert decode_text(content) is None


@given(content=st.binary(max_size=300))
def test_any_bytes_are_text_or_not(content: bytes):
    decoded = decode_text(content)
    assert decoded is None or "\0" not in decoded.text


@given(text=st.text(alphabet=TEXT + "ỲỷĨĩŨũ₫", max_size=80))
def test_windows_1258_is_read_as_it_was_written(text: str):
    content = to_cp1258(TEXT * 3 + text)
    decoded = decode_text(content)
    assert decoded is not None
    assert decoded.text == TEXT * 3 + text
