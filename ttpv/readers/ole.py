"""The streams of an OLE container ([MS-CFB]), which old .xls, .doc and encrypted files are.

xlrd has a reader of its own, but a cycle in a damaged file makes it fill the memory, and what it
takes for a tree of names can be made endless (tests/unit/readers/test_ole.py).
"""

import struct
from dataclasses import dataclass

from ttpv.readers.refused import CUT_OFF, PART_MISSING, Refused

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_LAST = 0xFFFFFFFA  # higher numbers are no sectors: an end, a free place
_ENTRY = struct.Struct("<64sHBB3I36xIQ")
_STREAM = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class OleContainer:
    """The streams at the top of the container, by name in lower case; those of embedded objects
    lie deeper. Raises Refused, ValueError and struct.error where it is damaged."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, _ = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12):
            raise ValueError(f"sectors of 2^{shift} bytes")
        self._sector = 1 << shift
        directory, _, self._cutoff, mini_table = struct.unpack_from("<4I", content, 48)
        self._table = self._read_table(self._table_places())
        entries = self._read_entries(_chain(self._table, directory))
        self._mini_table = self._read_table(_chain(self._table, mini_table))
        root = entries[0]
        self._mini = b"".join(self._at(place) for place in _chain(self._table, root.start))
        self._streams = {entry.name.lower(): entry for entry in _siblings(entries, root.child)}
        if not self._streams:
            raise Refused("file_damaged", detail=PART_MISSING)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """A stream whole. Raises KeyError where there is none."""
        entry = self._streams[name]
        if entry.size >= self._cutoff:
            pieces = [self._at(place) for place in _chain(self._table, entry.start)]
        else:
            places = _chain(self._mini_table, entry.start)
            pieces = [self._mini[place * 64 : place * 64 + 64] for place in places]
        content = b"".join(pieces)
        if len(content) < entry.size:
            raise Refused("file_damaged", detail=CUT_OFF)
        return content[: entry.size]

    def _at(self, place: int) -> bytes:
        start = (place + 1) * self._sector
        if start >= len(self._content):
            raise Refused("file_damaged", detail=CUT_OFF)
        return self._content[start : start + self._sector]

    def _table_places(self) -> list[int]:
        """The sectors that hold the table of sectors: 109 in the header, more in a chain."""
        places = list(struct.unpack_from("<109I", self._content, 76))
        following = struct.unpack_from("<I", self._content, 68)[0]
        for _ in range(len(self._content) // self._sector):
            if following >= _LAST:
                break
            more = struct.unpack(f"<{self._sector // 4}I", self._at(following))
            places += more[:-1]
            following = more[-1]
        return [place for place in places if place < _LAST]

    def _read_table(self, places: list[int]) -> list[int]:
        if len(places) > len(self._content) // self._sector:
            raise ValueError("more tables than sectors")
        content = b"".join(self._at(place) for place in places)
        return [number for (number,) in struct.iter_unpack("<I", content[: len(content) // 4 * 4])]

    def _read_entries(self, places: list[int]) -> list[_Entry]:
        content = b"".join(self._at(place) for place in places)
        entries = []
        for entry in _ENTRY.iter_unpack(content[: len(content) // 128 * 128]):
            name, length, kind, _, left, right, child, start, size = entry
            text = name[: max(0, length - 2)].decode("utf-16-le", "replace")
            # Half of the size is not used in files of 512-byte sectors, and may hold anything.
            whole = size if self._sector == 4096 else size & 0xFFFFFFFF
            entries.append(_Entry(text, kind, left, right, child, start, whole))
        return entries


def _chain(table: list[int], place: int) -> list[int]:
    """The places from this one to the end. Raises ValueError on a cycle."""
    places: list[int] = []
    while place < _LAST:
        if place >= len(table) or len(places) >= len(table):
            raise ValueError("a chain of sectors that does not end")
        places.append(place)
        place = table[place]
    return places


def _siblings(entries: list[_Entry], first: int) -> list[_Entry]:
    """The streams beside this one, which hang on each other as a tree."""
    seen: set[int] = set()
    waiting = [first]
    while waiting:
        index = waiting.pop()
        if index < len(entries) and index not in seen:
            seen.add(index)
            waiting += [entries[index].left, entries[index].right]
    return [entries[index] for index in sorted(seen) if entries[index].kind == _STREAM]
