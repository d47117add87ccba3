"""Charts of reports: who is drawn, what is left open, and that the words hold every figure."""

from collections.abc import Callable
from dataclasses import replace

import msgspec

from tests.spec.tables import World
from tests.unit.views.test_trends import COLUMNS, publish
from ttpv.monitor import Figures, open_timeline
from ttpv.trends import Step, compute_trend
from ttpv.views.report_charts import (
    MOST_BARS,
    PanelsView,
    build_departments_chart,
    build_targets_chart,
    build_trend_chart,
)

Report = Callable[..., Figures]


def draw_months(centre: World, at: int) -> PanelsView:
    snapshot = centre.store.current()
    assert snapshot is not None
    timeline = open_timeline(centre.store, centre.reference, snapshot)
    trend = compute_trend(timeline, Step("month"), rates=tuple(centre.reference.rates), measures=())
    rates = [centre.reference.rates["digitisation"]]
    return build_trend_chart(trend, rates, at, centre.reference)


def test_a_rate_without_a_figure_has_no_bar(report: Report, centre: World) -> None:
    figures = report()
    chart = build_departments_chart(figures, figures.rates[1], centre.reference)
    by_name = {bar.name: bar for bar in chart.bars}
    assert by_name["Sở Ngoại vụ"].position is None
    assert by_name["Sở Ngoại vụ"].shown == ""
    assert [bar.name for bar in chart.bars][-3:] == [
        "Sở Giáo dục và Đào tạo",
        "Sở Ngoại vụ",
        "Sở Tài chính",
    ]
    assert chart.bars[0].shown == "100,0 %"
    assert (chart.tick, chart.target) == (35, "35")


def test_an_estimate_is_marked(report: Report, centre: World) -> None:
    figures = report("so-y-te", "so-xay-dung")
    chart = build_targets_chart(figures, centre.reference)
    payment, eid = chart.bars[1], chart.bars[2]
    assert payment.shown.startswith("≈ ")
    assert f"Tỷ lệ thanh toán trực tuyến {payment.shown} (" in chart.alt
    # 99,3 and 99,9 are all that is known of the two: a range, no bar from 0.
    assert (eid.shown, eid.position) == ("99,3–99,9 %", None)
    assert eid.band is not None


def test_of_many_departments_the_lowest_are_drawn(report: Report, centre: World) -> None:
    figures = report()
    lines = []
    for place in range(50):
        line = figures.departments[place % len(figures.departments)]
        assert line.department
        department = msgspec.structs.replace(line.department, id=f"d{place}", name=f"Xã {place}")
        lines.append(replace(line, department=department))
    many = replace(figures, departments=tuple(lines))
    chart = build_departments_chart(many, figures.rates[0], centre.reference)
    assert len(chart.bars) == MOST_BARS
    assert f"{MOST_BARS} đơn vị thấp nhất trong 50 đơn vị" in chart.title
    positions = [bar.position or 0 for bar in chart.bars]
    assert positions == sorted(positions, reverse=True)
    # Sở Tài nguyên và Môi trường, 10,0, stands 13th of 18: three times in 50 lines.
    assert [bar.shown for bar in chart.bars][-3:] == ["10,0 %"] * 3


def test_a_month_without_figures_is_left_open(centre: World) -> None:
    publish(centre, "2023-01", "so-y-te | 100 | 50 | 10 | 5 | 0")
    publish(centre, "2023-02", "so-y-te | 100 | 100 | 10 | 5 | 0")
    publish(centre, "2023-04", "so-y-te | 100 | 20 | 10 | 5 | 0")
    chart = draw_months(centre, 3)
    (panel,) = chart.panels
    assert [point.y is None for point in panel.points] == [False, False, True, False]
    assert chart.ticks == ("01/2023", "02/2023", "03/2023", "04/2023")
    assert chart.note == "Chưa đủ số liệu: tháng 03/2023."
    assert chart.title == "Các tỷ lệ từ tháng 01/2023 đến tháng 04/2023"
    assert chart.note in chart.alt
    assert panel.targets == (70, 70, 70, 70)


def test_a_trend_ends_with_the_period_of_the_report(centre: World) -> None:
    for month in range(1, 13):
        publish(centre, f"2023-{month:02d}", f"so-y-te | 100 | {5 * month} | 1 | 0 | 0")
    publish(centre, "2024-01", "so-y-te | 100 | 1 | 1 | 0 | 0")
    publish(centre, "2024-02", "so-y-te | 100 | 2 | 1 | 0 | 0", head=COLUMNS)
    year = draw_months(centre, 12)
    assert (year.ticks[0], year.ticks[-1]) == ("01/2023", "01/2024")
    later = draw_months(centre, 13)
    assert (later.ticks[0], later.ticks[-1]) == ("02/2023", "02/2024")
    assert later.panels[0].shown in later.alt


def test_a_chart_of_one_slot_says_it_once(centre: World) -> None:
    publish(centre, "2023-05", "so-y-te | 100 | 50 | 10 | 5 | 0")
    chart = draw_months(centre, 0)
    # (50 + 17 × 40) / (100 + 17 × 40) = 730 / 780 = 93,6
    assert "Tỷ lệ số hóa hồ sơ 93,6 % (tháng 05/2023)" in chart.alt
