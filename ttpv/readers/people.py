"""Whether a file of counts also holds a list of dossiers or of people.

Files with a form in them are kept as they came, and are copied into every backup: so nothing of a
citizen may be in one, wherever in the file it stands and whatever the rows of the form are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import fold
from ttpv.readers.archive import unpack
from ttpv.readers.sheet import Sheet, SheetCell
from ttpv.reference import DossierLayout

_ENOUGH = 3
"""So many codes or numbers are a list; fewer may be an example in a note."""
_TITLES = 2
_LONGEST_TITLE = 60
_VALUE_DIGITS = 6
_DIGIT = re.compile(r"\d")
# A citizen's number: twelve digits that begin with a province's (001 to 096).
_CITIZEN = r"0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}"
_ALONE = r"(?<![\w.,-])(?:%s)(?![\w.,-])"
# Under a personal title: identity numbers new and old, phones; as numbers they lose their first 0.
_NUMBER = re.compile(r"\+?\d{9,12}")
_BETWEEN_DIGITS = re.compile(r"[\s.\-]")
_NAME_WORDS = range(2, 7)


def find_people(sheets: Iterable[Sheet], layout: DossierLayout) -> Issue | None:
    """Why these sheets of one file must not be kept, without a word of what stands in them: a
    list's header, a header of personal columns, or codes and identity numbers. Hidden ones too."""
    marks = 0
    mark = re.compile(_ALONE % "|".join(_marks(layout)), re.IGNORECASE)
    titles = tuple(fold(title) for title in layout.personal_titles)
    for sheet in sheets:
        for row, cells in sheet.rows.items():
            if _is_header(cells, layout) or _is_personal(sheet, row, titles):
                return _refuse(sheet, row)
            # Thrice in one cell counts as in three: a cell may hold a table's text.
            texts = (cell.text for cell in cells.values() if isinstance(cell.value, str))
            marks += sum(len(mark.findall(text)) for text in texts)
            if marks >= _ENOUGH:
                return _refuse(sheet, row)
    return None


def find_people_out_of_sight(content: bytes, file: str, layout: DossierLayout) -> Issue | None:
    """The same of the file's bytes, for what is on no sheet: comments, text boxes, what a pivot
    table remembers, text struck through or covered. Only codes and identity numbers are sure
    there. Expects a file that could be read."""
    parts = unpack(content).values() if content.startswith(b"PK") else [content]
    code = "|".join(layout.column_by_id["code"].patterns)
    # A citizen's number must stand between blanks or tags: elsewhere digits are no text.
    mark = re.compile(rf"{code}|(?<=[>\s]){_CITIZEN}(?=[<\s,;])".encode(), re.IGNORECASE)
    marks: set[bytes] = set()
    for part in parts:
        # Without zero bytes UTF-16, which .xls and .xlsb hold, is as searchable as UTF-8.
        for found in mark.finditer(part.replace(b"\0", b"")):
            marks.add(found[0])
            if len(marks) >= _ENOUGH:
                return make_issue("list_out_of_sight", Place(file=file))
    return None


def _marks(layout: DossierLayout) -> Iterator[str]:
    yield from layout.column_by_id["code"].patterns
    yield _CITIZEN


def _refuse(sheet: Sheet, row: int) -> Issue:
    place = Place(file=sheet.file, sheet=sheet.name, row=row)
    return make_issue("list_beside_form", place, where=f"trang tính “{sheet.name}”, dòng {row}")


def _is_header(cells: Mapping[int, SheetCell], layout: DossierLayout) -> bool:
    known = layout.column_by_header
    return layout.is_header({known[text] for text in map(_folded, cells.values()) if text in known})


def _folded(cell: SheetCell) -> str:
    """The text folded where it can be a title, else "": folding is slow, and most cells are not."""
    return fold(cell.text) if _may_be_title(cell) else ""


def _may_be_title(cell: SheetCell) -> bool:
    return (
        isinstance(cell.value, str)
        and len(cell.value) <= _LONGEST_TITLE
        and not _DIGIT.search(cell.value)
    )


def _is_personal(sheet: Sheet, row: int, titles: tuple[str, ...]) -> bool:
    """Two personal titles side by side; or one, with numbers or names under it."""
    found: dict[int, str] = {}
    for column, cell in sheet.rows[row].items():
        title = _personal_title(cell, titles)
        if title:
            found[column] = title
    if not found:
        return False
    # "Điện thoại | 0256 3812345 | Email | a@b.vn" is a letterhead in cells, no header.
    is_header = not any(_is_value(cell) for cell in sheet.rows[row].values())
    return (is_header and len(set(found.values())) >= _TITLES) or any(
        _names_people(sheet, row, column) for column in found
    )


def _is_value(cell: SheetCell) -> bool:
    return "@" in cell.text or sum(letter.isdigit() for letter in cell.text) >= _VALUE_DIGITS


def _personal_title(cell: SheetCell, titles: tuple[str, ...]) -> str | None:
    """Which of the titles the cell begins with. "Địa chỉ: 127 Hai Bà Trưng" is a letterhead, no
    title: what is said stands beside a colon, or holds digits."""
    if not _may_be_title(cell) or ":" in cell.text:
        return None
    words = f"{fold(cell.text)} "
    fitting = [title for title in titles if words.startswith(f"{title} ")]
    return max(fitting, key=len, default=None)


def _names_people(sheet: Sheet, row: int, column: int) -> bool:
    below = [
        cells[column].text.removesuffix(".0")
        for number, cells in sheet.rows.items()
        if number > row and column in cells
    ]
    numbers = sum(_NUMBER.fullmatch(_BETWEEN_DIGITS.sub("", text)) is not None for text in below)
    return numbers >= _ENOUGH or sum(map(_is_name, below)) >= _ENOUGH


def _is_name(text: str) -> bool:
    """Nguyễn Văn An, NGUYỄN VĂN AN: a few words of letters, each with a capital."""
    words = text.split()
    return len(words) in _NAME_WORDS and all(w.isalpha() and w[0].isupper() for w in words)
