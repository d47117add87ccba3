"""What is read in one go: tables and printed periods by where they stand.

A sheet stands by itself. A text document is read on from one table to the next, so for its tables
the same holds as for several tables on one sheet.
"""

from ttpv.core.issues import Place
from ttpv.readers.forms import Block, find_blocks
from ttpv.readers.period_text import PrintedPeriod, find_periods
from ttpv.readers.recognise import find_headers
from ttpv.readers.sheet import Sheet
from ttpv.reference import Reference

Position = tuple[int, int]
"""Which of the sheets that are read together, which row."""


def join_passages(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Each sheet by itself, but a document's tables together: one reads on from one to the next."""
    joined: list[list[Sheet]] = []
    for sheet in sheets:
        if joined and sheet.is_passage:
            joined[-1].append(sheet)
        else:
            joined.append([sheet])
    return joined


class Passages:
    """The tables and printed periods of sheets that are read together, by their position."""

    def __init__(self, sheets: list[Sheet], reference: Reference) -> None:
        self.blocks: list[tuple[Position, Block]] = []
        self.periods: list[tuple[Position, PrintedPeriod]] = []
        for index, sheet in enumerate(sheets):
            periods = find_periods(sheet.texts(), Place(file=sheet.file, sheet=sheet.name))
            headers = find_headers(sheet, reference.layouts.values())
            blocks = find_blocks(sheet, headers, [found.row for found in periods])
            self.blocks += [((index, block.headers[0].row), block) for block in blocks]
            self.periods += [((index, found.row), found) for found in periods]

    def periods_above(self) -> list[PrintedPeriod]:
        """What is printed above the first table; without tables, anywhere."""
        first = min((at for at, _ in self.blocks), default=None)
        return [found for at, found in self.periods if first is None or at < first]

    def periods_of(self, at: Position) -> list[PrintedPeriod]:
        """What is printed between the table before and the one at `at`. It may be a note on the
        table before; so where this form begins, what stands above the first table counts too."""
        layout = dict(self.blocks)[at].layout
        earlier = [(start, block) for start, block in self.blocks if start < at]
        above = max((start for start, _ in earlier), default=(0, 0))
        own = [found for start, found in self.periods if above < start < at]
        if own and earlier and not any(block.layout is layout for _, block in earlier):
            own += self.periods_above()
        return own
