"""Each issue there is, out of a file that deserves it: its sentence has every word it needs."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import TODAY
from tests.containers import ole, repacked
from tests.dress import ANNEX_1, ANNEX_2, Annex, Style, dress, dressed, saved
from tests.dress_text import dressed_sheet, to_csv, to_legacy
from tests.unit.checks.test_other_figures import CODES as OF_OTHERS
from tests.unit.readers.dossiers.test_issues import CODES as OF_LISTS
from tests.unit.reports.docx.test_check import CODES as OF_TEMPLATES
from tests.unit.test_other_files import CODES as OF_OTHER_FILES
from tests.unit.test_report_settings import CODES as OF_SETTINGS
from tests.unit.test_target_files import CODES as OF_TARGETS
from ttpv.core.issues import Issue
from ttpv.core.messages import MESSAGES
from ttpv.core.periods import Period, parse_period
from ttpv.imports import Upload, missing_file, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.readers.text_file import read_text_file
from ttpv.reference import Reference
from ttpv.store import Store

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


def number_on(sheet: Worksheet) -> None:
    """The numbering row of annex I, 600 times more."""
    for _ in range(600):
        sheet.append(range(1, 18))


def hide(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"
    sheet.parent.create_sheet("Khác")


def hide_rows(sheet: Worksheet) -> None:
    for row in (15, 17, 18):
        sheet.row_dimensions[row].hidden = True


def hide_columns(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


def strike(sheet: Worksheet) -> None:
    sheet["D15"].font = Font(strike=True)


def comment(sheet: Worksheet) -> None:
    codes = " ".join(f"H08.16-231225-000{n}" for n in range(3))
    sheet["B15"].comment = Comment(codes, "ai đó")


def strict(xml: bytes) -> bytes:
    """Excel's "Strict Open XML": the same under other names, by which openpyxl finds no sheet."""
    transitional = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return xml.replace(transitional, b"http://purl.oclc.org/ooxml/officeDocument/relationships")


def exchange_titles(sheet: Worksheet) -> None:
    """Annex II's halves under each other's titles; its numbering row stays."""
    left, right = sheet["C9"].value, sheet["E9"].value
    sheet["C9"], sheet["E9"] = right, left


def fractions(sheet: Worksheet) -> None:
    for row in range(14, 33):
        for column in range(13, 18):
            cell = sheet.cell(row, column)
            cell.value = cell.value / 100


