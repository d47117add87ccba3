"""HTML → its texts and tables as they are written, not yet laid out on a grid.

lxml's parser repairs what is left open and tells the target below of each tag; no tree of the page
is made, nothing is fetched, entities of a document's own are not expanded. What it collects is
bounded by the number of cells and tables.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from ttpv.readers.cell_count import MAX_CELLS
from ttpv.readers.html_styles import StyleSheet, find_sheet_names

MAX_TABLES = 500
MAX_DEPTH = 30
MAX_ELEMENTS = 1_000_000  # three a cell of the largest table; 28 MB of "<b>" would take 30 s
_CHUNK = 65_536
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset(
    {"script", "style", "title", "select", "textarea", "template", "xml", "noframes"}
)
_BLOCK_NAMES = (
    "address article blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_GROUPS = frozenset({"thead", "tbody", "tfoot"})


class TooComplex(Exception):
    """More cells, tables or depth than a summary form has; `code` is the issue's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class HtmlCell:
    """A cell: its texts and the tables inside it, in order, and what its attributes say."""

    row_span: int = 1
    column_span: int = 1
    number: str | None = None  # Excel's x:num: the value behind the text
    number_format: str = "General"
    is_hidden: bool = False
    parts: list["str | HtmlTable"] = field(default_factory=list)

    @property
    def tables(self) -> list["HtmlTable"]:
        return [part for part in self.parts if isinstance(part, HtmlTable)]

    @property
    def text(self) -> str:
        """Its own text and that of tables inside it."""
        return "".join(part if isinstance(part, str) else f"\n{part.text}\n" for part in self.parts)


@dataclass(slots=True)
class HtmlRow:
    """A row; `group` tells thead, tbody and tfoot apart, which no rowspan crosses."""

    group: int
    is_hidden: bool = False
    cells: list[HtmlCell] = field(default_factory=list)


