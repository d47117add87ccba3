"""The first screen: the headline, the counts with their shares, who lies farthest below."""

from collections.abc import Callable

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.overview import LaggardsView, build_overview

Report = Callable[..., Figures]
Y_TE, TU_PHAP, XAY_DUNG = "so-y-te", "so-tu-phap", "so-xay-dung"


def group(view, rate: str) -> LaggardsView:
    return next(found for found in view.laggards if found.rate == rate)


def test_2023_meets_three_of_five(report: Report, reference: Reference):
    view = build_overview(report(), reference)
    assert view.headline == "3/5 chỉ tiêu đạt"
    assert view.details == "Chưa đạt: Định danh điện tử. Gần đạt: Kết quả điện tử."
    assert [gauge.id for gauge in view.gauges] == [
        "online_submission",
        "online_payment",
        "eid",
        "digitisation",
        "e_result",
    ]
    assert [gauge.value for gauge in view.gauges] == ["66,2", "46,4", "94,3", "85,4", "95,6"]
    assert view.gauges[0].note == "63.629 / 96.047 hồ sơ"
    assert {gauge.note for gauge in view.gauges[1:]} == {"theo tỷ lệ đã công bố"}


def test_the_counts_of_2023_as_section_i_2_has_them(report: Report, reference: Reference):
    counts = build_overview(report(), reference).counts
    assert [(count.label, count.value, count.note) for count in counts] == [
        ("Tổng tiếp nhận", "99.364", ""),
        ("Tiếp nhận mới", "96.047", ""),
        ("Kỳ trước chuyển sang", "3.317", ""),
        ("Đã giải quyết", "95.207", ""),
        ("Đúng hạn", "95.161", "99,95 % số đã giải quyết"),
        ("Trễ hạn", "46", "0,05 % số đã giải quyết"),
        ("Đang giải quyết", "4.157", ""),
        ("Quá hạn", "0", ""),
    ]


def test_of_nothing_resolved_there_is_no_share(centre: World, reference: Reference):
    centre.publish(
        "2023-01",
        """
        who     | received_new | resolved | resolved_on_time | resolved_late | pending
        so-y-te |            5 |        0 |                0 |             0 |       5
        """,
    )
    counts = build_overview(centre.figures("2023-01", Y_TE), reference).counts
    shown = {count.label: (count.value, count.note) for count in counts}
    assert shown["Đúng hạn"] == ("0", "")
    assert shown["Trễ hạn"] == ("0", "")
    assert shown["Kỳ trước chuyển sang"] == ("–", "")  # no column: a dash, never 0


def test_the_farthest_below_come_first(report: Report, reference: Reference):
    view = build_overview(report(), reference)
    online = group(view, "Nộp trực tuyến")
    assert (online.met, online.judged, online.note) == (11, 18, "")
    assert [(row.department, row.rate.gap, row.shortfall) for row in online.laggards] == [
        (
            "so-tai-nguyen-va-moi-truong",
            "−40,0 điểm %",
            "Còn thiếu 6.107 hồ sơ trực tuyến để đạt 50 %",
        ),
        ("so-ke-hoach-va-dau-tu", "−30,7 điểm %", "Còn thiếu 645 hồ sơ trực tuyến để đạt 50 %"),
        ("so-lao-dong-tbxh", "−28,5 điểm %", "Còn thiếu 399 hồ sơ trực tuyến để đạt 50 %"),
    ]
    payment = group(view, "Thanh toán trực tuyến")
    assert (payment.met, payment.judged, payment.note) == (13, 15, "3 đơn vị không phát sinh")
    assert [row.name for row in payment.laggards] == ["Kế hoạch và Đầu tư", "Giao thông vận tải"]
    assert [row.shortfall for row in payment.laggards] == ["", ""]  # a published rate has no parts
    assert [(found.met, found.judged) for found in view.laggards[2:]] == [
        (4, 18),
        (14, 18),
        (6, 18),
    ]


def test_as_many_are_named_as_wanted(report: Report, reference: Reference):
    view = build_overview(report(), reference, per_rate=1)
    assert [len(found.laggards) for found in view.laggards] == [1, 1, 1, 1, 1]


def test_equally_far_below_stand_in_the_register_s_order(centre: World, reference: Reference):
    centre.publish(
        "2023-01",
        """
        who         | received_new | received_online
        so-y-te     |          100 |              10
        so-xay-dung |          200 |              20
        so-tu-phap  |         1000 |              90
        """,
    )
    view = build_overview(centre.figures("2023-01", Y_TE, XAY_DUNG, TU_PHAP), reference)
    names = [row.name for row in group(view, "Nộp trực tuyến").laggards]
    assert names == ["Tư pháp", "Xây dựng", "Y tế"]


