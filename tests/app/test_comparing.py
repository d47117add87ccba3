"""What the pages hold a period against: differences, findings with their links, small numbers."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.app.running import clickable, publish_by_hand, run, shown

JANUARY = {"so-tu-phap": (100, 60), "so-y-te": (100, 80), "so-noi-vu": (20, 2)}
FEBRUARY = {"so-tu-phap": (100, 40), "so-y-te": (100, 90), "so-noi-vu": (20, 1)}


def publish(folder: Path, month: str, figures: dict[str, tuple[int, int]]) -> None:
    lines = [f"{who} | {received} | {online}" for who, (received, online) in figures.items()]
    publish_by_hand(folder, month, "\n".join(["who | received_new | received_online", *lines]))


@pytest.fixture
def two_months(data_dir: Path) -> Path:
    publish(data_dir, "2023-01", JANUARY)
    publish(data_dir, "2023-02", FEBRUARY)
    return data_dir


def gauge(text: str, rate: str) -> str:
    return text.split(f'data-rate="{rate}"')[1].split('data-rate="')[0]


def test_the_overview_shows_differences_and_the_course(two_months: Path):
    """Tư pháp and Y tế: 140/200 = 70,0 → 130/200 = 65,0; the year so far 270/400 = 67,5."""
    app = run(**{"don-vi": ["Tư pháp", "Y tế"]})
    online = gauge(shown(app), "online_submission")
    assert "<dt>tháng trước</dt><dd>−5,0 điểm %</dd>" in online
    assert 'title="Tháng 01/2023 (01/01/2023 – 31/01/2023): 70,0 %"' in online
    assert "<dt>từ đầu năm</dt><dd>67,5 %</dd>" in online
    assert 'class="spark"' in online
    assert "phần còn lại của năm cần" in online
    assert 'class="spark"' not in gauge(shown(app), "eid")


def test_a_month_alone_is_held_against_nothing(data_dir: Path):
    publish(data_dir, "2023-01", JANUARY)
    online = gauge(shown(run()), "online_submission")
    assert "deltas" not in online
    assert "spark" not in online


def test_findings_lead_to_the_view_that_shows_them(two_months: Path):
    app = run()
    markup = clickable(app, "attention").replace("\xa0", " ")
    assert "Tỷ lệ nộp hồ sơ trực tuyến là 40,0 %, dưới chỉ tiêu 50 %" in markup
    [address] = re.findall(r'href="([^"]+)"', markup)
    link = urlsplit(address.replace("&amp;", "&"))
    assert link.path == "xu-huong"
    assert parse_qs(link.query) == {
        "ky": ["Tháng 02/2023"],
        "ty-le": ["Nộp trực tuyến"],
        "don-vi": ["Tư pháp"],
    }
    clicked = urlencode({"ty-le": "Nộp trực tuyến", "don-vi": "Tư pháp"})
    assert f'data-open="xu-huong?{clicked.replace("&", "&amp;")}"' in markup
    chosen = clickable(run(**{"don-vi": ["Tư pháp"]}), "attention")
    [address] = re.findall(r'href="([^"]+)"', chosen)
    assert parse_qs(urlsplit(address.replace("&amp;", "&")).query)["don-vi"] == ["Tư pháp"]


def test_without_findings_the_page_says_so(data_dir: Path):
    publish(data_dir, "2023-01", JANUARY)
    assert "Không có điều gì vượt các ngưỡng cần chú ý." in clickable(run(), "attention")


def test_small_numbers_are_marked_and_not_named(two_months: Path):
    """Nội vụ has 1 of 20: far below, but of 20 dossiers one is 5 points."""
    app = run()
    laggards = clickable(app, "laggards")
    assert "Nội vụ" not in laggards
    assert "không nêu 1 đơn vị số nhỏ" in laggards
    table = clickable(run("departments"), "departments")
    assert table.count("<small>số nhỏ</small>") == 1
    assert "(số nhỏ)" in gauge(shown(run("department", mo="Nội vụ")), "online_submission")


def test_the_table_holds_each_department_against_its_own(two_months: Path):
    table = clickable(run("departments"), "departments").replace("\xa0", " ")
    assert "−20,0" in table  # Tư pháp 60 → 40
    assert "+10,0" in table  # Y tế 80 → 90
    assert "chênh lệch điểm % so với tháng trước" in table


def test_a_department_s_page_holds_it_against_its_own(two_months: Path):
    text = shown(run("department", mo="Y tế"))
    assert "<dt>tháng trước</dt><dd>+10,0 điểm %</dd>" in gauge(text, "online_submission")


def test_a_missing_total_has_the_sum_of_those_who_report_beside_it(two_months: Path):
    assert "Tổng của các đơn vị có số liệu: 220" in shown(run())


def test_a_gap_is_said_with_its_days(data_dir: Path):
    publish(data_dir, "2023-01", JANUARY)
    publish(data_dir, "2023-03", FEBRUARY)
    assert (
        "Không so được với tháng trước (01/02/2023 – 28/02/2023): "
        "chưa có số liệu 01/02/2023 – 28/02/2023." in shown(run())
    )
