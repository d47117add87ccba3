"""The table of departments × rates: the total is no mean, and counts say over whom."""

from collections.abc import Callable

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.departments import DepartmentsView, build_departments

Report = Callable[..., Figures]


def test_heads_name_the_targets(report: Report, reference: Reference):
    assert build_departments(report(), reference).heads == (
        ("Nộp trực tuyến", "chỉ tiêu 50"),
        ("Thanh toán trực tuyến", "chỉ tiêu 35"),
        ("Định danh điện tử", "chỉ tiêu 100"),
        ("Số hóa hồ sơ", "chỉ tiêu 70"),
        ("Kết quả điện tử", "chỉ tiêu 100"),
    )


def test_rows_stand_in_the_register_s_order(report: Report, reference: Reference):
    rows = build_departments(report(), reference).rows
    assert [row.id for row in rows] == [d.id for d in reference.departments if d.first is None]
    tnmt = next(row for row in rows if row.id == "so-tai-nguyen-va-moi-truong")
    assert (tnmt.name, tnmt.received) == ("Sở Tài nguyên và Môi trường", "15.285")
    assert tnmt.received_key == 15_285
    assert [rate.value for rate in tnmt.rates] == ["10,0", "43,2", "97,7", "87,2", "96,2"]


def test_the_total_of_the_centre_is_a_ratio_of_sums_or_published(
    report: Report, reference: Reference
):
    """The mean of the departments' rates would be 69,9 % online."""
    total = build_departments(report(), reference).total
    assert (total.name, total.received) == ("Toàn Trung tâm", "96.047")
    assert [rate.value for rate in total.rates] == ["66,2", "46,4", "94,3", "85,4", "95,6"]
    assert [rate.sign for rate in total.rates] == [""] * 5


def test_the_total_of_chosen_departments_is_theirs(report: Report, reference: Reference):
    view = build_departments(report("so-y-te", "so-xay-dung", "so-tu-phap"), reference)
    assert [row.name for row in view.rows] == ["Sở Tư pháp", "Sở Xây dựng", "Sở Y tế"]
    assert view.total.name == "Các đơn vị đã chọn"
    shown = [(rate.sign, rate.value or rate.words) for rate in view.total.rates]
    assert shown == [
        ("", "87,7"),  # (1.458 + 1.021 + 13.880) / (2.293 + 2.451 + 13.911)
        ("≈ ", "59,2"),
        ("", "98,0–99,9"),
        ("≈ ", "98,7"),
        ("", "98,7–100,0"),
    ]


def test_who_met_a_target_is_counted_among_those_it_applies_to(
    report: Report, reference: Reference
):
    view = build_departments(report(), reference)
    assert view.met == ("11/18", "13/15", "4/18", "14/18", "6/18")
    assert view.notes == (
        "Tỷ lệ thanh toán trực tuyến: Giáo dục và Đào tạo, Ngoại vụ, Tài chính không phát sinh "
        "nên không tính vào số đơn vị đạt chỉ tiêu.",
    )


def small(centre: World, period: str = "2023-03") -> DepartmentsView:
    """Two of eighteen report, without annex II."""
    centre.publish(
        period,
        """
        who        | received_new | received_online | online_payment
        so-y-te    |          100 |              40 |            0,0
        so-tu-phap |          100 |              60 |           35,0
        """,
    )
    return build_departments(centre.figures(period), centre.reference)


def test_without_annex_2_nobody_is_without_a_case(centre: World):
    view = small(centre)
    assert view.met == ("1/2", "1/2", "–", "–", "–")
    assert len(view.notes) == 1
    assert "chưa có số giao dịch thu phí (Phụ lục II)" in view.notes[0]
    assert "được tính trên mọi đơn vị" in view.notes[0]


def test_a_department_without_data_is_a_row_of_its_own(centre: World):
    view = small(centre)
    assert len(view.rows) == 18
    empty = next(row for row in view.rows if row.id == "so-ngoai-vu")
    assert (empty.received, empty.received_key) == ("–", None)
    assert [rate.status for rate in empty.rates] == ["unavailable"] * 5
    assert [rate.sort_key for rate in empty.rates] == [None] * 5
    assert view.total.received == "–"  # missing, not smaller


def test_a_year_without_targets_has_none_in_its_heads(centre: World):
    view = small(centre, "2024-01")
    assert {target for _, target in view.heads} == {"chưa có chỉ tiêu"}
    assert view.met == ("–",) * 5


def test_a_rate_not_yet_in_force_has_no_column(centre: World):
    """e-ID counts from 20/02/2023."""
    assert [head for head, _ in small(centre, "2023-01").heads] == [
        "Nộp trực tuyến",
        "Thanh toán trực tuyến",
        "Số hóa hồ sơ",
        "Kết quả điện tử",
    ]
