"""Which forms stand on a sheet, and which of its columns is which.

The numbering row (1, 2, 3=4+6, …) is the key: in the report of 2023 the header of the first page
stands one cell too far left and only the numbers are right. Header texts are the second way, for
tables without numbers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ttpv.core.text import fold
from ttpv.readers.refused import Refused
from ttpv.readers.sheet import Sheet
from ttpv.reference import Column, Layout

_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?: ?= ?(.+))?")
_TIMES_100 = re.compile(r"[*x×.] ?100 ?%?$")
_MIN_NUMBERS = 4
_HEADER_ROWS = 5
_EVIDENCE_ROWS = 15
# A header stands again on each page; of 16.000 numbering rows, which took 20 s, nobody prints one.
_MAX_HEADERS = 500


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: data begin below `row`. `columns` by column number of the form;
    `twice` are numbers found in two places."""

    layout: Layout
    row: int
    columns: Mapping[int, int]
    twice: Mapping[int, int]

    def missing(self) -> list[Column]:
        return [column for column in self.layout.columns if column.number not in self.columns]


@dataclass(frozen=True, slots=True)
class _Numbering:
    """A row of column numbers: where each stands, a second place if any, its formula if any."""

    row: int
    places: Mapping[int, int]
    twice: Mapping[int, int]
    formulas: Mapping[int, str]


def find_headers(sheet: Sheet, layouts: Iterable[Layout]) -> list[Header]:
    """Every recognised header of the sheet, from top to bottom.

    A header that is repeated after a page break is found again. Header texts are tried only for
    forms without a numbering row on the sheet, and not where one stands below the texts: it
    contradicts every known form, so the texts are those of another form. Only of forms that have no
    numbers of their own it says nothing, and the data begin below it. Raises Refused for more
    headers than a form has pages.
    """
    layouts = list(layouts)
    rows = (_read_numbering(sheet, row) for row in sheet.row_numbers())
    numberings = [numbering for numbering in rows if numbering is not None]
    headers: list[Header] = []
    for numbering in numberings:
        header = _match_numbers(sheet, numbering, layouts, headers[-1] if headers else None)
        if header is not None:
            headers.append(header)
        if len(headers) > _MAX_HEADERS:
            raise Refused("file_too_many_headers", limit=_MAX_HEADERS)
    unnumbered = [layout for layout in layouts if layout not in [h.layout for h in headers]]
    for found in _match_texts(sheet, unnumbered):
        below = [n.row for n in numberings if found.row < n.row <= found.row + 2]
        if below and found.layout.numbered:
            continue
        header = replace(found, row=below[0]) if below else found
        if not any(_are_one(header, other) for other in headers):
            headers.append(header)
    return sorted(headers, key=lambda header: header.row)


def _are_one(header: Header, better: Header) -> bool:
    """Whether two layouts were found in the same header: of near rows and common figures."""
    return abs(header.row - better.row) <= 2 and bool(
        _figure_places(header) & set(better.columns.values())
    )


def _figure_places(header: Header) -> set[int]:
    wanted = [column.number for column in header.layout.columns if column.role == "figure"]
    return {header.columns[number] for number in wanted if number in header.columns}


def _read_numbering(sheet: Sheet, row: int) -> _Numbering | None:
    """The row as column numbers 1, 2, 3, …; None when it holds anything else."""
    places: dict[int, int] = {}
    twice: dict[int, int] = {}
    formulas: dict[int, str] = {}
    for column, cell in sorted(sheet.rows[row].items()):
        found = _NUMBER.fullmatch(cell.text.removesuffix(".0"))
        if found is None:
            return None
        number = int(found[1])
        if number in places:
            twice[number] = column
        places.setdefault(number, column)
        if found[2]:
            formulas[number] = found[2]
    if len(places) < _MIN_NUMBERS or not places.keys() >= {2, 3}:
        return None
    return _Numbering(row, places, twice, formulas)


def _match_numbers(
    sheet: Sheet, numbering: _Numbering, layouts: list[Layout], before: Header | None
) -> Header | None:
    """The layout whose numbers these are. `before` is the header above on the same sheet, whose
    numbers may stand again after a page break without any header text."""
    fitting = [fit for fit in layouts if fit.numbered and _fits(fit, numbering)]
    above = _texts_above(sheet, numbering.row)
    proven = [fit for fit in fitting if all(fold(word) in above for word in fit.evidence)]
    if not proven and before is not None and before.columns == numbering.places:
        proven = [layout for layout in fitting if layout is before.layout]
    if not proven:
        return None
    places = numbering.places
    # The same numbers stand in several forms; the one that more words speak for is meant.
    layout = max(
        proven,
        key=lambda fit: (len({c.number for c in fit.columns} & places.keys()), len(fit.evidence)),
    )
    return Header(layout, numbering.row, places, numbering.twice)


def _fits(layout: Layout, numbering: _Numbering) -> bool:
    """Whether the printed numbers can be this form's: a printed formula must be the form's own
    (3=4+6 is annex I, 3=4+5+6 another form of the same counts)."""
    columns = {column.number: column for column in layout.columns}
    if not columns.keys() >= numbering.places.keys():
        return False
    if any(c.role == "department" and c.number not in numbering.places for c in layout.columns):
        return False
    return all(
        columns[number].formula is None or _parts(formula) == _parts(columns[number].formula or "")
        for number, formula in numbering.formulas.items()
    )


