"""Sheets in TCVN3 or VNI → sheets in Unicode, whatever the file's format was."""

from dataclasses import replace

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.legacy import ENOUGH_WORDS, Legacy, convert_texts, find_legacy
from ttpv.readers.sheet import Sheet, SheetCell


def decode_sheets(sheets: list[Sheet]) -> tuple[list[Sheet], list[Issue]]:
    """The sheets of one file in Unicode, with a warning for each that was not.

    In a file with one sheet in an old font a single word is enough on the others, which may hold
    but a title: "Tõ 01/01/2023 ®Õn 25/12/2023".
    """
    decoded = [decode_legacy(sheet) for sheet in sheets]
    if any(legacy for _, legacy in decoded):
        decoded = [decode_legacy(sheet, enough=1) for sheet in sheets]
    issues = [
        make_issue("charset_legacy", Place(file=sheet.file, sheet=sheet.name), charset=legacy)
        for sheet, legacy in decoded
        if legacy is not None
    ]
    return [sheet for sheet, _ in decoded], issues


def decode_legacy(sheet: Sheet, enough: int = ENOUGH_WORDS) -> tuple[Sheet, Legacy | None]:
    """The sheet with its texts in Unicode and the encoding that they were in; the same sheet and
    None where they are Unicode already."""
    texts = [text for _, _, text in sheet.texts()]
    legacy = find_legacy(texts, enough)
    if legacy is None:
        return sheet, None
    converted = convert_texts(texts, legacy)

    def decoded(cell: SheetCell) -> SheetCell:
        if not isinstance(cell.value, str):
            return cell
        return replace(cell, value=converted[cell.text])

    rows = {
        number: {column: decoded(cell) for column, cell in row.items()}
        for number, row in sheet.rows.items()
    }
    return replace(sheet, rows=rows), legacy
