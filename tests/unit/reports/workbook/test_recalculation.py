"""LibreOffice reckons the formulas: what it gets is what we stored beside them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.programs.calc import recalculate
from tests.spec.tables import World
from tests.unit.reports.workbook.conftest import open_book, tables_of
from ttpv.imports import FilePreview
from ttpv.reference import Reference
from ttpv.reports.workbook import build_workbook

# Halves that a binary float holds too low or too high: 98,25 → 98,3; 98,35 → 98,4; 1,005 …
HALVES = [
    (1965, 2000),
    (1967, 2000),
    (201, 20000),
    (689, 2000),
    (3, 2000),
    (1111, 8000),
    (9996, 20000),
]


def compare(content: bytes, folder: Path) -> int:
    """Every cell that shows something, formula or not; gives how many formulas there are."""
    ours = open_book(content, results=True)
    theirs = open_book(recalculate(content, folder), results=True)
    differing = {
        (sheet.title, cell.coordinate): (cell.value, theirs[sheet.title][cell.coordinate].value)
        for sheet in ours
        for row in sheet.iter_rows()
        for cell in row
        if theirs[sheet.title][cell.coordinate].value != cell.value
        and not is_near(cell.value, theirs[sheet.title][cell.coordinate].value)
    }
    assert differing == {}
    return count_formulas(open_book(content))


def is_near(ours: object, theirs: object) -> bool:
    """The same but for the last bits of a binary number."""
    numbers = isinstance(ours, (int, float)) and isinstance(theirs, (int, float))
    return numbers and ours == pytest.approx(theirs, rel=1e-13, abs=0)


def count_formulas(book: Workbook) -> int:
    return sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_report_of_2023(content: bytes, tmp_path: Path):
    """Annex I: 3, 7, 10 and 13 of 18 departments and the centre, its other sums; annex II: four
    sums; of the rates what rests on parts: the value, its distance, the centre's two sums."""
    formulas = 18 * 4 + (3 + 7 + 1) + 4 + 19 * 2 + 2
    assert compare(content, tmp_path) == formulas


def test_halves_round_as_ours_do(centre: World, reference: Reference, tmp_path: Path):
    names = [department.id for department in reference.departments[: len(HALVES)]]
    rows = [f"{who} | {whole} | {part}" for who, (part, whole) in zip(names, HALVES, strict=True)]
    centre.publish("2023-03", "\n".join(["who | received_new | received_online", *rows]))
    content = build_workbook(centre.figures("2023-03"), reference)
    sheet = open_book(content, results=True)["Tỷ lệ"]
    shown = {sheet.cell(row, 2).value: sheet.cell(row, 5).value for row in range(8, 15)}
    assert list(shown.values()) == [98.3, 98.4, 1.0, 34.5, 0.2, 13.9, 49.98]
    compare(content, tmp_path)


def test_saved_again_by_an_office_program_it_is_imported_all_the_same(
    content: bytes, tmp_path: Path, read_back: Callable[..., FilePreview]
):
    """Whoever opens it, looks and saves it changes no figure."""
    saved = read_back(recalculate(content, tmp_path))
    assert not any(issue.is_error for issue in saved.issues)
    assert tables_of(saved) == tables_of(read_back(content))
