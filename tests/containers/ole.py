"""OLE containers ([MS-CFB]), for what stands in them."""

import struct


def ole(**streams: bytes) -> bytes:
    """A compound file of these streams, each at least 4096 bytes long (padded with zeros)."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    fat: list[int] = []
    body = b""
    entries = [_ole_entry("Root Entry", 5, 1, end, 0)]
    for index, (name, data) in enumerate(streams.items(), 1):
        data = data.ljust(4096, b"\0")
        right = index + 1 if index < len(streams) else free
        entries.append(_ole_entry(name, 2, free, len(fat), len(data), right))
        count = -(-len(data) // sector)
        fat += [*range(len(fat) + 1, len(fat) + count), end]
        body += data.ljust(count * sector, b"\0")
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * sector, b"\0")
    start, count = len(fat), len(directory) // sector
    fat += [*range(start + 1, start + count), end]
    tables = -(-(len(fat) + 1) // 127)
    places = list(range(len(fat), len(fat) + tables))
    fat += [0xFFFFFFFD] * tables
    fat += [free] * (tables * 128 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, tables, start, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *places, *[free] * (109 - tables))
    return header + body + directory + struct.pack(f"<{len(fat)}I", *fat)


def _ole_entry(name: str, kind: int, child: int, start: int, size: int, right: int = -1) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    free = 0xFFFFFFFF
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(encoded), kind, 1, free, right % (1 << 32), child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def biff(*records: tuple[int, bytes]) -> bytes:
    """Records of an .xls stream."""
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
