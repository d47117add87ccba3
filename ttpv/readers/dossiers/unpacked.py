"""How large a workbook is once it is unpacked, before anybody unpacks it."""

import struct
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from ttpv.readers.dossiers.raw import Unreadable
from ttpv.readers.dossiers.xlsx_head import ZIP_FAULTS

# A list of a million rows unpacks to seven times its size, monotonous ones to thirty.
_MAX_RATIO = 60
_ALWAYS_MB = 100
_MAX_MB = 8_000
_STEP = 1 << 20
_LOCAL = struct.Struct("<26xHH")


def check_unpacked(source: bytes | Path) -> None:
    """Raises Unreadable for what unpacks to more than any list does.

    The directory is believed where the row reader's memory has a bound (Linux) and the file is an
    .xlsx, of which a million rows are unpacked for seconds; else the members are measured.
    """
    try:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            members = archive.infolist()
            limit = _limit(members)
            size = sum(member.file_size for member in members)
            is_bounded = sys.platform == "linux" and "xl/workbook.xml" in archive.namelist()
            if size <= limit and not is_bounded:
                size = _measure(archive, members, limit)
    except (*ZIP_FAULTS, zlib.error):
        return  # no zip, or a damaged one: the row reader says so
    if size > limit:
        words = {"size": size // 1_000_000, "limit": limit // 1_000_000}
        raise Unreadable("dossier_too_large", **words)


def _limit(members: list[zipfile.ZipInfo]) -> int:
    packed = sum(member.compress_size for member in members)
    return min(_MAX_MB * 1_000_000, max(_ALWAYS_MB * 1_000_000, packed * _MAX_RATIO))


def _measure(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limit: int) -> int:
    """What the members really unpack to, or a little more than `limit`: zipfile's own reading ends
    where the directory says, calamine's does not."""
    size = 0
    raw = archive.fp
    assert raw is not None
    for member in members:
        if member.compress_type != zipfile.ZIP_DEFLATED:
            size += member.compress_size
            continue
        raw.seek(member.header_offset)
        head = raw.read(_LOCAL.size)
        if len(head) < _LOCAL.size:
            continue
        raw.seek(sum(_LOCAL.unpack(head)), 1)
        left = member.compress_size
        inflate = zlib.decompressobj(-15)
        while left > 0 and size <= limit and not inflate.eof:
            piece = raw.read(min(_STEP, left))
            left = left - len(piece) if piece else 0
            while piece and size <= limit:
                size += len(inflate.decompress(piece, _STEP))
                piece = inflate.unconsumed_tail
    return size
