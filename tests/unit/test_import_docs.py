"""Every issue is explained where its anchor leads: one line a code in docs/IMPORT.md."""

import re
from pathlib import Path

import pytest

from ttpv.core.issues import Place, make_issue
from ttpv.core.messages import MESSAGES

DOCS = Path(__file__).parents[2] / "docs" / "IMPORT.md"
HEADING = "\n## Từng lỗi và cảnh báo\n"
LINE = re.compile(
    r'- <a id="(\w+)"></a>\*\*`(\w+)`\*\* · (lỗi|cảnh báo)\. (.+?) \*Cần làm:\* (.+)\.'
)


def section() -> str:
    text = DOCS.read_text(encoding="utf-8")
    assert text.count(HEADING) == 1
    return re.split(r"\n## ", text.split(HEADING)[1])[0]


def test_every_code_has_its_line_and_no_line_is_left_over():
    codes = re.findall(r'<a id="(\w+)"></a>', section())
    assert len(codes) == len(set(codes))
    assert set(codes) == set(MESSAGES)


@pytest.mark.parametrize("line", [x for x in section().splitlines() if "<a id" in x])
def test_a_line_says_how_bad_what_and_what_to_do(line: str):
    found = LINE.fullmatch(line)
    assert found, line
    assert found[1] == found[2]
    severity, _ = MESSAGES[found[1]]
    assert {"error": "lỗi", "warning": "cảnh báo"}[severity] == found[3]


def test_an_anchor_leads_to_a_line():
    file, code = make_issue("file_empty", Place(file="x")).anchor.split("#")
    assert DOCS.parents[1] / file == DOCS
    assert f'<a id="{code}"></a>' in section()


TESTS = Path(__file__).parents[1]
QUIRKS = re.findall(r"`([\w/.]+\.py)::(\w+)`", DOCS.read_text(encoding="utf-8"))


def test_the_table_of_quirks_is_there():
    assert len(QUIRKS) >= 20


@pytest.mark.parametrize(("file", "function"), QUIRKS)
def test_every_quirk_names_a_test_that_exists(file: str, function: str):
    assert f"def {function}(" in (TESTS / file).read_text(encoding="utf-8")
