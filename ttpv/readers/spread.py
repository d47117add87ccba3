"""How many cells an .xlsx file makes openpyxl create beside the stored ones.

openpyxl makes an object of every cell of a merged or linked range: one merged column, 60 bytes in
the file, took 16 s and 400 MB; a merged sheet would take all the memory there is.
"""

import io
import zipfile
from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries

MAX_SPREAD_CELLS = 100_000
_SPREADING = ("mergeCell", "hyperlink")
_ROWS, _COLUMNS = 1_048_576, 16_384


def count_spread_cells(content: bytes) -> int:
    """The cells of all merged and linked ranges. Raises what a damaged zip raises, and ValueError
    on entities; parts that are not XML count nothing."""
    counter = _Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            with archive.open(name) as part:
                counter.read(part.read())
    return counter.cells


class _Counter:
    def __init__(self) -> None:
        self.cells = 0

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EntityDeclHandler = self._refuse
        try:
            parser.Parse(xml, True)
        except expat.ExpatError:
            return  # a picture, or damaged: then openpyxl says so

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] in _SPREADING and "ref" in attributes:
            left, top, right, bottom = range_boundaries(attributes["ref"])
            columns = (right or _COLUMNS) - (left or 1) + 1
            self.cells += columns * ((bottom or _ROWS) - (top or 1) + 1)

    def _refuse(self, *_: object) -> None:
        raise ValueError("entities are not allowed")
