"""Each issue there is, out of a file that deserves it: its sentence has every word it needs."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import TODAY
from tests.dress import ANNEX_1, ANNEX_2, Annex, Style, dress, dressed, saved
from tests.unit.readers.dossiers.test_issues import CODES as OF_LISTS
from ttpv.core.issues import Issue
from ttpv.core.messages import MESSAGES
from ttpv.core.periods import Period, parse_period
from ttpv.imports import Upload, missing_file, preview_files
from ttpv.reference import Reference

# Annex I in plain dress: numbering row 13, departments 14–31, Σ 32; annex II: 11, 12–29, 30.


def annex(
    cells: dict[str, object] | None = None,
    *,
    of: Annex = ANNEX_1,
    period: str | None = "Từ ngày 01/01/2023 đến ngày 25/12/2023",
    edit: Callable[[Worksheet], object] = lambda sheet: None,
) -> bytes:
    book = load_workbook(io.BytesIO(dressed(of, style=Style(period=period))))
    for name, value in (cells or {}).items():
        book.active[name] = value
    edit(book.active)
    return saved(book)


def empty_table() -> bytes:
    book = Workbook()
    dress(book.active, ANNEX_2, Style(total="none", signature=False), rows=[[""] * 6])
    return saved(book)


def zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def hide(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"
    sheet.parent.create_sheet("Khác")


def fractions(sheet: Worksheet) -> None:
    for row in range(14, 33):
        for column in range(13, 18):
            cell = sheet.cell(row, column)
            cell.value = cell.value / 100


def misplaced(sheet: Worksheet) -> None:
    for row in range(14, 33):
        sheet.cell(row, 6).value += 7


def blank(sheet: Worksheet, area: str) -> None:
    for row in sheet[area]:
        for cell in row:
            cell.value = None


FILES: dict[str, bytes | tuple[bytes, ...]] = {
    "file_empty": b"",
    "file_not_xlsx": b"\x89PNG\r\n",
    "file_encrypted": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "file_damaged": annex()[:3000],
    "file_too_large": zipped("xl/big.xml", bytes(40_000_000)),
    "file_too_many_cells": annex(edit=lambda sheet: sheet.merge_cells("A60:ZZ600")),
    "form_unknown": saved(Workbook()),
    "form_twice": (annex(of=ANNEX_2), annex(of=ANNEX_2)),
    "form_doubtful": annex(edit=misplaced),
    "sheet_hidden": annex(edit=hide),
    "column_missing": annex({"D13": None}),
    "column_absent": annex({"N13": None}),
    "column_twice": annex({"Q13": 4}),
    "table_empty": empty_table(),
    "period_missing": annex(period=None),
    "period_ambiguous": annex({"A8": "Từ ngày 01/12/2022 đến ngày 31/12/2022"}),
    "period_impossible": annex(period="Từ ngày 31/02/2023 đến ngày 25/12/2023"),
    "period_reversed": annex(period="Từ ngày 25/12/2023 đến ngày 01/01/2023"),
    "period_future": annex(period="Từ ngày 01/01/2023 đến ngày 25/12/2030"),
    "department_unknown": annex({"B15": "Sở Công Thươngg"}),
    "department_twice": annex({"B15": "Sở Y tế"}),
    "department_blank": annex({"B15": None}),
    "total_twice": annex({"B31": "Tổng cộng"}),
    "cell_error": annex({"D15": "#DIV/0!"}),
    "cell_formula": annex({"D15": "=C15-F15"}),
    "count_not_number": annex({"D15": "<b>"}),
    "count_negative": annex({"D15": -1}),
    "count_decimal": annex({"D15": 30.009}),
    "count_too_large": annex({"D15": 10**16}),
    "rate_not_number": annex({"M15": "cao {value}"}),
    "rate_out_of_range": annex({"M15": 199.2}),
    "rates_are_fractions": annex(edit=fractions),
    "cell_dash": annex({"D15": "-"}),
    "number_stray": annex({"I34": 2}),
    "identity_broken": annex({"C15": 1}),
    "part_exceeds": annex({"E15": 30_010}),
    "total_differs": annex({"E32": 1}),
    "total_absent": annex(edit=lambda sheet: sheet.delete_rows(32)),
    "rate_differs": annex({"M15": 1}),
    "department_missing": annex(edit=lambda sheet: sheet.delete_rows(31)),
    "figure_missing": annex({"N15": None}),
    "row_blank": annex(edit=lambda sheet: blank(sheet, "C20:Q20")),
    "column_blank": annex(edit=lambda sheet: blank(sheet, "N14:N32")),
    "fees_contradict": (annex({"N17": 12.5}), annex(of=ANNEX_2)),
}
OTHER_WAYS = {"file_missing", "period_differs"}  # not from a file alone: below


def issues_of(
    contents: Iterable[bytes], reference: Reference, period: Period | None = None
) -> list[Issue]:
    uploads = [Upload(f"tệp {n}.xlsx", content) for n, content in enumerate(contents, 1)]
    previews = preview_files(uploads, reference, today=TODAY, period=period)
    return [issue for preview in previews for issue in preview.issues]


def check_sentence(issue: Issue) -> None:
    severity, _ = MESSAGES[issue.code]
    assert issue.severity == severity
    assert issue.message[0].isupper() or issue.message[0] == "“"
    assert issue.message.endswith(".")
    assert "None" not in issue.message
    assert not re.search(r"object at|  |\.\.$|\b\d{4}-\d{2}-\d{2}\b", issue.message)
    assert issue.file is not None


@pytest.mark.parametrize("code", FILES)
def test_an_issue_of_a_file(code: str, reference: Reference):
    content = FILES[code]
    issues = issues_of(content if isinstance(content, tuple) else (content,), reference)
    assert code in {issue.code for issue in issues}
    for issue in issues:
        check_sentence(issue)


def test_issues_of_the_occasion(reference: Reference):
    (missing,) = missing_file("tệp.xlsx").issues
    (differs,) = issues_of((annex(),), reference, parse_period("2022"))
    assert {missing.code, differs.code} == OTHER_WAYS
    check_sentence(missing)
    check_sentence(differs)


def test_no_issue_is_left_out():
    assert set(FILES) | OTHER_WAYS | OF_LISTS == set(MESSAGES)
    assert not FILES.keys() & OTHER_WAYS