@dataclass(slots=True)
class HtmlTable:
    """A table; `count` is the number of cells, those of tables inside it included."""

    is_hidden: bool = False
    rows: list[HtmlRow] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    columns: int = 0  # of the <col> elements so far
    groups: int = 0
    hidden_group: bool = False
    caption: list["str | HtmlTable"] = field(default_factory=list)
    count: int = 0

    @property
    def cells(self) -> list[HtmlCell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def text(self) -> str:
        return "\n".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, in order, and the sheet names that Excel wrote into it."""

    parts: list[str | HtmlTable]
    sheet_names: list[str]


def parse_html(text: str) -> Page:
    """The page's texts and tables. Raises TooComplex beyond the limits, lxml's errors on text that
    no parser can make anything of."""
    target = _Target()
    # The text is decoded already: its own declaration is not asked again.
    parser = etree.HTMLParser(
        target=target, encoding="utf-8", no_network=True, recover=True, huge_tree=False
    )
    content = text.encode("utf-8", errors="replace")
    for start in range(0, len(content), _CHUNK):
        parser.feed(content[start : start + _CHUNK])
    parser.close()
    return Page(target.page, target.names)


@dataclass(slots=True)
class _Open:
    """A table being read, and at what depth inside its current cell an element hides its text."""

    table: HtmlTable
    row: HtmlRow | None = None
    cell: HtmlCell | None = None
    unseen_from: int | None = None


class _Target:
    """Collects what lxml's parser tells."""

    def __init__(self) -> None:
        self.page: list[str | HtmlTable] = []
        self.names: list[str] = []
        self.styles = StyleSheet()
        self.stack: list[_Open] = []
        self.depth = 0
        self.css: list[str] | None = None  # inside <style>
        self.unseen_from: int | None = None  # outside of tables
        self.cells = self.tables = self.elements = 0

    # What lxml calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise TooComplex("html_too_complex")
        attributes = dict(attributes)
        if tag == "style":
            self.css = []
        hidden = tag in _UNSEEN or "hidden" in attributes or self.styles.hides(attributes)
        if tag == "table":
            self._start_table(hidden)
        elif self.stack and tag in _GROUPS:
            table = self.stack[-1].table
            table.groups += 1
            table.hidden_group = hidden
        elif self.stack and tag == "col":
            self._start_column(attributes, hidden)
        elif self.stack and tag == "tr":
            self._start_row(hidden)
        elif self.stack and tag in ("td", "th"):
            self._start_cell(attributes, hidden)
        elif hidden and self._unseen() is None:
            self._set_unseen(self.depth)
        if tag in _BLOCKS and self._unseen() is None:
            self._texts().append("\n")

    def end(self, tag: str) -> None:
        if self._unseen() == self.depth:
            self._set_unseen(None)
        self.depth -= 1
        if tag == "style":
            self.styles.add("".join(self.css or ()))
            self.css = None
        if tag == "table" and self.stack:
            self._end_table()
        elif self.stack and tag == "tr":
            self.stack[-1].row = self.stack[-1].cell = None
        elif self.stack and tag in ("td", "th"):
            self.stack[-1].cell = None
        elif self.stack and tag in _GROUPS:
            table = self.stack[-1].table
            table.groups += 1
            table.hidden_group = False
        if tag in _BLOCKS and self._unseen() is None:
            self._texts().append("\n")

    def data(self, text: str) -> None:
        if self.css is not None:
            self.css.append(text)
        elif self._unseen() is None:
            self._texts().append(_SPACES.sub(" ", text))

    def comment(self, text: str) -> None:
        self.names += find_sheet_names(text)

    def close(self) -> None:
        while self.stack:
            self._end_table()

    # Where one is

    def _texts(self) -> list[str | HtmlTable]:
        if not self.stack:
            return self.page
        now = self.stack[-1]
        return now.table.caption if now.cell is None else now.cell.parts

    def _unseen(self) -> int | None:
        return self.stack[-1].unseen_from if self.stack else self.unseen_from

    def _set_unseen(self, depth: int | None) -> None:
        if self.stack:
            self.stack[-1].unseen_from = depth
        else:
            self.unseen_from = depth

    # Tables

    def _start_table(self, hidden: bool) -> None:
        self.tables += 1
        if self.tables > MAX_TABLES or len(self.stack) >= MAX_DEPTH:
            raise TooComplex("html_too_complex")
        within = bool(self.stack) and self.stack[-1].table.is_hidden
        hidden = hidden or within or self._unseen() is not None
        self.stack.append(_Open(HtmlTable(is_hidden=hidden)))

    def _end_table(self) -> None:
        table = self.stack.pop().table
        if self.stack:
            self.stack[-1].table.count += table.count
        if any(isinstance(part, str) and part.strip() for part in table.caption):
            self._texts().extend(["\n", *table.caption, "\n"])
        self._texts().append(table)

    def _start_column(self, attributes: Mapping[str, str], hidden: bool) -> None:
        table = self.stack[-1].table
        first = table.columns + 1
        table.columns += min(read_span(attributes.get("span"), 1), 1000)
        if hidden and table.columns <= MAX_CELLS:
            table.hidden_columns.update(range(first, table.columns + 1))

    def _start_row(self, hidden: bool) -> None:
        now = self.stack[-1]
        now.row = HtmlRow(now.table.groups, hidden or now.table.hidden_group)
        now.cell = None
        now.table.rows.append(now.row)

    def _start_cell(self, attributes: Mapping[str, str], hidden: bool) -> None:
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise TooComplex("file_too_many_cells")
        now = self.stack[-1]
        if now.row is None:  # a cell outside of any row: browsers make one
            self._start_row(hidden=False)
        now.cell = HtmlCell(
            row_span=read_span(attributes.get("rowspan"), 0),
            # As browsers have it, and no more columns than Excel's.
            column_span=min(read_span(attributes.get("colspan"), 1), 1000),
            number=attributes.get("x:num") or None,
            number_format=self.styles.number_format(attributes),
            is_hidden=hidden,
        )
        now.unseen_from = None
        now.table.count += 1
        if now.row is not None:
            now.row.cells.append(now.cell)


def read_span(text: str | None, least: int) -> int:
    """A span as written, 1 where it is absent or nonsense; 0 rows reach to their group's end."""
    found = re.match(r"\s*\+?([0-9]{1,9})", text or "")
    return max(int(found[1]), least) if found else 1
