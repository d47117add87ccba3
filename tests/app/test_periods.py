"""The sidebar's choice of a period: kinds, links, two dates, and what cannot be answered."""

from pathlib import Path

import pytest

from tests.app.running import choose_period, publish_by_hand, run, shown
from ttpv.ui import texts
from ttpv.ui.texts import importing as words

KIND, PERIOD = "loai-ky", "ky"


@pytest.fixture
def year(data_dir: Path) -> Path:
    """Eleven months of 2024 by themselves, and December only as the whole year's export."""
    for month in range(1, 12):
        publish_by_hand(
            data_dir,
            f"2024-{month:02d}",
            f"who | received_new | received_online\nso-y-te | {month * 10} | {month}",
        )
    publish_by_hand(
        data_dir,
        "2024",
        "who | received_new | received_online\nso-y-te | 780 | 78",
        form="template",
    )
    return data_dir


def test_only_what_can_be_answered_is_offered(year: Path):
    app = run()
    kinds = app.sidebar.selectbox(key=KIND)
    assert kinds.options == [
        "Tháng",
        "Quý",
        "6 tháng",
        "9 tháng",
        "Năm",
        "Lũy kế từ đầu năm",
        "Kỳ như trong tệp đã nhập",
        "Khoảng ngày tự chọn",
    ]
    kinds.set_value("Quý").run()
    assert app.sidebar.selectbox(key=PERIOD).options == [
        "Quý III/2024",
        "Quý II/2024",
        "Quý I/2024",
    ]
    assert app.sidebar.selectbox(key=PERIOD).value == "Quý III/2024"
    assert "01/07/2024 – 30/09/2024" in shown(app)


def test_a_quarter_is_the_sum_of_its_months(year: Path):
    app = choose_period(run(), "quarter", "Quý I/2024")
    app.sidebar.multiselect[0].set_value(["Y tế"]).run()
    assert "6 / 60 hồ sơ" in shown(app)  # (1 + 2 + 3) / (10 + 20 + 30)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tháng 05/2024", "Tháng"),
        ("Quý II/2024", "Quý"),
        ("6 tháng đầu năm 2024", "6 tháng"),
        ("9 tháng đầu năm 2024", "9 tháng"),
        ("Năm 2024", "Năm"),
        ("01/01/2024 – 31/07/2024", "Lũy kế từ đầu năm"),
    ],
)
def test_a_link_opens_its_period_under_its_kind(year: Path, name: str, kind: str):
    app = run(ky=name)
    assert app.sidebar.selectbox(key=KIND).value == kind
    assert app.sidebar.selectbox(key=PERIOD).value == name
    assert 'role="alert"' not in shown(app)


def test_two_dates_are_answered_where_periods_tile_them(year: Path):
    app = run(tu="2024-02-01", den="2024-04-30")
    assert app.sidebar.selectbox(key=KIND).value == texts.OWN_RANGE
    assert "01/02/2024 – 30/04/2024" in shown(app)
    app.sidebar.multiselect[0].set_value(["Y tế"]).run()
    assert "9 / 90 hồ sơ" in shown(app)


def test_dates_that_cannot_be_tiled_show_no_figures_but_what_is_missing(year: Path):
    app = run(tu="2024-11-01", den="2024-12-15")
    assert [title.value for title in app.title] == [
        "Chưa đủ số liệu cho kỳ 01/11/2024 – 15/12/2024"
    ]
    assert any("01/12/2024 – 15/12/2024" in text.value for text in app.markdown)
    assert "hồ sơ</span>" not in shown(app)
    app.button[0].click().run()
    assert not app.exception
    assert app.sidebar.selectbox(key=KIND).value == "Kỳ như trong tệp đã nhập"
    assert app.query_params["ky"] == app.sidebar.selectbox(key=PERIOD).value
    assert len(app.title) == 0


def test_reversed_dates_ask_for_others(year: Path):
    app = run(tu="2024-05-01", den="2024-04-01")
    assert words.PERIOD_REVERSED in shown(app)
    assert [info.value for info in app.info] == [texts.NO_DATES]


def test_two_dates_begin_as_the_period_shown(year: Path):
    app = choose_period(run(), "month", "Tháng 03/2024")
    app.sidebar.selectbox(key=KIND).set_value(texts.OWN_RANGE).run()
    assert [str(field.value) for field in app.sidebar.date_input] == ["2024-03-01", "2024-03-31"]
    assert (app.query_params["tu"], app.query_params["den"]) == ("2024-03-01", "2024-03-31")
    app.sidebar.selectbox(key=KIND).set_value("Tháng").run()
    assert app.sidebar.selectbox(key=PERIOD).value == "Tháng 11/2024"


def test_the_structure_is_asked_only_where_departments_merged_since(year: Path):
    """2024 lies before the mergers of 01/03/2025."""
    app = run(ky="Tháng 05/2024")
    assert "Kế hoạch và Đầu tư" in app.sidebar.multiselect[0].options
    app.sidebar.segmented_control(key="co-cau").set_value("Hiện nay").run()
    assert not app.exception
    assert "Kế hoạch và Đầu tư" not in app.sidebar.multiselect[0].options
    assert "Tài chính" in app.sidebar.multiselect[0].options


def test_after_the_mergers_nothing_is_asked(data_dir: Path):
    publish_by_hand(data_dir, "2025-05", "who | received_new\nso-y-te | 10")
    assert len(run().sidebar.segmented_control) == 0
