"""Zip containers: nothing is unpacked that was not measured, whatever the directory says."""

import io
import tracemalloc
import zipfile
import zlib

import pytest

from tests.containers import zipped
from ttpv.readers.archive import MAX_UNPACKED_MB, pack, unpack
from ttpv.readers.refused import Refused


def traced(content: bytes) -> tuple[str, int]:
    """The code of the refusal, and the most memory it took."""
    tracemalloc.start()
    try:
        with pytest.raises((Refused, zipfile.BadZipFile)) as raised:
            unpack(content)
        return getattr(raised.value, "code", "BadZipFile"), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_members_come_out_as_they_went_in():
    members = {"a.xml": b"<a/>", "b/c.bin": bytes(range(256)) * 500}
    assert unpack(zipped(members)) == members
    assert unpack(pack(members).getvalue()) == members


def test_what_says_that_it_is_large_is_not_unpacked():
    big = zipped({"a": bytes(20_000_000), "b": bytes(20_000_000)})
    code, peak = traced(big)
    assert code == "file_too_large"
    assert peak < 2_000_000
    assert sum(len(member) for member in unpack(zipped({"a": bytes(20_000_000)})).values()) < (
        MAX_UNPACKED_MB * 1_000_000
    )


@pytest.mark.parametrize("honest_checksum", [False, True])
def test_a_size_that_lies_costs_nothing(honest_checksum: bool):
    """zipfile's own `read` unpacks all 200 MB before it cuts them to the 100 bytes that the
    directory promises; with the checksum of those 100 it does not even complain."""
    out = io.BytesIO()
    packed = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
    with packed, packed.open("a", "w") as member:
        for _ in range(200):
            member.write(bytes(1_000_000))
    content = bytearray(out.getvalue())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    if honest_checksum:
        content[entry + 16 : entry + 20] = zlib.crc32(bytes(100)).to_bytes(4, "little")
    tracemalloc.start()
    try:
        assert unpack(bytes(content)) == {"a": bytes(100)}
    except zipfile.BadZipFile:
        assert not honest_checksum
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


def test_packing_that_cannot_be_unpacked_in_steps_is_refused():
    """bzip2 and lzma unpack whole blocks; no office program uses them."""
    for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", kind) as archive:
            archive.writestr("a", bytes(20_000_000))
        assert traced(out.getvalue())[0] == "file_damaged"


def test_a_crowd_of_members_is_refused_before_it_is_listed():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(3_000):
            archive.writestr(str(number), b"")
    code, peak = traced(out.getvalue())
    assert code == "file_damaged"
    assert peak < 500_000
