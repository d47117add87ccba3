"""Series as charts and cards say them: gaps open, estimates marked, nothing rounded but here."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from tests.spec.tables import World, dates
from ttpv.monitor import Structure, open_timeline
from ttpv.reference import Department
from ttpv.trends import Step, StepKind, Trend, compute_trend
from ttpv.views.backlog import MEASURES, build_backlog
from ttpv.views.series_names import name_departments
from ttpv.views.slots import name_slot, name_tick
from ttpv.views.trend_cards import SHOWN_AT_ENDS, build_multiples, build_rate_cards
from ttpv.views.trend_tables import (
    table_of_backlog,
    table_of_departments,
    table_of_rate,
)
from ttpv.views.trends import build_rate_trend

RATE = "digitisation"
COLUMNS = "who | received_new | digitised | resolved | pending_in_time | pending_overdue"
ReadTrend = Callable[..., Trend]


@pytest.fixture
def read_trend(centre: World) -> ReadTrend:
    """The series of what `centre` has published."""

    def read(
        *chosen: str,
        step: StepKind = "month",
        everybody: bool = False,
        structure: Structure = "now",
    ) -> Trend:
        snapshot = centre.store.current()
        assert snapshot is not None
        timeline = open_timeline(centre.store, centre.reference, snapshot)
        return compute_trend(
            timeline,
            Step(step),
            rates=tuple(centre.reference.rates),
            measures=MEASURES,
            chosen="all" if everybody else chosen,
            structure=structure,
        )

    return read


def publish(centre: World, month: str, *lines: str, head: str = COLUMNS) -> None:
    """Those of 2023 who are not named have a few dossiers, all digitised."""
    named = {line.split("|")[0].strip() for line in lines}
    count = head.count("|")
    others = [
        f"{d.id} | " + " | ".join(["40"] * count)
        for d in centre.reference.departments_on(dates(month).last)
        if d.id not in named
    ]
    centre.publish(month, "\n".join([head, *lines, *others]))


@pytest.fixture
def three_months(centre: World) -> World:
    """Of 1.000 and 17 × 40 dossiers 400, then 500 and the 680 are digitised; no February."""
    publish(centre, "2023-01", "so-y-te | 1000 | 400 | 900 | 90 | 10")
    publish(centre, "2023-03", "so-y-te | 1000 | 500 | 1200 | 80 | 1")
    publish(centre, "2023-04", "so-y-te | 1000 | 450 | 1000 | 70 | 0")
    return centre


def test_the_title_says_value_and_changes(three_months: World, read_trend: ReadTrend):
    """(450 + 680) / 1.680 = 67,26 %, before (500 + 680) / 1.680 = 70,24 %."""
    reference = three_months.reference
    view = build_rate_trend(read_trend(), reference.rates[RATE], 3, reference)
    assert view.title == "Tỷ lệ số hóa hồ sơ: 67,3 % (tháng 04/2023)"
    assert view.summary == "Giảm 3,0 điểm % so với tháng 03/2023. Chỉ tiêu 70 %: gần đạt."
    assert view.ticks == ("01/2023", "02/2023", "03/2023", "04/2023")


def test_a_gap_is_drawn_as_nothing_and_said(three_months: World, read_trend: ReadTrend):
    reference = three_months.reference
    view = build_rate_trend(read_trend(), reference.rates[RATE], 3, reference)
    (line,) = view.lines
    assert [(gap.at, gap.hover) for gap in view.gaps] == [
        (1, ("Tháng 02/2023", "Chưa đủ số liệu: thiếu 01/02/2023 – 28/02/2023"))
    ]
    assert [point.y is None for point in line.points] == [False, True, False, False]
    assert (line.points[1].text, line.points[1].hover) == ("–", ())
    assert view.notes == ("Chỗ đứt của đường là kỳ chưa đủ số liệu: tháng 02/2023.",)
    assert line.targets == (70, 70, 70, 70)


def test_hover_names_parts_target_and_whose(three_months: World, read_trend: ReadTrend):
    reference = three_months.reference
    view = build_rate_trend(read_trend("so-y-te"), reference.rates[RATE], 2, reference)
    assert view.title == "Tỷ lệ số hóa hồ sơ của Y tế: 50,0 % (tháng 03/2023)"
    assert [line.name for line in view.lines] == ["Toàn Trung tâm", "Y tế"]
    assert view.lines[1].points[2].hover == (
        "Y tế, Tháng 03/2023",
        "50,0 % – Chưa đạt",
        "500 / 1.000 hồ sơ",
        "Chỉ tiêu 70 %: −20,0 điểm %",
    )


def test_an_estimate_is_marked_and_not_compared(centre: World, read_trend: ReadTrend):
    """Only rates are published: of two departments the digitisation is estimated."""
    for month in ("2023-01", "2023-02"):
        publish(
            centre,
            month,
            "so-y-te | 100 | 80 | 90",
            "so-tu-phap | 300 | 40 | 90",
            head="who | received_new | digitisation | eid",
        )
    reference = centre.reference
    trend = read_trend("so-y-te", "so-tu-phap")
    view = build_rate_trend(trend, reference.rates[RATE], 1, reference)
    assert [line.name for line in view.lines] == [
        "Toàn Trung tâm",
        "Các đơn vị đã chọn",
        "Tư pháp",
        "Y tế",
    ]
    point = view.lines[1].points[1]
    assert (point.kind, point.text, point.parts) == ("estimate", "≈ 50,0 %", "")
    assert view.title == "Tỷ lệ số hóa hồ sơ của các đơn vị đã chọn: ≈ 50,0 % (tháng 02/2023)"
    assert "so với" not in view.summary
    assert view.lines[3].points[1].kind == "known"


def test_what_cannot_be_known_is_its_range(centre: World, read_trend: ReadTrend):
    publish(centre, "2023-03", "so-y-te | 80", "so-tu-phap | 95", head="who | eid")
    publish(centre, "2023-04", "so-y-te | 80", "so-tu-phap | 90", head="who | eid")
    reference = centre.reference
    trend = read_trend("so-y-te", "so-tu-phap")
    view = build_rate_trend(trend, reference.rates["eid"], 1, reference)
    point = view.lines[1].points[1]
    assert (point.kind, point.y, point.band) == ("range", None, (80.0, 90.0))
    assert point.text == "80,0–90,0 %"
    assert "không có tử số và mẫu số" in " ".join(point.hover)


def test_an_answered_month_without_this_rate_says_why(centre: World, read_trend: ReadTrend):
    publish(centre, "2023-02", "so-y-te | 100 | 80", head="who | received_new | received_online")
    publish(centre, "2023-01", "so-y-te | 9 | 1", head="who | received_new | digitised")
    publish(centre, "2023-03", "so-y-te | 9 | 1", head="who | received_new | digitised")
    reference = centre.reference
    view = build_rate_trend(read_trend(), reference.rates[RATE], 2, reference)
    point = view.lines[0].points[1]
    assert (point.kind, point.y) == ("none", None)
    assert point.hover[:2] == ("Toàn Trung tâm, Tháng 02/2023", "Không tính được")
    assert view.gaps == ()
    assert view.notes[0].startswith("Không tính được tỷ lệ của toàn Trung tâm ở tháng 02/2023. ")


def test_a_rate_that_was_not_in_force_has_no_point(centre: World, read_trend: ReadTrend):
    """e-ID counts from 20/02/2023."""
    for month in ("2023-01", "2023-02"):
        publish(centre, month, head="who | eid_applicable | eid_checked")
    reference = centre.reference
    view = build_rate_trend(read_trend(), reference.rates["eid"], 1, reference)
    assert [point.kind for point in view.lines[0].points] == ["none", "known"]


def test_a_part_of_a_quarter_is_left_open_and_said(centre: World, read_trend: ReadTrend):
    """Sở Tài chính of 2025 had March only: no value, a cross that says so, no rank."""
    for month in ("2025-01", "2025-02", "2025-03"):
        publish(centre, month)
    who = "so-tai-chinh-2025"
    trend = read_trend(who, step="quarter", structure="then")
    view = build_rate_trend(trend, centre.reference.rates[RATE], 0, centre.reference)
    assert view.title == "Tỷ lệ số hóa hồ sơ của Tài chính: không đủ kỳ (quý I/2025)"
    point = view.lines[1].points[0]
    assert (point.kind, point.y) == ("none", None)
    assert point.hover == (
        "Tài chính, Quý I/2025",
        "Chỉ hoạt động 01/03/2025 – 31/03/2025, không đủ kỳ",
    )
    note = "Sở Tài chính chỉ hoạt động một phần của quý I/2025, nên chỗ đó để trống."
    assert view.notes[0] == note
    everybody = read_trend(step="quarter", everybody=True, structure="then")
    multiples = build_multiples(everybody, centre.reference.rates[RATE], 0, centre.reference)
    card = next(card for card in multiples.unranked if card.id == who)
    assert (card.value, card.note) == ("–", "không đủ kỳ")
    assert multiples.note.endswith("“không đủ kỳ”: đơn vị chỉ hoạt động trong một phần của kỳ.")


def test_the_scale_holds_all_that_is_drawn(three_months: World, read_trend: ReadTrend):
    reference = three_months.reference
    view = build_rate_trend(read_trend("so-y-te"), reference.rates[RATE], 3, reference)
    low, high = view.scale
    assert low <= 40
    assert high >= 71
    assert 0 <= low < high <= 100


@pytest.mark.parametrize(
    ("period", "kind", "tick", "name"),
    [
        ("2025-12", "month", "12/2025", "Tháng 12/2025"),
        ("2025-Q4", "quarter", "IV/2025", "Quý IV/2025"),
        ("2025", "year", "2025", "Năm 2025"),
        ("2025-11-21..2025-12-20", "month", "12/2025", "Tháng 12/2025 (21/11/2025 – 20/12/2025)"),
        ("2024-12-15..2025-03-14", "quarter", "I/2025", "Quý I/2025 (15/12/2024 – 14/03/2025)"),
    ],
)
def test_slots_are_named_after_where_they_close(period: str, kind: StepKind, tick: str, name: str):
    assert name_tick(dates(period), kind) == tick
    assert name_slot(dates(period), kind) == name


def test_who_shares_a_name_is_told_by_its_days():
    departments = [
        Department(id="old", name="Sở Tài chính", short="Tài chính", last=date(2025, 2, 28)),
        Department(id="new", name="Sở Tài chính", short="Tài chính", first=date(2025, 3, 1)),
        Department(id="other", name="Sở Y tế", short="Y tế"),
    ]
    assert name_departments(departments) == {
        "old": "Tài chính (đến 28/02/2025)",
        "new": "Tài chính (từ 01/03/2025)",
        "other": "Y tế",
    }


def test_cards_of_rates_say_the_change(three_months: World, read_trend: ReadTrend):
    reference = three_months.reference
    (card,) = build_rate_cards(read_trend(), [reference.rates[RATE]], 3, reference)
    assert (card.value, card.status, card.note) == ("67,3 %", "near", "−3,0 điểm %")
    (after_gap,) = build_rate_cards(read_trend(), [reference.rates[RATE]], 2, reference)
    assert after_gap.note == "–"


def test_departments_are_ranked_and_few_dossiers_are_not(centre: World, read_trend: ReadTrend):
    publish(centre, "2023-01", "so-y-te | 1000 | 400 | 1 | 1 | 1", "so-tu-phap | 5 | 5 | 1 | 1 | 1")
    reference = centre.reference
    trend = read_trend(everybody=True)
    view = build_multiples(trend, reference.rates[RATE], 0, reference)
    assert [card.id for card in view.unranked] == ["so-tu-phap"]
    assert view.ranked[-1].id == "so-y-te"
    assert (
        view.title == "Tỷ lệ số hóa hồ sơ của từng đơn vị: 17/18 đơn vị đạt chỉ tiêu tháng 01/2023"
    )
    assert not view.is_long


def test_of_many_the_ends_are_shown_first(centre: World, read_trend: ReadTrend):
    """40 communes of 100 dossiers, the first with 0 digitised, the last with 39."""
    communes = tuple(Department(id=f"xa-{n}", name=f"Xã {n}", short=f"Xã {n}") for n in range(40))
    reference = msgspec.structs.replace(centre.reference, departments=communes)
    lines = "\n".join(f"xa-{n} | 100 | {n}" for n in range(40))
    world = World(centre.store, reference)
    world.publish("2023-01", f"who | received_new | digitised\n{lines}")
    snapshot = world.store.current()
    assert snapshot is not None
    trend = compute_trend(
        open_timeline(world.store, reference, snapshot),
        Step("month"),
        rates=(RATE,),
        measures=("received_new",),
        chosen="all",
    )
    view = build_multiples(trend, reference.rates[RATE], 0, reference)
    highest, lowest = view.groups(show_all=False)
    assert [c.name for c in highest.cards] == [f"Xã {n}" for n in range(39, 39 - SHOWN_AT_ENDS, -1)]
    assert [c.name for c in lowest.cards] == [f"Xã {n}" for n in reversed(range(SHOWN_AT_ENDS))]
    (everybody,) = view.groups(show_all=True)
    assert len(everybody.cards) == 40


def test_backlog_is_stocks_and_flows(three_months: World, read_trend: ReadTrend):
    view = build_backlog(read_trend("so-y-te"), 3)
    assert view.whose == "Y tế"
    assert view.stock_title == "Ngày 30/04/2023 còn 70 hồ sơ đang giải quyết, 0 đã quá hạn"
    assert view.flow_title == "Tháng 04/2023 giải quyết bằng số tiếp nhận"
    assert view.stocks[1].values == (10, None, 1, 0)
    assert view.flows[1].texts == ("900", "–", "1.200", "1.000")
    assert build_backlog(read_trend("so-y-te"), 2).flow_title == (
        "Tháng 03/2023 giải quyết nhiều hơn tiếp nhận 200 hồ sơ"
    )


def test_tables_hold_what_the_charts_show(three_months: World, read_trend: ReadTrend):
    reference = three_months.reference
    rate = reference.rates[RATE]
    trend = read_trend("so-y-te")
    table = table_of_rate(build_rate_trend(trend, rate, 3, reference))
    assert table.heads[3:] == ("Chỉ tiêu", "Y tế", "Tử số / mẫu số", "Chỉ tiêu")
    assert table.rows[0][4:] == ("45,0 %", "450 / 1.000 hồ sơ", "70 %")
    assert table.rows[2] == ("Tháng 02/2023", "–", "–", "70 %", "–", "–", "70 %")
    backlog = table_of_backlog(build_backlog(trend, 3))
    assert backlog.rows[3] == ("Tháng 01/2023", "1.000", "900", "90", "10")
    everybody = build_multiples(read_trend(everybody=True), rate, 3, reference)
    names = [name_slot(slot.period, "month") for slot in trend.slots]
    departments = table_of_departments(everybody, names)
    assert departments.rows[-1] == ("Y tế", "40,0 %", "–", "50,0 %", "45,0 %")