def _parts(formula: str) -> list[str]:
    """The column numbers that a formula names: 5 and 4 of "(5)/(4)*100%"."""
    return re.findall(r"\d+", _TIMES_100.sub("", formula))


def _texts_above(sheet: Sheet, row: int) -> str:
    rows = range(max(1, row - _EVIDENCE_ROWS), row)
    return " ".join(fold(cell.text) for r in rows for cell in sheet.rows.get(r, {}).values())


def _match_texts(sheet: Sheet, layouts: list[Layout]) -> list[Header]:
    """Headers found by their texts: of each layout the rows in which every required column is;
    where several layouts find theirs in one header, the one that recognises most of it comes
    first."""
    headers: list[Header] = []
    merged: dict[int, set[int]] = {}
    for row, column in sheet.merged:
        merged.setdefault(row, set()).add(column)
    for row in sheet.row_numbers():
        # What shows something in the header's last row; merged cells reach down into it.
        columns = sorted(merged.get(row, set()) | set(sheet.rows[row]))
        shown = " ".join(_last_text(sheet, row, column) for column in columns)
        possible = [layout for layout in layouts if _may_match(f" {shown} ", layout)]
        if not possible:  # nearly every row of a long sheet
            continue
        paths = {column: _header_path(sheet, row, column) for column in columns}
        for layout in possible:
            header = _match_paths(row, paths, layout)
            if header is not None:
                headers = [h for h in headers if not (h.layout is layout and h.row == row - 1)]
                headers.append(header)
    return sorted(headers, key=lambda header: -len(header.columns))


def _last_text(sheet: Sheet, row: int, column: int) -> str:
    text = fold(sheet.shown(row, column).text)
    return text or " ".join(_header_path(sheet, row, column)[-1:])


def _may_match(shown: str, layout: Layout) -> bool:
    """Whether the last words of every column that the layout cannot lack occur in the row at all:
    its texts, one after another, are searched once a column instead of path by path."""
    return all(
        any(f" {fold(way[-1])} " in shown for way in wanted.header)
        for wanted in layout.columns
        if wanted.required and wanted.role != "ordinal"
    )


def _match_paths(row: int, paths: Mapping[int, list[str]], layout: Layout) -> Header | None:
    """The header of `layout`, where every column that it cannot lack is among the paths."""
    places: dict[int, int] = {}
    twice: dict[int, int] = {}
    for wanted in layout.columns:
        matches = [column for column, path in paths.items() if _path_matches(path, wanted.header)]
        if any(_path_matches(path, wanted.unless) for path in paths.values()):
            matches = []
        if not matches and wanted.required and wanted.role != "ordinal":
            return None
        if matches:
            places[wanted.number] = matches[0]
        if len(matches) > 1:
            twice[wanted.number] = matches[1]
    return Header(layout, row, places, twice)


def find_foreign_titles(sheet: Sheet, header: Header) -> dict[int, int]:
    """Column number → the number of the other column whose title stands over it instead.

    The numbers are believed, but titles that changed places with each other are worth a word. A
    header that stands one cell too far to one side, as in the report of 2023, is no exchange.
    """
    figures = [
        c for c in header.layout.columns if c.role == "figure" and c.number in header.columns
    ]
    foreign: dict[int, int] = {}
    for column in figures:
        path = _header_path(sheet, header.row - 1, header.columns[column.number])
        if path and not _path_matches(path, column.header):
            others = [c.number for c in figures if _path_matches(path, c.header)]
            if len(others) == 1:
                foreign[column.number] = others[0]
    shifts = [other - number for number, other in foreign.items()]
    if any(shifts.count(side) * 2 > len(shifts) for side in (-1, 1)):
        return {}
    while open_ends := [n for n, other in foreign.items() if other not in foreign]:
        for number in open_ends:
            del foreign[number]
    return foreign


def _header_path(sheet: Sheet, row: int, column: int) -> list[str]:
    """The header's texts over one column, from top to bottom, folded, merged ones once."""
    path: list[str] = []
    for above in range(max(1, row - _HEADER_ROWS + 1), row + 1):
        text = fold(sheet.shown(above, column).text)
        if text and (not path or path[-1] != text):
            path.append(text)
    return path


def _path_matches(path: list[str], ways: Iterable[Sequence[str]]) -> bool:
    return any(_holds_in_order(path, way) for way in ways)


def _holds_in_order(path: list[str], parts: Sequence[str]) -> bool:
    """Whether the last text holds the last part and the ones above hold the others, in order."""
    if not path or not _has_words(path[-1], parts[-1]):
        return False
    above = iter(path[:-1])
    return all(any(_has_words(text, part) for text in above) for part in parts[:-1])


def _has_words(text: str, part: str) -> bool:
    """Whether a folded text holds these words; of "=Trực tuyến" whether it is just these."""
    words = fold(part)
    return text == words if part.startswith("=") else f" {words} " in f" {text} "
