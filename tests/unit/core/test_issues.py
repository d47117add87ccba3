"""Every issue has a sentence for people, with its place filled in."""

import string

import pytest

from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.messages import MESSAGES

PLACE = Place(file="báo cáo.xlsx", sheet="Phụ lục I", row=14, column="C")


_SENTENCES = {"hint": "Hãy sửa lại."}
"""What is filled in by a whole sentence."""
_SHOWN = ("{{ tên }}", "{% lệnh %}")
"""What a sentence about a Word template shows as one writes it there."""


def words_of(template: str) -> dict[str, str]:
    """A filling for everything the sentence asks for beyond its place and value."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    names -= {"file", "sheet", "row", "column", "cell", "value"}
    return {name: _SENTENCES.get(name, f"<{name}>") for name in names}


@pytest.mark.parametrize("code", MESSAGES)
def test_a_sentence_is_whole(code: str):
    severity, template = MESSAGES[code]
    issue = make_issue(code, PLACE, "12,5", **words_of(template))
    assert issue.severity in ("error", "warning")
    assert issue.severity == severity
    assert issue.message.endswith(".")
    message = issue.message
    for example in _SHOWN:
        message = message.replace(example, "")
    assert not {"{", "}", "None"} & set(message.split())
    assert "{" not in message


def test_an_issue_knows_its_place_and_value():
    issue = make_issue("count_not_number", PLACE, 12.5)
    assert issue == Issue(
        "error",
        "count_not_number",
        "Trang tính “Phụ lục I”, ô C14: “12.5” không phải là số đếm. "
        "Hãy nhập số nguyên, ví dụ 30.816.",
        "báo cáo.xlsx",
        "Phụ lục I",
        14,
        "C",
        "12.5",
    )


def test_what_stands_in_no_column_is_said_by_its_row():
    issue = make_issue("count_negative", PLACE.at(14), -1)
    assert issue.message.startswith("Trang tính “Phụ lục I”, dòng 14: -1 là số âm.")


def test_an_issue_is_explained_under_its_code():
    assert make_issue("file_empty", PLACE).anchor == "docs/IMPORT.md#file_empty"


def test_a_file_s_issue_has_no_cell():
    issue = make_issue("file_empty", Place(file="a.xlsx"))
    assert (issue.sheet, issue.row, issue.column, issue.value) == (None, None, None, None)


def test_unknown_codes_and_unfilled_words_are_wrong_calls():
    with pytest.raises(KeyError):
        make_issue("no_such_code", PLACE)
    with pytest.raises(KeyError):
        make_issue("department_twice", PLACE, "Sở Y tế")


def test_only_errors_refuse():
    error, warning = make_issue("file_empty", PLACE), make_issue("cell_dash", PLACE, "-")
    assert has_errors([warning, error])
    assert not has_errors([warning])
    assert not has_errors([])


def test_a_place_moves_within_its_sheet():
    assert PLACE.at(20, "D") == Place(file="báo cáo.xlsx", sheet="Phụ lục I", row=20, column="D")
    assert PLACE.at().row is None