def test_one_department_has_nobody_to_compare_with(report: Report, reference: Reference):
    assert build_overview(report(Y_TE), reference).laggards == ()


def test_a_target_without_a_case_takes_no_part(report: Report, reference: Reference):
    view = build_overview(report("so-tai-chinh"), reference)
    assert view.headline == "3/4 chỉ tiêu đạt"
    assert view.details == "Gần đạt: Định danh điện tử. Không phát sinh: Thanh toán trực tuyến."


def test_what_cannot_be_known_is_named_and_is_not_met(report: Report, reference: Reference):
    view = build_overview(report(Y_TE, XAY_DUNG, TU_PHAP), reference)
    assert view.headline == "3/5 chỉ tiêu đạt"
    assert view.details == "Không tính được: Định danh điện tử, Kết quả điện tử."
    eid = view.gauges[2]
    assert (eid.value, eid.words, eid.band) == ("", "98,0–99,9", (98.0, 99.9))
    assert eid.note == "giá trị thật nằm trong khoảng này"


def test_a_year_without_targets_says_so(centre: World, reference: Reference):
    """2023's targets end on 31/12/2023."""
    centre.publish(
        "2024-01",
        """
        who        | received_new | received_online | eid
        so-y-te    |           10 |               4 | 90,0
        so-tu-phap |           10 |              10 | 99,0
        """,
    )
    view = build_overview(centre.figures("2024-01", Y_TE, TU_PHAP), reference)
    assert view.headline == "Chưa có chỉ tiêu nào cho kỳ này"
    assert "Chưa có chỉ tiêu: Nộp trực tuyến." in view.details
    assert view.gauges[0].status == "no_target"
    assert (view.gauges[0].value, view.gauges[0].tick, view.gauges[0].gap) == ("70,0", None, "")
    assert view.laggards == ()  # nobody can lag behind no target


def test_a_period_of_fees_alone_says_that_the_rates_are_missing(
    centre: World, reference: Reference
):
    centre.publish(
        "2023-05",
        """
        who        | online_transactions | direct_transactions
        so-y-te    |                  10 |                   4
        so-tu-phap |                  10 |                   0
        """,
        form="annex-2",
    )
    view = build_overview(centre.figures("2023-05", Y_TE, TU_PHAP), reference)
    assert view.headline == "Chưa có số liệu của các tỷ lệ"
    assert view.laggards == ()
    assert {gauge.reason for gauge in view.gauges} == {
        "Số liệu của kỳ này không có tỷ lệ này và cũng không có tử số, mẫu số để tính."
    }


def test_nobody_below_and_nobody_judged_are_two_things(centre: World, reference: Reference):
    centre.publish(
        "2023-03",
        """
        who        | received_new | received_online
        so-y-te    |           10 |               9
        so-tu-phap |           10 |              10
        """,
    )
    view = build_overview(centre.figures("2023-03", Y_TE, TU_PHAP), reference)
    online, eid = group(view, "Nộp trực tuyến"), group(view, "Định danh điện tử")
    assert (online.laggards, online.empty) == ((), "Không có đơn vị nào dưới chỉ tiêu.")
    assert (eid.judged, eid.empty) == (0, "Chưa đánh giá được đơn vị nào.")


def test_nothing_received_is_no_missed_target(centre: World, reference: Reference):
    centre.publish(
        "2023-03",
        """
        who             | so-y-te
        received_new    |       0
        received_online |       0
        digitised       |       0
        fee_dossiers    |       0
        paid_online     |       0
        eid_applicable  |       0
        eid_checked     |       0
        result_dossiers |       0
        e_results       |       0
        """,
        sideways=True,
    )
    view = build_overview(centre.figures("2023-03", Y_TE), reference)
    assert view.headline == "Không phát sinh hồ sơ thuộc chỉ tiêu nào"
    assert {gauge.status for gauge in view.gauges} == {"not_applicable"}
    assert {gauge.words for gauge in view.gauges} == {"–"}


def test_without_annex_2_the_count_over_everybody_is_said(centre: World, reference: Reference):
    centre.publish(
        "2023-01",
        """
        who        | received_new | online_payment
        so-y-te    |           10 |            0,0
        so-tu-phap |           10 |           60,0
        """,
    )
    view = build_overview(centre.figures("2023-01", Y_TE, TU_PHAP), reference)
    payment = group(view, "Thanh toán trực tuyến")
    assert (payment.met, payment.judged) == (1, 2)
    assert payment.note == "tính trên mọi đơn vị vì chưa có số giao dịch thu phí"
