"""A zip container, unpacked once and within bounds; its directory is not believed.

Python's zipfile unpacks a whole member before it cuts it to the size that the directory says, so a
member that says 100 bytes can cost gigabytes (tests/unit/readers/test_archive.py). Libraries that
want a zip get one packed anew without compression.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from ttpv.readers.refused import CUT_OFF, PACKED_ODDLY, PART_BROKEN, TOO_MANY_PARTS, Refused

# Summary forms are small (the 2023 report: 20 KB packed). This bounds what is unpacked at all;
# what a library makes of it is bounded by the number of cells.
MAX_UNPACKED_MB = 30
# A form has some twenty; each costs zipfile 1 KB before anything can be asked of it.
_MAX_MEMBERS = 2_000
_STEP = 1 << 16
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The zip, unpacked nowhere yet. Refuses encrypted ones and what no office program packs."""
    if content.count(_ENTRY) > _MAX_MEMBERS:
        raise Refused("file_damaged", detail=TOO_MANY_PARTS)
    archive = zipfile.ZipFile(io.BytesIO(content))
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Refused("file_encrypted")
    if any(m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for m in members):
        raise Refused("file_damaged", detail=PACKED_ODDLY)
    return archive


def unpack(content: bytes) -> dict[str, bytes]:
    """Every member by name. Refuses what unpacks to more than MAX_UNPACKED_MB."""
    with open_archive(content) as archive:
        members = archive.infolist()
        check_size(sum(member.file_size for member in members))
        return {member.filename: read_member(archive, member) for member in members}


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """One member in steps: never more at a time than a step, however small it says it is."""
    pieces = []
    with archive.open(member) as part:
        while piece := part.read(_STEP):
            pieces.append(piece)
    content = b"".join(pieces)
    if len(content) != member.file_size:
        raise Refused("file_damaged", detail=CUT_OFF)
    return content


def check_relations(book: bytes, relations: bytes, folder: str) -> None:
    """Refuses a book in which one part is said to be several sheets: 20.000 that are all the same
    part, 30 KB in the file, would be read 20.000 times. Expects XML that keep_xml has let pass."""
    targets = [
        posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
        for attributes in find_elements(relations, "Relationship")
        if attributes.get("TargetMode") != "External"
    ]
    sheets = [
        next((value for key, value in attributes.items() if key.endswith(":id")), "")
        for attributes in find_elements(book, "sheet")
    ]
    if any(len(set(named)) < len(named) for named in (targets, sheets)):
        raise Refused("file_damaged", detail=PART_BROKEN)


def find_elements(xml: bytes, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element of that name, whatever its prefix."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(xml, True)
    return found


def pack(members: Mapping[str, bytes]) -> io.BytesIO:
    """The members as a zip without compression, whose directory tells the truth."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    out.seek(0)
    return out


def check_size(size: int, limit_mb: int = MAX_UNPACKED_MB) -> None:
    """Refuses content of more than `limit_mb` million bytes."""
    if size > limit_mb * 1_000_000:
        raise Refused("file_too_large", size=size // 1_000_000, limit=limit_mb)
