"""The dresses of tests/dress.py as text: HTML as Excel and vendors write it, CSV, old fonts."""

import csv
import html
import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.dress import Annex, Style, dress
from ttpv.core.legacy import TABLES, Legacy

TEXTS = Style(counts="dots", rates="comma", numbering="plain")
"""What a text file shows: "30.816", "66,2", "3=4+6"."""


def dressed_sheet(annex: Annex, style: Style = TEXTS) -> Worksheet:
    """One annex on a sheet of its own."""
    sheet = Workbook().active
    assert sheet is not None
    dress(sheet, annex, style)
    return sheet


def to_legacy(text: str, legacy: Legacy) -> str:
    """Vietnamese as glyphs of an old font; TCVN3 has no capitals with tones, so they get small."""
    letters: dict[str, str] = {}
    for glyphs, letter in TABLES[legacy].items():
        whole = glyphs.upper() if letter.isupper() and legacy == "VNI" else glyphs
        letters[letter] = whole
        if legacy == "TCVN3":
            letters.setdefault(letter.upper(), glyphs)
    return "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def to_cp1258(text: str) -> bytes:
    """As Windows writes it: most letters with a tone as letter and mark."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            first, *marks = unicodedata.normalize("NFD", letter)
            # The mark of the letter (ă, â, ơ …) stays with it, the tone stands behind.
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            shape = [mark for mark in marks if mark not in tones]
            whole = unicodedata.normalize("NFC", "".join([first, *shape]))
            out += (whole + "".join(tones)).encode("cp1258", errors="replace")
    return bytes(out)


def to_rows(sheet: Worksheet) -> list[list[str]]:
    """The sheet's texts, as wide as it is, blanks as ""."""
    rows = sheet.iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


def to_csv(sheet: Worksheet, delimiter: str = ",", *, padded: bool = True) -> str:
    """The sheet as Excel saves it; not padded, as others do."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in to_rows(sheet):
        last = max((i for i, text in enumerate(row, 1) if text), default=0)
        writer.writerow(row if padded else row[:last])
    return out.getvalue()


@dataclass(frozen=True)
class Markup:
    """One way to write a table; `cell` gives a cell's attributes and content."""

    head: str = ""
    before: str = ""
    after: str = ""
    cell: Callable[[object, str], tuple[str, str]] = lambda value, style: ("", escaped(value))
    closed: bool = True  # False: </td> and </tr> are left out, as HTML allows


def escaped(value: object) -> str:
    return "" if value is None else html.escape(str(value)).replace("\n", "<br>")


def to_table(sheet: Worksheet, markup: Markup | None = None, *, first: int = 1) -> str:
    """The sheet from row `first` on as a <table>, merged cells as rowspan and colspan."""
    markup = markup or Markup()
    spans = {}
    covered = set()
    for area in sheet.merged_cells.ranges:
        spans[(area.min_row, area.min_col)] = (area.size["rows"], area.size["columns"])
        covered |= set(area.cells) - {(area.min_row, area.min_col)}
    lines = []
    for row in range(first, sheet.max_row + 1):
        cells = []
        for column in range(1, sheet.max_column + 1):
            if (row, column) in covered:
                continue
            cell = sheet.cell(row, column)
            attributes, content = markup.cell(cell.value, cell.number_format)
            down, across = spans.get((row, column), (1, 1))
            attributes += f' rowspan="{down}"' if down > 1 else ""
            attributes += f" colspan={across}" if across > 1 else ""
            cells.append(f"<td{attributes}>{content}{'</td>' if markup.closed else ''}")
        lines.append(f"<tr>{''.join(cells)}{'</tr>' if markup.closed else ''}")
    return "<table border=1>\n" + "\n".join(lines) + "\n</table>"


def to_html(*sheets: Worksheet, markup: Markup | None = None, first: int = 1) -> str:
    """A page with one table a sheet."""
    markup = markup or Markup()
    tables = [to_table(sheet, markup, first=first) for sheet in sheets]
    body = "\n".join(markup.before + table + markup.after for table in tables)
    return f"<html><head>{markup.head}</head>\n<body>\n{body}\n</body></html>"
