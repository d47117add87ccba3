"""What a file is, by its content alone: exports come under any name."""

import zipfile
from typing import Literal

from ttpv.readers.archive import check_size, open_archive
from ttpv.readers.ole import SIGNATURE, OleContainer
from ttpv.readers.refused import Refused
from ttpv.readers.xls import WORKBOOK_STREAMS

Format = Literal["xlsx", "xlsb", "ods", "docx", "xls", "text"]

# Old .xls without a container: BOF of Excel 2, 3, 4 and 5.
_BARE_XLS = tuple(bytes.fromhex(h) for h in ("09000400", "09020600", "09040600", "09080800"))
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_HEAD = 1 << 16
_MANIFEST = 1 << 20  # a line for each picture may stand before the content's

# What people rename or choose by mistake, by the first bytes, in the words of the message.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "là ảnh PNG"),
    (b"\xff\xd8\xff", "là ảnh JPEG"),
    (b"GIF8", "là ảnh GIF"),
    (b"BM", "là ảnh BMP"),
    (b"II*\x00", "là ảnh TIFF"),
    (b"MM\x00*", "là ảnh TIFF"),
    (b"%PDF", "là tệp PDF"),
    (b"{\\rtf", "là văn bản RTF"),
    (b"Rar!\x1a\x07", "là tệp nén RAR"),
    (b"7z\xbc\xaf\x27\x1c", "là tệp nén 7-Zip"),
    (b"\x1f\x8b", "là tệp nén GZIP"),
    (b"MZ", "là chương trình chạy trên Windows"),
    (b"SQLite format 3\x00", "là cơ sở dữ liệu SQLite"),
    (b"PAR1", "là tệp Parquet"),
    (b"ID3", "là tệp âm thanh"),
)
# Streams of OLE files that are no workbook.
_OLE_KINDS: dict[str, str] = {
    "powerpoint document": "là bản trình chiếu PowerPoint kiểu cũ (.ppt)",
    "__properties_version1.0": "là thư Outlook (.msg)",
    "visiodocument": "là bản vẽ Visio",
}


def sniff_format(content: bytes) -> Format:
    """The format of what can be read. Raises Refused with the reason for everything else, and
    whatever a damaged container makes its library raise."""
    if not content:
        raise Refused("file_empty")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _sniff_zip(content)
    if content.startswith(SIGNATURE):
        return _sniff_ole(content)
    if content.startswith(_BARE_XLS):
        return "xls"
    head = content[:_HEAD]
    for magic, seems in _MAGIC:
        if head.startswith(magic) and (len(magic) > 3 or b"\0" in head):  # "BM;" may begin a CSV
            raise Refused("file_not_table", seems=seems)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise Refused("file_not_table", seems="là ảnh WebP")
    if head[4:8] == b"ftyp":
        raise Refused("file_not_table", seems="là phim hoặc ảnh của điện thoại")
    return "text"  # or nothing known: what reads text says so


def _sniff_zip(content: bytes) -> Format:
    with open_archive(content) as archive:
        names = {name.replace("\\", "/").lower() for name in archive.namelist()}
        if "xl/workbook.bin" in names:
            return "xlsb"
        if any(name.startswith("xl/") for name in names):
            return "xlsx"
        if "word/document.xml" in names:
            return "docx"
        kind = _opendocument_kind(archive)
        manifest = _read_small(archive, "META-INF/manifest.xml", _MANIFEST)
    if kind and b"encryption-data" in manifest:
        raise Refused("file_encrypted")
    if kind.startswith(_ODS):
        return "ods"
    if kind:
        raise Refused("file_not_table", seems="là tài liệu OpenDocument khác, ví dụ văn bản .odt")
    if any(name.startswith("ppt/") for name in names):
        raise Refused("file_not_table", seems="là bản trình chiếu PowerPoint (.pptx)")
    raise Refused("file_not_table", seems="là tệp nén ZIP")


def _opendocument_kind(archive: zipfile.ZipFile) -> str:
    """What the member `mimetype` says, else what content.xml begins with; "" for other zips."""
    kind = _read_small(archive, "mimetype").decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument"):
        return kind
    body = _read_small(archive, "content.xml")
    if b"urn:oasis:names:tc:opendocument" not in body:
        return ""
    return _ODS if b"spreadsheet" in body else "application/vnd.oasis.opendocument"


def _read_small(archive: zipfile.ZipFile, name: str, limit: int = _HEAD) -> bytes:
    """The beginning of a member, b"" where there is none."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(limit)


def _sniff_ole(content: bytes) -> Format:
    names = OleContainer(content).names
    if "encryptedpackage" in names:  # of any size: a list with a password is not "too large"
        raise Refused("file_encrypted")
    check_size(len(content))
    if names & {*WORKBOOK_STREAMS}:
        return "xls"
    if "worddocument" in names:
        raise Refused("file_old_word")
    for name, seems in _OLE_KINDS.items():
        if name in names:
            raise Refused("file_not_table", seems=seems)
    raise Refused("file_not_table", seems="là tệp Office kiểu cũ không có trang tính")
