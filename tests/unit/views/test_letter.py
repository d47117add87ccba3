"""The letter "đôn đốc": what it urges, of whom, and what it leaves out."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import msgspec
import pytest

from tests.spec.tables import World
from ttpv.dossier_lists import Dossier
from ttpv.monitor import Figures
from ttpv.reference import Reference, Target
from ttpv.store import Store
from ttpv.views.letter import MOST_ROWS, build_letter
from ttpv.views.letter_dossiers import LateDossiers

YEAR = "2023-01-01..2023-12-25"
Report = Callable[..., Figures]


def moment(day: int) -> datetime:
    """As lists have it: without a zone."""
    return datetime.fromisoformat(f"2023-01-{day:02d}T09:00:00")


def dossier(number: int, due: int, returned: int | None = None) -> Dossier:
    """Due on that day of January 2023."""
    return Dossier(
        code=f"000.00.16.H08-230101-{number:04d}",
        procedure="Cấp giấy phép",
        received=moment(2),
        due=moment(due),
        returned=moment(returned) if returned else None,
    )


def test_rates_below_their_targets_with_what_they_lack(report: Report, reference: Reference):
    view = build_letter(report(), "so-giao-thong-van-tai", reference)
    assert view.addressee == "Sở Giao thông vận tải"
    assert view.rates_heading == "1. Chỉ tiêu chưa đạt (5/5 chỉ tiêu được xét)"
    first, second, *_ = view.rates
    assert (first.name, first.target, first.result) == (
        "Tỷ lệ nộp hồ sơ trực tuyến",
        "50%",
        "46,2%",
    )
    assert first.lacking == "663 hồ sơ"  # 50 % of 17.420 are 8.710, of which 8.047 are there
    assert (second.result, second.lacking) == ("34,1%", "0,9 điểm %")
    assert view.late_heading == "2. Hồ sơ trễ hạn, quá hạn"
    assert view.late_sentence == (
        "Trong kỳ đã giải quyết 17.530 hồ sơ, trong đó trễ hạn 12 hồ sơ, chiếm 0,07%; đến hết ngày "
        "25/12/2023 đang giải quyết 484 hồ sơ, không quá hạn."
    )
    assert view.requests_heading == "3. Đề nghị Sở Giao thông vận tải:"
    assert [request[:14] for request in view.requests] == [
        "Làm rõ nguyên ",
        "Có biện pháp c",
        "Gửi kết quả th",
    ]
    assert not view.has_dossiers
    assert any("không có danh sách hồ sơ" in gap for gap in view.gaps)
    assert view.about.endswith("giải quyết hồ sơ năm 2023")


def test_what_is_met_is_not_urged(report: Report, reference: Reference):
    view = build_letter(report(), "so-du-lich", reference)
    assert (view.has_rates, view.rates, view.rates_heading) == (False, (), "")
    assert not view.has_late
    assert not view.is_needed
    assert view.requests_heading.startswith("1. ")


def test_only_late_dossiers(example_store: Store, reference: Reference):
    """Its rates have no target: nothing is said of them but to who sends the letter."""
    bare = msgspec.structs.replace(reference, targets=())
    figures = World(example_store, bare).figures(YEAR)
    view = build_letter(figures, "so-y-te", bare)
    assert (view.has_rates, view.has_late, view.late_heading[:2]) == (False, True, "1.")
    assert any(gap.startswith("Chưa có chỉ tiêu cho: Tỷ lệ nộp") for gap in view.gaps)


def test_a_department_s_own_target_counts(example_store: Store, reference: Reference):
    own = Target(
        rate="online_submission",
        value=Decimal(90),
        scope="so-y-te",
        effective_from=date(2023, 1, 1),
        source="x",
    )
    strict = msgspec.structs.replace(reference, targets=(*reference.targets, own))
    figures = World(example_store, strict).figures(YEAR)
    view = build_letter(figures, "so-y-te", strict)
    assert (view.rates[0].target, view.rates[0].result) == ("90%", "63,6%")


def test_dossiers_by_code_those_that_wait_first(report: Report, reference: Reference):
    listed = LateDossiers([dossier(1, 3), dossier(2, 5)], [dossier(3, 4, returned=9)])
    view = build_letter(report(), "so-y-te", reference, listed)
    codes = [(found.code[-4:], found.state) for found in view.dossiers]
    assert codes == [
        ("0001", "Quá hạn 356 ngày"),
        ("0002", "Quá hạn 354 ngày"),
        ("0003", "Trả trễ 09/01/2023"),
    ]
    assert (view.dossiers[0].received, view.dossiers[0].due) == ("02/01/2023", "03/01/2023")
    assert [(pair.left.code[-4:], pair.right.code[-4:]) for pair in view.pairs] == [
        ("0001", "0003"),
        ("0002", ""),
    ]
    assert view.dossiers_more.startswith("Còn 3 hồ sơ khác")  # six were late, by the annex
    assert not any("danh sách" in gap for gap in view.gaps)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_never_more_rows_than_a_page_holds(report: Report, reference: Reference, count: int):
    listed = LateDossiers([dossier(number, 3) for number in range(count)])
    view = build_letter(report(), "so-giao-thong-van-tai", reference, listed)
    assert len(view.rates) + len(view.pairs) <= MOST_ROWS
    assert len(view.dossiers) == min(count, 2 * (MOST_ROWS - 5))
    assert view.has_dossiers == (count > 0)
    assert ("Còn 32 hồ sơ khác" in view.dossiers_more) == (count == 40)


def test_who_signs_and_what_is_missing_there(report: Report, reference: Reference):
    view = build_letter(report(), "so-y-te", reference, published_on=date(2024, 1, 5))
    assert view.place_date == "Bình Định, ngày 05 tháng 01 năm 2024"
    assert (view.signature.authority, view.signature.title) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert view.gaps[0] == (
        "Thể thức văn bản chưa có họ tên người ký; trên văn bản chỗ đó để trống."
    )
    simulated = build_letter(report(), "so-y-te", reference, is_simulated=True)
    assert simulated.simulated.startswith("SỐ LIỆU MÔ PHỎNG")


def test_few_dossiers_and_unknown_rates_are_said(centre: World, reference: Reference):
    centre.publish(
        "2023-12",
        """
        who     | received_new | received_online | resolved | resolved_late | digitisation
        so-y-te |           10 |               2 |        9 |             0 |         50,0
        """,
        form="annex-1",
    )
    view = build_letter(centre.figures("2023-12"), "so-y-te", reference)
    assert [rate.result for rate in view.rates] == ["20,0% (số nhỏ)", "50,0% (số nhỏ)"]
    assert view.rates_note.startswith("Chưa đủ số liệu để kết luận: Tỷ lệ thanh toán trực tuyến")


def test_nobody_of_that_name(report: Report, reference: Reference):
    with pytest.raises(KeyError):
        build_letter(report(), "nobody", reference)


def test_what_lacks_to_an_estimate_is_marked_as_one(centre: World, reference: Reference):
    """(100 × 50 + 300 × 60) / 400 = 57,5 of 70 %."""
    for period, received, digitisation in (("2023-11", 100, "50,0"), ("2023-12", 300, "60,0")):
        centre.publish(
            period,
            f"""
            who     | received_new | digitisation
            so-y-te |   {received} | {digitisation}
            """,
            form="annex-1",
        )
    figures = centre.figures("2023-11-01..2023-12-31")
    (rate,) = build_letter(figures, "so-y-te", reference).rates
    assert (rate.result, rate.lacking) == ("≈ 57,5%", "≈ 12,5 điểm %")


def test_more_rates_than_a_page_has_rows_leave_no_room_for_dossiers(
    report: Report, reference: Reference, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("ttpv.views.letter.MOST_ROWS", 4)  # five rates lie below their targets
    listed = LateDossiers([dossier(number, 3) for number in range(20)])
    view = build_letter(report(), "so-giao-thong-van-tai", reference, listed)
    assert (len(view.rates), view.dossiers) == (5, ())
