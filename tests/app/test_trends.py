"""Xu hướng without a browser: what it says, and which choices its link carries."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import clickable, publish_by_hand, run, shown
from tests.months import publish_months
from ttpv.reference import Reference
from ttpv.ui import html, texts
from ttpv.ui.texts import trends as words


@pytest.fixture
def months(data_dir: Path, reference: Reference) -> Path:
    publish_months(data_dir, reference)
    return data_dir


def traces(app: AppTest, key: str) -> list[dict]:
    """What the chart with that key draws."""
    (chart,) = (c for c in app.get("plotly_chart") if c.proto.id.endswith(key))
    return list(json.loads(chart.proto.spec)["data"])


def places(drawn: list[dict], name: str, mode: str) -> list[int | None]:
    """The slots of one line's dots ("markers"), or the ends of its stretches ("lines")."""
    return list(next(t for t in drawn if t["mode"] == mode and t.get("name") == name)["x"])


def test_the_latest_month_against_the_one_before(months: Path):
    app = run("trends")
    text = shown(app)
    assert "Tỷ lệ nộp hồ sơ trực tuyến: 48,3 % (tháng 04/2025)" in text
    assert "Tăng 2,1 điểm % so với tháng 03/2025." in text
    assert "Chỗ đứt của đường là kỳ chưa đủ số liệu: tháng 01/2025." in text
    assert "Y tế kéo lên" in text
    assert words.MOVEMENT in text
    assert "Kitagawa" not in text  # the method's name is for the help
    assert "Ngày 30/04/2025 còn 130 hồ sơ đang giải quyết, 13 đã quá hạn" in text


def test_the_missing_month_is_no_point_of_the_line(months: Path):
    drawn = traces(run("trends"), "rate-trend")
    assert places(drawn, "Toàn Trung tâm", "markers") == [0, 1, 3, 4, 5]  # 2 is January
    assert places(drawn, "Toàn Trung tâm", "lines") == [0, 1, None, 3, 4, None, 4, 5, None]


def test_all_choices_come_from_the_link(months: Path):
    app = run(
        "trends",
        **{
            "don-vi": ["Y tế"],
            "ty-le": "Số hóa hồ sơ",
            "co-cau": "Hiện nay",
            "ky": "Tháng 03/2025",
        },
    )
    text = shown(app)
    assert "Tỷ lệ số hóa hồ sơ của Y tế: 80,0 % (tháng 03/2025)" in text
    assert "Theo cơ cấu hiện nay." in text
    assert "tồn, tiếp nhận và giải quyết của Y tế" in text


def test_a_department_of_today_includes_its_predecessors(months: Path):
    link = {"don-vi": ["Tài chính"]}
    now = traces(run("trends", **link, **{"co-cau": "Hiện nay"}), "rate-trend")
    app = run("trends", **link)
    then = traces(app, "rate-trend")
    assert "Đơn vị mới thành lập trong thời gian này: Sở Tài chính (từ 01/03/2025)." in shown(app)
    assert places(now, "Tài chính", "markers") == [0, 1, 3, 4, 5]
    assert places(then, "Tài chính", "markers") == [4, 5]


def test_the_chosen_rate_is_the_pressed_card(months: Path):
    app = run("trends")
    cards = clickable(app, "trend-rates")
    assert cards.count('class="card"') == 5
    chosen = html.text("online_submission")
    assert f'data-open="{chosen}" aria-pressed="true"' in cards


def test_departments_stand_side_by_side(months: Path):
    app = run("trends")
    cards = clickable(app, "trend-departments")
    assert cards.count('class="card"') == 13
    assert cards.index("Y tế") < cards.index("Tư pháp")  # the highest first
    assert "chi-tiet?" in cards


def test_the_first_month_of_all_has_nothing_to_be_compared_with(months: Path):
    app = run("trends", ky="Tháng 11/2024")
    assert "Kỳ liền trước và cùng kỳ năm trước của tháng 11/2024 chưa đủ số liệu" in shown(app)


def test_a_month_after_a_gap_has_no_month_before(months: Path):
    text = shown(run("trends", ky="Tháng 02/2025"))
    assert "Kỳ liền trước và cùng kỳ năm trước của tháng 02/2025" in text
    assert "điểm % so với" not in text


def test_a_state_without_months_says_what_to_do(example_data_dir: Path):
    app = run("trends")
    assert [info.value for info in app.info] == [words.TREND_NONE]


def test_an_empty_store_says_what_to_do(data_dir: Path):
    assert [info.value for info in run("trends").info] == [texts.NO_DATA]


def test_one_month_is_shown_and_said_to_be_no_trend(data_dir: Path):
    table = "who | received_new | received_online\n so-y-te | 100 | 50"
    publish_by_hand(data_dir, "2023-01", table)
    assert words.TREND_ONE in shown(run("trends"))


def test_a_choice_that_a_link_names_in_vain_is_said(months: Path):
    text = shown(run("trends", **{"ty-le": "Tỷ lệ lạ", "buoc": "Năm"}))
    assert "ghi tỷ lệ “Tỷ lệ lạ” nhưng" in text
    assert "ghi bước thời gian “Năm” nhưng" in text
