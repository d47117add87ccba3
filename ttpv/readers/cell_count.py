"""How many objects a library would make of a file, counted before it makes them.

A summary form has some hundred cells. openpyxl makes an object of every stored cell and of every
cell of a merged or linked range: 1,8 million of them, 117 KB in the file, took 87 s and 1 GB; one
merged column, 60 bytes in the file, took 16 s and 400 MB; a merged sheet would take all there is.
"""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from ttpv.core.text import format_number
from ttpv.readers.refused import ENTITIES, Refused

MAX_CELLS = 300_000
# An element of XML that becomes no object of its own still takes 140 bytes while it is parsed.
MAX_ELEMENTS = 1_500_000
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384

# An element's name without its namespace, its attributes as written → what it counts.
Weigh = Callable[[str, dict[str, str]], int]


def check_cells(cells: int) -> None:
    """Refuses more than MAX_CELLS."""
    if cells > MAX_CELLS:
        words = {"cells": format_number(cells), "limit": format_number(MAX_CELLS)}
        raise Refused("file_too_many_cells", **words)


def keep_xml(members: Mapping[str, bytes], weigh: Weigh) -> dict[str, bytes]:
    """The members, those that are not XML emptied: pictures hold no figures, and no library shall
    find XML in an encoding that was not counted here. Refuses entities, and weights above
    MAX_CELLS."""
    count = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, elements
        elements += 1
        count += weigh(name.rpartition(":")[2], attributes)

    def refuse(*_: object) -> None:
        raise Refused("file_damaged", detail=ENTITIES)

    def is_xml(content: bytes) -> bool:
        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.EntityDeclHandler = refuse
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError):
            return False
        return True

    kept = {name: content if is_xml(content) else b"" for name, content in members.items()}
    check_cells(max(count, elements if elements > MAX_ELEMENTS else 0))
    return kept