def old_font(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = to_legacy(cell.value, "TCVN3")


def misplaced(sheet: Worksheet) -> None:
    for row in range(14, 33):
        sheet.cell(row, 6).value += 7


def blank(sheet: Worksheet, area: str) -> None:
    for row in sheet[area]:
        for cell in row:
            cell.value = None


FILES: dict[str, bytes | tuple[bytes, ...]] = {
    "file_empty": b"",
    "file_unknown": repacked(annex(), {"xl/workbook.xml": strict}),
    "file_not_table": b"\x89PNG\r\n",
    "file_old_word": ole(WordDocument=b"\xec\xa5"),
    "file_too_many_headers": annex(edit=number_on),
    "file_encrypted": ole(EncryptedPackage=b"", EncryptionInfo=b""),
    "file_damaged": annex()[:3000],
    "file_too_large": zipped("xl/big.xml", bytes(40_000_000)),
    "file_too_many_cells": annex(edit=lambda sheet: sheet.merge_cells("A60:ZZ600")),
    "form_unknown": saved(Workbook()),
    "list_beside_form": annex({"B60": "Họ và tên", "C60": "Số CCCD"}),
    "list_out_of_sight": annex(edit=comment),
    "form_twice": (annex(of=ANNEX_2), annex(of=ANNEX_2)),
    "form_doubtful": annex(edit=misplaced),
    "charset_legacy": annex(edit=old_font),
    "sheet_hidden": annex(edit=hide),
    "rows_hidden": annex(edit=hide_rows),
    "columns_hidden": annex(edit=hide_columns),
    "text_struck": annex(edit=strike),
    "rows_passed_over": annex({"B36": "Nơi nhận:", "B38": "Sở Y tế", "C38": 5}),
    "column_missing": annex({"D13": None}),
    "column_absent": annex({"N13": None}),
    "column_twice": annex({"Q13": 4}),
    "header_foreign": annex(of=ANNEX_2, edit=exchange_titles),
    "table_empty": empty_table(),
    "period_missing": annex(period=None),
    "period_ambiguous": annex({"A8": "Từ ngày 01/12/2022 đến ngày 31/12/2022"}),
    "period_impossible": annex(period="Từ ngày 31/02/2023 đến ngày 25/12/2023"),
    "period_reversed": annex(period="Từ ngày 25/12/2023 đến ngày 01/01/2023"),
    "period_long": annex(period="Từ ngày 01/01/2013 đến ngày 25/12/2023"),
    "period_future": annex(period="Từ ngày 01/01/2023 đến ngày 25/12/2030"),
    "department_unknown": annex({"B15": "Sở Công Thươngg"}),
    "department_twice": annex({"B15": "Sở Y tế"}),
    "department_blank": annex({"B15": None}),
    "total_twice": annex({"B31": "Tổng cộng"}),
    "cell_error": annex({"D15": "#DIV/0!"}),
    "cell_formula": annex({"D15": "=C15-F15"}),
    "row_formulas": annex({"D15": "=C15-F15", "F15": "=C15-D15"}),
    "count_not_number": annex({"D15": "<b>"}),
    "count_is_rate": annex({"D15": "66,2 %"}),
    "count_negative": annex({"D15": -1}),
    "count_decimal": annex({"D15": 30.009}),
    "count_too_large": annex({"D15": 10**16}),
    "rate_not_number": annex({"M15": "cao {value}"}),
    "rate_in_words": annex({"M15": "≈ 99,2"}),
    "rate_out_of_range": annex({"M15": 199.2}),
    "rates_are_fractions": annex(edit=fractions),
    "rates_too_small": annex({"P15": 0.997}),
    "row_shifted": to_csv(dressed_sheet(ANNEX_2, Style(counts="commas"))).replace('"', "").encode(),
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
TEXT_FILES: dict[str, bytes] = {
    "text_not_text": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "text_too_large": b"1;2\n" * 8_000_000,
    "text_line_too_long": b"1;" * 2_000_000,
    "text_quote_open": b'1;"2\n3;4\n',
    "html_no_table": b"<html><frameset></frameset></html>",
    "html_too_complex": b"<table><tr><td>" * 100,
}
# Against what is published: (what, upon what).
YEAR_BEFORE = "Từ ngày 01/01/2022 đến ngày 31/12/2022"
TO_NOVEMBER = "Từ ngày 01/01/2023 đến ngày 30/11/2023"
AGAINST: dict[str, tuple[bytes, bytes]] = {
    "stock_differs": (annex(), annex(period=YEAR_BEFORE)),
    "period_overlaps": (
        annex(of=ANNEX_2, period="Từ 01/12/2023 đến 31/12/2023"),
        annex(of=ANNEX_2),
    ),
    "cumulated_shrinks": (annex({"C12": 1}, of=ANNEX_2), annex(of=ANNEX_2, period=TO_NOVEMBER)),
    "department_gone": (
        annex(of=ANNEX_2, edit=lambda sheet: sheet.delete_rows(29)),
        annex(of=ANNEX_2, period=YEAR_BEFORE),
    ),
    "figure_jumped": (annex({"C13": 1}, of=ANNEX_2), annex(of=ANNEX_2, period=YEAR_BEFORE)),
    "published_unreadable": (annex(), annex(period=YEAR_BEFORE)),
}
OTHER_WAYS = {"file_missing", "period_differs"}  # not from a file alone: below


def issues_of(
    contents: Iterable[bytes], reference: Reference, period: Period | None = None
) -> list[Issue]:
    uploads = [Upload(f"tệp {n}.xlsx", content) for n, content in enumerate(contents, 1)]
    return list(preview_files(uploads, reference, today=TODAY, period=period).issues)


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


@pytest.mark.parametrize("code", AGAINST)
def test_an_issue_against_what_is_published(code: str, reference: Reference, tmp_path: Path):
    new, before = AGAINST[code]
    store, clerk = Store(tmp_path), Publisher("văn thư", may_publish=True)
    published = preview_files([Upload("trước.xlsx", before)], reference, today=TODAY)
    assert publish_files(published, store, clerk).status == "published"
    if code == "published_unreadable":
        for file in (tmp_path / "tables").iterdir():
            file.unlink()
    preview = preview_files([Upload("tệp.xlsx", new)], reference, store=store, today=TODAY)
    assert code in {issue.code for issue in preview.issues}
    assert preview.is_valid  # nothing of the past keeps a file out
    for issue in preview.issues:
        check_sentence(issue)


def test_issues_of_the_occasion(reference: Reference):
    (missing,) = missing_file("tệp.xlsx").issues
    (differs,) = issues_of((annex(),), reference, parse_period("2022"))
    assert {missing.code, differs.code} == OTHER_WAYS
    check_sentence(missing)
    check_sentence(differs)


@pytest.mark.parametrize("code", TEXT_FILES)
def test_an_issue_of_a_text_file(code: str):
    (issue,) = read_text_file(TEXT_FILES[code], "tệp.csv")[1]
    assert issue.code == code
    check_sentence(issue)


def test_no_issue_is_left_out():
    kinds = (FILES.keys(), TEXT_FILES.keys(), AGAINST.keys(), OTHER_WAYS, OF_LISTS, OF_TARGETS)
    kinds = (*kinds, OF_TEMPLATES, OF_OTHERS, set(OF_OTHER_FILES) - set(OF_OTHERS))
    of_use = {"template_large", "template_of_other_kind"}  # in cli/test_template.py
    kinds = (*kinds, OF_SETTINGS, of_use)
    assert set().union(*kinds) == MESSAGES.keys()
    assert sum(map(len, kinds)) == len(MESSAGES)
