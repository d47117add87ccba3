"""The help is for clerks: no names of modules or tests, and every issue has its words."""

import re

from ttpv.core.messages import MESSAGES
from ttpv.ui.help import _read_help, _read_placeholders, read_explanations

FOR_PROGRAMMERS = re.compile(r"ttpv/|tests/|\.py\b|\.toml|python -m|--\w|[a-z]+_[a-z]+")


def test_every_issue_is_explained():
    assert set(read_explanations()) == set(MESSAGES)
    for code, explanation in read_explanations().items():
        assert explanation.severity == {"error": "Lỗi", "warning": "Cảnh báo"}[MESSAGES[code][0]]
        assert "*Cần làm:* " in explanation.words
        assert explanation.group


def test_nothing_is_written_for_programmers():
    shown = [_read_help(), *(found.words for found in read_explanations().values())]
    for words in shown:
        assert not FOR_PROGRAMMERS.search(words), words


def test_placeholders_are_shown_without_what_is_for_programmers():
    shown = _read_placeholders()
    assert "| `dossiers.received` |" in shown
    assert "IMPORT.md" not in shown
    assert "maintainers" not in shown


def test_the_help_is_short_and_begins_with_the_month():
    assert _read_help().lstrip().startswith("## Việc mỗi tháng")
    assert len(_read_help()) < 7_000
