"""Published figures do not always balance: each warning, in its cell, and none for 2023."""

import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import EXAMPLE, EditExample
from ttpv.core.messages import MESSAGES
from ttpv.imports import Upload, preview_files
from ttpv.reference import Reference

TODAY = date(2024, 1, 2)
ANNEX_1 = "Phụ lục I"


def issues_of(reference: Reference, *paths: Path):
    uploads = [Upload(path.name, path.read_bytes()) for path in paths]
    return list(preview_files(uploads, reference, today=TODAY).issues)


def test_the_report_of_2023_balances(reference: Reference):
    assert issues_of(reference, EXAMPLE) == []


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        # Công Thương, row 15: 3 = 4 + 6 (30.816), 7 = 8 + 9 (29.899), 3 = 7 + 10, 10 = 11 + 12
        ({"F15": 808}, [("identity_broken", "C15"), ("total_differs", "F32")]),
        ({"I15": 6}, [("identity_broken", "G15"), ("total_differs", "I32")]),
        ({"L15": 1}, [("identity_broken", "J15"), ("total_differs", "L32")]),
        (
            {"E15": 30_010},
            [("part_exceeds", "E15"), ("rate_differs", "M15"), ("total_differs", "E32")],
        ),
        ({"M15": 99.3}, [("rate_differs", "M15")]),
        ({"M17": 98.2}, []),  # 98,25 within the half unit of rounding
        ({"M17": 98.1}, [("rate_differs", "M17")]),
        ({"E32": 63_630}, [("total_differs", "E32")]),
        ({"N17": 12.5}, [("fees_contradict", "N17")]),
    ],
)
def test_what_does_not_balance(cells, found, reference: Reference, edit_example: EditExample):
    changed = edit_example("sua.xlsx", {(ANNEX_1, cell): v for cell, v in cells.items()})
    issues = issues_of(reference, changed)
    assert [(issue.code, f"{issue.column}{issue.row}") for issue in issues] == found
    refused = {issue.code for issue in issues if issue.severity == "error"}
    assert refused <= {"part_exceeds"}  # its rate would be above 100 %


def test_departments_without_a_row_are_named(reference: Reference, edit_example: EditExample):
    shorter = edit_example("thieu.xlsx", drop_rows={ANNEX_1: 31})
    codes = {issue.code: issue.message for issue in issues_of(reference, shorter)}
    assert "Sở Y tế" in codes["department_missing"]
    assert "total_differs" in codes


def test_a_form_without_its_total(reference: Reference, edit_example: EditExample):
    without = edit_example("khong-tong.xlsx", drop_rows={ANNEX_1: 32})
    assert [issue.code for issue in issues_of(reference, without)] == ["total_absent"]


def test_columns_taken_for_others_are_refused(reference: Reference, edit_example: EditExample):
    """Columns 4 and 5 exchanged: 3 = 4 + 6 fails nearly everywhere, which no real file does."""
    book = load_workbook(EXAMPLE)
    sheet = book[ANNEX_1]
    exchanged = {}
    for row in range(14, 33):
        exchanged[(ANNEX_1, f"D{row}")] = sheet[f"E{row}"].value
        exchanged[(ANNEX_1, f"E{row}")] = sheet[f"D{row}"].value
    issues = issues_of(reference, edit_example("lech.xlsx", exchanged))
    errors = {issue.code: issue.message for issue in issues if issue.severity == "error"}
    assert set(errors) == {"form_doubtful", "part_exceeds"}
    assert "Tổng số hồ sơ tiếp nhận" in errors["form_doubtful"]


def test_rates_that_are_all_fractions_are_refused(reference: Reference, edit_example: EditExample):
    """0,662 printed as a plain number is 66,2 % to its author and 0,7 % to a reader."""
    sheet = load_workbook(EXAMPLE)[ANNEX_1]
    cells = {
        (ANNEX_1, f"{column}{row}"): sheet[f"{column}{row}"].value / 100
        for column in "MNOPQ"
        for row in range(14, 33)
    }
    codes = {issue.code for issue in issues_of(reference, edit_example("ps.xlsx", cells))}
    assert "rates_are_fractions" in codes


def test_fees_are_compared_across_files(reference: Reference, edit_example: EditExample):
    first = edit_example("1.xlsx", {(ANNEX_1, "N17"): 12.5}, drop_sheets=("Phụ lục II",))
    second = edit_example("2.xlsx", drop_sheets=(ANNEX_1,))
    (issue,) = issues_of(reference, first, second)
    assert (issue.code, issue.file) == ("fees_contradict", "1.xlsx")


def test_every_issue_in_use_has_a_sentence_and_every_sentence_is_used():
    code = "\n".join(
        p.read_text(encoding="utf-8") for p in (Path(__file__).parents[3] / "ttpv").rglob("*.py")
    )
    used = {name for name in re.findall(r'"([a-z_]+)"', code) if name in MESSAGES}
    made = set(re.findall(r'make_issue\(\s*"([a-z_]+)"', code))
    assert made <= set(MESSAGES)
    assert used == set(MESSAGES)


@pytest.mark.parametrize(("severity", "sentence"), MESSAGES.values(), ids=MESSAGES.keys())
def test_sentences_are_whole(severity: str, sentence: str):
    assert severity in ("error", "warning")
    assert sentence.endswith((".", " {hint}"))  # a hint is a sentence of its own
    filled = sentence.format_map(dict.fromkeys(re.findall(r"{(\w+)}", sentence), "x"))
    assert not re.search(r"{\w+}", filled)  # "{{ tên }}" is how a placeholder looks in Word
