"""Links that name what nobody has: never a traceback, never markup of theirs, always a sentence."""

import re
from pathlib import Path

import pytest

from tests.app.running import run, shown
from tests.months import publish_months
from ttpv.reference import Reference
from ttpv.ui.pages import PAGES

MARKUP = "<img src=x onerror=alert(1)>"
QUOTED = "“&lt;img src=x onerror=alert(1)&gt;”"
KEYS = (
    *("ky", "tu", "den", "don-vi", "co-cau", "lan", "loai-ky", "ty-le", "buoc", "so-voi", "tat-ca"),
    *("mo", "theo", "linh-vuc", "thu-tuc", "can-chu-y", "ma", "loai", "tim", "ngay", "x"),
)
NAMES = [Path(page).stem for page in PAGES]


@pytest.fixture
def months(data_dir: Path, reference: Reference) -> Path:
    publish_months(data_dir, reference)
    return data_dir


def said(page: str | None, **query: str | list[str]) -> str:
    """The warnings that the page begins with."""
    text = shown(run(page, **query))
    assert "<img" not in text
    return " ".join(re.findall(r'role="alert">(.*?)</div>', text))


@pytest.mark.parametrize("page", NAMES)
@pytest.mark.parametrize(
    "value", [MARKUP, "", "\x00\u202e", "x" * 20_000, "-1", "../../etc/passwd"]
)
def test_every_page_stands_whatever_every_choice_says(months: Path, page: str, value: str):
    name = None if page == "overview" else page
    text = shown(run(name, **dict.fromkeys(KEYS, value)))
    assert "<img" not in text
    assert "x" * 100 not in text


@pytest.mark.parametrize("page", NAMES)
def test_and_whatever_is_said_many_times(months: Path, page: str):
    name = None if page == "overview" else page
    run(name, **dict.fromkeys(KEYS, ["1", MARKUP] * 50))


@pytest.mark.parametrize(
    ("page", "key", "words"),
    [
        (None, "ky", f"ghi kỳ {QUOTED}"),
        (None, "don-vi", f"ghi đơn vị {QUOTED}"),
        (None, "lan", f"nêu lần công bố {QUOTED}"),
        (None, "co-cau", f"ghi cơ cấu tổ chức {QUOTED}"),
        ("trends", "ty-le", f"ghi tỷ lệ {QUOTED}"),
        ("trends", "buoc", f"ghi bước thời gian {QUOTED}"),
        ("trends", "so-voi", f"ghi so với {QUOTED}"),
        ("department", "mo", f"ghi đơn vị {QUOTED}"),
        ("reports", "loai", f"ghi loại báo cáo {QUOTED}"),
        ("registry", "ngay", f"ghi tính vào ngày {QUOTED}"),
    ],
)
def test_what_a_link_names_in_vain_is_said(months: Path, page: str | None, key: str, words: str):
    assert words in said(page, **{key: MARKUP})


def test_also_which_fees(example_data_dir: Path):
    assert f"ghi xem theo {QUOTED}" in said("fees", theo=MARKUP)
    assert said("fees", theo="Số tiền") == ""


@pytest.mark.parametrize("key", ["tu", "den"])
def test_one_date_alone_is_no_period(months: Path, key: str):
    assert "chỉ ghi một trong hai ngày của kỳ" in said(None, **{key: "2025-03-01"})
    assert said(None, ky="Tháng 03/2025", **{key: "2025-03-01"}) == ""


def test_what_is_quoted_is_short_and_turns_nothing_around(months: Path):
    warning = said(None, ky="\u202e" + "x" * 200)
    assert "\u202e" not in warning
    assert f"“\ufffd{'x' * 59}…”" in warning
    many = said(None, **{"don-vi": [f"Sở {number}" for number in range(300)]})
    assert "“Sở 4” và 295 tên khác nhưng" in many
